//! Which format a text has, from its beginning.

use explorer_order::ordered;
use serde::{Deserialize, Serialize};

use crate::cells::Cells;
use crate::csv::{CsvReader, Dialect, header_row, separator_line};
use crate::json::{JsonKind, Node, has_table, is_python, parse, unwrapped};
use crate::problem::Problem;
use crate::refusal::Refusal;
use crate::sink::Sink;

/// The format of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Delimited text.
    Delimited(Dialect),
    /// JSON.
    Json(JsonKind),
}

/// What can separate cells, the likelier first. Whoever chooses has two more, which stand in too many
/// texts to be proposed: [`OFFERED`].
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// The delimiters that are offered to choose from.
pub const OFFERED: [u8; 6] = [b',', b'\t', b';', b'|', b':', b' '];

/// Judges the beginning of a text, best its first 64 KiB. `complete` says whether that is all.
///
/// Text is JSON if it begins as a list of objects or lists, or as an object. Otherwise the
/// delimiter is that which gives the most alike rows: the share of rows that have as many cells as
/// most have, times `1 − 1/cells`, and half of it if the header has another number. A line `sep=;`
/// before the header settles it. Which row is the header is proposed ([`header_row::propose`]).
///
/// # Errors
/// [`Refusal::Empty`] for nothing but blanks.
pub fn sniff(beginning: &str, complete: bool) -> Result<Format, Refusal> {
    let text = beginning.strip_prefix('\u{feff}').unwrap_or(beginning);
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(kind) = json(trimmed, complete) {
        return Ok(Format::Json(kind));
    }
    if unwrapped(trimmed).len() < trimmed.len() && json(unwrapped(trimmed), complete).is_some() {
        return Ok(Format::Json(JsonKind::Whole));
    }
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    let delimiter = match separator_line(line) {
        Some(Some(delimiter)) if delimiter.is_ascii() && delimiter != b'"' => delimiter,
        _ => delimiter(text, complete),
    };
    Ok(Format::Delimited(dialect(text, complete, delimiter)))
}

/// The dialect of a delimited text whose delimiter is known: which row is the header is proposed from
/// its beginning.
pub fn dialect(beginning: &str, complete: bool, delimiter: u8) -> Dialect {
    let rows = header_row::first_rows(beginning, complete, delimiter);
    Dialect { delimiter, header: header_row::propose(&rows) }
}

