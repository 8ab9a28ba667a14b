//! Merged cells, whose value holds for all that they span.

use crate::cell::Cell;
use crate::extent::Extent;

/// A merged cell: its first and last row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    /// Rows.
    pub rows: (u32, u32),
    /// Columns.
    pub columns: (u32, u32),
}

/// A value that holds for a column until a row.
#[derive(Debug, Clone, Default)]
struct Held {
    cell: Cell,
    /// The last row; nothing is held below.
    until: u32,
}

/// The merged cells of a sheet, for whoever goes through its rows from the top.
#[derive(Debug)]
pub(crate) struct Merged {
    extent: Extent,
    /// By their first row; the next one last.
    regions: Vec<Region>,
    /// By column of the extent.
    held: Vec<Held>,
    /// Whether any column may hold a value.
    is_any_held: bool,
}

impl Merged {
    /// The merged cells of a sheet, in any order.
    pub fn new(mut regions: Vec<Region>, extent: Extent) -> Self {
        // A damaged one may end before it begins.
        regions.retain(|Region { rows, columns }| rows.0 <= rows.1 && columns.0 <= columns.1);
        regions.sort_by_key(|region| std::cmp::Reverse(region.rows.0));
        Self { extent, regions, held: Vec::new(), is_any_held: false }
    }

    /// Fills a row of the sheet. One without a value of its own stays as it is.
    pub fn fill(&mut self, row: u32, cells: &mut [Cell]) {
        if self.regions.is_empty() && !self.is_any_held {
            return;
        }
        self.held.resize_with(cells.len(), Held::default);
        let own = cells.iter().filter(|cell| !cell.is_empty()).count();
        let is_held = |held: &Held| held.until >= row && !held.cell.is_empty();
        self.is_any_held = self.held.iter().any(is_held);
        let is_alone = own == 1 && !self.is_any_held;
        while let Some(region) = self.regions.pop_if(|region| region.rows.0 <= row) {
            // One that begins in an empty row begins with an empty cell.
            if region.rows.0 == row && !(is_alone && region.columns.0 < region.columns.1) {
                self.hold(region, cells);
            }
        }
        if own == 0 {
            return;
        }
        for (cell, held) in cells.iter_mut().zip(&self.held) {
            if cell.is_empty() && held.until >= row {
                cell.copy(&held.cell);
            }
        }
    }

    /// Holds the value of a merged cell for its columns.
    fn hold(&mut self, region: Region, cells: &[Cell]) {
        let Region { rows, columns } = region;
        let Some(anchor) = self.extent.place(columns.0) else { return };
        let Some(cell) = cells.get(anchor).filter(|cell| !cell.is_empty()) else { return };
        let width = usize::try_from(columns.1 - columns.0).unwrap_or(usize::MAX);
        for held in self.held.iter_mut().skip(anchor).take(width.saturating_add(1)) {
            held.cell.copy(cell);
            held.until = rows.1;
            self.is_any_held = true;
        }
    }
}
