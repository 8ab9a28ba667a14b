//! Reads delimited text that comes in pieces.
//!
//! The text of the row that is being read is kept until the row is whole; its cells are places
//! in that text, so that nothing is allocated per cell. Every byte is judged in its turn, whatever
//! pieces it came in: the outcome does not depend on them.

use super::Dialect;
use super::header_row::{Header, joined};
use super::scan::{BLOCK, special};
use crate::cells::{Cells, Span};
use crate::header::{Note, names};
use crate::limit;
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sink::Sink;

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Good rows, which the sink was given.
    pub rows: u64,
    /// Rows that are not loaded.
    pub bad_rows: u64,
    /// What the file's owner should know besides the problems.
    pub notes: Vec<Note>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// In a cell without quotes, or at the beginning of any.
    Plain,
    /// Between quotes; the text begins at `content`.
    Quoted,
    /// Behind a quote between quotes: it ends the cell, or the next byte is a quote, too.
    Quote(usize),
    /// Behind the closing quote, whose place it is.
    Closed(usize),
    /// In the rest of a row that is too long.
    TooLong,
}

const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// What is expected where a cell goes on behind its closing quote.
const BEHIND_QUOTE: &str = "nothing between the closing quote and the next separator";

/// Whether the whole text is used up, or has to be looked at again.
enum Scan {
    Done,
    Again,
}

/// Reads delimited text piece by piece.
#[derive(Debug)]
pub struct CsvReader {
    delimiter: u8,
    header: Option<Vec<String>>,
    names_at: Header,
    /// Rows of names, while there are more to come.
    named: Vec<Vec<String>>,
    /// Rows are given as they stand, with fewer cells than the first or more.
    is_raw: bool,
    longest: usize,

    /// The row that is being read and what follows; places below are in it.
    text: String,
    /// The first byte that is not judged yet.
    at: usize,
    row: usize,
    cell: usize,
    /// Where the quoted text begins.
    content: usize,
    state: State,
    /// Quotes in the quoted text are doubled.
    doubled: bool,
    /// The row before ended in CR, so a LF at once belongs to that end.
    after_cr: bool,
    /// A second byte order mark would be text.
    started: bool,

    spans: Vec<Span>,
    /// Cells of the row, of which only so many have a span.
    count: u64,
    made: String,
    /// The first cell of the row that goes on behind its closing quote.
    behind_quote: Option<usize>,
    /// The row has quotes around a cell.
    quotes: bool,
    /// There was a NUL or a U+FFFD in the file: from then on all cells are searched for them.
    damaged: bool,

    number: u64,
    rows: u64,
    bad_rows: u64,
    stray_quotes: u64,
    empty_rows: u64,
    blank_lines: u64,
    trailing: u64,
    short: u64,
    above: u64,
    notes: Vec<Note>,
}

impl CsvReader {
    /// A reader for a text from its beginning.
    pub fn new(dialect: Dialect) -> Self {
        Self::with_longest(dialect, limit::ROW)
    }

    /// A reader of rows as they stand, whatever they mean.
    pub(crate) fn raw(delimiter: u8) -> Self {
        let dialect = Dialect { delimiter, header: Header::none() };
        Self { is_raw: true, ..Self::new(dialect) }
    }

    pub(crate) fn with_longest(dialect: Dialect, longest: usize) -> Self {
        let usable =
            dialect.delimiter.is_ascii() && !matches!(dialect.delimiter, b'"' | b'\n' | b'\r');
        Self {
            delimiter: if usable { dialect.delimiter } else { b',' },
            header: None,
            names_at: dialect.header,
            named: Vec::new(),
            is_raw: false,
            longest,
            text: String::new(),
            at: 0,
            row: 0,
            cell: 0,
            content: 0,
            state: State::Plain,
            doubled: false,
            after_cr: false,
            started: false,
            spans: Vec::new(),
            count: 0,
            made: String::new(),
            behind_quote: None,
            quotes: false,
            damaged: false,
            number: 0,
            rows: 0,
            bad_rows: 0,
            stray_quotes: 0,
            empty_rows: 0,
            blank_lines: 0,
            trailing: 0,
            short: 0,
            above: 0,
            notes: Vec::new(),
        }
    }

