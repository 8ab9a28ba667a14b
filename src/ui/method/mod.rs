//! What is counted and how, where it comes from, what is missing, how to cite it.
//!
//! Prose stands in the HTML files beside this one; what is computed from the dataset, here.

use leptos::prelude::*;

use super::store::{Store, store};
use crate::dataset::CONTENT_HASH;
use crate::dataset::codebook::Word;
use crate::explore::facet::Facet;
use crate::explore::filter::Standing;
use crate::explore::measure::Measure;
use crate::number::grouped;
use crate::view::hash;
use crate::view::sentence::date_words;
use crate::view::state::{Page, ViewState};

/// The method page.
#[component]
pub fn Method() -> impl IntoView {
    let store = store();
    let dataset = store.explorer.dataset();
    let codebook = &dataset.codebook;
    let numbers = store.explorer.totals(Measure::Interactions).summary;
    let sources: usize = dataset.events.iter().map(|event| event.sources.len()).sum();
    let first = dataset.events.iter().min_by_key(|e| e.date.first_day()).map(|e| e.date);
    let last = dataset.events.iter().max_by_key(|e| e.date.last_day()).map(|e| e.date);
    let span = match (first, last) {
        (Some(first), Some(last)) => format!("{} to {}", date_words(first), date_words(last)),
        _ => String::new(),
    };
    let fields = codebook
        .fields
        .iter()
        .map(|f| view! { <tr><th scope="row"><code>{f.name.clone()}</code></th><td>{f.description.clone()}</td></tr> });
    view! {
        <article class="method" data-test="method">
            <h2>"How this was made, and how to read it"</h2>
            <p class="lead">
                "The explorer holds " {grouped(numbers.events)} " events and " {grouped(numbers.interactions)}
                " interactions with " {grouped(numbers.countries)} " countries, from " {span} ". Each event rests on \
                public reports; there are " {grouped(u32::try_from(sources).unwrap_or(u32::MAX))} " links to them."
            </p>

            <section inner_html=include_str!("counting.html")></section>
            <section inner_html=include_str!("origin.html")></section>

            <section>
                <h3>"How far it reaches, and what is thin"</h3>
                <ComparisonTable />
                <div inner_html=include_str!("gaps.html")></div>
            </section>

            <section>
                <div inner_html=include_str!("quality.html")></div>
                {words(store, "Confidence", Facet::Confidence, &codebook.vocabularies.confidences)}
            </section>

            <section>
                <h3>"Support for the Global Security Initiative"</h3>
                <p>{gsi_words(store)}</p>
                {words(store, "Basis", Facet::Gsi, &codebook.vocabularies.gsi_bases)}
            </section>

            <section>
                <h3>"Codebook"</h3>
                <details>
                    <summary>"Fields of an event"</summary>
                    <table class="codebook"><tbody>{fields.collect_view()}</tbody></table>
                </details>
                <details><summary>"Ranks"</summary>{words(store, "Rank", Facet::Rank, &codebook.vocabularies.ranks)}</details>
                <details><summary>"Formats and channels"</summary>
                    {words(store, "Format", Facet::Format, &codebook.vocabularies.formats)}
                    {words(store, "Channel", Facet::Channel, &codebook.vocabularies.channels)}
                </details>
                <details><summary>"Counterparts\u{2019} offices"</summary>{words(store, "Office", Facet::Office, &codebook.vocabularies.offices)}</details>
                <details><summary>"Topics"</summary>{words(store, "Topic", Facet::Topic, &codebook.vocabularies.topics)}</details>
                <details><summary>"Forums and mechanisms"</summary>{words(store, "Forum", Facet::Forum, &codebook.vocabularies.forums)}</details>
                <details><summary>"Organizations"</summary>{words(store, "Organization", Facet::Organization, &codebook.vocabularies.organizations)}</details>
            </section>

            <section inner_html=include_str!("errors.html")></section>

            <section>
                <h3>"Licence and citation"</h3>
                <p>"The compiled data: Creative Commons Attribution 4.0 International (" {codebook.licence.clone()} "). The code: MIT."</p>
                <p>"Cite the dataset as:"</p>
                <blockquote data-test="citation">
                    {codebook.title.clone()} ", version " {codebook.version.clone()} " (" {codebook.released.clone()} "), content "
                    {CONTENT_HASH} ". Compiled from public reports after the method of Greitens, Kardon and Waltz (2025). "
                    "Security Diplomacy Explorer."
                </blockquote>
                <p>"To cite a view, add its address: it restores the same filters, and the content hash tells whether the data are still the same. What the paper found is to be cited from the paper."</p>
            </section>
        </article>
    }
}

