//! Who takes the rows of a table.

use crate::cells::Cells;
use crate::problem::Problem;

/// Takes what a reader reads, row by row.
pub trait Sink {
    /// The names of the columns, once, before any row. No two are the same and none is empty.
    fn header(&mut self, names: &[String]);

    /// A good row: it has as many cells as the header. `number` is as in [`Problem::row`].
    fn row(&mut self, number: u64, cells: Cells<'_>);

    /// A row that is not loaded, with the cells it has and what is wrong with it (one problem or
    /// more).
    fn bad_row(&mut self, number: u64, cells: Cells<'_>, problems: Vec<Problem>);

    /// Something wrong in a good row, which is loaded without it.
    fn problem(&mut self, problem: Problem);
}
