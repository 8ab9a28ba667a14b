//! A workbook: which sheets it has, and the text of one of them.

mod sheet_choice;
mod sheet_line;
mod task;

use std::rc::Rc;

use explorer_number::grouped;
use explorer_reader::encoding::may_be_workbook;
use leptos::prelude::Update;

use super::intake::Phase;
use super::source::Source;
use crate::pages::file::store::{Attempt, FileStore};

pub use sheet_choice::SheetChoice;
pub use sheet_line::SheetLine;
pub use task::Task;

/// How many first bytes of a file say that it may be a workbook.
const FIRST: f64 = 8.0;

/// A workbook that was opened.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The file, which is read anew for each sheet.
    pub file: Source,
    /// Its sheets in their order.
    pub sheets: Vec<Sheet>,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether the spreadsheet hides it.
    pub is_hidden: bool,
    /// Rows down to the last one with a value; 0 if it has none.
    pub rows: u32,
    /// Columns from the first one with a value to the last.
    pub columns: u32,
}

impl Workbook {
    /// Its sheets with a value in them, by their places.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &Sheet)> {
        self.sheets.iter().enumerate().filter(|(_, sheet)| sheet.rows > 0)
    }

    /// The name of the table that a sheet is: the file's, and the sheet's if there are several.
    pub fn name_of(&self, at: usize) -> String {
        match self.sheets.get(at) {
            Some(sheet) if self.filled().count() > 1 => {
                format!("{}, {}", self.file.name, sheet.name)
            }
            _ => self.file.name.clone(),
        }
    }
}

impl Sheet {
    /// `1,200 rows × 8 columns`.
    pub fn size(&self) -> String {
        let count = |count: u32, one: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{} {one}s", grouped(count)),
        };
        format!("{} \u{d7} {}", count(self.rows, "row"), count(self.columns, "column"))
    }
}

/// What a file is, once it is seen whether it is a workbook.
pub enum Opened {
    /// A table: no workbook, or the only sheet of one.
    Table(Source),
    /// A workbook with several sheets.
    Sheets(Rc<Workbook>),
}

/// Opens a file if it is a workbook.
///
/// # Errors
/// Why it cannot be read, in words.
pub async fn open(store: FileStore, attempt: Attempt, source: Source) -> Result<Opened, String> {
    let first = source.bytes(0.0, source.size().min(FIRST)).await?.to_vec();
    if source.sheet.is_some() || !may_be_workbook(&first) {
        return Ok(Opened::Table(source));
    }
    store.progress.update(|progress| progress.phase = Phase::Unpacking);
    let answer = task::ask(store, attempt, source.blob(), None).await?;
    let workbook = Rc::new(Workbook { file: source, sheets: answer.sheets });
    Ok(match answer.read {
        Some((at, text)) => Opened::Table(Source::of_sheet(text, workbook, at)),
        None => Opened::Sheets(workbook),
    })
}

/// The text of a sheet.
///
/// # Errors
/// Why it cannot be read, in words.
pub async fn sheet(
    store: FileStore,
    attempt: Attempt,
    workbook: Rc<Workbook>,
    at: usize,
) -> Result<Source, String> {
    let answer = task::ask(store, attempt, workbook.file.blob(), Some(at)).await?;
    match answer.read {
        Some((at, text)) => Ok(Source::of_sheet(text, workbook, at)),
        None => Err(task::BROKEN.to_owned()),
    }
}
