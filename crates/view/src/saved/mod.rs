//! Views that a reader has saved: names and links, as a list that is kept in a browser and taken away as a
//! file.

pub mod described;
pub mod file;
pub mod list;
pub mod tour;

use explorer_explore::outcome::Summary;
use serde_json::{Map, Value};

use super::tour::own::on_one_line;

/// How many characters a name has at most.
pub const LONGEST_NAME: usize = 120;

/// A view that a reader has saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// What the reader calls it.
    pub name: String,
    /// Its link, from `#` on, with the version of the dataset that it was saved with.
    pub link: String,
    /// What the reader says of it; a step of a tour, if it is not empty.
    pub sentence: String,
    /// The day, as `YYYY-MM-DD`; empty if it is not known.
    pub saved: String,
    /// The numbers that it had then, on a page that has any.
    pub counts: Option<Summary>,
    /// What else a file said of it. It is kept as it is.
    pub other: Map<String, Value>,
}

impl SavedView {
    /// A view without a sentence.
    pub fn new(name: &str, link: &str, saved: &str, counts: Option<Summary>) -> Self {
        Self {
            name: on_one_line(name, LONGEST_NAME),
            link: link.to_owned(),
            sentence: String::new(),
            saved: saved.to_owned(),
            counts,
            other: Map::new(),
        }
    }
}

/// An item of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A view.
    View(SavedView),
    /// What a later form of the file has, and this page does not know. It is kept as it is.
    Unknown(Value),
}
