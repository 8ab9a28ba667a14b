//! One reader for every format.

use crate::csv::{CsvReader, Summary};
use crate::format::Format;
use crate::json::JsonReader;
use crate::refusal::Refusal;
use crate::sink::Sink;

/// Reads a table of any format that comes in pieces.
#[derive(Debug)]
pub enum TableReader {
    /// Delimited text.
    Csv(Box<CsvReader>),
    /// JSON.
    Json(Box<JsonReader>),
}

impl TableReader {
    /// A reader for a text from its beginning.
    pub fn new(format: Format) -> Self {
        match format {
            Format::Delimited(dialect) => Self::Csv(Box::new(CsvReader::new(dialect))),
            Format::Json(kind) => Self::Json(Box::new(JsonReader::new(kind))),
        }
    }

    /// Reads the next piece, of any size; about 1 MiB is quickest. Whoever wants to stop simply
    /// stops: nothing is held but memory.
    ///
    /// # Errors
    /// See [`CsvReader::push`] and [`JsonReader::push`].
    pub fn push(&mut self, piece: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        match self {
            Self::Csv(reader) => reader.push(piece, sink),
            Self::Json(reader) => reader.push(piece, sink),
        }
    }

    /// Reads what is left at the end of the text.
    ///
    /// # Errors
    /// See [`CsvReader::finish`] and [`JsonReader::finish`].
    pub fn finish(self, sink: &mut dyn Sink) -> Result<Summary, Refusal> {
        match self {
            Self::Csv(reader) => reader.finish(sink),
            Self::Json(reader) => reader.finish(sink),
        }
    }

    /// The number of rows read so far.
    pub fn rows_so_far(&self) -> u64 {
        match self {
            Self::Csv(reader) => reader.rows_so_far(),
            Self::Json(reader) => reader.rows_so_far(),
        }
    }
}
