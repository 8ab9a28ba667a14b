//! The part of a sheet that has values.

/// The part of a sheet from its first row, and from its first column with a value, to the last ones with
/// a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Extent {
    /// Rows from the top of the sheet.
    pub rows: u32,
    /// The first column, from 0.
    pub first: u32,
    /// Columns from that one.
    pub columns: u32,
}

impl Extent {
    /// Takes a cell with a value in.
    pub fn add(&mut self, row: u32, column: u32) {
        let end = match self.columns {
            0 => column,
            columns => self.first.saturating_add(columns - 1).max(column),
        };
        self.first = if self.columns == 0 { column } else { self.first.min(column) };
        self.columns = (end - self.first).saturating_add(1);
        self.rows = self.rows.max(row.saturating_add(1));
    }

    /// The place of a column among those of the extent.
    pub fn place(&self, column: u32) -> Option<usize> {
        let place = column.checked_sub(self.first).filter(|place| *place < self.columns)?;
        usize::try_from(place).ok()
    }

    /// Whether no cell has a value.
    pub fn is_empty(&self) -> bool {
        self.columns == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_to_both_sides() {
        let mut extent = Extent::default();
        assert!(extent.is_empty());
        extent.add(4, 3);
        assert_eq!(extent, Extent { rows: 5, first: 3, columns: 1 });
        extent.add(1, 7);
        extent.add(2, 1);
        assert_eq!(extent, Extent { rows: 5, first: 1, columns: 7 });
        assert_eq!((extent.place(0), extent.place(1), extent.place(8)), (None, Some(0), None));
        extent.add(u32::MAX, u32::MAX);
        assert_eq!(extent.rows, u32::MAX);
    }
}
