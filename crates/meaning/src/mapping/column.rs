//! A mapping: one role per column, and what the column means.

use std::collections::BTreeMap;

use explorer_reader::date::DateForm;
use explorer_reader::header::fingerprint;
use explorer_reader::number::Decimal;
use serde::{Deserialize, Serialize};

use super::meaning::Meaning;
use crate::country::Naming;

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Dates, in that form.
    Date(DateForm),
    /// One of a number of values.
    Category,
    /// Several values in a cell, separated by that character.
    MultiValue(char),
    /// Numbers.
    Number(Decimal),
    /// Text that is searched and shown, and not counted.
    Text,
    /// Addresses on the web, several of them separated by blanks or semicolons.
    Link,
    /// Not loaded.
    Ignored,
}

impl Role {
    /// The words for roles in a saved mapping.
    pub const WORDS: [&str; 7] =
        ["date", "category", "multi-value", "number", "text", "link", "ignored"];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date(_) => "date",
            Self::Category => "category",
            Self::MultiValue(_) => "multi-value",
            Self::Number(_) => "number",
            Self::Text => "text",
            Self::Link => "link",
            Self::Ignored => "ignored",
        }
    }
}

/// What is done with one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// Its name, as in [`explorer_reader::Sink::header`].
    pub name: String,
    /// How its cells are read.
    pub role: Role,
    /// What it is of the things that the explorer knows, if anything. No two columns have the same.
    pub meaning: Option<Meaning>,
    /// How its cells name countries, if they do.
    pub naming: Naming,
}

/// What is done with each column of a table. Can be saved, and applied to another file with the
/// same header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Stands for the header that it was made for ([`fingerprint`]).
    pub header: String,
    /// In the order of the file, one per column.
    pub columns: Vec<ColumnMapping>,
    /// Countries (ISO alpha-3) that somebody chose for names which are no known ones.
    pub countries: BTreeMap<String, String>,
    /// Which rows are the same event, once records are made of them: a word of `explorer_intake`.
    pub events: Option<String>,
    /// What words stand for then that the codebook does not have: by list and word, a word that it has,
    /// or `None` for one that stays as it is.
    pub words: BTreeMap<String, BTreeMap<String, Option<String>>>,
}

impl Mapping {
    /// One of no columns.
    pub fn none() -> Self {
        let (header, columns, countries) = Default::default();
        Self { header, columns, countries, events: None, words: BTreeMap::new() }
    }

    /// Whether it was made for a file with these columns.
    pub fn fits(&self, header: &[String]) -> bool {
        self.header == fingerprint(header) && self.columns.len() == header.len()
    }

    /// The place of the column with that meaning.
    pub fn column_of(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Some(meaning))
    }
}
