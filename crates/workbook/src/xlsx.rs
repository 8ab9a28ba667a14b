//! XLSX: the cells of a sheet are read one by one, and never kept.

use std::io::Cursor;

use calamine::{Reader, SheetType, Xlsx, XlsxError};

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

/// Goes through the cells of a sheet.
///
/// # Errors
/// If it is damaged, and what `each` says.
pub(crate) fn cells(book: &mut Book, name: &str, each: Each<'_>) -> Result<(), Refusal> {
    let mut cells = book.worksheet_cells_reader(name).map_err(refusal)?;
    while let Some(cell) = cells.next_cell().map_err(refusal)? {
        let (row, column) = cell.get_position();
        each(row, column, cell.get_value())?;
    }
    Ok(())
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