    /// Reads the next piece, of any size; about 1 MiB is quickest.
    ///
    /// # Errors
    /// [`Refusal::TooManyColumns`]; after that nothing more comes.
    pub fn push(&mut self, mut piece: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if !self.started && !piece.is_empty() {
            self.started = true;
            piece = piece.strip_prefix('\u{feff}').unwrap_or(piece);
        }
        self.damaged = self.damaged || is_damaged(piece);
        self.text.push_str(piece);
        while let Scan::Again = self.scan(sink)? {}
        if self.state == State::TooLong {
            self.row = self.at;
        }
        // What was read is no longer needed.
        let read = self.row;
        self.text.drain(..read);
        for place in [&mut self.at, &mut self.row, &mut self.cell, &mut self.content] {
            *place = place.saturating_sub(read);
        }
        if let State::Quote(at) | State::Closed(at) = &mut self.state {
            *at = at.saturating_sub(read);
        }
        Ok(())
    }

    /// Reads what is left at the end of the text.
    ///
    /// # Errors
    /// [`Refusal::Empty`] if there was no row, [`Refusal::TooManyColumns`].
    pub fn finish(mut self, sink: &mut dyn Sink) -> Result<Summary, Refusal> {
        loop {
            while let Scan::Again = self.scan(sink)? {}
            self.settle();
            let text = std::mem::take(&mut self.text);
            let expected = match self.state {
                State::Quoted => "a quote that closes the one at the beginning of the cell",
                _ if self.is_forgotten(&text, text.len()) => BEHIND_QUOTE,
                _ => {
                    self.text = text;
                    break;
                }
            };
            self.forget_quote(&text, expected, sink)?;
            self.text = text;
        }
        let text = std::mem::take(&mut self.text);
        if self.row < text.len() && self.state != State::TooLong {
            self.end_cell(&text, text.len());
            self.end_row(&text, text.len(), sink)?;
        }
        if self.header.is_none() && !self.named.is_empty() {
            self.name_columns(sink)?;
        }
        if self.header.is_none() {
            return Err(Refusal::Empty);
        }
        let told = [
            (self.above, Note::AboveHeader as fn(u64) -> Note),
            (self.short, Note::ShortRows),
            (self.stray_quotes, Note::StrayQuotes),
            (self.empty_rows, Note::EmptyRows),
            (self.blank_lines, Note::BlankLines),
            (self.trailing, Note::TrailingSeparators),
        ];
        self.notes.extend(told.iter().filter(|(n, _)| *n > 0).map(|(n, note)| note(*n)));
        Ok(Summary { rows: self.rows, bad_rows: self.bad_rows, notes: self.notes })
    }

    /// The number of rows read so far, the header and bad ones included; for a progress bar.
    pub fn rows_so_far(&self) -> u64 {
        self.number
    }

    fn scan(&mut self, sink: &mut dyn Sink) -> Result<Scan, Refusal> {
        let text = std::mem::take(&mut self.text);
        let result = self.scan_text(&text, sink);
        self.text = text;
        result
    }

