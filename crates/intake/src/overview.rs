//! What becomes of a table, before it is shown.

use explorer_reader::Problem;
use serde::{Deserialize, Serialize};

use crate::choices::{Assigned, Grouping};
use crate::vocabulary::Vocabulary;

/// Problems that are listed; all are counted.
pub const LISTED: usize = 500;

/// What becomes of a table under a reader's choices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Rows of the table.
    pub rows: u32,
    /// Rows of which no record can be made.
    pub unused: u32,
    /// Events that are made of them.
    pub events: u32,
    /// Interactions: events × counterparts.
    pub interactions: u32,
    /// The ways to find rows of the same event that the table allows, with how many events each gives.
    pub groupings: Vec<(Grouping, u32)>,
    /// The one that is taken.
    pub grouping: Option<Grouping>,
    /// Whether there are several that differ, and the reader has taken none.
    pub is_asked: bool,
    /// Words that no list has.
    pub unmatched: Vec<UnmatchedWord>,
    /// What the table does not have, and what is done about it, in sentences.
    pub missing: Vec<String>,
    /// What is wrong, by row and column: the first [`LISTED`].
    pub problems: Vec<Problem>,
    /// How many problems there are.
    pub problem_count: u32,
}

/// A word that no list has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmatchedWord {
    /// Where its column's words come from.
    pub vocabulary: Vocabulary,
    /// It, as it was first written.
    pub text: String,
    /// How many rows have it.
    pub rows: u32,
    /// What it stands for; `None` if that has to be said.
    pub stands_for: Option<Assigned>,
}
