//! What several parts of the view use.

pub mod cancel;
pub mod pager;
pub mod scroll_table;
pub mod select;