    fn scan_text(&mut self, text: &str, sink: &mut dyn Sink) -> Result<Scan, Refusal> {
        let bytes = text.as_bytes();
        while let Some(rest) = bytes.get(self.at..).filter(|rest| !rest.is_empty()) {
            let mut mask = match rest.first_chunk::<BLOCK>() {
                Some(block) => special(block, self.delimiter),
                None => {
                    let mut block = [0; BLOCK];
                    // `rest` is shorter than the block, or it would have a first chunk.
                    block.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                    special(&block, self.delimiter) & ((1 << rest.len()) - 1)
                }
            };
            while mask != 0 {
                let place = self.at + mask.trailing_zeros() as usize;
                mask &= mask - 1;
                if place - self.row > self.longest && self.is_too_long(text, sink)? {
                    return Ok(Scan::Again);
                }
                // The mask has bits for bytes of `rest` only.
                let Some(&byte) = bytes.get(place) else { break };
                if byte == b'"' {
                    self.quote(text, place);
                    continue;
                }
                self.settle();
                if self.is_forgotten(text, place) {
                    self.forget_quote(text, BEHIND_QUOTE, sink)?;
                    return Ok(Scan::Again);
                }
                if byte == self.delimiter {
                    self.separator(text, place);
                } else {
                    self.line_end(text, place, sink)?;
                }
            }
            self.at += rest.len().min(BLOCK);
        }
        // The last byte is judged by the state before it, as it would be in a longer text.
        if bytes.len() - self.row > self.longest + 1 && self.is_too_long(text, sink)? {
            return Ok(Scan::Again);
        }
        Ok(Scan::Done)
    }

    /// Settles whether a quote between quotes ended the cell, now that the next place that means
    /// something is known.
    fn settle(&mut self) {
        if let State::Quote(at) = self.state {
            self.state = State::Closed(at);
        }
    }

    /// Whether the quoted cell that ends before `end` is none: it goes on behind its closing quote,
    /// and has ends of lines in it. So its first quote has no partner, and the one that seemed to
    /// close it opens a cell further down.
    ///
    /// Looking at those lines again takes no longer than reading them: none of them has a quote
    /// without a partner, or the cell would have ended there.
    fn is_forgotten(&self, text: &str, end: usize) -> bool {
        let State::Closed(quote) = self.state else { return false };
        goes_on(text, quote, end)
            && text.get(self.content..quote).is_some_and(|text| text.contains(LINE_ENDS))
    }

    fn quote(&mut self, text: &str, place: usize) {
        match self.state {
            State::Plain => {
                let blank = |byte: &u8| *byte == b' ';
                let before = text.as_bytes().get(self.cell..place).unwrap_or_default();
                if before.iter().all(blank) {
                    self.state = State::Quoted;
                    self.content = place + 1;
                    self.doubled = false;
                    self.quotes = true;
                } else {
                    self.stray_quotes += 1;
                }
            }
            State::Quoted => self.state = State::Quote(place),
            State::Quote(before) if before + 1 == place => {
                self.state = State::Quoted;
                self.doubled = true;
            }
            State::Quote(before) => self.state = State::Closed(before),
            State::Closed(_) | State::TooLong => {}
        }
    }

    fn separator(&mut self, text: &str, place: usize) {
        if matches!(self.state, State::Plain | State::Closed(_)) {
            self.end_cell(text, place);
        }
    }

    fn end_cell(&mut self, text: &str, end: usize) {
        let span = match self.state {
            State::Closed(quote) => {
                if goes_on(text, quote, end) {
                    self.behind_quote = self.behind_quote.or(Some(self.spans.len()));
                    // Given back as it stands, for its owner to see what is wrong.
                    Span::read(self.cell - self.row, end - self.row)
                } else if self.doubled {
                    self.undouble(text.get(self.content..quote).unwrap_or_default())
                } else {
                    Span::read(self.content - self.row, quote - self.row)
                }
            }
            _ => Span::read(self.cell - self.row, end - self.row),
        };
        self.push_span(span);
        self.state = State::Plain;
        self.cell = end + 1;
    }

    fn push_span(&mut self, span: Span) {
        self.count += 1;
        if self.spans.len() < limit::CELLS {
            self.spans.push(span);
        }
    }

    fn undouble(&mut self, text: &str) -> Span {
        let start = self.made.len();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("\"\"") {
            self.made.push_str(before);
            self.made.push('"');
            rest = behind;
        }
        self.made.push_str(rest);
        Span::made(start, self.made.len())
    }

