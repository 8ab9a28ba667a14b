//! A file that is loaded.

use explorer_engine::{Crossfilter, Kind};
use explorer_meaning::country::Unmatched;
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use explorer_reader::Problems;
use explorer_reader::csv::{BadRows, Summary};
use explorer_reader::date::PartialDate;

use crate::column::BETWEEN;
use crate::filling::Filling;
use crate::originals::Originals;
use crate::precision::{Precision, Precisions};
use crate::row_numbers::RowNumbers;

/// A file as a table under filters. A row is named by its position in the engine's table, which is
/// sorted by date; a column by its position in [`columns`](Self::columns).
#[derive(Debug)]
pub struct Loaded {
    /// The table, its filters and counts.
    pub view: Crossfilter,
    /// The columns that are not ignored, in the file's order.
    pub columns: Vec<LoadedColumn>,
    /// The names of all columns of the file.
    pub header: Vec<String>,
    /// How its columns were read.
    pub mapping: Mapping,
    /// What is wrong, by row and column.
    pub problems: Problems,
    /// The rows that are not loaded.
    pub bad_rows: BadRows,
    /// The names that are no countries.
    pub unmatched: Unmatched,
    /// What the reader says at the end.
    pub summary: Summary,
    numbers: RowNumbers,
    originals: Originals,
    /// Per column, by rows in the order of the file.
    precisions: Vec<Precisions>,
    /// The column with the date that rows are sorted by.
    date: Option<usize>,
}

/// A column that is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedColumn {
    /// Its name.
    pub name: String,
    /// Its position in the file.
    pub source: usize,
    /// Its position in the engine's table. Texts and links have no bins there
    /// ([`Kind::Text`]); dates besides the one that rows are sorted by are numbers of days.
    pub dimension: usize,
    /// How its cells were read.
    pub role: Role,
    /// What it means.
    pub meaning: Option<Meaning>,
}

impl Loaded {
    pub(crate) fn new(view: Crossfilter, filling: Filling, summary: Summary) -> Self {
        let Filling { mapping, header, numbers, problems, bad_rows, .. } = filling;
        let Filling { unmatched, originals, .. } = filling;
        let (mut columns, mut precisions) = (Vec::new(), Vec::new());
        for column in filling.columns {
            if let Some(mapped) = mapping.columns.get(column.source) {
                columns.push(LoadedColumn {
                    name: mapped.name.clone(),
                    source: column.source,
                    dimension: column.dimension,
                    role: mapped.role,
                    meaning: mapped.meaning,
                });
                precisions.push(column.precisions);
            }
        }
        let is_date =
            |column: &LoadedColumn| view.table().kind(column.dimension) == Some(Kind::Date);
        let date = columns.iter().position(is_date);
        Self {
            view,
            columns,
            header,
            mapping,
            problems,
            bad_rows,
            unmatched,
            summary,
            numbers,
            originals,
            precisions,
            date,
        }
    }

    /// The rows in view, by date: `limit` of them after the first `skip`.
    pub fn rows(&mut self, skip: usize, limit: usize) -> Vec<usize> {
        self.view.table_rows(skip, limit)
    }

    /// The number of a row in the file, as a spreadsheet has it: bad rows and empty lines count
    /// ([`explorer_reader::Problem::row`]).
    pub fn row_number(&self, row: usize) -> u64 {
        self.numbers.of(self.view.table().original(row))
    }

    /// The column with the date that rows are sorted by: the one that means the date of the event, or
    /// the first with dates.
    pub fn date_column(&self) -> Option<usize> {
        self.date
    }

