//! A record that was withdrawn: why, what it said, and where the meeting is recorded now.

use explorer_dataset::withdrawn::WithdrawnEvent;
use explorer_view::record::withdrawn_facts;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::facts::FactList;
use super::people::{CounterpartList, OfficialList};
use crate::components::records::report_error::ReportError;
use crate::components::records::source_list::SourceList;
use crate::store::use_store;

/// What is left of a record that was withdrawn.
#[component]
pub fn WithdrawnArticle(
    /// Which.
    withdrawn: &'static WithdrawnEvent,
) -> impl IntoView {
    let store = use_store();
    let dataset = store.explorer.dataset();
    let see = withdrawn.see.as_deref();
    let see = see.and_then(|id| dataset.events.iter().find(|event| event.id == id));
    let see = see.map(|event| {
        let link = store.link(Page::Record(event.id.clone()));
        view! {
            <p>
                "The meeting is now part of: "
                <a href=link data-test="see">
                    {format!("{}, {}", event.title, date_words(event.date))}
                </a>
            </p>
        }
    });
    view! {
        <article
            class="record-page"
            data-test="withdrawn-record"
            data-id=withdrawn.id.as_str()
        >
            <p class="kicker">
                {format!("Withdrawn · {} · {}", withdrawn.agency, date_words(withdrawn.date))}
            </p>
            <h2>
                <del>{withdrawn.title.as_str()}</del>
            </h2>
            <div class="withdrawal">
                <p>
                    <b>
                        "This record was withdrawn with "
                        <a href=move || {
                            store.link_to(Page::Changes)
                        }>{format!("version {}", withdrawn.withdrawn)}</a> ". "
                    </b>
                    {withdrawn.reason.as_str()}
                </p>
                {see}
                <p class="hint">
                    "It is counted nowhere, and no list has it. Its address stays, because links name it."
                </p>
            </div>
            <div class="record-columns">
                <section>
                    <h3>"Chinese side, as it was recorded"</h3>
                    <OfficialList officials=&withdrawn.officials />
                    <h3>"Foreign side, as it was recorded"</h3>
                    <CounterpartList counterparts=&withdrawn.counterparts />
                    <h3>"Sources that it rested on, or that contradict it"</h3>
                    <SourceList sources=&withdrawn.sources />
                    <ReportError />
                </section>
                <section>
                    <h3>"Facts, as they were recorded"</h3>
                    <FactList facts=withdrawn_facts(withdrawn) />
                </section>
            </div>
        </article>
    }
}