    fn line_end(&mut self, text: &str, place: usize, sink: &mut dyn Sink) -> Result<(), Refusal> {
        let line_feed = text.as_bytes().get(place) == Some(&b'\n');
        if line_feed && self.after_cr && place == self.row {
            self.after_cr = false;
            self.next_row(place + 1);
            return Ok(());
        }
        match self.state {
            State::Quoted => return Ok(()),
            State::TooLong => self.next_row(place + 1),
            _ => {
                self.end_cell(text, place);
                self.end_row(text, place, sink)?;
            }
        }
        self.after_cr = !line_feed;
        Ok(())
    }

    fn next_row(&mut self, start: usize) {
        self.row = start;
        self.cell = start;
        self.state = State::Plain;
        self.spans.clear();
        self.count = 0;
        self.made.clear();
        self.behind_quote = None;
        self.quotes = false;
    }

    /// Takes the row that ends before `end`, which is the place of the line's end.
    fn end_row(&mut self, text: &str, end: usize, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.number += 1;
        let line = text.get(self.row..end).unwrap_or_default();
        if line.is_empty() {
            self.blank_lines += 1;
        } else if self.is_above() {
            self.above += u64::from(!self.is_separator_line(line));
        } else if self.is_between() {
            let text = line.to_owned();
            self.notes.push(Note::BelowHeader { row: self.number, text });
        } else if self.header.is_some() {
            self.take_row(line, sink);
        } else if !self.is_separator_line(line) {
            self.take_header(line, sink)?;
        }
        self.next_row(end + 1);
        Ok(())
    }

    /// Whether the row stands above the table.
    fn is_above(&self) -> bool {
        let (Header::Rows { first, .. } | Header::None { data: first }) = self.names_at else {
            return false;
        };
        self.header.is_none() && self.number < first
    }

    /// Whether the row stands between the names and the table.
    fn is_between(&self) -> bool {
        let Header::Rows { data, .. } = self.names_at else { return false };
        self.header.is_some() && self.number < data
    }

    /// Spreadsheets take the line `sep=;` before the header for the delimiter, and write it.
    fn is_separator_line(&self, line: &str) -> bool {
        self.number == 1 && separator_line(line).is_some()
    }

    fn take_header(&mut self, line: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if let Header::None { .. } = self.names_at {
            self.make_header(line, sink)?;
            self.take_row(line, sink);
            return Ok(());
        }
        let at = self.behind_quote;
        let value = at.map(|at| self.cells(line).get(at).to_owned());
        self.make_header(line, sink)?;
        if let (Some(at), Some(value)) = (at, value) {
            let name = self.header.as_ref().and_then(|header| header.get(at));
            let name = name.map(String::as_str);
            sink.problem(Problem::new(self.number, name, &value, BEHIND_QUOTE));
        }
        Ok(())
    }

    fn cells<'c>(&'c self, line: &'c str) -> Cells<'c> {
        Cells { read: line, made: &self.made, spans: &self.spans }
    }

    fn make_header(&mut self, line: &str, sink: &mut dyn Sink) -> Result<(), Refusal> {
        if self.count > limit::COLUMNS as u64 {
            let most = limit::COLUMNS as u64;
            return Err(Refusal::TooManyColumns { found: self.count, most });
        }
        if let Header::None { .. } = self.names_at {
            let header: Vec<String> =
                (1..=self.spans.len()).map(|at| format!("Column {at}")).collect();
            if !self.is_raw {
                self.notes.push(Note::NoHeader);
            }
            sink.header(&header);
            self.header = Some(header);
            return Ok(());
        }
        let row: Vec<String> = self.cells(line).iter().map(str::to_owned).collect();
        self.named.push(row);
        match self.names_at {
            Header::Rows { last, .. } if self.number < last => Ok(()),
            _ => self.name_columns(sink),
        }
    }

