//! Reads a table that somebody brings along: CSV, TSV, JSON or our own export, in pieces of any
//! size, row by row. Says which number or day a cell is, and what is wrong in which row. Knows nothing of the
//! web and allocates nothing per cell.
//!
//! No input panics: every file gives rows, problems, or a [`Refusal`].
//!
//! The way of a file, which may be left after any piece:
//!
//! ```
//! use explorer_reader::{Cells, Problem, Refusal, Sink, TableReader, Utf8Chunks, encoding, format};
//!
//! #[derive(Default)]
//! struct Rows(Vec<String>, Vec<Problem>);
//!
//! impl Sink for Rows {
//!     fn header(&mut self, _: &[String]) {}
//!     fn row(&mut self, _: u64, cells: Cells<'_>) {
//!         self.0.push(cells.get(1).to_owned());
//!     }
//!     fn bad_row(&mut self, _: u64, _: Cells<'_>, problems: Vec<Problem>) {
//!         self.1.extend(problems);
//!     }
//!     fn problem(&mut self, problem: Problem) {
//!         self.1.push(problem);
//!     }
//! }
//!
//! let file = "date;country\n2024-09-06;Laos\n2024-09-07;a;b\n2024-09-08;\"Viet\nNam\"\n";
//! // Other encodings are decoded by the browser, and then come as text.
//! assert_eq!(encoding::sniff(file.as_bytes())?, encoding::Encoding::Utf8);
//! let mut reader = TableReader::new(format::sniff(file, true)?);
//! let (mut bytes, mut rows) = (Utf8Chunks::default(), Rows::default());
//! let mut refused = None;
//! for slice in file.as_bytes().chunks(10) {
//!     bytes.push(slice, &mut |text| refused = reader.push(text, &mut rows).err());
//! }
//! bytes.finish(&mut |text| refused = reader.push(text, &mut rows).err());
//! let summary = reader.finish(&mut rows)?;
//! assert_eq!((summary.rows, rows.0.join(" | ")), (2, "Laos | Viet\nNam".to_owned()));
//! assert_eq!((rows.1[0].row, rows.1[0].column.as_deref()), (3, Some("column 3")));
//! # assert_eq!(refused, None);
//! # Ok::<(), Refusal>(())
//! ```

pub mod cells;
pub mod csv;
pub mod date;
pub mod encoding;
pub mod format;
pub mod header;
pub mod json;
pub mod limit;
pub mod number;
pub mod problem;
pub mod refusal;
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
