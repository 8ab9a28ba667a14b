//! What does not change about a table while it is open.

use explorer_loader::Loaded;
use explorer_meaning::country::{Countries, Country};
use explorer_meaning::mapping::{Meaning, Role};
use explorer_reader::header::Note;
use serde::{Deserialize, Serialize};

use crate::axis::Axis;
use crate::axis_counts::axis_of;
use crate::column_kind::ColumnKind;
use crate::facet::order;

/// How many names that are no countries are shown.
pub const UNMATCHED: usize = 50;

/// What does not change about a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct About {
    /// Its columns that are loaded, in the order of the file.
    pub columns: Vec<AboutColumn>,
    /// All its rows.
    pub rows: usize,
    /// How many cells are not kept as they stand in the file.
    pub not_kept: u64,
    /// Whether one of its columns has the date that rows are sorted by.
    pub has_date: bool,
    /// How much is wrong with it.
    pub problems: ProblemCounts,
    /// What its owner should know besides.
    pub notes: Vec<Note>,
    /// The first names that are no known country.
    pub unmatched: Vec<UnmatchedName>,
    /// How many such names there are.
    pub all_unmatched: usize,
}

/// How much is wrong with the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProblemCounts {
    /// All problems.
    pub total: u64,
    /// Those that are kept.
    pub kept: usize,
    /// Rows that are not loaded.
    pub bad_rows: u64,
    /// Those of them that are kept.
    pub bad_rows_kept: usize,
}

/// What does not change about a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AboutColumn {
    /// Its name.
    pub name: String,
    /// Its dimension in the engine's table.
    pub dimension: usize,
    /// How it is shown.
    pub kind: ColumnKind,
    /// How its cells were read.
    pub role: Role,
    /// What it means.
    pub meaning: Option<Meaning>,
    /// How many values its facet has, where it has one.
    pub values: usize,
    /// The axis of its chart, where it has one.
    pub axis: Option<Axis>,
    /// How many of its dates stand at the first day that they can mean.
    pub inexact_dates: usize,
}

/// A name that is no known country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmatchedName {
    /// The name.
    pub name: String,
    /// How many rows have it.
    pub rows: u64,
    /// The countries that it may mean: code and name.
    pub suggested: Vec<(String, String)>,
}

impl About {
    /// What does not change about that table.
    pub fn of(loaded: &Loaded, countries: &Countries) -> Self {
        let columns = loaded.columns.iter().enumerate().map(|(at, column)| {
            let kind = ColumnKind::of(loaded, at);
            AboutColumn {
                name: column.name.clone(),
                dimension: column.dimension,
                kind,
                role: column.role,
                meaning: column.meaning,
                values: match kind.has_values() {
                    true => order(loaded, column.dimension).len(),
                    false => 0,
                },
                axis: axis_of(loaded, at),
                inexact_dates: loaded.inexact_dates(at),
            }
        });
        let names = loaded.unmatched.list(countries);
        let unmatched = names.iter().take(UNMATCHED).map(|(name, rows, suggested)| UnmatchedName {
            name: (*name).to_owned(),
            rows: *rows,
            suggested: suggested.iter().map(|country| code_and_name(country)).collect(),
        });
        Self {
            columns: columns.collect(),
            rows: loaded.view.table().len(),
            not_kept: loaded.not_kept(),
            has_date: loaded.date_column().is_some(),
            problems: ProblemCounts {
                total: loaded.problems.total(),
                kept: loaded.problems.kept().len(),
                bad_rows: loaded.summary.bad_rows,
                bad_rows_kept: loaded.bad_rows.len(),
            },
            notes: loaded.summary.notes.clone(),
            unmatched: unmatched.collect(),
            all_unmatched: names.len(),
        }
    }

    /// The column with that meaning, if one has it.
    pub fn column_of(&self, meaning: Meaning) -> Option<&AboutColumn> {
        self.columns.iter().find(|column| column.meaning == Some(meaning))
    }
}

/// The code and the name of a country.
pub fn code_and_name(country: &Country) -> (String, String) {
    (country.iso3.clone(), country.name_en.clone())
}
