//! Numbers of the paper, beside those of the open dataset or alone.

use explorer_view::published::{Comparison, Kind, Number, is_told_with_a_sum, printed_words};
use leptos::prelude::*;

use crate::components::table_scroll::TableScroll;

/// Numbers of the paper.
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
    // What nothing can be set beside needs no empty columns.
    let compared = numbers.iter().any(|comparison| !comparison.readings.is_empty());
    let headings = ["Open data", "Difference", "Ratio to the paper"].into_iter();
    let headings = headings.filter(|_| compared).map(|text| view! { <th scope="col">{text}</th> });
    let headings = headings.collect_view();
    let rows = numbers.into_iter();
    let rows = rows.map(|comparison| view! { <PublishedRow comparison compared notes /> });
    let rows = rows.collect_view();
    view! {
        <TableScroll class="paper-table" label>
            <table class="published">
                <thead>
                    <tr>
                        <th scope="col">"What the paper states"</th>
                        <th scope="col">"Paper"</th>
                        {headings}
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
    /// The number of the paper and those of the open dataset.
    comparison: Comparison<'static>,
    /// Whether there are columns of the open dataset.
    compared: bool,
    /// Whether it is told with its section of the paper and what to know of it.
    notes: bool,
) -> impl IntoView {
    let published = comparison.published;
    let note = published.note.clone().filter(|_| notes && !is_told_with_a_sum(published));
    let unit = match notes {
        true => format!("{} · {}", published.unit, published.paper_section),
        false => published.unit.clone(),
    };
    let small = [Some(unit), published.unlike.clone(), published.erratum.clone(), note];
    let small = small.into_iter().flatten().map(|text| view! { <small>{text}</small> });
    let suffix = if published.unit.starts_with("percent") { "%" } else { "" };
    let cells = compared.then(|| {
        let readings = || comparison.readings.iter();
        let links: Vec<_> = readings()
            .map(|reading| {
                let words = words(reading.number, reading.unit);
                view! { <a href=reading.link.clone()>{words}</a> }
            })
            .collect();
        let tenths = readings().next().map(|reading| reading.number.tenths.to_string());
        let differences: Vec<_> = readings().filter_map(|r| comparison.difference(r)).collect();
        let ratios: Vec<_> = readings().filter_map(|reading| comparison.ratio(reading)).collect();
        view! {
            <td data-part="computed" data-count=tenths>
                {lines(links, "Not in the dataset")}
            </td>
            <td data-part="difference">{lines(differences, "Not to be compared")}</td>
            <td data-part="coverage">{lines(ratios, "No ratio")}</td>
        }
    });
    view! {
        <tr data-test="published-number" data-value=published.id.as_str()>
            <th scope="row">{published.statement.as_str()} {small.collect_view()}</th>
            <td data-part="published">{printed_words(published) + suffix}</td>
            {cells}
        </tr>
    }
}

fn words(number: Number, unit: &str) -> String {
    let words = number.words();
    match (number.kind, unit) {
        (Kind::Share, _) => words + "%",
        (_, "") => words,
        _ => format!("{words} {unit}"),
    }
}

/// A line per unit; a dash where there is none.
fn lines(content: Vec<impl IntoView + 'static>, none: &'static str) -> AnyView {
    if content.is_empty() {
        return view! {
            <span class="zero" title=none>
                "\u{2013}"
            </span>
        }
        .into_any();
    }
    let lines = content.into_iter().map(|line| view! { <div>{line}</div> });
    lines.collect_view().into_any()
}
