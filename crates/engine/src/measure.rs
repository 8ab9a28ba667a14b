//! Sums and means of a number per bin of a dimension.

use crate::codes::{Code, each_width};
use crate::column::Cells;
use crate::crossfilter::Crossfilter;
use crate::error::Error;

impl Crossfilter {
    /// The sum of a number per bin of a dimension, under all filters but the dimension's own, in the number's
    /// unit. A row with several values adds to each. Added up in the order of the table, by one pass
    /// over the rows in view: sums of floats cannot be taken back exactly, as counts can.
    ///
    /// # Errors
    /// [`Error::Kind`] if `number` holds no numbers or `dimension` does not exist.
    pub fn sums(&mut self, dimension: usize, number: usize) -> Result<Vec<f64>, Error> {
        Ok(self.added_up(dimension, number)?.into_iter().map(|(sum, _)| sum).collect())
    }

    /// The mean of a number per bin of a dimension, of the rows that have the number; NaN where there
    /// is none. Otherwise as [`sums`](Self::sums).
    ///
    /// # Errors
    /// As [`sums`](Self::sums).
    pub fn means(&mut self, dimension: usize, number: usize) -> Result<Vec<f64>, Error> {
        let added_up = self.added_up(dimension, number)?.into_iter();
        Ok(added_up.map(|(sum, count)| sum / f64::from(count)).collect())
    }

    /// The sum of a number and how many rows in view have one, per bin of a dimension: for means of
    /// several bins together. Otherwise as [`sums`](Self::sums).
    ///
    /// # Errors
    /// As [`sums`](Self::sums).
    pub fn added_up(&mut self, dimension: usize, number: usize) -> Result<Vec<(f64, u32)>, Error> {
        self.settle_brush();
        let table = self.table();
        let values = table.numbers(number).ok_or(Error::Kind { column: number })?;
        let column = table.columns.get(dimension).ok_or(Error::Kind { column: dimension })?;
        let mut bins = vec![(0.0, 0_u32); column.bins()];
        let passing = self.filters.all_but(&[dimension]);
        let rows = passing.iter().filter(|&row| values[row].is_finite());
        let mut add = |bin: usize, row: usize| {
            bins[bin].0 += values[row];
            bins[bin].1 += 1;
        };
        match &column.cells {
            Cells::One(codes) | Cells::Number { codes, .. } => {
                each_width!(codes, codes => rows.for_each(|row| add(codes[row].at(), row)));
            }
            Cells::Text(_) => {}
            Cells::Many { offsets, codes } => each_width!(codes, codes => rows.for_each(|row| {
                let range = offsets[row] as usize..offsets[row + 1] as usize;
                codes[range].iter().for_each(|code| add(code.at(), row));
            })),
            Cells::Date(days) => {
                let mut bin = 0;
                rows.for_each(|row| {
                    while days.starts.get(bin + 1).is_some_and(|&next| next as usize <= row) {
                        bin += 1;
                    }
                    add(bin, row);
                });
            }
        }
        Ok(bins)
    }
}
