//! What tooltips of a table's charts say.

use crate::components::tooltip::{Tip, TipLine};
use explorer_explore::filter::Standing;
use explorer_number::{grouped, percent};

use explorer_table::measure::Measure;

/// The measure's value, if it is not the rows, and how many rows there are.
pub fn tip_lines(measure: Measure, value: String, rows: u32) -> Vec<TipLine> {
    let measured = (measure != Measure::Rows).then(|| TipLine::new(measure.heading(), value));
    measured.into_iter().chain([TipLine::new("Rows", grouped(rows))]).collect()
}

/// What is said of a value that is pointed at.
pub fn value_tip(
    label: &str,
    measure: Measure,
    words: &str,
    rows: u32,
    in_view: u32,
    standing: Standing,
) -> Tip {
    let mut lines = tip_lines(measure, words.to_owned(), rows);
    if measure == Measure::Rows && in_view > 0 && rows <= in_view {
        lines.push(TipLine::new("Share of those in view", percent(rows, in_view)));
    }
    let hint = match standing {
        Standing::Free => "Click: only this \u{b7} Shift: add \u{b7} Alt: exclude",
        Standing::Included => "Click again to clear",
        Standing::Excluded => "Alt and click to bring back",
    };
    Tip { at: (0.0, 0.0), title: label.to_owned(), lines, hint }
}
