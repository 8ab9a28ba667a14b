//! Who met whom.

use super::{nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::record::{label_of, official_link, side_link};
use crate::ui::store::Store;
use explorer_dataset::date::PartialDate;
use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::profile::{
    ChineseSide, ForeignSide, chinese_side, foreign_side, only, with_name,
};
use explorer_view::sentence::date_words;
use explorer_view::state::{Page, ViewState};

/// How many people of an official's are listed before a reader asks for more.
const FIRST: usize = 12;

pub(super) fn section(store: Store, facet: Facet, id: &str) -> Markup {
    let section = titled("profile-people", "Who met whom");
    let foreign = store.outcome.with(|outcome| foreign_side(store.explorer, outcome));
    if foreign.is_empty() {
        return section.child(nothing("No meeting is in view."));
    }
    let records = store.state.with(|state| {
        let mut records = state.on(Page::Records);
        records.filters = state.scope();
        records
    });
    let of_many_sides = facet == Facet::Official;
    let mut rows: Vec<_> =
        foreign.iter().map(|met| person(store, met, &records, of_many_sides)).collect();
    if of_many_sides {
        // As many as a reader takes in; an official can have met two hundred.
        let rest = rows.split_off(rows.len().min(FIRST));
        let title = format!("Show {} more", rest.len());
        let rest = (!rest.is_empty()).then(|| {
            el("details")
                .child(el("summary").text(title))
                .child(table("Foreign side, continued", rest.into_iter()))
        });
        return section.child(table("Foreign side", rows.into_iter())).children(rest);
    }
    let chinese = store.outcome.with(|outcome| chinese_side(store.explorer, outcome));
    let chinese = chinese.iter().map(|met| official(store, met, &records));
    let own = format!("Side of {}", explorer_view::sentence::label(store.explorer, facet, id));
    section.child(
        el("div")
            .class("profile-columns")
            .child(table("Chinese side", chinese))
            .child(table(&own, rows.into_iter())),
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

fn row(who: Markup, count: (u32, Markup), last: PartialDate) -> Markup {
    el("tr")
        .attr("data-count", count.0.to_string())
        .child(who)
        .child(el("td").child(count.1.text(grouped(count.0))))
        .child(el("td").text(date_words(last)))
}

fn link(records: &ViewState, filters: explorer_explore::filter::Filters) -> Markup {
    let mut state = records.clone();
    state.filters = filters;
    el("a").attr("href", hash::encode(&state))
}

fn post(text: &str) -> Markup {
    el("span").class("post").text(text)
}

fn official(store: Store, person: &ChineseSide<'_>, records: &ViewState) -> Markup {
    let id = person.official.map_or(NONE, |official| official.id.as_str());
    let who = el("th").attr("scope", "row");
    let (who, name) = match person.official {
        Some(official) => {
            let who = who
                .child(
                    el("i").class(format!("agency-dot {}", official.agency.to_ascii_lowercase())),
                )
                .child(official_link(store, official))
                .text(" ")
                .child(el("span").class("zh").attr("lang", "zh").text(official.name_zh.as_str()))
                .child(post(&format!("{}: {}", official.agency, official.post)));
            (who, official.name_en.as_str())
        }
        None => {
            let nobody = post("No source names the Chinese official");
            (who.text("Not named").child(nobody), "Not named")
        }
    };
    let link = link(records, only(&records.filters, Facet::Official, id))
        .attr("aria-label", format!("{name}, interactions: {}", grouped(person.count)));
    row(who, (person.count, link), person.last).attr("data-value", id)
}

/// A person of a foreign side; `with_side` says whose.
fn person(store: Store, person: &ForeignSide<'_>, records: &ViewState, with_side: bool) -> Markup {
    let offices = &store.explorer.dataset().codebook.vocabularies.offices;
    let who = el("th").attr("scope", "row");
    let who = match person.name {
        Some(name) => who.child(link(records, with_name(&records.filters, name)).text(name)),
        None => who.text("Not named"),
    };
    let who = match with_side {
        true => who.text(", ").child(side_link(store, person.side)),
        false => who,
    };
    let title = person.title.map(post);
    let title =
        title.or_else(|| person.name.is_none().then(|| post("No source gives name or title")));
    let office = person.office.map(|word| post(&format!("Office: {}", label_of(offices, word))));
    let count = (person.count, el("span"));
    row(who.children(title).children(office), count, person.last)
        .attr("data-value", person.name.unwrap_or_default())
}
