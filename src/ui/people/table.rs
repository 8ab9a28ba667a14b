//! The officials in a table, agency by agency.

use web_sys::Element;

use crate::ui::bar_figure::{heading, standing_words};
use crate::ui::countries::{number, paint_sparklines, scroll, spark};
use crate::ui::markup::{Markup, el, live_then};
use crate::ui::record::{label_of, official_link};
use crate::ui::record_links::records_link;
use crate::ui::store::Store;
use explorer_explore::coding::NONE;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::measure::Measure;
use explorer_explore::search::fold;
use explorer_number::grouped;
use explorer_view::people::{OfficialRow, officials, within_year};
use explorer_view::sentence::label;

/// The officials with their posts and numbers.
pub fn table(store: Store) -> Element {
    let make = move |place: Markup| {
        let measure = store.state.with(|state| state.measure);
        let base = store.base.get();
        let rows = store.filters.with(|filters| officials(store.explorer, &base, filters, measure));
        place.class("shown").children([content(store, measure, &rows)])
    };
    let mut painted = Vec::new();
    live_then("div", make, move |place| paint_sparklines(store, place, &mut painted))
}

fn content(store: Store, measure: Measure, rows: &[OfficialRow<'_>]) -> Markup {
    let (mut all, mut met, mut most) = (0, 0, 1);
    for row in rows {
        all += u32::from(row.official.is_some());
        met += u32::from(row.official.is_some() && row.count > 0);
        most = row.count.max(most);
    }
    let title = if met == all {
        format!("{all} officials of three agencies")
    } else {
        format!("{met} of {all} officials have a record under these filters")
    };
    let head = el("div").class("countries-head").child(el("h2").text(title)).child(el("p").text(
        "A name leads to the profile, a number to the records behind it. A joint meeting \
             counts for each official who took part. Officials are counted under all filters but \
             their own.",
    ));
    let table = store.explorer.table();
    let mut headings = Vec::new();
    let mut column = |text: &str| headings.push(el("th").attr("scope", "col").text(text));
    column("Official");
    column(heading(measure));
    column("Per quarter");
    table.years().for_each(|year| column(&year.to_string()));
    table.dictionary(Facet::Format).entries().iter().for_each(|format| column(&format.label));
    column("Most often met");
    column("Highest office met");
    let width = headings.len().to_string();
    let mut body = Vec::new();
    let mut group = None;
    for row in rows {
        let agency = row.official.map(|official| official.agency.as_str());
        if group != Some(agency) {
            group = Some(agency);
            let named = store.explorer.table().dictionary(Facet::Agency);
            let named = agency.and_then(|id| named.get(id));
            let title = named.map_or("No source names the Chinese official", |a| a.note.as_str());
            let dot =
                agency.map(|id| el("i").class(format!("agency-dot {}", id.to_ascii_lowercase())));
            let title = el("span").children(dot).text(title);
            let cell = el("th").attr("scope", "rowgroup").attr("colspan", width.as_str());
            body.push(el("tr").class("group").child(cell.child(title)));
        }
        body.push(official(store, measure, most, row));
    }
    let table = el("table")
        .class("officials")
        .attr("data-test", "officials")
        .child(el("thead").child(el("tr").children(headings)))
        .child(el("tbody").children(body));
    el("div").class("countries all-people").child(head).child(scroll("Officials", table))
}

fn official(store: Store, measure: Measure, most: u32, row: &OfficialRow<'_>) -> Markup {
    let id = row.id();
    let who = el("th").attr("scope", "row");
    let (who, name) = match row.official {
        Some(official) => {
            let ranks = &store.explorer.dataset().codebook.vocabularies.ranks;
            let zh = el("span").class("zh").attr("lang", "zh").text(official.name_zh.as_str());
            // Most posts say the rank already.
            let rank = label_of(ranks, &official.rank);
            let said = fold(&official.post).contains(&fold(&rank));
            let rank = if said { String::new() } else { format!("{rank}. ") };
            let post = el("span").class("post").text(rank + &official.post);
            (who.child(official_link(store, official).child(zh)).child(post), &*official.name_en)
        }
        None => (who.text("Not named"), "Not named"),
    };
    let standing = store.filters.with(|filters| filters.selection(Facet::Official).standing(id));
    let link = |part: Part<'_>| {
        records_link(store, Facet::Official, id, &|state| match part {
            Part::All => {}
            Part::Year(year) => state.filters.range = within_year(state.filters.range, year),
            Part::Value(facet, id) => {
                state.filters.clear(facet);
                state.filters.set(facet, id, Standing::Included);
            }
        })
    };
    let cell = |id: &str, count: u32, what: &str, part: Part<'_>| {
        let said = || format!("{name}, {what}: {} {}", grouped(count), measure.noun(count));
        number(id, count, &|| (link(part), said()))
    };
    let share = u64::from(row.count) * 100 / u64::from(most);
    let bar = el("i").attr("style", format!("width:{share}%"));
    let mut tr = el("tr")
        .attr("data-test", "official-row")
        .attr("data-value", id)
        .attr("data-count", row.count.to_string())
        .attr("data-state", standing_words(standing).0)
        .class(if row.count == 0 { "none" } else { "" })
        .child(who)
        .child(
            cell("count", row.count, "in all", Part::All).child(el("span").class("bar").child(bar)),
        )
        .child(spark(&row.quarters, heading(measure)));
    for (year, count) in store.explorer.table().years().zip(&row.years) {
        let words = year.to_string();
        tr = tr.child(cell(&words, *count, &words, Part::Year(year)));
    }
    let formats = store.explorer.table().dictionary(Facet::Format).entries();
    for (format, count) in formats.iter().zip(&row.formats) {
        let part = Part::Value(Facet::Format, &format.id);
        tr = tr.child(cell(&format.id, *count, &format.label, part));
    }
    let regions = row.regions.iter().map(|(code, count)| {
        let id = id_of(store, Facet::Region, *code);
        let words =
            format!("{}\u{a0}{}", label(store.explorer, Facet::Region, id), grouped(*count));
        el("a")
            .attr("data-value", id)
            .attr("data-count", count.to_string())
            .attr("href", link(Part::Value(Facet::Region, id)))
            .text(words)
    });
    let office = row.office.map_or("", |code| id_of(store, Facet::Office, code));
    let office_words = match office {
        "" if row.count == 0 || id == NONE => String::new(),
        "" => "not known".to_owned(),
        office => label(store.explorer, Facet::Office, office),
    };
    tr.child(el("td").class("words").attr("data-part", "regions").children(regions)).child(
        el("td")
            .class("words")
            .attr("data-part", "office")
            .attr("data-value", office)
            .text(office_words),
    )
}

/// A part of an official's records.
#[derive(Clone, Copy)]
enum Part<'a> {
    All,
    Year(i32),
    Value(Facet, &'a str),
}

fn id_of(store: Store, facet: Facet, code: Code) -> &'static str {
    let entry = store.explorer.table().dictionary(facet).entry(code);
    entry.map_or("", |entry| entry.id.as_str())
}