    /// The columns have the names of the rows that were read for them.
    fn name_columns(&mut self, sink: &mut dyn Sink) -> Result<(), Refusal> {
        let rows = std::mem::take(&mut self.named);
        let header = names(joined(&rows).iter().map(String::as_str), &mut self.notes);
        sink.header(&header);
        self.header = Some(header);
        Ok(())
    }

    fn take_row(&mut self, line: &str, sink: &mut dyn Sink) {
        let Some(header) = &self.header else { return };
        let width = header.len();
        if !self.quotes && self.spans.first().is_some_and(|span| span.is_empty()) {
            // Spreadsheets write rows that were emptied as lines of separators.
            let blank = line.bytes().all(|byte| byte == self.delimiter);
            if blank {
                self.empty_rows += 1;
                return;
            }
        }
        // A first row of one cell may be a title, which says nothing of how wide the table is.
        let is_title = self.is_raw && width <= 1;
        if self.spans.len() > width && self.count <= limit::CELLS as u64 && !is_title {
            let beyond = self.spans.get(width..).unwrap_or_default();
            if beyond.iter().all(|span| span.is_empty()) {
                self.spans.truncate(width);
                self.count = width as u64;
                self.trailing += 1;
            }
        }
        if self.count < width as u64 && !self.is_raw && !self.is_of_other_delimiter(line, width) {
            // Some programs leave out the empty cells at the end of a row.
            self.spans.resize(width, Span::read(0, 0));
            self.count = width as u64;
            self.short += 1;
        }
        let cells = Cells { read: line, made: &self.made, spans: &self.spans };
        if self.count == width as u64 && self.behind_quote.is_none() && !self.damaged {
            self.rows += 1;
            return sink.row(self.number, cells);
        }
        let problems = self.problems(header, cells);
        if problems.is_empty() {
            self.rows += 1;
            sink.row(self.number, cells);
        } else {
            self.bad_rows += 1;
            sink.bad_row(self.number, cells, problems);
        }
    }

    /// Whether a row of one cell would be one of the table with another delimiter.
    fn is_of_other_delimiter(&self, line: &str, width: usize) -> bool {
        let separates = |delimiter: &u8| {
            *delimiter != self.delimiter
                && line.bytes().filter(|byte| byte == delimiter).count() + 1 >= width
        };
        self.count == 1 && width > 1 && b",;\t|".iter().any(separates)
    }

    fn problems(&self, header: &[String], cells: Cells<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let width = header.len();
        let name =
            |at: usize| header.get(at).cloned().unwrap_or_else(|| format!("column {}", at + 1));
        let mut note = |at: usize, expected: String| {
            problems.push(Problem::new(self.number, Some(&name(at)), cells.get(at), expected));
        };
        if let Some(at) = self.behind_quote {
            note(at, BEHIND_QUOTE.to_owned());
        }
        let found = self.count;
        let cells_expected = format!("{width} cells, of which there are {found}");
        if found < width as u64 {
            note(cells.len(), cells_expected);
        } else if found > width as u64 {
            note(width, cells_expected);
        }
        if self.damaged {
            for (at, cell) in cells.iter().enumerate().take(width) {
                if cell.contains('\0') {
                    note(at, "text without NUL bytes".to_owned());
                } else if cell.contains('\u{fffd}') {
                    note(at, "text in the encoding of the file".to_owned());
                }
            }
        }
        problems
    }

