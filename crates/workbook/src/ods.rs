//! ODS: calamine reads it as a whole, so what it will read is counted before (`survey.rs`).

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Cell, Data, DataRef, Ods, OdsError, Range, Reader};

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
    let cells = book.worksheets().into_iter().map(|(name, range)| {
        let range = match book.worksheet_formula(&name) {
            Ok(formulas) => with_formulas(range, &formulas),
            Err(_) => range,
        };
        (name, range)
    });
    let cells = cells.collect();
    Ok(Book { found, cells, merged })
}

/// A sheet in which formulas that were not computed are texts: they would be gone otherwise.
fn with_formulas(range: Range<Data>, formulas: &Range<String>) -> Range<Data> {
    let is_empty = |place| range.get_value(place).is_none_or(|value| *value == Data::Empty);
    let uncomputed: Vec<Cell<Data>> = positions(formulas)
        .filter(|(place, formula)| !formula.is_empty() && is_empty(*place))
        .map(|(place, formula)| {
            // It begins with the name of its language: `of:=`.
            let words = formula.split_once('=').map_or(formula.as_str(), |(_, words)| words);
            Cell::new(place, Data::String(format!("={words}")))
        })
        .collect();
    if uncomputed.is_empty() {
        return range;
    }
    let computed = positions(&range).map(|(place, value)| Cell::new(place, value.clone()));
    let mut cells: Vec<Cell<Data>> = computed.chain(uncomputed).collect();
    cells.sort_by_key(Cell::get_position);
    Range::from_sparse(cells)
}

/// The used cells of a part of a sheet, with their places in it.
fn positions<T: Default + Clone + PartialEq + calamine::CellType>(
    range: &Range<T>,
) -> impl Iterator<Item = ((u32, u32), &T)> {
    let (top, left) = range.start().unwrap_or_default();
    let place = |first: u32, at: usize| first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    range
        .used_cells()
        .map(move |(row, column, value)| ((place(top, row), place(left, column)), value))
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
    positions(range).try_for_each(|((row, column), value)| each(row, column, &borrowed(value)))
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
