//! The engine at scale as JavaScript sees it.
//!
//! A module of its own, because the page is compiled for size and this for speed, with vector
//! instructions (`cargo xtask bench --peers` builds it; `xtask/src/fast_engine.rs` has the flags). Everything goes in and
//! out in typed arrays. What is wrong comes as an exception with a sentence.
#![cfg(target_arch = "wasm32")]

mod file;

use explorer_engine::{Crossfilter, Error, TableBuilder};
use wasm_bindgen::prelude::*;

/// A table that is being filled with whole columns.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Builder(TableBuilder);

#[wasm_bindgen]
impl Builder {
    /// No column yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a category by codes of one byte, which are positions in `labels`; others are rows without a value.
    /// Returns the column's number.
    ///
    /// # Errors
    /// If the labels are too many or too long for 32 bits.
    pub fn category(
        &mut self,
        name: &str,
        labels: Vec<String>,
        codes: Vec<u8>,
    ) -> Result<usize, JsError> {
        self.add(name, &labels, codes)
    }

    /// As `category`, by codes of four bytes; they are stored in as few as will do.
    ///
    /// # Errors
    /// As `category`.
    pub fn wide_category(
        &mut self,
        name: &str,
        labels: Vec<String>,
        codes: Vec<u32>,
    ) -> Result<usize, JsError> {
        self.add(name, &labels, codes)
    }

    /// Adds numbers, counted in `bins` equal ranges; NaN is none. Returns the column's number.
    pub fn numbers(&mut self, name: &str, values: Vec<f64>, bins: usize) -> usize {
        self.0.numbers(name, values, bins)
    }

    /// Adds the dates, in days since 1970-01-01; the smallest number of 32 bits is none. Returns the column's
    /// number.
    pub fn days(&mut self, name: &str, days: Vec<i32>) -> usize {
        self.0.days(name, days)
    }

    /// Sorts and codes everything. The builder is used up.
    ///
    /// # Errors
    /// If columns differ in length, or there are two dates or too many rows.
    pub fn finish(self) -> Result<Engine, JsError> {
        Ok(Engine(Crossfilter::new(self.0.finish().map_err(sentence)?)))
    }
}

impl Builder {
    fn add(
        &mut self,
        name: &str,
        labels: &[String],
        codes: impl Into<explorer_engine::CodeArray>,
    ) -> Result<usize, JsError> {
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        self.0.category_codes(name, &labels, codes).map_err(sentence)
    }
}

/// A table under filters. Columns are named by their numbers; one that is not there has no counts and
/// cannot be filtered.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(Crossfilter);

#[wasm_bindgen]
impl Engine {
    /// How many bins a column has; the last is that of rows without a value.
    pub fn bins(&self, column: usize) -> usize {
        self.0.table().bins(column)
    }

    /// The values of a category in the order of their bins.
    pub fn values(&self, column: usize) -> Vec<String> {
        let dictionary = self.0.table().dictionary(column);
        dictionary.map_or(Vec::new(), |values| values.values().map(str::to_owned).collect())
    }

    /// The day of each bin of the date, in days since 1970-01-01.
    pub fn days(&self, column: usize) -> Vec<i32> {
        self.0.table().days(column).unwrap_or_default().to_vec()
    }

    /// The edges of a number's bins: one more than there are bins with numbers.
    pub fn edges(&self, column: usize) -> Vec<f64> {
        let table = self.0.table();
        (0..table.bins(column)).filter_map(|bin| table.edge(column, bin)).collect()
    }

    /// Rows per bin of a column, under all filters but its own.
    pub fn counts(&self, column: usize) -> Vec<u32> {
        self.0.counts(column).to_vec()
    }

    /// The counts of all columns, one after the other.
    pub fn all_counts(&self) -> Vec<u32> {
        self.0.all_counts().to_vec()
    }

    /// Rows per bin of a column without any filter.
    pub fn totals(&self, column: usize) -> Vec<u32> {
        self.0.totals(column).to_vec()
    }

    /// Number of rows that pass all filters.
    pub fn in_view(&self) -> u32 {
        self.0.in_view()
    }

    /// Original numbers of rows that pass all filters, by date.
    pub fn rows(&mut self, skip: usize, limit: usize) -> Vec<u32> {
        self.0.rows(skip, limit)
    }

    /// Adds a bin to a column's facet filter, or takes it out.
    pub fn toggle(&mut self, column: usize, bin: u32) {
        self.0.toggle(column, bin);
    }

    /// Makes these bins a column's facet filter; none clears it.
    pub fn select(&mut self, column: usize, bins: &[u32]) {
        self.0.select(column, bins);
    }

    /// The bins that a column is filtered to.
    pub fn selected(&self, column: usize) -> Vec<u32> {
        self.0.selected(column)
    }

    /// Filters a number to a range with both its ends.
    ///
    /// # Errors
    /// If the column holds no numbers.
    pub fn number_range(&mut self, column: usize, low: f64, high: f64) -> Result<(), JsError> {
        self.0.number_range(column, Some((low, high))).map_err(sentence)
    }

    /// Filters the date to a range with both its ends, in days since 1970-01-01.
    ///
    /// # Errors
    /// If the column holds no dates.
    pub fn date_range(&mut self, column: usize, first: i32, last: i32) -> Result<(), JsError> {
        self.0.date_range(column, Some((first, last))).map_err(sentence)
    }

    /// Filters to rows with all words of a query in their values in some columns (none named: all).
    pub fn search(&mut self, columns: &[usize], query: &str) {
        self.0.search(columns, query);
    }

    /// Counts what a brush over a column will need.
    ///
    /// # Errors
    /// If the column cannot be brushed.
    pub fn start_brush(&mut self, column: usize) -> Result<(), JsError> {
        self.0.start_brush(column).map_err(sentence)
    }

    /// Filters the brushed column to its bins from `from` to before `to`.
    pub fn brush(&mut self, from: usize, to: usize) {
        self.0.brush(from, to);
    }

    /// Leaves the brushed range as the column's filter.
    pub fn end_brush(&mut self) {
        self.0.end_brush();
    }

    /// Sum of a number per bin of a column, under all filters but its own.
    ///
    /// # Errors
    /// If the second column holds no numbers.
    pub fn sums(&mut self, column: usize, number: usize) -> Result<Vec<f64>, JsError> {
        self.0.sums(column, number).map_err(sentence)
    }

    /// As `sums`, means.
    ///
    /// # Errors
    /// As `sums`.
    pub fn means(&mut self, column: usize, number: usize) -> Result<Vec<f64>, JsError> {
        self.0.means(column, number).map_err(sentence)
    }

    /// Bytes that table, filters, counts and brush take.
    pub fn memory(&self) -> usize {
        self.0.memory().total()
    }
}

fn sentence(error: Error) -> JsError {
    JsError::new(&error.to_string())
}
