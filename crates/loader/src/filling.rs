//! A table that is being filled row by row.

use std::rc::Rc;

use explorer_engine::TableBuilder;
use explorer_meaning::country::{Countries, Unmatched};
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use explorer_reader::csv::BadRows;
use explorer_reader::{Cells, Problem, Problems, Sink};

use crate::column::{Column, Shared};
use crate::failure::Failure;
use crate::originals::Originals;
use crate::row_numbers::RowNumbers;

/// Takes what the reader reads, and holds all that is loaded so far.
#[derive(Debug)]
pub struct Filling {
    pub mapping: Mapping,
    pub builder: TableBuilder,
    pub columns: Vec<Column>,
    pub header: Vec<String>,
    pub numbers: RowNumbers,
    pub rows: u64,
    pub problems: Problems,
    pub bad_rows: BadRows,
    pub unmatched: Unmatched,
    pub originals: Originals,
    /// Why nothing more is taken.
    pub failure: Option<Failure>,
    countries: Rc<Countries>,
}

impl Filling {
    /// Nothing is filled in yet.
    pub fn new(mapping: Mapping, countries: Rc<Countries>) -> Self {
        Self {
            mapping,
            builder: TableBuilder::new(),
            columns: Vec::new(),
            header: Vec::new(),
            numbers: RowNumbers::default(),
            rows: 0,
            problems: Problems::default(),
            bad_rows: BadRows::default(),
            unmatched: Unmatched::default(),
            originals: Originals::default(),
            failure: None,
            countries,
        }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let (cells, dictionaries) = self.builder.bytes();
        let columns: usize = self.columns.iter().map(Column::bytes).sum();
        let kept = self.originals.bytes() + self.bad_rows.bytes();
        cells + dictionaries + columns + self.numbers.bytes() + kept
    }

    /// The position in the file of the date that rows are sorted by: the one that means the date of
    /// the event, or the first.
    fn sorting(&self) -> Option<usize> {
        let is_date = |at: &usize| {
            self.mapping.columns.get(*at).is_some_and(|column| matches!(column.role, Role::Date(_)))
        };
        let meant = self.mapping.column_of(Meaning::Date).filter(is_date);
        meant.or_else(|| (0..self.mapping.columns.len()).find(is_date))
    }
}

impl Sink for Filling {
    fn header(&mut self, names: &[String]) {
        self.header = names.to_vec();
        if !self.mapping.fits(names) {
            let (mapped, found) = (self.mapping.columns.len(), names.len());
            self.failure = Some(Failure::OtherColumns { mapped, found });
            return;
        }
        let sorting = self.sorting();
        for (at, mapped) in self.mapping.columns.iter().enumerate() {
            self.columns.extend(Column::new(at, mapped, Some(at) == sorting, &mut self.builder));
        }
        if self.columns.is_empty() {
            self.failure = Some(Failure::NoColumn);
        }
    }

    fn row(&mut self, number: u64, cells: Cells<'_>) {
        if self.failure.is_some() {
            return;
        }
        let mut shared = Shared {
            mapping: &self.mapping,
            countries: &self.countries,
            builder: &mut self.builder,
            problems: &mut self.problems,
            unmatched: &mut self.unmatched,
            originals: &mut self.originals,
            row: self.rows as usize,
            number,
        };
        for column in &mut self.columns {
            let year = column.year_column.map_or("", |year| cells.get(year));
            if let Err(error) = column.fill(cells.get(column.source), year, &mut shared) {
                self.failure = Some(error.into());
                return;
            }
        }
        // The engine refuses a table of more rows than this can number.
        self.numbers.push(u32::try_from(self.rows).unwrap_or(u32::MAX), number);
        self.rows += 1;
    }

    fn bad_row(&mut self, number: u64, cells: Cells<'_>, problems: Vec<Problem>) {
        self.bad_rows.keep(number, cells);
        problems.into_iter().for_each(|problem| self.problems.push(problem));
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}
