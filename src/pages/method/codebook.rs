//! The codebook: the fields of an event, and its vocabularies with how often each word occurs.

use explorer_dataset::codebook::Word;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::state::{Page, ViewState};
use leptos::prelude::*;

use crate::store::use_store;

/// Tables that unfold.
#[component]
pub fn FoldedTables(
    /// What they are of.
    title: &'static str,
    /// The tables.
    children: Children,
) -> impl IntoView {
    view! {
        <details>
            <summary>{title}</summary>
            {children()}
        </details>
    }
}

/// The fields of an event.
#[component]
pub fn FieldTable() -> impl IntoView {
    let fields = use_store().explorer.dataset().codebook.fields.iter().map(|field| {
        view! {
            <tr>
                <th scope="row">
                    <code>{field.name.as_str()}</code>
                </th>
                <td>{field.description.as_str()}</td>
            </tr>
        }
    });
    view! {
        <table class="codebook">
            <thead>
                <tr>
                    <th scope="col">"Field"</th>
                    <th scope="col">"What it holds"</th>
                </tr>
            </thead>
            <tbody>{fields.collect_view()}</tbody>
        </table>
    }
}

/// A vocabulary with the number of interactions per word, each a link to its records.
#[component]
pub fn WordTable(
    /// Heading of the words.
    head: &'static str,
    /// The facet whose values the words are.
    facet: Facet,
    /// The words.
    words: &'static [Word],
) -> impl IntoView {
    let rows = words.iter().map(|word| [&word.id, &word.label, &word.definition]);
    view! { <CountedTable head facet rows=rows.collect() /> }
}

/// The values of a facet that are no words of the codebook, with the same numbers.
#[component]
pub fn ValueTable(
    /// Heading of the values.
    head: &'static str,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let entries = use_store().explorer.table().dictionary(facet).entries().iter();
    let rows = entries.map(|entry| [&entry.id, &entry.label, &entry.note]);
    view! { <CountedTable head facet rows=rows.collect() /> }
}

/// Values of a facet with what they mean and the number of interactions, each a link to its records.
#[component]
fn CountedTable(
    /// Heading of the values.
    head: &'static str,
    /// The facet.
    facet: Facet,
    /// Id, name and meaning of each.
    rows: Vec<[&'static String; 3]>,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let counts = explorer.totals(Measure::Interactions).facet(facet);
    let rows = rows.into_iter().map(|[id, label, meaning]| {
        let code = explorer.table().dictionary(facet).code(id);
        let count = code.and_then(|code| counts.get(usize::from(code)).copied()).unwrap_or(0);
        let mut state = ViewState::of(explorer, Page::Records);
        state.filters.set(facet, id, Standing::Included);
        let number = match count {
            0 => "0".into_any(),
            _ => view! { <a href=hash::encode(&state)>{grouped(count)}</a> }.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{label.as_str()}</th>
                <td>{meaning.as_str()}</td>
                <td class="count">{number}</td>
            </tr>
        }
    });
    view! {
        <table class="codebook counted">
            <thead>
                <tr>
                    <th scope="col">{head}</th>
                    <th scope="col">"Meaning"</th>
                    <th scope="col">"Interactions"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
