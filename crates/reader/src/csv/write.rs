//! Writes CSV: the rows that could not be loaded, for their owner to mend.

use std::collections::BTreeMap;

use crate::cells::Cells;
use crate::problem::{Problem, Problems};

/// Adds a line after RFC 4180, ended by CR LF. Values stay as they are, even those that a
/// spreadsheet takes for a formula: this is their owner's text, to be read again.
pub fn write_line<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    let start = text.len();
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        let first_empty = at == 0 && cell.is_empty();
        // Blanks at the edges are quoted as some readers would cut them off. An empty first cell
        // is, so that a line of nothing but empty cells is not taken for an empty line.
        let plain = !cell.contains(['"', ',', '\n', '\r', '\u{feff}'])
            && !cell.starts_with(' ')
            && !cell.ends_with(' ')
            && !first_empty;
        if plain {
            text.push_str(cell);
        } else {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
    }
    if text.len() == start {
        text.push_str("\"\"");
    }
    text.push_str("\r\n");
}

/// The rows with problems, kept to be given back.
#[derive(Debug, Clone, Default)]
pub struct BadRows {
    rows: BTreeMap<u64, Vec<String>>,
    bytes: usize,
    left_out: u64,
}

impl BadRows {
    /// How many bytes of text are kept; further rows are only counted.
    pub const KEPT: usize = 32 << 20;

    /// Keeps a row. One that is kept already stays as it is.
    pub fn keep(&mut self, number: u64, cells: Cells<'_>) {
        if self.rows.contains_key(&number) {
            return;
        }
        let size = cells.iter().map(|cell| cell.len().saturating_add(32)).sum::<usize>();
        match self.bytes.checked_add(size).filter(|bytes| *bytes <= Self::KEPT) {
            Some(bytes) => {
                self.bytes = bytes;
                self.rows.insert(number, cells.iter().map(str::to_owned).collect());
            }
            None => self.left_out = self.left_out.saturating_add(1),
        }
    }

    /// How many rows are kept.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no row is kept.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Bytes of memory that they take, about.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// How many rows are not kept, for want of room.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// The rows as CSV in UTF-8 with a byte order mark, without which spreadsheets misread it:
    /// the columns of the file, then `row` and `problem`. Cells beyond the last column come last.
    pub fn to_csv(&self, header: &[String], problems: &Problems) -> String {
        let mut said: BTreeMap<u64, Vec<&Problem>> = BTreeMap::new();
        for problem in problems.kept() {
            said.entry(problem.row).or_default().push(problem);
        }
        let mut text = String::from("\u{feff}");
        let beyond =
            self.rows.values().map(Vec::len).max().unwrap_or(0).saturating_sub(header.len());
        let own = |name: &str| match header.iter().any(|column| column == name) {
            true => format!("{name} (of the problem)"),
            false => name.to_owned(),
        };
        let mut names = header.to_vec();
        names.extend([own("row"), own("problem")]);
        names.extend((1..=beyond).map(|at| format!("column {}", header.len() + at)));
        write_line(&mut text, names.iter().map(String::as_str));
        for (number, cells) in &self.rows {
            let words: Vec<String> =
                said.get(number).into_iter().flatten().map(|problem| problem.to_string()).collect();
            let (number, words) = (number.to_string(), words.join("; "));
            let cell = |at: usize| cells.get(at).map_or("", String::as_str);
            let known = (0..header.len()).map(cell);
            let more = (header.len()..header.len() + beyond).map(cell);
            let line = known.chain([number.as_str(), words.as_str()]).chain(more);
            write_line(&mut text, line);
        }
        text
    }
}
