//! What the owner of a file should know besides its problems.

use explorer_number::grouped;
use explorer_reader::header::Note;
use explorer_reader::problem::shortened;
use leptos::prelude::*;

use super::open_table::use_open_table;

/// Notes on the file, if there are any.
#[component]
pub fn ProblemNotes() -> impl IntoView {
    let notes: Vec<String> = use_open_table().about().notes.iter().map(words).collect();
    (!notes.is_empty()).then(|| {
        let notes = notes.into_iter().map(|note| view! { <li>{note}</li> });
        view! {
            <ul class="own-notes hint" data-test="file-notes">
                {notes.collect_view()}
            </ul>
        }
    })
}

fn words(note: &Note) -> String {
    let count = |count: &u64, one: &str, more: &str| match *count {
        1 => format!("1 {one}"),
        count => format!("{} {more}", grouped(count)),
    };
    match note {
        Note::Unnamed { column, name } => {
            format!("Column {column} has no name, and is called \u{201c}{name}\u{201d}.")
        }
        Note::Renamed { from, to } => format!(
            "Two columns are called \u{201c}{from}\u{201d}; the later one is \u{201c}{to}\u{201d} here."
        ),
        Note::Joined { column } => {
            format!("Lists in \u{201c}{column}\u{201d} are several values of a cell.")
        }
        Note::Flattened { column } => {
            format!("Objects in \u{201c}{column}\u{201d} are columns of their own.")
        }
        Note::Chosen { taken, others } => format!(
            "The table is the list \u{201c}{taken}\u{201d}; there is also {}.",
            others.join(", ")
        ),
        Note::StrayQuotes(n) => format!(
            "{} taken for what they are.",
            count(n, "quote within a cell is", "quotes within cells are")
        ),
        Note::EmptyRows(n) => format!(
            "{} left out.",
            count(n, "row without any value is", "rows without any value are")
        ),
        Note::BlankLines(n) => {
            format!("{} left out.", count(n, "empty line is", "empty lines are"))
        }
        Note::ShortRows(n) => format!(
            "{} cells than columns; the last ones are empty.",
            count(n, "row has fewer", "rows have fewer")
        ),
        Note::AboveHeader(n) => {
            format!("{} above the names of the columns left out.", count(n, "row is", "rows are"))
        }
        Note::BelowHeader { row, text } => format!(
            "Row {row} is left out, as it seems to say what the columns hold: {}.",
            shortened(text, 200)
        ),
        Note::NoHeader => {
            "No row has the names of the columns, so they are called by their places.".to_owned()
        }
        Note::TrailingSeparators(n) => {
            format!("{} in separators with nothing behind.", count(n, "row ends", "rows end"))
        }
    }
}
