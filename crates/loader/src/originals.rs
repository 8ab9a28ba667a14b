//! Cells as they stand in the file, where the table shows something else.

use std::collections::BTreeMap;

use explorer_engine::Dictionary;

/// How a cell of a kind is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kept {
    /// It need not be: the table shows it as it stands, or its value is usually written so.
    #[default]
    Not,
    /// As that text, for each of its rows.
    Text(u32),
    /// It is beyond what is kept.
    LeftOut,
}

/// The cells of a table that could not be read, those with a number and its unit, and those with a country
/// that stands there by another name or a code. Per country and column the first way to write it takes no memory per row; all else is
/// an entry of twelve bytes, of which there are [`Originals::CELLS`] at most: most files have none.
#[derive(Debug, Default)]
pub struct Originals {
    texts: Dictionary,
    /// Rows, in the order of the file, columns and texts; ascending.
    cells: Vec<(u32, u32, u32)>,
    /// The first way in which a column writes a value, by column and code.
    usual: BTreeMap<(u32, u32), u32>,
    left_out: u64,
}

impl Originals {
    /// So many cells are kept.
    pub const CELLS: usize = 1 << 20;
    /// And so many bytes of different texts.
    pub const BYTES: usize = 8 << 20;

    /// How a cell that is not shown as it stands is kept.
    pub fn add(&mut self, cell: &str) -> Kept {
        if let Some(text) = self.texts.code(cell) {
            return Kept::Text(text);
        }
        if self.texts.bytes().saturating_add(cell.len()) > Self::BYTES {
            return Kept::LeftOut;
        }
        self.texts.add(cell).map_or(Kept::LeftOut, Kept::Text)
    }

    /// The same for a cell with a value of a column's dictionary.
    pub fn add_value(&mut self, column: usize, code: u32, cell: &str) -> Kept {
        let kept = self.add(cell);
        let (Kept::Text(text), Ok(column)) = (kept, u32::try_from(column)) else { return kept };
        let usual = self.usual.entry((column, code)).or_insert(text);
        if *usual == text { Kept::Not } else { kept }
    }

    /// Keeps a cell of a row; rows come in ascending order, and so do the columns of each.
    pub fn keep(&mut self, row: usize, column: usize, kept: Kept) {
        match (kept, u32::try_from(row), u32::try_from(column)) {
            (Kept::Not, ..) => {}
            (Kept::Text(text), Ok(row), Ok(column)) if self.cells.len() < Self::CELLS => {
                self.cells.push((row, column, text));
            }
            _ => self.left_out = self.left_out.saturating_add(1),
        }
    }

    /// What stands in a cell, if that was kept by its row.
    pub fn of_cell(&self, row: usize, column: usize) -> Option<&str> {
        let place = (u32::try_from(row).ok()?, u32::try_from(column).ok()?);
        let at =
            self.cells.binary_search_by_key(&place, |(row, column, _)| (*row, *column)).ok()?;
        self.cells.get(at).map(|(.., text)| self.texts.value(*text as usize))
    }

    /// How a column writes a value, where nothing was kept by the row.
    pub fn of_value(&self, column: usize, code: usize) -> Option<&str> {
        let value = (u32::try_from(column).ok()?, u32::try_from(code).ok()?);
        self.usual.get(&value).map(|text| self.texts.value(*text as usize))
    }

    /// The rows with a cell that was kept by its row and for whose text `matches` holds, ascending.
    pub fn rows_with(&self, matches: impl Fn(&str) -> bool) -> Vec<u32> {
        let texts: Vec<bool> = self.texts.values().map(matches).collect();
        let has = |text: u32| texts.get(text as usize) == Some(&true);
        let mut rows: Vec<u32> =
            self.cells.iter().filter(|cell| has(cell.2)).map(|cell| cell.0).collect();
        rows.dedup();
        rows
    }

    /// How many cells are beyond what is kept.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// Bytes on the heap; what is usual is some kilobytes at most.
    pub fn bytes(&self) -> usize {
        self.texts.bytes() + self.cells.capacity() * size_of::<(u32, u32, u32)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_the_limits_is_counted_and_not_kept() {
        let mut originals = Originals::default();
        let soon = originals.add("soon");
        for row in 0..Originals::CELLS + 3 {
            originals.keep(row, 2, soon);
        }
        assert_eq!(originals.left_out(), 3);
        assert_eq!(originals.of_cell(Originals::CELLS - 1, 2), Some("soon"));
        assert_eq!(originals.of_cell(Originals::CELLS, 2), None);
        assert_eq!(originals.of_cell(0, 1), None);
        assert_eq!(originals.add(&"x".repeat(Originals::BYTES)), Kept::LeftOut);
        assert_eq!(originals.add("soon"), soon);
        assert!(originals.bytes() < 14 << 20, "{}", originals.bytes());
    }

    #[test]
    fn the_first_way_to_write_a_value_takes_nothing_per_row() {
        let mut originals = Originals::default();
        assert_eq!(originals.add_value(1, 7, "VNM"), Kept::Not);
        assert_eq!(originals.add_value(1, 7, "VNM"), Kept::Not);
        assert!(matches!(originals.add_value(1, 7, "Viet Nam"), Kept::Text(_)));
        // In another column it is usual.
        assert_eq!(originals.add_value(2, 7, "Viet Nam"), Kept::Not);
        assert_eq!(
            (originals.of_value(1, 7), originals.of_value(2, 7)),
            (Some("VNM"), Some("Viet Nam"))
        );
    }
}