/// The dataset beside the paper, in the paper's window. Ours is computed, theirs is printed.
#[component]
fn ComparisonTable() -> impl IntoView {
    let store = store();
    let count = |agency: Option<&str>| {
        let mut filters = crate::explore::filter::Filters::default();
        filters.set(Facet::Window, "yes", Standing::Included);
        if let Some(agency) = agency {
            filters.set(Facet::Agency, agency, Standing::Included);
        }
        let summary = store.explorer.explore(&filters, Measure::Interactions).summary;
        let mut state = ViewState::default().on(Page::Records);
        state.filters = filters;
        (summary, hash::encode(&state))
    };
    // The paper counts meetings of the MSS only.
    let rows = [
        ("All", None, "227", "321"),
        ("MPS", Some("MPS"), "189", "267"),
        ("CPLC", Some("CPLC"), "31", "52"),
        ("MSS", Some("MSS"), "6", "–"),
    ]
    .map(|(label, agency, events, interactions)| {
        let (ours, link) = count(agency);
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td><a href=link>{grouped(ours.events)}</a></td>
                <td>{events}</td>
                <td>{grouped(ours.interactions)}</td>
                <td>{interactions}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="The dataset beside the paper">
            <table class="numbers-table comparison">
                <caption>"June 2022 to July 2025, the paper\u{2019}s window"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Agency"</th>
                        <th scope="col">"Events here"</th>
                        <th scope="col">"Events, paper"</th>
                        <th scope="col">"Interactions here"</th>
                        <th scope="col">"Interactions, paper"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn gsi_words(store: Store) -> String {
    let support = &store.explorer.dataset().gsi_support;
    let collective = support.iter().filter(|s| s.basis == "collective statement").count();
    format!(
        "A public statement of support was found for {} countries, for {} of them only in a collective text of a \
         forum that they belong to. The paper counts 113 supporters and lists none. The facet tells for each \
         interaction what the counterpart country\u{2019}s support rests on.",
        support.len(),
        collective
    )
}

/// A vocabulary with the number of interactions per word, each a link to its records.
fn words(store: Store, head: &'static str, facet: Facet, words: &[Word]) -> impl IntoView {
    let counts = store.explorer.totals(Measure::Interactions).facet(facet);
    let rows = words.iter().map(|word| {
        let code = store.explorer.table().dictionary(facet).code(&word.id);
        let count = code.and_then(|code| counts.get(usize::from(code)).copied()).unwrap_or(0);
        let mut state = ViewState::default().on(Page::Records);
        state.filters.set(facet, &word.id, Standing::Included);
        let number = if count > 0 {
            view! { <a href=hash::encode(&state)>{grouped(count)}</a> }.into_any()
        } else {
            view! { <span>"0"</span> }.into_any()
        };
        view! {
            <tr><th scope="row">{word.label.clone()}</th><td>{word.definition.clone()}</td><td class="count">{number}</td></tr>
        }
    });
    view! {
        <table class="codebook">
            <thead><tr><th scope="col">{head}</th><th scope="col">"Meaning"</th><th scope="col" class="count">"Interactions"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