    /// The column with that meaning.
    pub fn column_of(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == Some(meaning))
    }

    /// A cell to be shown: a date as 2024-09-06, 2024-09, 2024-Q3, 2024-H2, 2024-W36, 2024 or, for
    /// a fiscal year, 2024/25; a number in its shortest form,
    /// a country by its ISO 3166 code of three letters, several values with `; ` between. Empty
    /// where there is no value, and for what is not there.
    pub fn cell(&self, row: usize, column: usize) -> String {
        let Some(LoadedColumn { dimension, role, .. }) = self.columns.get(column) else {
            return String::new();
        };
        let table = self.view.table();
        if let Role::Date(_) = role {
            return self.date_in(row, column).map_or(String::new(), |date| date.to_string());
        }
        if let Some(numbers) = table.numbers(*dimension) {
            return numbers.get(row).copied().map_or(String::new(), shortest);
        }
        let mut text = String::new();
        for value in self.texts(row, *dimension) {
            text.push_str(if text.is_empty() { "" } else { BETWEEN });
            text.push_str(value);
        }
        text
    }

    /// A cell as it stands in the file, where [`cell`](Self::cell) shows something else: what could not be
    /// read, a marker of a missing number, a number with its unit, and the name or the code of a country. `None` where it stands
    /// as it is shown, or is beyond what is [kept](Self::not_kept).
    pub fn as_written(&self, row: usize, column: usize) -> Option<&str> {
        let LoadedColumn { source, dimension, .. } = self.columns.get(column)?;
        let table = self.view.table();
        if row >= table.len() {
            return None;
        }
        let kept = self.originals.of_cell(table.original(row), *source);
        kept.or_else(|| {
            let is_one = table.kind(*dimension) != Some(Kind::Categories);
            let code = table.codes_of(*dimension, row).next().filter(|_| is_one)?;
            self.originals.of_value(*source, code)
        })
    }

    /// How many cells are not kept as they stand, since they are beyond the first million of such, or the
    /// first eight megabytes: where they could not be read, they are blank.
    pub fn not_kept(&self) -> u64 {
        self.originals.left_out()
    }

    /// Per row whether one of its cells that were kept as they stand matches.
    pub(crate) fn rows_written(&self, matches: impl Fn(&str) -> bool) -> Vec<bool> {
        let rows = self.originals.rows_with(matches);
        if rows.is_empty() {
            return Vec::new();
        }
        let table = self.view.table();
        let has = |row: usize| {
            u32::try_from(table.original(row)).is_ok_and(|row| rows.binary_search(&row).is_ok())
        };
        (0..table.len()).map(has).collect()
    }

    /// The values of a cell, each as [`cell`](Self::cell) shows it: several for a column of such, and
    /// for addresses.
    pub fn values(&self, row: usize, column: usize) -> Vec<String> {
        let Some(LoadedColumn { dimension, role, .. }) = self.columns.get(column) else {
            return Vec::new();
        };
        match role {
            Role::Link => {
                let texts = self.texts(row, *dimension).flat_map(|text| text.split(BETWEEN));
                texts.map(str::to_owned).collect()
            }
            Role::Date(_) | Role::Number(_) => {
                Some(self.cell(row, column)).filter(|cell| !cell.is_empty()).into_iter().collect()
            }
            _ => self.texts(row, *dimension).map(str::to_owned).collect(),
        }
    }

    /// The date that a row is sorted by, as exactly as it is known.
    pub fn date(&self, row: usize) -> Option<PartialDate> {
        self.date_in(row, self.date?)
    }

    pub(crate) fn date_in(&self, row: usize, column: usize) -> Option<PartialDate> {
        let table = self.view.table();
        let dimension = self.columns.get(column)?.dimension;
        if let (Some(first), Some(last)) =
            (table.day_of(dimension, row), table.last_day_of(dimension, row))
        {
            return Precision::between(first, last).date(first);
        }
        let day = table.numbers(dimension)?.get(row).copied().filter(|day| day.is_finite())?;
        // It was filled in as a whole number of 32 bits.
        self.precisions.get(column)?.of(table.original(row)).date(day as i32)
    }

    /// How many dates of a column, besides the one that rows are sorted by, are not known to the day: they
    /// are numbers of days, counted at the first that they can mean.
    pub fn inexact_dates(&self, column: usize) -> usize {
        self.precisions.get(column).map_or(0, Precisions::inexact)
    }

    fn texts(&self, row: usize, dimension: usize) -> impl Iterator<Item = &str> {
        let table = self.view.table();
        let dictionary = table.dictionary(dimension);
        table
            .codes_of(dimension, row)
            .filter_map(move |code| dictionary.map(|values| values.value(code)))
    }
}

/// A number in the fewest characters that say exactly it, in powers of ten where it is very large or
/// small; nothing for none.
pub fn shortest(number: f64) -> String {
    match number.abs() {
        size if !size.is_finite() => String::new(),
        0.0 => "0".to_owned(),
        1e-7..1e21 => number.to_string(),
        _ => format!("{number:e}"),
    }
}
