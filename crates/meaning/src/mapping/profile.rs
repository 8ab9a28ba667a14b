//! What the first rows of a table say about its columns.

use std::collections::BTreeMap;

use explorer_reader::cells::Cells;
use explorer_reader::date::{Evidence, Written, serial, written};
use explorer_reader::number::{Decimal, DecimalEvidence, Forms, is_missing, read};

use crate::country::Countries;

/// What is in one column, as far as it was looked at. Numbers are of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnProfile {
    /// The column's name.
    pub name: String,
    /// Cells with something in them.
    pub filled: u64,
    /// Cells with nothing but blanks.
    pub empty: u64,
    /// Different values, with how many cells have each; of [`Profile::DISTINCT`] at most.
    pub values: BTreeMap<String, u64>,
    /// Cells with values beyond those.
    pub beyond: u64,
    /// The first different values, for a preview.
    pub examples: Vec<String>,
    /// Characters of all values.
    pub characters: u64,
    /// Dates, without those that are but a number.
    pub dates: u64,
    /// Numbers that can be years, months or days without marks: 2024, 202409, 20240906.
    pub plain_dates: u64,
    /// Numbers that can be days as spreadsheets count them.
    pub serials: u64,
    /// What the dates say about the order of day and month.
    pub order: Evidence,
    /// Numbers, with either mark.
    pub numbers: u64,
    /// What the numbers say about their mark.
    pub decimal: DecimalEvidence,
    /// What speaks against reading them as numbers.
    pub forms: Forms,
    /// Markers of missing values, such as NA and `..`.
    pub missing: u64,
    /// Addresses on the web.
    pub links: u64,
    /// Names and codes of countries.
    pub countries: u64,
}

/// What the first rows of a table say about each column.
#[derive(Debug, Clone)]
pub struct Profile {
    columns: Vec<ColumnProfile>,
    rows: u64,
    bytes: usize,
}

impl Profile {
    /// How many rows are looked at.
    pub const ROWS: u64 = 5_000;
    /// How many bytes of cells are looked at, if rows are long.
    pub const BYTES: usize = 32 << 20;
    /// How many different values are kept per column.
    pub const DISTINCT: usize = 2_000;
    /// How many examples are kept per column.
    pub const EXAMPLES: usize = 5;
    /// Values are kept up to that many bytes; longer ones are text in any case.
    const LONGEST: usize = 400;

    /// A profile of no rows.
    pub fn new(header: &[String]) -> Self {
        let column = |name: &String| ColumnProfile { name: name.clone(), ..Default::default() };
        Self { columns: header.iter().map(column).collect(), rows: 0, bytes: 0 }
    }

    /// Takes a row into account, if it is among the first [`Self::ROWS`] and
    /// [`Self::BYTES`]. Whether more are wanted.
    pub fn add(&mut self, cells: Cells<'_>) -> bool {
        if self.rows >= Self::ROWS || self.bytes >= Self::BYTES {
            return false;
        }
        self.bytes = self.bytes.saturating_add(cells.iter().map(str::len).sum());
        self.rows += 1;
        for (column, cell) in self.columns.iter_mut().zip(cells.iter()) {
            let cell = cell.trim();
            if cell.is_empty() {
                column.empty += 1;
                continue;
            }
            column.filled += 1;
            column.characters += cell.chars().count() as u64;
            if let Some(count) = column.values.get_mut(cell) {
                *count += 1;
            } else if column.values.len() < Self::DISTINCT && cell.len() <= Self::LONGEST {
                column.values.insert(cell.to_owned(), 1);
                if column.examples.len() < Self::EXAMPLES {
                    column.examples.push(cell.to_owned());
                }
            } else {
                column.beyond += 1;
            }
        }
        true
    }

    /// The rows that were looked at.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The columns, with every value judged.
    pub fn finish(mut self, countries: &Countries) -> Vec<ColumnProfile> {
        for column in &mut self.columns {
            let values = std::mem::take(&mut column.values);
            for (value, count) in &values {
                column.judge(value, *count, countries);
            }
            column.forms = Forms::of(values.keys().map(String::as_str));
            column.values = values;
        }
        self.columns
    }
}

impl ColumnProfile {
    fn judge(&mut self, value: &str, count: u64, countries: &Countries) {
        let plain = value.bytes().all(|byte| byte.is_ascii_digit());
        match written(value) {
            Some(_) if plain => self.plain_dates += count,
            // A fraction such as 12.2024 can be a month, too.
            Some(Written::Sure(date))
                if date.day().is_none() && read(value, Decimal::Point).is_some() => {}
            Some(_) => self.dates += count,
            None => {}
        }
        self.serials += if serial(value).is_some() { count } else { 0 };
        // Each cell is evidence, but what counts is whether there is any.
        self.order.add(value);
        self.decimal.add(value);
        let number = read(value, Decimal::Point).or_else(|| read(value, Decimal::Comma));
        self.numbers += if number.is_some() { count } else { 0 };
        self.missing += if is_missing(value) { count } else { 0 };
        self.links += if is_link(value) { count } else { 0 };
        self.countries += if countries.find(value).is_some() { count } else { 0 };
    }

    /// Whether at least `percent` of the filled cells that were judged are of a kind.
    pub(super) fn mostly(&self, of_a_kind: u64, percent: u64) -> bool {
        let judged = self.filled.saturating_sub(self.beyond);
        judged > 0 && of_a_kind.saturating_mul(100) >= judged.saturating_mul(percent)
    }

    /// Whether at least `percent` of the cells are numbers, of those that say that they have a value.
    pub(super) fn has_numbers(&self, percent: u64) -> bool {
        let missing = self.missing.saturating_add(self.beyond);
        let judged = self.filled.saturating_sub(missing);
        self.numbers > 0 && self.numbers.saturating_mul(100) >= judged.saturating_mul(percent)
    }
}

pub(super) fn is_link(text: &str) -> bool {
    let web = |begin: &str| {
        text.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
    };
    web("http://") || web("https://")
}
