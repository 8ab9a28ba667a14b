//! What an ODS workbook will need, and its merged cells: calamine knows neither.
//!
//! A cell and a row of ODS can stand for thousands of equal ones, and a mark in a text for thousands of
//! blanks. They are counted before they are made.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::merged::Region;
use crate::refusal::Refusal;
use crate::workbook;

/// The most cells of a workbook, those between the used ones included. calamine needs some 90 bytes for
/// each.
const CELLS: u64 = 10_000_000;

/// As many as a sheet has; calamine reads no more.
const ROWS: u64 = workbook::ROWS as u64;
const COLUMNS: u64 = workbook::COLUMNS as u64;

/// The merged cells of each sheet by its name.
///
/// # Errors
/// If there are too many cells, or if the XML is damaged: calamine would read on behind its end.
pub(crate) fn survey(bytes: &[u8]) -> Result<BTreeMap<String, Vec<Region>>, Refusal> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(Refusal::damaged)?;
    let content = zip.by_name("content.xml").map_err(Refusal::damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth, mut surveyed) = (Vec::new(), 0_u64, Survey::default());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(Refusal::damaged)? {
            Event::Start(element) => {
                depth = depth.saturating_add(1);
                surveyed.start(&element)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                surveyed.end(element.name().as_ref())?;
            }
            Event::Text(_) if surveyed.is_in_cell => surveyed.is_filled = true,
            Event::Eof if depth == 0 => return Ok(surveyed.sheets),
            Event::Eof => return Err(Refusal::Damaged("content.xml ends too early".to_owned())),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Survey {
    sheets: BTreeMap<String, Vec<Region>>,
    /// The sheet that is read.
    name: String,
    regions: Vec<Region>,
    /// Its rows, all and up to the last one with a value; its columns up to the last one with a value.
    rows: u64,
    filled_rows: u64,
    filled_columns: u64,
    /// The row that is read: how often it stands, its cells, and those up to the last one with a value.
    times: u64,
    columns: u64,
    filled: u64,
    /// The cell that is read: how often it stands, and whether it has a value.
    cell: u64,
    is_in_cell: bool,
    is_filled: bool,
    /// Of all sheets.
    cells: u64,
}

impl Survey {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "table:table" => {
                self.name = text(element, "table:name")?.unwrap_or_default();
                (self.rows, self.filled_rows, self.filled_columns) = (0, 0, 0);
            }
            "table:table-row" => {
                self.times = number(element, "table:number-rows-repeated")?;
                (self.columns, self.filled) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.cell = number(element, "table:number-columns-repeated")?;
                self.is_in_cell = true;
                self.is_filled = element.attributes().flatten().any(|attribute| {
                    let name = attribute.key.as_ref();
                    name.starts_with("office:") || name == "table:formula"
                });
                let rows = number(element, "table:number-rows-spanned")?;
                let columns = number(element, "table:number-columns-spanned")?;
                if (rows > 1 || columns > 1) && self.rows < ROWS && self.columns < COLUMNS {
                    self.regions.push(Region {
                        rows: span(self.rows, rows),
                        columns: span(self.columns, columns),
                    });
                }
            }
            "text:s" => {
                let blanks = number(element, "text:c")?;
                // A text of that many would be no text.
                if blanks > 1 << 16 {
                    return Err(Refusal::Damaged(format!("{blanks} blanks in a row")));
                }
                self.count(blanks / 64)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = self.columns.saturating_add(self.cell).min(COLUMNS);
                if self.is_filled {
                    self.filled = self.columns;
                }
                self.is_in_cell = false;
            }
            "table:table-row" => {
                self.count(self.filled)?;
                self.rows = self.rows.saturating_add(self.times).min(ROWS);
                if self.filled > 0 {
                    self.filled_rows = self.rows;
                    self.filled_columns = self.filled_columns.max(self.filled);
                }
            }
            "table:table" => {
                self.count(self.filled_rows.saturating_mul(self.filled_columns))?;
                let regions = std::mem::take(&mut self.regions);
                self.sheets.insert(std::mem::take(&mut self.name), regions);
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, cells: u64) -> Result<(), Refusal> {
        self.cells = self.cells.saturating_add(cells);
        match self.cells > CELLS {
            true => Err(Refusal::ManyCells { cells: self.cells, most: CELLS }),
            false => Ok(()),
        }
    }
}

/// From a place, so many.
fn span(from: u64, count: u64) -> (u32, u32) {
    let place = |at: u64| u32::try_from(at).unwrap_or(u32::MAX);
    (place(from), place(from.saturating_add(count.saturating_sub(1))))
}

/// A number of an element; 1 if it has none.
fn number(element: &BytesStart<'_>, name: &str) -> Result<u64, Refusal> {
    match text(element, name)? {
        None => Ok(1),
        Some(text) => {
            text.parse().map_err(|_| Refusal::Damaged(format!("{name} is no number: {text}")))
        }
    }
}

fn text(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(found) = element.try_get_attribute(name).map_err(Refusal::damaged)? else {
        return Ok(None);
    };
    let text = unescape(&found.value).map_err(Refusal::damaged)?;
    Ok(Some(text.into_owned()))
}
