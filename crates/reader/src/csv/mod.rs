//! Delimited text: CSV after RFC 4180 and what people make of it.

use serde::{Deserialize, Serialize};

pub mod header_row;
#[cfg(test)]
mod long_rows;
mod reader;
mod scan;
mod write;

pub use header_row::Header;
pub(crate) use reader::separator_line;
pub use reader::{CsvReader, Summary};
pub use write::{BadRows, write_line};

/// How a delimited text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dialect {
    /// What separates cells: an ASCII character other than a quote or the end of a line. Anything
    /// else is read as a comma.
    pub delimiter: u8,
    /// Which row has the names of the columns.
    pub header: Header,
}

impl Default for Dialect {
    fn default() -> Self {
        Self::with(b',')
    }
}

impl Dialect {
    /// A dialect with that delimiter, and the names in the first row.
    pub fn with(delimiter: u8) -> Self {
        Self { delimiter, header: Header::First }
    }
}
