//! What is counted and how, where it comes from, what is missing, how to cite it.
//!
//! Prose stands in the HTML files beside this one; what is computed from the dataset, here.

mod citation;
mod codebook;

use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::paper::NUMBERS;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use self::citation::Citation;
use self::codebook::{FieldTable, FoldedTables, ValueTable, WordTable};
use crate::components::records::report_error::ReportError;
use crate::store::{Store, use_store};
use crate::version::is_hosted;

/// The method page.
#[component]
pub fn MethodPage() -> impl IntoView {
    let store = use_store();
    let v = &store.explorer.dataset().codebook.vocabularies;
    let own = store.explorer.is_own();
    view! {
        <article class="method" data-test="method">
            <h2>"How this was made, and how to read it"</h2>
            <p class="lead">{lead(store)}</p>
            <section>
                <div inner_html=include_str!("counting.html")></div>
            </section>
            {(!own).then(|| view! { <OpenDataset /> })}
            <section>
                <h3>"Confidence of a record"</h3>
                <WordTable head="Confidence" facet=Facet::Confidence words=&v.confidences />
            </section>
            <section>
                <h3>"What is uncertain"</h3>
                <div inner_html=include_str!("uncertain.html")></div>
                <ValueTable head="Uncertain" facet=Facet::Certainty />
            </section>
            <section>
                <h3>"Support for the Global Security Initiative"</h3>
                <p>{support(store)}</p>
                <WordTable head="Basis" facet=Facet::Gsi words=&v.gsi_bases />
            </section>
            <section>
                <h3>"Codebook"</h3>
                <FoldedTables title="Fields of an event">
                    <FieldTable />
                </FoldedTables>
                <FoldedTables title="Ranks">
                    <WordTable head="Rank" facet=Facet::Rank words=&v.ranks />
                </FoldedTables>
                <FoldedTables title="Formats and channels">
                    <WordTable head="Format" facet=Facet::Format words=&v.formats />
                    <WordTable head="Channel" facet=Facet::Channel words=&v.channels />
                </FoldedTables>
                <FoldedTables title="Counterparts\u{2019} offices">
                    <WordTable head="Office" facet=Facet::Office words=&v.offices />
                </FoldedTables>
                <FoldedTables title="Topics">
                    <WordTable head="Topic" facet=Facet::Topic words=&v.topics />
                </FoldedTables>
                <FoldedTables title="Forums and mechanisms">
                    <WordTable head="Forum" facet=Facet::Forum words=&v.forums />
                </FoldedTables>
                <FoldedTables title="Organizations">
                    <WordTable
                        head="Organization"
                        facet=Facet::Organization
                        words=&v.organizations
                    />
                </FoldedTables>
            </section>
            {(!own).then(|| view! { <OpenEnd /> })}
        </article>
    }
}

/// Where the open dataset comes from, and what is thin in it.
#[component]
fn OpenDataset() -> impl IntoView {
    let store = use_store();
    view! {
        <section>
            <div inner_html=include_str!("origin.html")></div>
        </section>
        <section>
            <h3>"How far it reaches, and what is thin"</h3>
            <p>
                "Every number of the paper stands beside that of this dataset on "
                <a href=move || {
                    store.link_to(Page::Paper(NUMBERS.to_owned()))
                }>"the paper\u{2019}s page"</a>
                "."
            </p>
            <div>
                <div inner_html=include_str!("gaps.html")></div>
            </div>
        </section>
        <section>
            <div inner_html=include_str!("quality.html")></div>
        </section>
    }
}

/// What follows the codebook of the open dataset: reports, changes, files, licence.
#[component]
fn OpenEnd() -> impl IntoView {
    let store = use_store();
    view! {
        <section>
            <h3>"Report an error"</h3>
            <p>
                "The page of each record has a report that names the record and what it says; this one is \
                 for everything else."
            </p>
            <ReportError label="Prepare a report" />
        </section>
        <section>
            <h3>"What changed"</h3>
            <p>
                {format!("You see version {}. ", store.explorer.dataset().codebook.version)}
                <a href=move || {
                    store.link_to(Page::Changes)
                }>"What each version changed, record by record"</a>
            </p>
        </section>
        {is_hosted()
            .then(|| {
                view! {
                    <section>
                        <h3>"As files"</h3>
                        <p>
                            "All tables as CSV and JSON with schemas and checksums, every version, and a feed of \
                             versions: "
                            <a href="data/index.html">"the dataset as files"</a>
                        </p>
                    </section>
                }
            })}
        <Citation />
    }
}

fn lead(store: Store) -> String {
    if store.explorer.is_own() {
        return "What is counted of your file, and the words of its codebook: those of the open dataset, with those \
                that only your file has."
            .to_owned();
    }
    let events = &store.explorer.dataset().events;
    let numbers = store.explorer.totals(Measure::Interactions).summary;
    let sources: usize = events.iter().map(|event| event.sources.len()).sum();
    let first = events.iter().min_by_key(|e| e.date.first_day()).map(|e| date_words(e.date));
    let last = events.iter().max_by_key(|e| e.date.first_day()).map(|e| date_words(e.date));
    format!(
        "The explorer holds {} events and {} interactions with {} countries, from {} to {}. Each event rests on \
         public reports; there are {} links to them.",
        grouped(numbers.events),
        grouped(numbers.interactions),
        grouped(numbers.countries),
        first.unwrap_or_default(),
        last.unwrap_or_default(),
        grouped(sources as u64)
    )
}

fn support(store: Store) -> String {
    let support = &store.explorer.dataset().gsi_support;
    let own = support.iter().filter(|support| support.is_own()).count();
    let all = support.iter().filter(|support| support.is_support()).count();
    format!(
        "{own} countries have backed the initiative in their own words; {} more only through a text of a group that \
         they belong to. Countries that signed a text which only mentions it are not counted. The paper counts 113 \
         supporters but does not name them. The facet tells for each interaction what the counterpart \
         country\u{2019}s support rests on.",
        all - own
    )
}
