//! A workbook, whatever its format.

use calamine::{DataRef, SheetVisible};

use crate::cell::is_empty;
use crate::extent::Extent;
use crate::lines::Lines;
use crate::merged::Merged;
use crate::package::{Kind, Package, look};
use crate::refusal::Refusal;
use crate::{ods, xlsx};

/// The rows and columns that a sheet can have, in any format.
pub(crate) const ROWS: u32 = 1 << 20;
pub(crate) const COLUMNS: u32 = 1 << 14;

/// What is done with each cell: its row, its column and its value.
pub(crate) type Each<'e> = &'e mut dyn FnMut(u32, u32, &DataRef<'_>) -> Result<(), Refusal>;

/// A sheet as the workbook names it.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    name: String,
    is_hidden: bool,
}

impl Found {
    pub fn of(sheet: &calamine::Sheet) -> Self {
        Self { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible }
    }
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the spreadsheet hides it.
    pub is_hidden: bool,
    /// Rows from the top to the last one with a value; 0 if it has none.
    pub rows: u32,
    /// Columns from the first one with a value to the last.
    pub columns: u32,
}

enum Book {
    Xlsx(Box<xlsx::Book>),
    Ods(ods::Book),
}

/// A workbook that was opened.
pub struct Workbook {
    book: Book,
    has_merged: bool,
    sheets: Vec<Found>,
    /// As far as they are measured.
    extents: Vec<Option<Extent>>,
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// If it cannot be read: no workbook, encrypted, damaged, too large.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Refusal> {
        let Package { kind, has_merged } = look(&bytes)?;
        let (book, sheets) = match kind {
            Kind::Xlsx => {
                let book = xlsx::open(bytes)?;
                let sheets = xlsx::sheets(&book);
                (Book::Xlsx(Box::new(book)), sheets)
            }
            Kind::Ods => {
                let book = ods::open(bytes)?;
                let sheets = ods::sheets(&book);
                (Book::Ods(book), sheets)
            }
        };
        let extents = vec![None; sheets.len()];
        Ok(Self { book, has_merged, sheets, extents })
    }

    /// Its sheets in their order, empty and hidden ones included. Each is gone through to be measured:
    /// what a file says of its own size is often wrong.
    ///
    /// # Errors
    /// If one is damaged.
    pub fn sheets(&mut self) -> Result<Vec<Sheet>, Refusal> {
        let sheets: Result<Vec<Sheet>, Refusal> = (0..self.sheets.len())
            .map(|at| {
                let extent = self.extent(at)?;
                Ok(self.sheet(at, extent))
            })
            .collect();
        match sheets {
            Ok(sheets) if sheets.iter().all(|sheet| sheet.rows == 0) => Err(Refusal::Empty),
            sheets => sheets,
        }
    }

    /// Hands the text of a sheet on in pieces, and says which sheet that is.
    ///
    /// # Errors
    /// If there is no such sheet, if it is empty or damaged, or larger than what can be opened.
    pub fn write(&mut self, at: usize, take: &mut dyn FnMut(&str)) -> Result<Sheet, Refusal> {
        let extent = self.extent(at)?;
        if extent.is_empty() {
            return Err(Refusal::Empty);
        }
        let name = self.name(at)?;
        let (regions, is_1904) = match &mut self.book {
            Book::Xlsx(book) => {
                let regions = match self.has_merged {
                    true => xlsx::merged(book, &name)?,
                    false => Vec::new(),
                };
                (regions, book.has_1904_epoch())
            }
            Book::Ods(book) => (ods::merged(book, &name), false),
        };
        let mut lines = Lines::new(extent, Merged::new(regions, extent), is_1904, take)?;
        self.cells(&name, &mut |row, column, value| lines.add(row, column, value))?;
        lines.finish()?;
        Ok(self.sheet(at, extent))
    }

    fn sheet(&self, at: usize, extent: Extent) -> Sheet {
        let found = self.sheets.get(at);
        Sheet {
            name: found.map_or(String::new(), |found| found.name.clone()),
            is_hidden: found.is_some_and(|found| found.is_hidden),
            rows: extent.rows,
            columns: extent.columns,
        }
    }

    fn name(&self, at: usize) -> Result<String, Refusal> {
        let found = self.sheets.get(at).map(|found| found.name.clone());
        found.ok_or_else(|| Refusal::Damaged(format!("it has no sheet {}", at.saturating_add(1))))
    }

    fn extent(&mut self, at: usize) -> Result<Extent, Refusal> {
        if let Some(extent) = self.extents.get(at).copied().flatten() {
            return Ok(extent);
        }
        let name = self.name(at)?;
        let mut extent = Extent::default();
        self.cells(&name, &mut |row, column, value| {
            if !is_empty(value) {
                extent.add(row, column);
            }
            Ok(())
        })?;
        if let Some(known) = self.extents.get_mut(at) {
            *known = Some(extent);
        }
        Ok(extent)
    }

    fn cells(&mut self, name: &str, each: Each<'_>) -> Result<(), Refusal> {
        let each: Each<'_> = &mut |row, column, value| match row < ROWS && column < COLUMNS {
            true => each(row, column, value),
            false => Err(Refusal::Damaged("a cell stands beyond the end of a sheet".to_owned())),
        };
        match &mut self.book {
            Book::Xlsx(book) => xlsx::cells(book, name, each),
            Book::Ods(book) => ods::cells(book, name, each),
        }
    }
}
