//! Rows of cells as lines of delimited text.

use calamine::DataRef;
use explorer_reader::limit;

use crate::cell::Cell;
use crate::extent::Extent;
use crate::merged::Merged;
use crate::refusal::Refusal;

/// How much text is handed on together, in bytes.
const PIECE: usize = 1 << 20;

/// Makes lines of cells that come row by row.
pub(crate) struct Lines<'t> {
    extent: Extent,
    is_1904: bool,
    merged: Merged,
    take: &'t mut dyn FnMut(&str),
    /// The row whose cells come, from 0.
    row: u32,
    cells: Vec<Cell>,
    /// What is not handed on yet.
    text: String,
    written: u64,
    most: u64,
}

impl<'t> Lines<'t> {
    /// Lines of a sheet. Days may be counted from 1904.
    ///
    /// # Errors
    /// If it has more columns than are read.
    pub fn new(
        extent: Extent,
        merged: Merged,
        is_1904: bool,
        take: &'t mut dyn FnMut(&str),
    ) -> Result<Self, Refusal> {
        let columns = extent.columns as usize;
        if columns > limit::COLUMNS {
            let columns = u64::from(extent.columns);
            return Err(Refusal::ManyColumns { columns, most: limit::COLUMNS as u64 });
        }
        Ok(Self {
            extent,
            is_1904,
            merged,
            take,
            row: 0,
            cells: vec![Cell::default(); columns],
            text: String::new(),
            written: 0,
            most: limit::largest(columns, limit::ALLOWED),
        })
    }

    /// Takes a cell. Rows come from top to bottom, the cells of a row in any order.
    ///
    /// # Errors
    /// If a row comes too late, or if there is more text than can be opened.
    pub fn add(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> Result<(), Refusal> {
        if row < self.row {
            return Err(Refusal::Damaged(format!("row {} stands too late", u64::from(row) + 1)));
        }
        // What is beyond has no value, or would be part of the extent.
        let Some(place) = self.extent.place(column).filter(|_| row < self.extent.rows) else {
            return Ok(());
        };
        while self.row < row {
            self.end_row()?;
        }
        if let Some(cell) = self.cells.get_mut(place) {
            cell.set(value, self.is_1904);
        }
        Ok(())
    }

    /// Hands the last lines on.
    ///
    /// # Errors
    /// If there is more text than can be opened.
    pub fn finish(mut self) -> Result<(), Refusal> {
        while self.row < self.extent.rows {
            self.end_row()?;
        }
        (self.take)(&self.text);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        self.merged.fill(self.row, &mut self.cells);
        let before = self.text.len();
        if self.cells.iter().any(|cell| !cell.is_empty()) {
            for (at, cell) in self.cells.iter_mut().enumerate() {
                if at > 0 {
                    self.text.push(',');
                }
                write(&mut self.text, cell);
                cell.clear();
            }
        }
        self.text.push_str("\r\n");
        self.row += 1;
        self.written = self.written.saturating_add((self.text.len() - before) as u64);
        if self.written > self.most {
            return Err(Refusal::LongText { most: self.most });
        }
        if self.text.len() >= PIECE {
            (self.take)(&self.text);
            self.text.clear();
        }
        Ok(())
    }
}

fn write(text: &mut String, cell: &Cell) {
    // A value that is no text has nothing in it that would have to be quoted, unless a damaged date does.
    if !cell.is_text && !cell.text.contains(['"', ',', '\r', '\n']) {
        text.push_str(&cell.text);
    } else if !cell.text.is_empty() {
        text.push('"');
        text.push_str(&cell.text.replace('"', "\"\""));
        text.push('"');
    }
}
