//! XLSX: the cells of a sheet are read one by one, and never kept.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError, XlsxFormulaMetadata};

use crate::merged::Region;
use crate::refusal::Refusal;
use crate::workbook::{Each, Found};

/// The workbook and its texts.
pub(crate) type Book = Xlsx<Cursor<Vec<u8>>>;

/// Opens a workbook.
///
/// # Errors
/// If it is none, or damaged.
pub(crate) fn open(bytes: Vec<u8>) -> Result<Book, Refusal> {
    let book = Book::new(Cursor::new(bytes)).map_err(refusal)?;
    match book.sheets_metadata().is_empty() {
        true => Err(Refusal::NoWorkbook),
        false => Ok(book),
    }
}

/// Its sheets, without those that are a chart each.
pub(crate) fn sheets(book: &Book) -> Vec<Found> {
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(Found::of).collect()
}

/// Goes through the cells of a sheet. A formula that was not computed is a text: it would be gone otherwise.
///
/// # Errors
/// If it is damaged, and what `each` says.
pub(crate) fn cells(book: &mut Book, name: &str, each: Each<'_>) -> Result<(), Refusal> {
    let mut cells = book.worksheet_cells_reader(name).map_err(refusal)?;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(refusal)? {
        let (row, column) = cell.pos;
        match (&cell.value, cell.formula) {
            // Programs that write formulas and compute none leave the value to a spreadsheet.
            (DataRef::Empty, Some(formula)) => {
                each(row, column, &DataRef::String(format!("={}", words(&formula))))?;
            }
            (value, _) => each(row, column, value)?,
        }
    }
    Ok(())
}

/// A formula without its equals sign. What is shared with other cells stands in one of them alone.
fn words(formula: &XlsxFormulaMetadata) -> &str {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula
        }
        _ => "\u{2026}",
    }
}

/// The merged cells of a sheet.
///
/// # Errors
/// If it is damaged.
pub(crate) fn merged(book: &mut Book, name: &str) -> Result<Vec<Region>, Refusal> {
    let regions = book.merge_cells_by_sheet_name(name).map_err(refusal)?;
    let region = |region: &calamine::Dimensions| Region {
        rows: (region.start.0, region.end.0),
        columns: (region.start.1, region.end.1),
    };
    Ok(regions.iter().map(region).collect())
}

fn refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        error => Refusal::damaged(error),
    }
}