    /// Deals with a row that is longer than any may be. Whether the text has to be looked at
    /// again.
    fn is_too_long(&mut self, text: &str, sink: &mut dyn Sink) -> Result<bool, Refusal> {
        if self.state == State::TooLong {
            return Ok(false);
        }
        let longest = self.longest;
        // Only what is there in any case: the text may go on further or not, as its pieces are.
        let mut end = self.row.saturating_add(longest).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let sure = text.get(..end).unwrap_or_default();
        let has_line_end = sure.get(self.content..).is_some_and(|rest| rest.contains(LINE_ENDS));
        if self.state == State::Quoted && has_line_end {
            let expected = format!("a closing quote within {longest} bytes");
            self.forget_quote(sure, &expected, sink)?;
            return Ok(true);
        }
        let line = sure.get(self.row..).unwrap_or_default();
        self.number += 1;
        self.reject(line, None, line, &format!("at most {longest} bytes in a row"), sink)?;
        self.state = State::TooLong;
        self.after_cr = false;
        Ok(false)
    }

    /// The quote that was opened last has no end. Its row is bad up to the end of the line, and
    /// reading goes on behind that: otherwise one forgotten quote would cost all rows after it.
    fn forget_quote(
        &mut self,
        text: &str,
        expected: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        let rest = text.get(self.content..).unwrap_or_default();
        let end = rest.find(LINE_ENDS).map_or(text.len(), |end| self.content + end);
        let column = self.spans.len();
        self.push_span(Span::read(self.cell - self.row, end - self.row));
        self.number += 1;
        let line = text.get(self.row..end).unwrap_or_default();
        let value = text.get(self.cell..end).unwrap_or_default();
        self.reject(line, Some(column), value, expected, sink)?;
        self.after_cr = text.as_bytes().get(end) == Some(&b'\r');
        self.at = (end + 1).min(text.len());
        self.next_row(self.at);
        Ok(())
    }

    fn reject(
        &mut self,
        line: &str,
        column: Option<usize>,
        value: &str,
        expected: &str,
        sink: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        if self.is_above() {
            self.above += 1;
            return Ok(());
        }
        if self.header.is_none() {
            // The row that should have had the names is damaged: what it has stands for them.
            self.make_header(line, sink)?;
            if !matches!(self.names_at, Header::None { .. }) {
                sink.problem(Problem::new(self.number, None, value, expected));
                return Ok(());
            }
        }
        let header = self.header.as_deref().unwrap_or_default();
        let name = column
            .map(|at| header.get(at).cloned().unwrap_or_else(|| format!("column {}", at + 1)));
        let problem = Problem::new(self.number, name.as_deref(), value, expected);
        self.bad_rows += 1;
        let cells = Cells { read: line, made: &self.made, spans: &self.spans };
        sink.bad_row(self.number, cells, vec![problem]);
        Ok(())
    }
}

/// The delimiter that a first line `sep=;` says, in quotes or capitals, too.
pub(crate) fn separator_line(line: &str) -> Option<Option<u8>> {
    let line = line.trim_end_matches(['\r', '\n']);
    let inner = line.strip_prefix('"').and_then(|line| line.strip_suffix('"')).unwrap_or(line);
    let (word, rest) = inner.split_at_checked(4)?;
    if !word.eq_ignore_ascii_case("sep=") {
        return None;
    }
    match rest.as_bytes() {
        [] => Some(None),
        [byte] => Some(Some(*byte)),
        b"\\t" => Some(Some(b'\t')),
        _ => None,
    }
}

/// Whether there is a NUL or a U+FFFD in a text. Nearly always a pass over its bytes tells that there is
/// none, by vector instructions.
fn is_damaged(text: &str) -> bool {
    /// The first byte of U+FFFD, and of other characters.
    const FIRST: u8 = 0xef;
    let may_be = |bytes: &[u8]| {
        bytes.iter().fold(false, |found, &byte| found | (byte == 0) | (byte == FIRST))
    };
    text.as_bytes().chunks(1 << 12).any(may_be) && text.contains(['\0', '\u{fffd}'])
}

/// Whether there is more than blanks between a closing quote and the end of its cell.
fn goes_on(text: &str, quote: usize, end: usize) -> bool {
    let behind = text.as_bytes().get(quote + 1..end).unwrap_or_default();
    !behind.iter().all(|byte| *byte == b' ')
}
