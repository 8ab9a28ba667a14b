//! The latest records in view, and the way to all of them.

use super::{nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::record_links::records_link;
use crate::ui::store::Store;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_explore::records::{Sort, records};
use explorer_number::grouped;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;

/// How many are listed.
const LATEST: usize = 10;

pub(in crate::ui) fn section(store: Store, facet: Facet, id: &str) -> Markup {
    let section = titled("profile-records", "Latest records");
    let in_view =
        store.outcome.with(|outcome| records(store.explorer, &outcome.rows, Sort::default()));
    if in_view.is_empty() {
        return section.child(nothing("No record is in view."));
    }
    let events = &store.explorer.dataset().events;
    let latest = in_view.iter().take(LATEST).filter_map(|record| events.get(record.event));
    let rows = latest.map(|event| {
        let agency = event.agency.as_str();
        el("li")
            .attr("data-id", event.id.as_str())
            .child(el("span").class("date").text(date_words(event.date)))
            .child(
                el("a")
                    .attr("href", store.link_to(Page::Record(event.id.clone())))
                    .text(event.title.as_str()),
            )
            .child(
                el("span")
                    .class("agency")
                    .child(el("i").class(format!("agency-dot {}", agency.to_ascii_lowercase())))
                    .text(agency),
            )
    });
    let count = u32::try_from(in_view.len()).unwrap_or(u32::MAX);
    let all = match count {
        1 => "Show it among the records".to_owned(),
        _ => format!("All {} {} in view", grouped(count), Measure::Events.noun(count)),
    };
    let link = records_link(store, facet, id, &|_| {});
    section.child(el("ul").class("latest").children(rows)).child(
        el("p")
            .class("all")
            .child(el("a").attr("data-test", "profile-all-records").attr("href", link).text(all)),
    )
}
