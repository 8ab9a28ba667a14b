//! A table beside the records: what is in both, only here, only there.

use std::ops::Range;

use explorer_loader::{Loaded, SideBySide, side_by_side};
use explorer_meaning::country::Countries;
use explorer_reader::problem::shortened;
use serde::{Deserialize, Serialize};

use crate::column_kind::{country, has_countries};
use crate::embedded::{Embedded, agencies};
use crate::row_view::SHOWN;

/// A part of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// What is in both.
    Both,
    /// What is only in the table.
    Here,
    /// What is only in the records.
    There,
}

/// How much is in each part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PartCounts {
    /// Pairs of a row and a record.
    pub both: usize,
    /// Rows in no pair.
    pub here: usize,
    /// Records in no pair.
    pub there: usize,
    /// Rows without a date or a country.
    pub not_compared: usize,
}

/// A row of the table and a record that are the same, or one of them alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedEntry {
    /// The row's number in the file, and what it says at its beginning.
    pub row: Option<(u64, String)>,
    /// The record's place among the interactions.
    pub record: Option<usize>,
}

/// A table that was compared with the records.
#[derive(Debug)]
pub struct Compared(SideBySide);

impl Compared {
    /// Compares all rows, in view or not, with interactions of the records.
    pub fn new(loaded: &Loaded, records: &[Embedded]) -> Self {
        let known: Vec<_> = records.iter().map(Embedded::interaction).collect();
        Self(side_by_side(loaded, &agencies(), &known))
    }

    /// How much is in each part.
    pub fn counts(&self) -> PartCounts {
        let SideBySide { both, only_here, only_there, not_compared } = &self.0;
        PartCounts {
            both: both.len(),
            here: only_here.len(),
            there: only_there.len(),
            not_compared: *not_compared,
        }
    }

    /// Some entries of a part.
    pub fn entries(
        &self,
        loaded: &Loaded,
        countries: &Countries,
        part: Part,
        range: Range<usize>,
    ) -> Vec<ComparedEntry> {
        let SideBySide { both, only_here, only_there, .. } = &self.0;
        let len = match part {
            Part::Both => both.len(),
            Part::Here => only_here.len(),
            Part::There => only_there.len(),
        };
        let entries = (range.start.min(len)..range.end.min(len)).map(|at| {
            let (row, record) = match part {
                Part::Both => both.get(at).copied().unzip(),
                Part::Here => (only_here.get(at).copied(), None),
                Part::There => (None, only_there.get(at).copied()),
            };
            let row = row.map(|row| (loaded.row_number(row), first_cells(loaded, countries, row)));
            ComparedEntry { row, record }
        });
        entries.collect()
    }
}

/// What a row of the file says at its beginning.
fn first_cells(loaded: &Loaded, countries: &Countries, row: usize) -> String {
    let cells: Vec<String> = loaded
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| match has_countries(column) {
            true => {
                let names = loaded.values(row, at).into_iter().map(|code| {
                    country(countries, &code).map_or(code.clone(), |it| it.name_en.clone())
                });
                names.collect::<Vec<_>>().join("; ")
            }
            false => loaded.cell(row, at),
        })
        .filter(|cell| !cell.is_empty())
        .take(5)
        .collect();
    shortened(&cells.join(" \u{b7} "), SHOWN)
}
