//! What the beginning of a file says.

use explorer_meaning::country::Countries;
use explorer_meaning::mapping::{ColumnProfile, Mapping, Profile};
use explorer_reader::csv::{Dialect, Header, header_row};
use explorer_reader::header::Note;
use explorer_reader::json::JsonKind;
use explorer_reader::limit;
use explorer_reader::number::{Decimal, read};
use explorer_reader::{Cells, Format, Problem, Refusal, Sink, TableReader, format};
use serde::{Deserialize, Serialize};

/// How many good rows are kept for a preview.
const ROWS: usize = 12;

/// How many bytes are read before it is asked whether that is enough.
const PIECE: usize = 1 << 16;

/// How many bytes of delimited text are read before its columns are judged.
const DELIMITED: usize = 1 << 20;

/// How many bytes the format is judged by.
const JUDGED: usize = 1 << 16;

/// What somebody chose of how a delimited text is read. What is `None` is proposed; JSON has no such
/// choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FormatChoice {
    /// What separates cells.
    pub delimiter: Option<u8>,
    /// Which row has the names of the columns.
    pub header: Option<Header>,
}

/// What the beginning of a file says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Beginning {
    /// Its format.
    pub format: Format,
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its first twelve good rows, as they stand in the file.
    pub rows: Vec<Vec<String>>,
    /// Of delimited text the first twelve rows whatever they are, with their numbers: for whoever
    /// says in which of them the names of the columns stand.
    pub top: Vec<(u64, Vec<String>)>,
    /// What its owner should know before it is loaded, as far as it is read.
    pub notes: Vec<Note>,
    /// What is in its columns.
    pub columns: Vec<ColumnProfile>,
    /// What they seem to be.
    pub mapping: Mapping,
}

impl Beginning {
    /// How many bytes of a file's beginning it takes to judge it, from its first slice of 64 KiB
    /// or more: 1 MiB of delimited text; of JSON as much as its reader takes before it knows the
    /// columns, which may be all of the file.
    ///
    /// # Errors
    /// [`Refusal::Empty`].
    pub fn wanted(text: &str, complete: bool) -> Result<usize, Refusal> {
        Ok(match judge(text, complete)? {
            Format::Delimited(_) => DELIMITED,
            Format::Json(JsonKind::List | JsonKind::Lines) => 8 << 20,
            Format::Json(JsonKind::Whole) => limit::WHOLE_JSON,
        })
    }

    /// Reads the first slice or slices of a file, as many as are [`wanted`](Self::wanted);
    /// `complete` says that they are all of it.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub fn of(text: &str, complete: bool, countries: &Countries) -> Result<Self, Refusal> {
        Self::chosen(text, complete, FormatChoice::default(), countries)
    }

    /// As [`of`](Self::of), with what somebody chose of the format.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub fn chosen(
        text: &str,
        complete: bool,
        choice: FormatChoice,
        countries: &Countries,
    ) -> Result<Self, Refusal> {
        let format = match judge(text, complete)? {
            Format::Delimited(proposed) => {
                Format::Delimited(choice.apply(text, complete, proposed))
            }
            json @ Format::Json(_) => json,
        };
        if let Format::Delimited(_) = format
            && !complete
            && text.len() >= DELIMITED
            && !text.trim_start_matches(['\u{feff}', '\r', '\n']).contains(['\r', '\n'])
        {
            // What was read of it would be taken for the names of the columns.
            return Err(Refusal::NoTable(
                "Its first line has more than a megabyte: a table has a line per row.".to_owned(),
            ));
        }
        let mut reader = TableReader::new(format);
        let mut sample = Sample::default();
        let mut rest = text;
        while !rest.is_empty() && sample.wants_more() {
            let (piece, behind) = rest.split_at(boundary(rest, PIECE));
            reader.push(piece, &mut sample)?;
            rest = behind;
        }
        // The last row of what is not complete may be cut. But JSON has no columns until its end, or
        // a thousand objects.
        let mut notes = Vec::new();
        if rest.is_empty() && (complete || sample.profile.is_none()) {
            notes = reader.finish(&mut sample)?.notes;
            if complete && sample.rows.is_empty() && !sample.has_bad {
                return Err(Refusal::NoRows);
            }
        }
        let profile = sample.profile.unwrap_or_else(|| Profile::new(&[]));
        let mut columns = profile.finish(countries);
        if tells_numbers(text, format, &sample.header) {
            for column in columns.iter_mut().filter(|column| column.decimal.either > 0) {
                column.of_program = !has_quoted_number(text, column);
            }
        }
        let mut mapping = Mapping::propose(&columns, countries);
        let delimiter = match format {
            Format::Delimited(dialect) => Some(dialect.delimiter),
            Format::Json(_) => None,
        };
        mapping.settle_orders(&columns);
        mapping.settle_marks(&columns, delimiter);
        let mut top = delimiter.map_or(Vec::new(), |delimiter| {
            header_row::first_rows(
                text.get(..boundary(text, JUDGED)).unwrap_or_default(),
                complete,
                delimiter,
            )
        });
        top.truncate(ROWS);
        Ok(Self { format, header: sample.header, rows: sample.rows, top, notes, columns, mapping })
    }
}

