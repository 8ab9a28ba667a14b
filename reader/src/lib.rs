//! Reads a table that somebody brings along: CSV, TSV, JSON or our own export, in pieces of any
//! size, row by row. Says what its columns are, which country and day its cells mean, and what is
//! wrong in which row. Knows nothing of the web and allocates nothing per cell.
//!
//! No input panics: every file gives rows, problems, or a [`Refusal`].

pub mod agency;
pub mod cells;
pub mod country;
pub mod csv;
pub mod date;
pub mod encoding;
pub mod format;
pub mod header;
pub mod json;
pub mod limit;
pub mod mapping;
pub mod number;
pub mod problem;
pub mod refusal;
pub mod side_by_side;
pub mod sink;
pub mod table_reader;
pub mod utf8_chunks;

pub use cells::Cells;
pub use csv::Summary;
pub use format::Format;
pub use problem::{Problem, Problems};
pub use refusal::Refusal;
pub use sink::Sink;
pub use table_reader::TableReader;
pub use utf8_chunks::Utf8Chunks;
