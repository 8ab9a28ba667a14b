//! Reads a table in JSON that comes in pieces.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::flatten::Row;
use super::node::Node;
use super::parse::parse;
use super::split::{Split, Step};
use super::whole;
use crate::cells::{Cells, Span};
use crate::csv::Summary;
use crate::header::{Note, names};
use crate::limit;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sink::Sink;

/// How a table stands in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum JsonKind {
    /// A list of objects, read item by item: `[{…}, {…}]`.
    List,
    /// An object per line.
    Lines,
    /// An object around a table, such as our own export or a Data Package, or a list of lists.
    /// Read as a whole, up to [`limit::WHOLE_JSON`].
    Whole,
}

/// The columns are the keys of so many first objects; a key that appears only later is told.
const FIRST_OBJECTS: usize = 1_000;

/// The same in bytes of their text, so that waiting for them costs little memory.
const FIRST_BYTES: usize = 4 << 20;

/// Reads JSON piece by piece.
#[derive(Debug)]
pub struct JsonReader {
    input: Input,
    table: Table,
    started: bool,
}

#[derive(Debug)]
enum Input {
    Split(Split),
    Whole(String),
}

/// The table that the objects make.
#[derive(Debug, Default)]
pub(super) struct Table {
    header: Option<Vec<String>>,
    /// The column of a key.
    places: BTreeMap<String, usize>,
    /// Rows from before the columns were known.
    waiting: Vec<(u64, Row)>,
    waiting_bytes: usize,
    pub(super) number: u64,
    rows: u64,
    bad_rows: u64,
    blank_lines: u64,
    empty_rows: u64,
    joined: BTreeSet<String>,
    flattened: BTreeSet<String>,
    pub(super) notes: Vec<Note>,
    refusal: Option<Refusal>,
    /// What is wrong with the first item that is no object.
    first_bad: Option<String>,
}

impl JsonReader {
    /// A reader for a text from its beginning.
    pub fn new(kind: JsonKind) -> Self {
        let input = match kind {
            JsonKind::Whole => Input::Whole(String::new()),
            kind => Input::Split(Split::new(kind == JsonKind::Lines, limit::ROW)),
        };
        Self { input, table: Table::default(), started: false }
    }

    /// Reads the next piece, of any size.
    ///
    /// # Errors
    /// [`Refusal::TooManyColumns`], [`Refusal::WholeJsonTooLarge`]; after that nothing more comes.
    pub fn push(&mut self, mut piece: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if !self.started && !piece.is_empty() {
            self.started = true;
            piece = piece.strip_prefix('\u{feff}').unwrap_or(piece);
        }
        match &mut self.input {
            Input::Whole(text) => {
                let seen = text.len().saturating_add(piece.len());
                if seen > limit::WHOLE_JSON {
                    let most = limit::WHOLE_JSON as u64;
                    // The first byte too many: how many more there are depends on the pieces.
                    return Err(Refusal::WholeJsonTooLarge { seen: most + 1, most });
                }
                text.push_str(piece);
                Ok(())
            }
            Input::Split(split) => {
                let lines = split.is_lines();
                let table = &mut self.table;
                split.push(piece, &mut |step| table.step(step, lines, sink));
                self.table.refusal.clone().map_or(Ok(()), Err)
            }
        }
    }

    /// Reads what is left at the end of the text.
    ///
    /// # Errors
    /// [`Refusal::Empty`] if there was no object, and those of [`Self::push`];
    /// [`Refusal::NoTable`] for JSON read as a whole that is damaged or has no table.
    pub fn finish(self, sink: &mut dyn Sink) -> Result<Summary, Refusal> {
        let Self { input, mut table, .. } = self;
        match input {
            Input::Whole(text) => {
                if let Some(summary) = whole::read(&text, &mut table, sink)? {
                    return Ok(summary);
                }
            }
            Input::Split(split) => {
                let lines = split.is_lines();
                split.finish(&mut |step| table.step(step, lines, sink));
            }
        }
        table.finish(sink)
    }

    /// The number of objects read so far, bad ones included; for a progress bar.
    pub fn rows_so_far(&self) -> u64 {
        self.table.number
    }
}

impl Table {
    fn step(&mut self, step: Step<'_>, lines: bool, sink: &mut dyn Sink) -> bool {
        let text = match step {
            Step::Item(text) => text,
            Step::Broken(expected) => {
                let row = self.number + 1;
                sink.problem(Problem::new(row, None, "", expected));
                return false;
            }
        };
        self.number += 1;
        if lines && text.is_empty() {
            self.blank_lines += 1;
            return true;
        }
        match parse(text) {
            Ok(Node::Record(fields)) => {
                let mut row = Row::default();
                row.add(&fields, "");
                self.take(row, text.len(), sink);
            }
            Ok(_) => self.reject(text, "an object", sink),
            Err(error) => {
                let at = text.get(..error.at).map_or(0, |before| before.chars().count()) + 1;
                self.reject(text, &format!("{} at character {at}", error.expected), sink);
            }
        }
        self.refusal.is_none()
    }

