//! One column of a table, in the order of the table's rows.

use crate::binning::Binning;
use crate::bits::Bits;
use crate::codes::{Code, Codes, each_width};
use crate::dictionary::Dictionary;
use crate::membership::{Members, rows_with};
use crate::order::Days;

/// What the rows have in a column.
#[derive(Debug, Clone)]
pub enum Cells {
    /// One value of a dictionary, or none.
    One(Codes),
    /// Any number of distinct values: row `r` has `codes[offsets[r]..offsets[r + 1]]`. A row without
    /// any has the last bin.
    Many {
        /// One more than there are rows.
        offsets: Vec<u32>,
        /// All values of all rows.
        codes: Codes,
    },
    /// A number; not finite where there is none.
    Number {
        /// The numbers themselves.
        values: Vec<f64>,
        /// The bin of each.
        codes: Codes,
        /// What the bins are.
        binning: Binning,
    },
    /// The date that the rows are sorted by.
    Date(Days),
    /// One value of a dictionary, or none, that is only searched and shown: it has no bins, so that a
    /// million different texts cost no million counts.
    Text(Codes),
}

/// A named column.
#[derive(Debug, Clone)]
pub struct Column {
    /// The name it was added under.
    pub name: String,
    /// Its values, empty for numbers and dates. That of a text finds no codes.
    pub dictionary: Dictionary,
    /// What the rows have.
    pub cells: Cells,
}

impl Column {
    /// How many bins it has, with the last one, of rows without a value; a text has none at all.
    pub fn bins(&self) -> usize {
        1 + match &self.cells {
            Cells::One(_) | Cells::Many { .. } => self.dictionary.len(),
            Cells::Number { binning, .. } => binning.bins(),
            Cells::Date(days) => days.days.len(),
            Cells::Text(_) => return 0,
        }
    }

    /// The one code per row that is counted, where that is how the column is stored.
    pub fn codes(&self) -> Option<&Codes> {
        match &self.cells {
            Cells::One(codes) | Cells::Number { codes, .. } => Some(codes),
            Cells::Many { .. } | Cells::Date(_) | Cells::Text(_) => None,
        }
    }

    /// The rows of `len` that are in at least one of the bins for which `wanted` holds; of a text, those
    /// with one of the values for whose codes it does.
    pub fn rows_in(&self, len: usize, wanted: &dyn Fn(usize) -> bool) -> Bits {
        match &self.cells {
            Cells::One(codes) | Cells::Number { codes, .. } => {
                rows_with(codes, &Members::new(self.bins(), wanted))
            }
            Cells::Text(codes) => {
                rows_with(codes, &Members::new(self.dictionary.len() + 1, wanted))
            }
            Cells::Many { offsets, codes } => {
                let members = Members::new(self.bins(), wanted);
                each_width!(codes, codes => Bits::from_fn(len, |row| {
                    let range = offsets[row] as usize..offsets[row + 1] as usize;
                    codes[range].iter().any(|code| members.has(code.at()))
                }))
            }
            Cells::Date(days) => {
                let mut rows = Bits::none(len);
                let mut from = 0;
                // Neighbouring days are one range.
                while from < self.bins() {
                    let run = (from..self.bins()).take_while(|&bin| wanted(bin)).count();
                    if run > 0 {
                        rows.add(days.rows(from, from + run));
                    }
                    from += run + 1;
                }
                rows
            }
        }
    }

    /// Bytes on the heap: of codes, numbers and offsets, and of names and dictionary.
    pub fn bytes(&self) -> (usize, usize) {
        let cells = match &self.cells {
            Cells::One(codes) | Cells::Text(codes) => codes.bytes(),
            Cells::Many { offsets, codes } => offsets.capacity() * size_of::<u32>() + codes.bytes(),
            Cells::Number { values, codes, .. } => {
                values.capacity() * size_of::<f64>() + codes.bytes()
            }
            Cells::Date(days) => days.bytes(),
        };
        (cells, self.name.capacity() + self.dictionary.bytes())
    }
}
