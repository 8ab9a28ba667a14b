//! What a view takes.

/// Bytes on the heap, by what they are for. What an operation needs while it runs is not in it: at most four
/// sets of rows (half a byte per row) and tables of a few kilobytes; building a table needs, for as
/// long as it takes, the unsorted cells and four bytes per row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Memory {
    /// Codes, numbers and dates.
    pub columns: usize,
    /// Names and distinct values.
    pub dictionaries: usize,
    /// The way back to the order in which rows came.
    pub order: usize,
    /// Fused codes.
    pub fused: usize,
    /// Sets of rows and selected bins.
    pub filters: usize,
    /// Counts, with and without filters.
    pub counts: usize,
    /// The tiles of the brush.
    pub brush: usize,
}

impl Memory {
    /// All of them.
    pub fn total(&self) -> usize {
        self.columns
            + self.dictionaries
            + self.order
            + self.fused
            + self.filters
            + self.counts
            + self.brush
    }
}
