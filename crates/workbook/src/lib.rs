//! Makes delimited text of a sheet of somebody's workbook (XLSX, ODS). The text is then read as any other
//! table. Knows nothing of the web.
//!
//! The text has a line per row of the sheet, up to its last one with a value, and an empty line for a
//! row without: so a row of the text has the number that it has in the spreadsheet. Columns without a
//! value before the first one with any are left out.
//!
//! - A **date** is written as ISO 8601 by the workbook's own epoch (1900 or 1904): `2024-09-06`, and
//!   `2024-09-06T10:30:00` if it has a time. A time alone is `10:30:00`, a duration `36:30:00`.
//! - A **number** is written in the shortest form that leads back to it, with a point.
//! - A **truth value** is `TRUE` or `FALSE`, an **error** what it is in the spreadsheet: `#N/A`.
//! - A **formula** without a value, which a program wrote and none has computed, is the text of the formula.
//! - A **text** is untouched, and in quotes: nothing in it is taken for a separator, JSON or a number of
//!   columns.
//! - The value of a **merged** cell holds for every row and column that it spans. Two exceptions: one
//!   that spans columns and stands alone in its row is a title, which says nothing of the columns; and a
//!   row that has no value of its own stays empty, as a record that is several rows high is one record.
//!
//! Nothing that comes in panics here: every file gives a table or a [`Refusal`]. calamine, which reads the
//! workbook, is given only parts that are whole by their checksums.
//!
//! ```
//! use explorer_workbook::Workbook;
//!
//! let mut made = rust_xlsxwriter::Workbook::new();
//! let sheet = made.add_worksheet();
//! sheet.write(0, 0, "country")?.write(0, 1, "people")?;
//! sheet.write(2, 0, "Viet Nam, Laos")?.write(2, 1, 12.5)?;
//!
//! let mut workbook = Workbook::open(made.save_to_buffer()?)?;
//! let sheet = &workbook.sheets()?[0];
//! assert_eq!((sheet.name.as_str(), sheet.rows, sheet.columns), ("Sheet1", 3, 2));
//! let mut text = String::new();
//! workbook.write(0, &mut |piece| text.push_str(piece))?;
//! assert_eq!(text, "\"country\",\"people\"\r\n\r\n\"Viet Nam, Laos\",12.5\r\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cell;
mod extent;
mod lines;
mod merged;
mod ods;
mod package;
mod refusal;
mod survey;
mod texts;
mod workbook;
mod xlsx;

pub use package::LARGEST_FILE;
pub use refusal::Refusal;
pub use workbook::{Sheet, Workbook};
