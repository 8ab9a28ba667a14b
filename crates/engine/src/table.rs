//! Rows as columns, sorted by date.

use crate::bits::Bits;
use crate::codes::{Code, each_width};
use crate::column::{Cells, Column};
use crate::dictionary::Dictionary;
use crate::fused::{Fused, has_missing};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One value of a dictionary per row.
    Category,
    /// Any number of them.
    Categories,
    /// A number.
    Number,
    /// The date.
    Date,
    /// A text that is searched and shown, and not counted: it has no bins and cannot be filtered by them.
    Text,
}

/// A table that does not change any more. Columns are named by their positions, in the order in
/// which the builder was told of them.
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) rows: usize,
    pub(crate) columns: Vec<Column>,
    pub(crate) fused: Vec<Fused>,
    /// The original number of each row; `None` where rows came sorted.
    order: Option<Vec<u32>>,
}

impl Table {
    pub(crate) fn new(rows: usize, columns: Vec<Column>, order: Option<Vec<u32>>) -> Self {
        let missing: Vec<bool> = columns.iter().map(has_missing).collect();
        let fused = Fused::all(&columns, &|column| missing[column]);
        Self { rows, columns, fused, order }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The position of the column with a name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// A column's name; empty where there is none.
    pub fn name(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| &column.name)
    }

    /// What a column holds.
    pub fn kind(&self, column: usize) -> Option<Kind> {
        Some(match self.columns.get(column)?.cells {
            Cells::One(_) => Kind::Category,
            Cells::Many { .. } => Kind::Categories,
            Cells::Number { .. } => Kind::Number,
            Cells::Date(_) => Kind::Date,
            Cells::Text(_) => Kind::Text,
        })
    }

    /// How many bins a column has; the last is that of rows without a value. 0 for a text, and where
    /// there is no such column.
    pub fn bins(&self, column: usize) -> usize {
        self.columns.get(column).map_or(0, Column::bins)
    }

    /// The values of a category or a text, by code; without the bin of rows that have none.
    pub fn dictionary(&self, column: usize) -> Option<&Dictionary> {
        let column = self.columns.get(column)?;
        let has_values =
            matches!(column.cells, Cells::One(_) | Cells::Many { .. } | Cells::Text(_));
        has_values.then_some(&column.dictionary)
    }

    /// The codes of the values that a row of this table has in a category or a text: positions in the
    /// [`dictionary`](Self::dictionary). None for a row without a value, and for what is not there.
    pub fn codes_of(&self, column: usize, row: usize) -> impl Iterator<Item = usize> + use<'_> {
        let column = self.columns.get(column).filter(|_| row < self.rows);
        let (codes, range) = match column.map(|column| &column.cells) {
            Some(Cells::One(codes) | Cells::Text(codes)) => (Some(codes), row..row + 1),
            Some(Cells::Many { offsets, codes }) => {
                (Some(codes), offsets[row] as usize..offsets[row + 1] as usize)
            }
            Some(Cells::Number { .. } | Cells::Date(_)) | None => (None, 0..0),
        };
        let values = column.map_or(0, |column| column.dictionary.len());
        let codes = codes.into_iter().flat_map(move |codes| range.clone().map(|at| codes.at(at)));
        codes.filter(move |&code| code < values)
    }

    /// The day that a row of this table has in the date column, in days since 1970-01-01.
    pub fn day_of(&self, column: usize, row: usize) -> Option<i32> {
        match &self.columns.get(column).filter(|_| row < self.rows)?.cells {
            Cells::Date(days) => days.days.get(days.bin_of(row)).copied(),
            _ => None,
        }
    }

    /// The last day that the date of a row of this table can mean, as [`day_of`](Self::day_of) has the
    /// first.
    pub fn last_day_of(&self, column: usize, row: usize) -> Option<i32> {
        match &self.columns.get(column).filter(|_| row < self.rows)?.cells {
            Cells::Date(days) => days.last(days.bin_of(row)),
            _ => None,
        }
    }

    /// The last day that the dates of a bin can mean, as [`days`](Self::days) has the first.
    pub fn last_day(&self, column: usize, bin: usize) -> Option<i32> {
        match &self.columns.get(column)?.cells {
            Cells::Date(days) => days.last(bin),
            _ => None,
        }
    }

    /// The days of a date column (days since 1970-01-01, ascending), one per bin, without the bin of rows
    /// that have none. They are distinct if all dates are known to the day; otherwise they are the
    /// first days of bins, of which those with the same one differ in their last.
    pub fn days(&self, column: usize) -> Option<&[i32]> {
        match &self.columns.get(column)?.cells {
            Cells::Date(days) => Some(&days.days),
            _ => None,
        }
    }

    /// The lower edge of a number's bin in its own unit. The edge after the last bin is the upper end.
    pub fn edge(&self, column: usize, bin: usize) -> Option<f64> {
        match &self.columns.get(column)?.cells {
            Cells::Number { binning, .. } => Some(binning.edge(bin)),
            _ => None,
        }
    }

    /// The numbers of a column in the order of this table; not finite where a row has none.
    pub fn numbers(&self, column: usize) -> Option<&[f64]> {
        match &self.columns.get(column)?.cells {
            Cells::Number { values, .. } => Some(values),
            _ => None,
        }
    }

    /// The bins of a row of this table in a column; more than one only for [`Kind::Categories`].
    /// Nothing for what is not there.
    pub fn bins_of(&self, column: usize, row: usize) -> Vec<usize> {
        let Some(column) = self.columns.get(column).filter(|_| row < self.rows) else {
            return Vec::new();
        };
        match &column.cells {
            Cells::One(codes) | Cells::Number { codes, .. } => vec![codes.at(row)],
            Cells::Many { offsets, codes } => {
                let range = offsets[row] as usize..offsets[row + 1] as usize;
                each_width!(codes, codes => codes[range].iter().map(|code| code.at()).collect())
            }
            Cells::Date(days) => vec![days.bin_of(row)],
            Cells::Text(_) => Vec::new(),
        }
    }

    /// The number under which a row of this table was put into the builder.
    pub fn original(&self, row: usize) -> usize {
        match &self.order {
            Some(order) => order.get(row).map_or(row, |&original| original as usize),
            None => row,
        }
    }

    /// All rows.
    pub(crate) fn all(&self) -> Bits {
        Bits::range(self.rows, 0..self.rows)
    }

    /// Bytes on the heap of the order of rows and of fused codes.
    pub(crate) fn bytes(&self) -> (usize, usize) {
        let order = self.order.as_ref().map_or(0, |order| order.capacity() * size_of::<u32>());
        (order, self.fused.iter().map(|fused| fused.codes.bytes()).sum())
    }
}
