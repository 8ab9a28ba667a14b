//! A chart on the page: its caption, its canvas with buttons over it, the same as a table, and the
//! ways to take it away.

pub mod chart_canvas;
pub mod chart_table;
mod frame;
pub mod marks;
pub(crate) mod painter;
mod printed_parts;
mod quick_canvas;
pub mod save_menu;
pub mod source;
pub mod surface;

pub use frame::Figure;
