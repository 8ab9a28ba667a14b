//! From an open table to records that all views show.

mod grouping_field;
mod overview_parts;
mod panel;
mod word_row;

pub use panel::{Everywhere, lacks};