    fn reject(&mut self, text: &str, expected: &str, sink: &mut dyn Sink) {
        self.bad_rows += 1;
        if self.first_bad.is_none() {
            self.first_bad = Some(format!("In item {}, expected {expected}.", self.number));
        }
        let spans = [Span::read(0, text.len())];
        let problem = Problem::new(self.number, None, text, expected);
        sink.bad_row(self.number, Cells { read: text, made: "", spans: &spans }, vec![problem]);
    }

    /// Takes a row, or lets it wait for the columns to be known.
    pub(super) fn take(&mut self, mut row: Row, bytes: usize, sink: &mut dyn Sink) {
        if row.cells.is_empty() {
            // `{}` has no columns, so a table of nothing else has no header.
            self.empty_rows += 1;
            return;
        }
        self.joined.extend(std::mem::take(&mut row.joined));
        self.flattened.extend(std::mem::take(&mut row.flattened));
        if self.header.is_some() {
            return self.give(self.number, row, sink);
        }
        self.waiting.push((self.number, row));
        self.waiting_bytes = self.waiting_bytes.saturating_add(bytes);
        if self.waiting.len() >= FIRST_OBJECTS || self.waiting_bytes >= FIRST_BYTES {
            self.settle(sink);
        }
    }

    /// Now the columns are those of the rows that wait.
    fn settle(&mut self, sink: &mut dyn Sink) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut keys: Vec<&str> = Vec::new();
        for (column, _) in waiting.iter().flat_map(|(_, row)| &row.cells) {
            if !self.places.contains_key(column) {
                self.places.insert(column.clone(), keys.len());
                keys.push(column);
            }
        }
        if keys.len() > limit::COLUMNS {
            let (found, most) = (keys.len() as u64, limit::COLUMNS as u64);
            self.refusal = Some(Refusal::TooManyColumns { found, most });
            return;
        }
        let header = names(keys.into_iter(), &mut self.notes);
        sink.header(&header);
        self.header = Some(header);
        for (number, row) in waiting {
            self.give(number, row, sink);
        }
    }

    fn give(&mut self, number: u64, row: Row, sink: &mut dyn Sink) {
        let header = self.header.as_deref().unwrap_or_default();
        let mut made = String::new();
        let mut spans = vec![Span::made(0, 0); header.len()];
        let mut problems = Vec::new();
        for (column, value) in &row.cells {
            let Some(at) = self.places.get(column) else {
                let expected = format!("only keys that the first {FIRST_OBJECTS} objects have");
                problems.push(Problem::new(number, Some(column), value, expected));
                continue;
            };
            let start = made.len();
            made.push_str(value);
            if let Some(span) = spans.get_mut(*at) {
                *span = Span::made(start, made.len());
            }
            let name = header.get(*at).map(String::as_str);
            if value.contains('\0') {
                problems.push(Problem::new(number, name, value, "text without NUL bytes"));
            } else if value.contains('\u{fffd}') {
                let expected = "text in the encoding of the file";
                problems.push(Problem::new(number, name, value, expected));
            }
        }
        if let Some((column, value)) = &row.twice {
            let name = self.places.get(column).and_then(|at| header.get(*at));
            let name = name.map_or(column.as_str(), String::as_str);
            problems.push(Problem::new(
                number,
                Some(name),
                value,
                "each key once; the last one counts",
            ));
        }
        sink.row(number, Cells { read: "", made: &made, spans: &spans });
        self.rows += 1;
        problems.into_iter().for_each(|problem| sink.problem(problem));
    }

    fn finish(mut self, sink: &mut dyn Sink) -> Result<Summary, Refusal> {
        if self.header.is_none() && !self.waiting.is_empty() {
            self.settle(sink);
        }
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        if self.header.is_none() {
            return Err(match self.first_bad {
                None => Refusal::Empty,
                Some(bad) => Refusal::NoTable(format!(
                    "There is no sound object in this JSON, so it holds no table. {bad}"
                )),
            });
        }
        if self.empty_rows > 0 {
            self.notes.push(Note::EmptyRows(self.empty_rows));
        }
        if self.blank_lines > 0 {
            self.notes.push(Note::BlankLines(self.blank_lines));
        }
        let joined = self.joined.into_iter().map(|column| Note::Joined { column });
        let flattened = self.flattened.into_iter().map(|column| Note::Flattened { column });
        self.notes.extend(joined.chain(flattened));
        Ok(Summary { rows: self.rows, bad_rows: self.bad_rows, notes: self.notes })
    }
}
