//! The latest records in view, and the way to all of them.

use explorer_dataset::event::Event;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_explore::records::{Sort, records};
use explorer_number::grouped;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::links::records_link;
use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::components::titled_section::TitledSection;
use crate::reactive::memo;
use crate::store::use_store;

/// How many are listed.
const LATEST: usize = 10;

/// The latest records of a page about one value of a facet.
#[component]
pub fn LatestRecords(
    /// The facet that the page is about a value of.
    facet: Facet,
    /// The value's id.
    id: String,
) -> impl IntoView {
    let store = use_store();
    let in_view = memo(move || {
        store.outcome.with(|outcome| records(store.explorer, &outcome.rows, Sort::default()))
    });
    let events = &store.explorer.dataset().events;
    let latest = memo(move || {
        in_view.with(|records| {
            let latest = records.iter().take(LATEST);
            latest.filter_map(|record| events.get(record.event)).collect::<Vec<&'static Event>>()
        })
    });
    let count = memo(move || in_view.with(Vec::len));
    let is_empty = memo(move || count.get() == 0);
    let all = move || match u32::try_from(count.get()).unwrap_or(u32::MAX) {
        1 => "Show it among the records".to_owned(),
        count => format!("All {} {} in view", grouped(count), Measure::Events.noun(count)),
    };
    let id = StoredValue::new(id);
    let link = move || id.with_value(|id| records_link(store, facet, id, |_| {}));
    view! {
        <TitledSection test="profile-records" title="Latest records">
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p class="nothing">"No record is in view."</p> }
            >
                <ul class="latest">
                    <KeyedItems items=latest key=|event| event.id.clone() let:event>
                        <LatestRecord event />
                    </KeyedItems>
                </ul>
                <p class="all">
                    <a data-test="profile-all-records" href=link>
                        {all}
                    </a>
                </p>
            </Show>
        </TitledSection>
    }
}

/// A record in the list.
#[component]
fn LatestRecord(
    /// Its event.
    event: &'static Event,
) -> impl IntoView {
    let store = use_store();
    let agency = event.agency.as_str();
    view! {
        <li data-id=event.id.as_str()>
            <span class="date">{date_words(event.date)}</span>
            <a href=move || {
                store.link_to(Page::Record(event.id.clone()))
            }>{event.title.as_str()}</a>
            <span class="agency">
                <i class=format!("agency-dot {}", agency.to_ascii_lowercase())></i>
                {agency}
            </span>
        </li>
    }
}