/// So many values are looked for in quotes.
const QUOTED: usize = 20;

/// Whether what has written a text puts texts in quotes, and numbers in none: JSON, a sheet of a workbook, and
/// what R and Python write.
fn tells_numbers(text: &str, format: Format, header: &[String]) -> bool {
    match format {
        Format::Json(_) => true,
        Format::Delimited(_) => header.iter().all(|name| is_quoted(text, name)),
    }
}

/// Whether a number of a column that could be read in two ways is a text there.
fn has_quoted_number(text: &str, column: &ColumnProfile) -> bool {
    let either = |value: &&String| read(value, Decimal::Point) != read(value, Decimal::Comma);
    column.values.keys().filter(either).take(QUOTED).any(|value| is_quoted(text, value))
}

fn is_quoted(text: &str, value: &str) -> bool {
    text.contains(&format!("\"{value}\""))
}

impl FormatChoice {
    fn apply(self, text: &str, complete: bool, proposed: Dialect) -> Dialect {
        let beginning = text.get(..boundary(text, JUDGED)).unwrap_or_default();
        let dialect = match self.delimiter {
            Some(delimiter) if delimiter != proposed.delimiter => {
                format::dialect(beginning, complete && beginning.len() == text.len(), delimiter)
            }
            _ => proposed,
        };
        Dialect { header: self.header.unwrap_or(dialect.header), ..dialect }
    }
}

fn judge(text: &str, complete: bool) -> Result<Format, Refusal> {
    let (beginning, behind) = text.split_at(boundary(text, JUDGED));
    if !behind.is_empty() && beginning.trim_start_matches('\u{feff}').trim().is_empty() {
        return format::sniff(text, complete);
    }
    format::sniff(beginning, complete && behind.is_empty())
}

/// The last border of a character within so many bytes.
fn boundary(text: &str, most: usize) -> usize {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The first rows of a table.
#[derive(Debug, Default)]
struct Sample {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Made with the header.
    profile: Option<Profile>,
    has_enough: bool,
    has_bad: bool,
}

impl Sample {
    fn wants_more(&self) -> bool {
        !self.has_enough
    }
}

impl Sink for Sample {
    fn header(&mut self, names: &[String]) {
        self.header = names.to_vec();
        self.profile = Some(Profile::new(names));
    }

    fn row(&mut self, _: u64, cells: Cells<'_>) {
        if self.rows.len() < ROWS {
            self.rows.push(cells.iter().map(str::to_owned).collect());
        }
        if let Some(profile) = &mut self.profile {
            self.has_enough = !profile.add(cells);
        }
    }

    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {
        self.has_bad = true;
    }

    fn problem(&mut self, _: Problem) {}
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_is_no_table() {
        let countries = Countries::from_json(include_str!("../../../data/countries.json")).unwrap();
        let line = "a;b,".repeat(DELIMITED / 4);
        assert!(matches!(Beginning::of(&line, false, &countries), Err(Refusal::NoTable(_))));
        let lines = format!("a;b\n{}", "1;2\n".repeat(DELIMITED / 4));
        assert_eq!(Beginning::of(&lines, false, &countries).unwrap().header, ["a", "b"]);
    }
}
