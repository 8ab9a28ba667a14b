//! What tooltips of a table's charts say.

use explorer::ui::tooltip::TipLine;
use explorer_number::grouped;

use crate::measure::Measure;

/// A line with a number in words.
pub fn tip_line(label: &str, value: String) -> TipLine {
    TipLine { color: "", label: label.to_owned(), value }
}

/// The measure's value, if it is not the rows, and how many rows there are.
pub fn tip_lines(measure: Measure, value: String, rows: u32) -> Vec<TipLine> {
    let measured = (measure != Measure::Rows).then(|| tip_line(measure.heading(), value));
    measured.into_iter().chain([tip_line("Rows", grouped(rows))]).collect()
}
