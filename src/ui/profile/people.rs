//! Who met whom.

use leptos::prelude::With;

use super::{nothing, section as titled};
use crate::explore::coding::NONE;
use crate::explore::facet::Facet;
use crate::number::grouped;
use crate::ui::markup::{Markup, el};
use crate::ui::record::label_of;
use crate::ui::store::Store;
use crate::view::hash;
use crate::view::profile::{ChineseSide, ForeignSide, chinese_side, foreign_side, only, with_name};
use crate::view::sentence::date_words;
use crate::view::state::{Page, ViewState};

pub(super) fn section(store: Store, facet: Facet, id: &str) -> Markup {
    let section = titled("profile-people", "Who met whom");
    let (chinese, foreign) = store.outcome.with(|outcome| {
        (chinese_side(store.explorer, outcome), foreign_side(store.explorer, (facet, id), outcome))
    });
    if chinese.is_empty() {
        return section.child(nothing("No meeting is in view."));
    }
    let records = store.state.with(|state| {
        let mut records = state.on(Page::Records);
        records.filters = state.scope();
        records
    });
    let own = format!("Side of {}", crate::view::sentence::label(store.explorer, facet, id));
    section.child(
        el("div")
            .class("profile-columns")
            .child(table("Chinese side", chinese.iter().map(|p| official(p, &records))))
            .child(table(&own, foreign.iter().map(|p| person(store, p, &records)))),
    )
}

fn table(title: &str, rows: impl Iterator<Item = Markup>) -> Markup {
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let head = el("tr").child(column(title)).child(column("Interactions")).child(column("Last"));
    el("table")
        .class("people-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows))
}

fn row(who: Markup, count: u32, last: crate::dataset::date::PartialDate) -> Markup {
    el("tr")
        .attr("data-count", count.to_string())
        .child(who)
        .child(el("td").text(grouped(count)))
        .child(el("td").text(date_words(last)))
}

fn link(records: &ViewState, filters: crate::explore::filter::Filters) -> Markup {
    let mut state = records.clone();
    state.filters = filters;
    el("a").attr("href", hash::encode(&state))
}

fn post(text: &str) -> Markup {
    el("span").class("post").text(text)
}

fn official(person: &ChineseSide<'_>, records: &ViewState) -> Markup {
    let id = person.official.map_or(NONE, |official| official.id.as_str());
    let link = link(records, only(&records.filters, Facet::Official, id));
    let who = el("th").attr("scope", "row");
    let who = match person.official {
        Some(official) => who
            .child(el("i").class(format!("agency-dot {}", official.agency.to_ascii_lowercase())))
            .child(link.text(official.name_en.as_str()))
            .text(" ")
            .child(el("span").class("zh").attr("lang", "zh").text(official.name_zh.as_str()))
            .child(post(&format!("{}: {}", official.agency, official.post))),
        None => {
            who.child(link.text("Not named")).child(post("No source names the Chinese official"))
        }
    };
    row(who, person.count, person.last).attr("data-value", id)
}

fn person(store: Store, person: &ForeignSide<'_>, records: &ViewState) -> Markup {
    let offices = &store.explorer.dataset().codebook.vocabularies.offices;
    let who = el("th").attr("scope", "row");
    let who = match person.name {
        Some(name) => who.child(link(records, with_name(&records.filters, name)).text(name)),
        None => who.text("Not named"),
    };
    let title = person.title.map(post);
    let title =
        title.or_else(|| person.name.is_none().then(|| post("No source gives name or title")));
    let office = person.office.map(|word| post(&format!("Office: {}", label_of(offices, word))));
    let row = row(who.children(title).children(office), person.count, person.last);
    row.attr("data-value", person.name.unwrap_or_default())
}
