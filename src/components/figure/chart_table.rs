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
    /// Whether counts and first further counts are those of two sides, whose difference it says.
    pub difference: bool,
    /// What the totals are of; empty shows none.
    pub all: &'static str,
    /// What shares are taken of; 0 shows none.
    pub whole: u32,
    /// The rows.
    pub rows: Vec<TableRow>,
    /// All of them together, each record counted once. It is no row of a file, where it would be added.
    pub sum: Option<TableRow>,
}

impl TableRow {
    /// By how much its count is above the first of its further counts.
    fn difference(&self) -> i64 {
        i64::from(self.count) - self.parts.first().map_or(0, |part| i64::from(*part))
    }
}

/// A difference as a reader reads it, with its sign.
fn signed(difference: i64) -> String {
    let sign = match difference {
        0 => "",
        1.. => "+",
        _ => "\u{2212}",
    };
    format!("{sign}{}", grouped(difference.unsigned_abs()))
}

impl TableView {
    /// What heads the differences.
    fn difference_heading(&self) -> Option<String> {
        let other = self.parts.first().filter(|_| self.difference)?;
        Some(format!("{} minus {other}", self.counted))
    }

    /// The same for a file.
    pub fn to_numbers(&self) -> Numbers {
        let first = [self.first, "Id", self.counted].map(str::to_owned);
        let uncertain = self.uncertain.then(|| UNCERTAIN.to_owned());
        let headings = first.into_iter().chain(uncertain).chain(self.parts.iter().cloned());
        let headings = headings.chain(self.difference_heading());
        let headings = headings.chain([format!("In {}", self.all)]);
        let lines = self.rows.iter().map(|row| {
            let count = row.words.clone().unwrap_or_else(|| row.count.to_string());
            let first = [row.label.clone(), row.value.clone(), count];
            let uncertain = self.uncertain.then_some(&row.uncertain);
            let parts = uncertain.into_iter().chain(&row.parts).map(u32::to_string);
            let difference = self.difference.then(|| row.difference().to_string());
            let parts = parts.chain(difference);
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
        let table = table.get();
        let difference_heading = table.difference_heading();
        let TableView { first, counted, parts, uncertain, difference, all, whole, rows, sum } =
            table;
        let heading = |text: String| view! { <th scope="col">{text}</th> };
        let uncertain_heading = uncertain.then(|| heading(UNCERTAIN.to_owned()));
        let headings = parts.into_iter().chain(difference_heading).map(heading).collect_view();
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
            let difference = difference.then(|| {
                let number = row.difference();
                view! { <td data-difference=number.to_string()>{signed(number)}</td> }
            });
            let share = (whole > 0).then(|| view! { <td>{percent(row.count, whole)}</td> });
            let total = (!all.is_empty()).then(|| view! { <td>{grouped(row.total)}</td> });
            let count = row.words.clone().unwrap_or_else(|| grouped(row.count));
            view! {
                <th scope="row">{row.label.clone()}</th>
                <td>{count}</td>
                {uncertain}
                {parts}
                {difference}
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
