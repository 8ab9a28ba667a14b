//! Sorting the records.

use explorer_explore::records::{RecordColumn, Sort};
use explorer_view::step::Step;

use crate::store::Store;

/// Sorts by a column; if that is done already, the other way round.
pub fn sort_by(store: Store, column: RecordColumn) {
    store.change(Step::Push, |state| {
        let descending = match state.sort.column == column {
            true => !state.sort.descending,
            // Dates and numbers are wanted from the top, words from A.
            false => matches!(column, RecordColumn::Date | RecordColumn::Sources),
        };
        state.sort = Sort { column, descending };
    });
}
