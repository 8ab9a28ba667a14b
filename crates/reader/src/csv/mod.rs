//! Delimited text: CSV after RFC 4180 and what people make of it.

#[cfg(test)]
mod long_rows;
mod reader;
mod scan;
mod write;

pub use reader::{CsvReader, Summary};
pub use write::{BadRows, write_line};

/// How a delimited text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// What separates cells: an ASCII character other than a quote or the end of a line. Anything
    /// else is read as a comma.
    pub delimiter: u8,
    /// Whether the first row has the names of the columns. If not, they are `column 1`, ….
    pub header: bool,
}

impl Default for Dialect {
    fn default() -> Self {
        Self { delimiter: b',', header: true }
    }
}

impl Dialect {
    /// A dialect with a header and that delimiter.
    pub fn with(delimiter: u8) -> Self {
        Self { delimiter, header: true }
    }
}