fn delimiter(text: &str, complete: bool) -> u8 {
    let mut best = (b',', 0);
    for delimiter in DELIMITERS {
        let score = score(text, complete, delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

fn json(text: &str, complete: bool) -> Option<JsonKind> {
    if is_python(text) && text.contains([':', ',']) {
        return text.starts_with(['{', '[']).then_some(JsonKind::Whole);
    }
    // An object without quotes is damaged JSON, and no table of one row.
    let is_object = complete && text.starts_with('{') && text.trim_end().ends_with('}');
    if is_object && text.contains(':') && !text.trim_end().contains('\n') {
        let inner = text.get(1..).unwrap_or_default().trim_start();
        if !inner.starts_with(['"', '}']) {
            return Some(JsonKind::Whole);
        }
    }
    if let Some(behind) = text.strip_prefix('[') {
        return match behind.trim_start().chars().next() {
            Some('{') if is_list_second(behind) => Some(JsonKind::Whole),
            Some('{' | ']') | None => Some(JsonKind::List),
            Some('[') => Some(JsonKind::Whole),
            _ => None,
        };
    }
    let behind = text.strip_prefix('{')?.trim_start();
    if !behind.is_empty() && !behind.starts_with(['"', '}']) {
        return None;
    }
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (first, second) = (lines.next().unwrap_or_default(), lines.next());
    let another = second.is_some_and(|line| line.starts_with('{'));
    Some(match parse(first) {
        Ok(_) if another => JsonKind::Lines,
        // One object on one line: around a table, or the only record.
        Ok(node @ Node::Record(_)) if complete => {
            if has_table(&node) {
                JsonKind::Whole
            } else {
                JsonKind::Lines
            }
        }
        Ok(_) => JsonKind::Lines,
        // A damaged first line of several, and none that goes on in the next one.
        Err(_)
            if another
                && !first.ends_with(['{', '[', ','])
                && second.is_some_and(|line| line.ends_with('}')) =>
        {
            JsonKind::Lines
        }
        Err(_) => JsonKind::Whole,
    })
}

/// Whether the second item of a list is a list: behind what is said of the table, in the World Bank's
/// API.
fn is_list_second(items: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in items.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => {
                return items.get(at + 1..).is_some_and(|rest| rest.trim_start().starts_with('['));
            }
            _ => {}
        }
    }
    false
}

/// How many cells each row has; 0 if a cell has half of a pair of quotes, which a delimiter has
/// that stands between quotes, or if a comma is within a number that stands beside another delimiter.
#[derive(Default)]
struct Widths {
    is_comma: bool,
    header: usize,
    rows: Vec<usize>,
}

impl Widths {
    fn add(&mut self, cells: Cells<'_>) {
        let quotes = |cell: &str| cell.bytes().filter(|byte| *byte == b'"').count();
        let halved = |at: usize| !cells.had_pairs(at) && quotes(cells.get(at)) % 2 == 1;
        let within = |at: usize| is_within_number(cells.get(at - 1), cells.get(at));
        let split = (0..cells.len()).any(halved) || self.is_comma && (1..cells.len()).any(within);
        self.rows.push(if split { 0 } else { cells.len() });
    }
}

impl Sink for Widths {
    fn header(&mut self, names: &[String]) {
        self.header = names.len();
    }
    fn row(&mut self, _: u64, cells: Cells<'_>) {
        self.add(cells);
    }
    fn bad_row(&mut self, _: u64, cells: Cells<'_>, _: Vec<Problem>) {
        self.add(cells);
    }
    fn problem(&mut self, _: Problem) {}
}

/// Whether a comma between two texts sets off thousands: `...|1` and `000`, or `1` and `000|...`.
fn is_within_number(before: &str, after: &str) -> bool {
    let is_other = |byte: &u8| *byte != b',' && DELIMITERS.contains(byte);
    let digits = |bytes: &mut dyn Iterator<Item = u8>| bytes.take_while(u8::is_ascii_digit).count();
    let (left, right) = (before.as_bytes(), after.as_bytes());
    let leading = digits(&mut left.iter().rev().copied());
    if digits(&mut right.iter().copied()) != 3 || !(1..=3).contains(&leading) {
        return false;
    }
    let beside = left[..left.len() - leading].iter().rev().find(|byte| **byte != b'-');
    beside.is_some_and(is_other) || right.get(3).is_some_and(is_other)
}

/// From 0 to 1,000,000.
fn score(text: &str, complete: bool, delimiter: u8) -> usize {
    let mut widths = Widths { is_comma: delimiter == b',', ..Widths::default() };
    let mut reader = CsvReader::raw(delimiter);
    if reader.push(text, &mut widths).is_err() {
        return 0;
    }
    // The last row may be cut.
    if (complete || widths.rows.len() < 2) && reader.finish(&mut widths).is_err() {
        return 0;
    }
    let sorted = ordered(widths.rows.clone(), &usize::cmp);
    let runs = sorted.chunk_by(|a, b| a == b);
    let Some(most) = runs.max_by_key(|run| run.len()) else { return 0 };
    let width = most.first().copied().unwrap_or(1).max(1);
    let share = most.len().saturating_mul(1_000_000) / widths.rows.len().max(1);
    let score = share / width * (width - 1);
    if widths.header == width { score } else { score / 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delimiter(text: &str) -> Option<char> {
        match sniff(text, true) {
            Ok(Format::Delimited(dialect)) => Some(char::from(dialect.delimiter)),
            _ => None,
        }
    }

    #[test]
    fn finds_the_delimiter() {
        assert_eq!(delimiter("a,b,c\n1,2,3\n"), Some(','));
        assert_eq!(delimiter("a\tb\tc\n1, 2\t2\t3, 4\n"), Some('\t'));
        assert_eq!(delimiter("a;b\n1,5;2,7\n3,1;4,2\n"), Some(';'));
        assert_eq!(delimiter("a|b|c\n1|2|3"), Some('|'));
        assert_eq!(delimiter("date,topics\n2024,a; b; c\n2025,d; e; f\n"), Some(','));
        assert_eq!(delimiter("name,\"x;y;z\"\n1,\"a;b;c\"\n"), Some(','));
        // A quote that is part of a cell is no half of a pair.
        assert_eq!(delimiter("a,b,c\n1,\"5\"\"\",x; y\n2,\"6\"\"\",x; y\n"), Some(','));
        assert_eq!(delimiter("sep=;\na;b,c,d\n1;2,3,4\n"), Some(';'));
        // Thousands, below lines about the table.
        for row in ["v|1,000,000\n", "v|-1,000\n", "1,000,000|v\n"] {
            let text = format!("# by hand\n# 2024\nl|n\n{}", row.repeat(19));
            assert_eq!(delimiter(&text), Some('|'), "{text}");
        }
        assert_eq!(delimiter("a,b\n5,123\n7,456\n"), Some(','));
        assert_eq!(delimiter("one\ncolumn\n"), Some(','));
        assert_eq!(delimiter("[a],b\n1,2\n"), Some(','));
        assert_eq!(delimiter("{a};b\n1;2\n"), Some(';'));
    }

    #[test]
    fn finds_the_kind_of_json() {
        let kind = |text: &str| match sniff(text, true) {
            Ok(Format::Json(kind)) => Some(kind),
            _ => None,
        };
        for text in ["[{\"a\":1}]", " [ ] ", "\u{feff}[\n {"] {
            assert_eq!(kind(text), Some(JsonKind::List), "{text}");
        }
        for text in ["{\"a\":1}\n{\"a\":2}", "{\"a\":1}", "{\"a\":[1,2]}", "{\"a\":1\n{\"a\":2}\n"]
        {
            assert_eq!(kind(text), Some(JsonKind::Lines), "{text}");
        }
        for text in [
            "{\"events\":[{\"a\":1}]}",
            "{\"events\":[{\"a\":1},\n{\"a\":2}]}",
            "{\n \"a\": 1\n}",
            "[[1,2],[3,4]]",
            "{\"data\":[[1]]}",
        ] {
            assert_eq!(kind(text), Some(JsonKind::Whole), "{text}");
        }
        assert_eq!(sniff(" \n", true), Err(Refusal::Empty));
    }
}
