//! ODS: calamine reads it as a whole, so what it will read is counted before (`survey.rs`).

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, OdsError, Range, Reader};

use crate::merged::Region;
use crate::refusal::Refusal;
use crate::survey::survey;
use crate::workbook::{Each, Found};

/// The sheets by their names.
pub(crate) struct Book {
    found: Vec<Found>,
    cells: BTreeMap<String, Range<Data>>,
    merged: BTreeMap<String, Vec<Region>>,
}

/// Reads a workbook.
///
/// # Errors
/// If it is none, damaged, or too large to be read as a whole.
pub(crate) fn open(bytes: Vec<u8>) -> Result<Book, Refusal> {
    let merged = survey(&bytes)?;
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(refusal)?;
    let found: Vec<Found> = book.sheets_metadata().iter().map(Found::of).collect();
    let cells = book.worksheets().into_iter().collect();
    Ok(Book { found, cells, merged })
}

/// Its sheets.
pub(crate) fn sheets(book: &Book) -> Vec<Found> {
    book.found.clone()
}

/// Goes through the cells of a sheet.
///
/// # Errors
/// What `each` says.
pub(crate) fn cells(book: &Book, name: &str, each: Each<'_>) -> Result<(), Refusal> {
    let Some(range) = book.cells.get(name) else { return Ok(()) };
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let place =
            |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        each(place(top, row), place(left, column), &borrowed(value))?;
    }
    Ok(())
}

/// The merged cells of a sheet.
pub(crate) fn merged(book: &Book, name: &str) -> Vec<Region> {
    book.merged.get(name).cloned().unwrap_or_default()
}

/// The value as XLSX has it.
fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(moment) => DataRef::DateTimeIso(moment.clone()),
        Data::DurationIso(duration) => DataRef::DurationIso(duration.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn refusal(error: OdsError) -> Refusal {
    match error {
        OdsError::Password => Refusal::Encrypted,
        OdsError::InvalidMime(_) => Refusal::NoWorkbook,
        error => Refusal::damaged(error),
    }
}
