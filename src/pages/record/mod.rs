//! One event: everything known, every source, and ways to more like it; or why it was withdrawn.

mod facts;
mod history;
mod people;
mod withdrawn;

use explorer_dataset::event::Event;
use explorer_explore::records::{RecordColumn, cell};
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::record::{MoreLikeIt, dates, facts, more_like};
use explorer_view::state::Page;
use leptos::prelude::*;

use self::facts::FactList;
use self::history::RecordHistory;
use self::people::{CounterpartList, OfficialList};
use self::withdrawn::WithdrawnArticle;
use crate::components::records::report_error::ReportError;
use crate::components::records::source_list::SourceList;
use crate::store::use_store;

/// The page of an event.
#[component]
pub fn RecordPage(
    /// The event's id.
    id: String,
) -> impl IntoView {
    let store = use_store();
    let dataset = store.explorer.dataset();
    let event = dataset.events.iter().find(|event| event.id == id);
    let content = match (event, dataset.withdrawn_event(&id)) {
        (Some(event), _) => view! { <RecordArticle event /> }.into_any(),
        (None, Some(withdrawn)) => view! { <WithdrawnArticle withdrawn /> }.into_any(),
        // Links to unknown records lead to the list with a notice; this is for a dataset
        // that was exchanged while the page was open.
        (None, None) => view! { <p>"This record is not in the dataset."</p> }.into_any(),
    };
    view! {
        <p class="back">
            <a href=store.link(Page::Records)>"← All records in view"</a>
        </p>
        {content}
    }
}

/// Everything known of an event.
#[component]
fn RecordArticle(
    /// The event.
    event: &'static Event,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let words = &explorer.dataset().codebook.vocabularies.confidences;
    let meaning = words.iter().find(|word| word.word == event.confidence);
    let note = event.note.as_deref().map(|note| {
        let parts = note.split(" | ").map(|part| view! { <p>{part}</p> });
        view! {
            <h3>"Note"</h3>
            <div class="note" data-test="note">
                {parts.collect_view()}
            </div>
        }
    });
    let facts = facts(explorer, event);
    let more = more_like(explorer, event).into_iter();
    let more = more.map(|MoreLikeIt { label, state, interactions }| {
        view! {
            <li data-count=interactions.to_string()>
                <a href=hash::encode(&state)>{label}</a>
                <span class="count">{grouped(interactions)}</span>
            </li>
        }
    });
    view! {
        <article class="record-page" data-test="record-page" data-id=event.id.as_str()>
            <p class="kicker">
                <i class=format!("agency-dot {}", event.agency.to_ascii_lowercase())></i>
                {format!("{} · {}", event.agency, dates(event))}
            </p>
            <h2>{event.title.as_str()}</h2>
            <div class="record-columns">
                <section>
                    <h3>"Chinese side"</h3>
                    <OfficialList officials=&event.officials />
                    <h3>"Foreign side"</h3>
                    <CounterpartList counterparts=&event.counterparts />
                    <h3>"Confidence"</h3>
                    <p data-test="confidence">
                        <span class=format!(
                            "tag {}",
                            event.confidence,
                        )>{cell(explorer, event, RecordColumn::Confidence)}</span>
                        " "
                        {meaning.map(|word| word.definition.as_str())}
                    </p>
                    {note}
                    <h3>"Sources"</h3>
                    <SourceList sources=&event.sources />
                    {(!explorer.is_own()).then(|| view! { <ReportError /> })}
                </section>
                <section>
                    <h3>"Facts"</h3>
                    <FactList facts />
                    <h3>"More like this"</h3>
                    <p class="hint">"Interactions in all records"</p>
                    <ul class="more" data-test="more-like-this">
                        {more.collect_view()}
                    </ul>
                    {(!explorer.is_own()).then(|| view! { <RecordHistory id=&event.id /> })}
                </section>
            </div>
        </article>
    }
}
