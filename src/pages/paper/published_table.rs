//! Numbers of the paper, beside those of the open dataset or alone.

use explorer_view::published::{
    Comparison, Kind, Number, compare, is_told_with_a_sum, printed_words,
};
use leptos::prelude::*;

use crate::components::table_scroll::TableScroll;
use crate::records;
use crate::store::use_store;

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
    let own = use_store().explorer.is_own();
    let names = match own {
        true => ["Your file", "Difference", "Ratio to the paper", "Open data"].as_slice(),
        false => ["Open data", "Difference", "Ratio to the paper"].as_slice(),
    };
    let headings =
        names.iter().filter(|_| compared).map(|text| view! { <th scope="col">{*text}</th> });
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
        let links = links(&comparison);
        // A reader's own file stands between the paper and the open dataset.
        let start = records::of_start().filter(|_| use_store().explorer.is_own());
        let open = start.map(|open| {
            let open = compare(&open.explorer, published);
            let tenths = open.readings.first().map(|reading| reading.number.tenths.to_string());
            view! {
                <td data-part="open" data-count=tenths>
                    {lines(self::links(&open), "Not in the dataset")}
                </td>
            }
        });
        let tenths = readings().next().map(|reading| reading.number.tenths.to_string());
        let differences: Vec<_> = readings().filter_map(|r| comparison.difference(r)).collect();
        let ratios: Vec<_> = readings().filter_map(|reading| comparison.ratio(reading)).collect();
        view! {
            <td data-part="computed" data-count=tenths>
                {lines(links, "Not in the dataset")}
            </td>
            <td data-part="difference">{lines(differences, "Not to be compared")}</td>
            <td data-part="coverage">{lines(ratios, "No ratio")}</td>
            {open}
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

/// The numbers of a dataset, each as the way to its records.
fn links(comparison: &Comparison<'_>) -> Vec<AnyView> {
    let links = comparison.readings.iter().map(|reading| {
        let words = words(reading.number, reading.unit);
        view! { <a href=reading.link.clone()>{words}</a> }.into_any()
    });
    links.collect()
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
