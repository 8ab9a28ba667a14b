//! What is wrong with a file, by row and column.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest value that a [`Problem`] quotes, in characters; a longer one ends in an ellipsis.
pub const QUOTED: usize = 200;

/// One thing that is wrong in one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The row as a spreadsheet numbers it: the header is row 1, and empty lines count. In JSON
    /// Lines the line, in a JSON list the item, both from 1.
    pub row: u64,
    /// The column's name as in [`crate::Sink::header`], or `column N` for one beyond the header.
    /// Shortened like the value. `None` if the row as a whole is wrong.
    pub column: Option<String>,
    /// What stands there, shortened to [`QUOTED`] characters.
    pub value: String,
    /// What was expected in its place.
    pub expected: String,
}

impl Problem {
    /// A problem with a value, which is shortened.
    pub fn new(row: u64, column: Option<&str>, value: &str, expected: impl Into<String>) -> Self {
        Self {
            row,
            column: column.map(|name| shortened(name, QUOTED)),
            value: shortened(value, QUOTED),
            expected: expected.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(column) = &self.column {
            write!(f, "{column}: ")?;
        }
        write!(f, "expected {}", self.expected)?;
        if self.value.is_empty() {
            return Ok(());
        }
        write!(f, ", found \u{201c}{}\u{201d}", self.value)
    }
}

/// The first `most` characters of a text, and an ellipsis if there are more.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}\u{2026}", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The problems of a file: all are counted, the first ones are kept.
///
/// A file of a million rows with a date that nobody can read has a million problems; a page that
/// kept them all would need more memory for them than for the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    total: u64,
}

impl Problems {
    /// How many problems are kept.
    pub const KEPT: usize = 10_000;

    /// Counts a problem, and keeps it if it is among the first [`Self::KEPT`].
    pub fn push(&mut self, problem: Problem) {
        self.push_with(|| problem);
    }

    /// As [`push`](Self::push), and makes the problem only if it is kept.
    pub fn push_with(&mut self, problem: impl FnOnce() -> Problem) {
        self.total = self.total.saturating_add(1);
        if self.kept.len() < Self::KEPT {
            self.kept.push(problem());
        }
    }

    /// The problems that are kept, in the order in which they were found.
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// How many problems there are, kept or not.
    pub fn total(&self) -> u64 {
        self.total
    }
}
