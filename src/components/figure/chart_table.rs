//! The same as a chart, as a table.

use explorer_export::chart::Numbers;
use explorer_number::{grouped, percent};
use leptos::prelude::*;

/// What heads how much is uncertain.
const UNCERTAIN: &str = "Uncertain";

/// A row of a chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The value's id, or the bin's key.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Its count.
    pub count: u32,
    /// What is written in its place, if anything.
    pub words: Option<String>,
    /// How much of it is uncertain, where the table says that.
    pub uncertain: u32,
    /// Its count over all records.
    pub total: u32,
    /// Further counts, in the order of the table's further headings.
    pub parts: Vec<u32>,
}

/// A chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableView {
    /// Heading of the first column.
    pub first: &'static str,
    /// Heading of the counts.
    pub counted: &'static str,
    /// Headings of further counts.
    pub parts: Vec<String>,
    /// Whether it says how much is uncertain.
    pub uncertain: bool,
    /// What the totals are of; empty shows none.
    pub all: &'static str,
    /// What shares are taken of; 0 shows none.
    pub whole: u32,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// All of them together, each record counted once. It is no row of a file, where it would be added.
    pub sum: Option<TableRow>,
}

impl TableView {
    /// The same for a file.
    pub fn to_numbers(&self) -> Numbers {
        let first = [self.first, "Id", self.counted].map(str::to_owned);
        let uncertain = self.uncertain.then(|| UNCERTAIN.to_owned());
        let headings = first.into_iter().chain(uncertain).chain(self.parts.iter().cloned());
        let headings = headings.chain([format!("In {}", self.all)]);
        let lines = self.rows.iter().map(|row| {
            let count = row.words.clone().unwrap_or_else(|| row.count.to_string());
            let first = [row.label.clone(), row.value.clone(), count];
            let uncertain = self.uncertain.then_some(&row.uncertain);
            let parts = uncertain.into_iter().chain(&row.parts).map(u32::to_string);
            first.into_iter().chain(parts).chain([row.total.to_string()]).collect()
        });
        Numbers { headings: headings.collect(), lines: lines.collect() }
    }
}

/// A chart as a table.
#[component]
pub fn ChartTable(
    /// What it shows.
    table: Memo<TableView>,
) -> impl IntoView {
    move || {
        let TableView { first, counted, parts, uncertain, all, whole, rows, sum } = table.get();
        let heading = |text: String| view! { <th scope="col">{text}</th> };
        let uncertain_heading = uncertain.then(|| heading(UNCERTAIN.to_owned()));
        let headings = parts.into_iter().map(heading).collect_view();
        let share = (whole > 0).then(|| heading("Share".to_owned()));
        let total = (!all.is_empty()).then(|| heading(format!("In {all}")));
        let cells = move |row: &TableRow| {
            let uncertain = uncertain.then(|| {
                let count = row.uncertain;
                view! { <td data-uncertain=count.to_string()>{grouped(count)}</td> }
            });
            let parts = row.parts.iter().map(|part| {
                view! { <td data-count=part.to_string()>{grouped(*part)}</td> }
            });
            let parts = parts.collect_view();
            let share = (whole > 0).then(|| view! { <td>{percent(row.count, whole)}</td> });
            let total = (!all.is_empty()).then(|| view! { <td>{grouped(row.total)}</td> });
            let count = row.words.clone().unwrap_or_else(|| grouped(row.count));
            view! {
                <th scope="row">{row.label.clone()}</th>
                <td>{count}</td>
                {uncertain}
                {parts}
                {share}
                {total}
            }
        };
        let rows = rows.into_iter().map(|row| {
            view! {
                <tr data-value=row.value.clone() data-count=row.count.to_string()>{cells(&row)}</tr>
            }
        });
        let sum = sum.map(|sum| {
            view! {
                <tfoot>
                    <tr data-sum=sum.count.to_string()>{cells(&sum)}</tr>
                </tfoot>
            }
        });
        view! {
            <div
                class="table-scroll"
                tabindex="0"
                role="region"
                aria-label=format!("Numbers of the chart by {first}")
            >
                <table class="numbers-table">
                    <thead>
                        <tr>
                            {heading(first.to_owned())} {heading(counted.to_owned())}
                            {uncertain_heading} {headings} {share} {total}
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                    {sum}
                </table>
            </div>
        }
    }
}
