//! All forums as a table.

use web_sys::Element;

use super::sessions::rows_of;
use crate::ui::markup::{Markup, el, shown};
use crate::ui::record_links::records_link;
use crate::ui::store::Store;
use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_view::forums::{ForumRow, GROUPS};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;

/// The forums of the regions that are filtered for, under their headings.
pub fn list(store: Store) -> Element {
    shown(move || vec![section(store)])
}

fn section(store: Store) -> Markup {
    let selection = store.filters.with(|filters| filters.selection(Facet::Forum).clone());
    let passes = |row: &ForumRow<'_>| {
        let id = row.entry.counted.map_or(row.entry.id, |word| word.id.as_str());
        selection.passes(std::iter::once(id))
    };
    let rows: Vec<_> = rows_of(store, None).into_iter().filter(passes).collect();
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let head = ["Forum", "Reach", "Sessions", "Last", "Members", "Interactions"].map(column);
    let mut body = el("tbody");
    let mut group = None;
    for row in &rows {
        if group.replace(row.entry.group) != Some(row.entry.group) {
            let heading = GROUPS.get(row.entry.group).copied().unwrap_or_default();
            let cell = el("th").attr("scope", "rowgroup").attr("colspan", "6").text(heading);
            body = body.child(el("tr").class("group").child(cell));
        }
        body = body.child(table_row(store, row));
    }
    let table = el("table")
        .class("forum-table")
        .child(el("thead").child(el("tr").children(head)))
        .child(body);
    let count = rows.len();
    let title = if count == 1 { "1 forum".to_owned() } else { format!("{count} forums") };
    el("section")
        .class("forum-list")
        .attr("data-test", "forums")
        .child(el("h2").text(format!("{title} and mechanisms")))
        .child(el("p").class("hint").text(
            "Sessions are those that a source or a record gives; members as a source names them; \
             interactions are those in view.",
        ))
        .child(
            el("div")
                .class("table-scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", "Forums and mechanisms")
                .child(table),
        )
}

fn table_row(store: Store, row: &ForumRow<'_>) -> Markup {
    let entry = &row.entry;
    let page =
        el("a").attr("href", store.link_to(Page::Forum(entry.id.to_owned()))).text(entry.label);
    let zh = entry.forum.and_then(|forum| forum.name_zh.as_deref());
    let zh = zh.map(|name| el("span").class("zh").attr("lang", "zh").text(name));
    let part = entry.forum.is_some_and(|forum| forum.part_of.is_some());
    let number = |count: usize| if count == 0 { "–".to_owned() } else { grouped(count as u64) };
    let level = entry.forum.map_or("–", |forum| forum.level.as_str());
    let count = match entry.word {
        Some(word) if row.count > 0 => {
            let link = records_link(store, Facet::Forum, &word.id, &|_| {});
            el("td").child(el("a").attr("href", link).text(grouped(row.count)))
        }
        None if row.count > 0 => {
            let with = entry.counted.map_or("", |word| word.label.as_str());
            let words = format!("{}, counted with {with}", grouped(row.count));
            el("td").text(words)
        }
        _ => el("td").text(number(0)),
    };
    let members = entry.forum.map_or(0, |forum| forum.members.len());
    el("tr")
        .class(if part { "part" } else { "" })
        .attr("data-test", "forum-row")
        .attr("data-value", entry.id)
        .attr("data-count", row.count.to_string())
        .child(el("th").attr("scope", "row").child(page).children(zh))
        .child(el("td").text(level))
        .child(el("td").attr("data-sessions", "").text(number(row.sessions())))
        .child(el("td").text(row.last().map_or("–".to_owned(), date_words)))
        .child(el("td").text(number(members)))
        .child(count)
}
