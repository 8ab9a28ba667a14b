//! Numbers of the paper beside those of the open dataset.

use explorer_number::grouped;
use explorer_view::published::{Comparison, printed_words};
use leptos::prelude::*;

use crate::components::table_scroll::TableScroll;

/// Numbers of the paper beside those of the open dataset.
#[component]
pub fn PublishedTable(
    /// What tells it from the other tables of the page.
    #[prop(into)]
    label: String,
    /// The numbers.
    numbers: Vec<Comparison<'static>>,
    /// Whether each is told with its section of the paper and what to know of it.
    #[prop(optional)]
    notes: bool,
) -> impl IntoView {
    let rows = numbers.into_iter().map(|comparison| view! { <PublishedRow comparison notes /> });
    let rows = rows.collect_view();
    view! {
        <TableScroll class="paper-table" label>
            <table class="published">
                <thead>
                    <tr>
                        <th scope="col">"What the paper states"</th>
                        <th scope="col">"Paper"</th>
                        <th scope="col">"Open data"</th>
                        <th scope="col">"Difference"</th>
                        <th scope="col">"Coverage"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TableScroll>
    }
}

/// A number.
#[component]
fn PublishedRow(
    /// The number of the paper and that of the open dataset.
    comparison: Comparison<'static>,
    /// Whether it is told with its section of the paper and what to know of it.
    notes: bool,
) -> impl IntoView {
    let (difference, coverage) = (comparison.difference(), comparison.coverage());
    let Comparison { published, computed, link } = comparison;
    let note = published.note.as_deref().filter(|_| notes);
    let unit = match notes {
        true => format!("{} · {}", published.unit, published.paper_section),
        false => published.unit.clone(),
    };
    let suffix = if published.unit.starts_with("percent") { "\u{a0}%" } else { "" };
    let computed = computed.zip(link);
    let tenths = computed.as_ref().map(|(number, _)| number.tenths.to_string());
    let computed = computed.map(|(number, link)| {
        view! { <a href=link>{format!("{}{suffix}", number.words())}</a> }
    });
    let difference = difference.map(|words| view! { <span>{words}</span> });
    let coverage = coverage.map(|percent| {
        view! { <span>{format!("{}\u{a0}%", grouped(percent))}</span> }
    });
    view! {
        <tr data-test="published-number" data-value=published.id.as_str()>
            <th scope="row">
                {published.statement.as_str()} <small>{unit}</small>
                {note.map(|note| view! { <small>{note}</small> })}
            </th>
            <td data-part="published">{printed_words(published) + suffix}</td>
            <td data-part="computed" data-count=tenths>
                {or_none(computed)}
            </td>
            <td data-part="difference">{or_none(difference)}</td>
            <td data-part="coverage">{or_none(coverage)}</td>
        </tr>
    }
}

/// A dash for what the dataset does not have.
fn or_none(content: Option<impl IntoView + 'static>) -> AnyView {
    match content {
        Some(content) => content.into_any(),
        None => view! {
            <span class="zero" title="Not in the dataset">
                "\u{2013}"
            </span>
        }
        .into_any(),
    }
}
