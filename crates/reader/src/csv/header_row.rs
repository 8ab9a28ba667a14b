//! Which row of a delimited text has the names of the columns.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::reader::CsvReader;
use crate::cells::Cells;
use crate::date::written;
use crate::number::{is_missing, read_with_either};
use crate::problem::Problem;
use crate::sink::Sink;

/// Where the names of the columns stand. Rows are numbered as in [`Problem::row`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Header {
    /// The first row that has anything in it.
    #[default]
    First,
    /// Nowhere: columns are called `Column 1`, ….
    None {
        /// The first row of the table; what stands above is left out.
        data: u64,
    },
    /// In one row, or in several whose names are joined.
    Rows {
        /// The first of them; what stands above is left out.
        first: u64,
        /// The last of them.
        last: u64,
        /// The first row of the table; what stands between, such as units, is left out.
        data: u64,
    },
}

impl Header {
    /// That row alone.
    pub fn row(row: u64) -> Self {
        Self::Rows { first: row, last: row, data: row.saturating_add(1) }
    }

    /// No row.
    pub fn none() -> Self {
        Self::None { data: 0 }
    }
}

/// So many first rows are looked at.
pub(crate) const ROWS: usize = 60;

/// The first rows of a delimited text as they stand there, with their numbers; empty lines are left
/// out. For [`propose`], and for whoever chooses the header.
pub fn first_rows(text: &str, complete: bool, delimiter: u8) -> Vec<(u64, Vec<String>)> {
    let mut rows = Rows::default();
    let mut reader = CsvReader::raw(delimiter);
    let mut rest = text;
    while !rest.is_empty() && rows.0.len() < ROWS {
        let mut end = rest.len().min(1 << 12);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, behind) = rest.split_at(end);
        if reader.push(piece, &mut rows).is_err() {
            return Vec::new();
        }
        rest = behind;
    }
    // The last row may be cut.
    if rest.is_empty() && complete {
        _ = reader.finish(&mut rows);
    }
    rows.0.truncate(ROWS);
    rows.0
}

#[derive(Debug, Default)]
struct Rows(Vec<(u64, Vec<String>)>);

impl Sink for Rows {
    fn header(&mut self, _: &[String]) {}
    fn row(&mut self, number: u64, cells: Cells<'_>) {
        // A byte order mark stands within a text where files were put behind each other.
        let plain = |cell: &str| cell.trim_matches('\u{feff}').trim().to_owned();
        self.0.push((number, cells.iter().map(plain).collect()));
    }
    fn bad_row(&mut self, number: u64, cells: Cells<'_>, _: Vec<Problem>) {
        self.row(number, cells);
    }
    fn problem(&mut self, _: Problem) {}
}

/// Which row seems to have the names: the first one that is as wide as the table, below titles and
/// comments. None has if the first row is like the others: dates over dates, numbers over numbers, or
/// a value that comes again. A second row of names below merged ones belongs to it, and a row of units
/// or labels is left out.
pub fn propose(rows: &[(u64, Vec<String>)]) -> Header {
    let width = width(rows);
    let above = (0..rows.len()).take_while(|at| is_above(rows, *at, width)).count();
    let Some(((number, names), below)) = rows.get(above..).and_then(<[_]>::split_first) else {
        return Header::First;
    };
    // As programs name columns, no cell below is: whatever that looks like, it is data.
    if above == 0 && names.len() >= width && are_of_programs(names) {
        return Header::First;
    }
    let evidence = Evidence::of(names, below);
    let is_data = match below {
        [] => names
            .iter()
            .any(|cell| kind(cell) == Kind::Date || kind(cell) == Kind::Number && !is_year(cell)),
        _ => evidence.data > 0 && evidence.names == 0,
    };
    if is_data && names.len() >= width {
        return Header::None { data: if above > 0 { *number } else { 0 } };
    }
    let simple = if above > 0 { Header::row(*number) } else { Header::First };
    let Some(((second, labels), below)) = below.split_first() else { return simple };
    let (first, second) = (*number, *second);
    let data = second.saturating_add(1);
    let filled = labels.iter().filter(|cell| !cell.is_empty()).count();
    let tags = filled > 0 && labels.iter().all(|cell| cell.is_empty() || is_tag(cell));
    if tags {
        return Header::Rows { first, last: first, data };
    }
    let evidence = Evidence::of(labels, below);
    if below.is_empty() || labels.len() < width || evidence.data > 0 {
        return simple;
    }
    if (evidence.names > 0 || evidence.are_years(labels)) && is_merged(names, labels) {
        return Header::Rows { first, last: second, data };
    }
    if evidence.names == 0 {
        return simple;
    }
    if below.len() >= 2 && evidence.are_labels(labels) {
        return Header::Rows { first, last: first, data };
    }
    simple
}

/// Whether these are names as programs give them to columns: different words of small letters, digits and
/// underscores, of which two at least have an underscore.
fn are_of_programs(names: &[String]) -> bool {
    let is_name = |name: &String| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let different: BTreeSet<&String> = names.iter().collect();
    names.iter().all(is_name)
        && different.len() == names.len()
        && names.iter().filter(|name| name.contains('_')).count() >= 2
}

/// The number of cells that most rows have; of equally frequent ones the largest.
fn width(rows: &[(u64, Vec<String>)]) -> usize {
    let count = |width: usize| rows.iter().filter(|(_, cells)| cells.len() == width).count();
    rows.iter()
        .map(|(_, cells)| cells.len())
        .max_by_key(|width| (count(*width), *width))
        .unwrap_or(1)
}

/// Whether a row is a title or a comment above the table.
fn is_above(rows: &[(u64, Vec<String>)], at: usize, width: usize) -> bool {
    let (Some((_, cells)), Some((_, next))) = (rows.get(at), rows.get(at + 1)) else {
        return false;
    };
    let comment = |cells: &[String]| {
        cells.first().is_some_and(|cell| cell.len() > 1 && cell.starts_with('#'))
    };
    let below = rows.get(at + 2..).unwrap_or_default();
    let next_has_names = || {
        let evidence = Evidence::of(next, below);
        next.len() == width && evidence.data == 0 && evidence.names > 0
    };
    if comment(cells) {
        let tags = cells.iter().filter(|cell| !cell.is_empty()).all(|cell| cell.starts_with('#'));
        return cells.len() != width
            || width == 1
            || comment(next)
            || !tags && next_has_names()
            || !tags && next.iter().all(|cell| kind(cell) == Kind::Text);
    }
    if width < 2 || cells.len() > width {
        return false;
    }
    let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    if cells.len() < width {
        let wide = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        return wide <= (width / 2).max(1) || next_has_names();
    }
    // A spreadsheet writes a title with separators for the empty cells beside it.
    let first = cells.iter().take_while(|cell| !cell.is_empty()).count();
    first == filled && (filled == 1 && width >= 3 || filled == 2 && width >= 5)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Empty,
    Number,
    Date,
    Text,
}

fn kind(cell: &str) -> Kind {
    if cell.is_empty() || is_missing(cell) {
        Kind::Empty
    } else if cell.len() > 60 {
        Kind::Text
    } else if read_with_either(cell).is_some() {
        Kind::Number
    } else if written(cell).is_some() {
        Kind::Date
    } else {
        Kind::Text
    }
}

/// A year may be the name of a column of numbers.
fn is_year(cell: &str) -> bool {
    cell.len() == 4 && matches!(cell.parse(), Ok(1500..2200))
}

/// What the cells of a row say, beside those below them.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Evidence {
    /// Texts over numbers or dates.
    names: usize,
    /// Years over numbers that are none.
    years: usize,
    /// Cells of the kind of those below, and texts that come again.
    data: usize,
    /// Which columns have numbers or dates below.
    typed: Vec<bool>,
}

impl Evidence {
    fn of(row: &[String], below: &[(u64, Vec<String>)]) -> Self {
        let mut evidence = Self::default();
        for (at, cell) in row.iter().enumerate() {
            let column = || {
                // The header may come again where tables were put behind each other.
                let others = below.iter().filter(|(_, cells)| cells != row);
                others.filter_map(|(_, cells)| cells.get(at)).map(String::as_str)
            };
            let (mut filled, mut numbers, mut dates, mut years) = (0, 0, 0, 0);
            for other in column() {
                let kind = kind(other);
                filled += usize::from(kind != Kind::Empty);
                numbers += usize::from(kind == Kind::Number);
                dates += usize::from(kind == Kind::Date);
                years += usize::from(is_year(other));
            }
            let most = |count: usize| filled > 0 && count * 5 >= filled * 4;
            let kind = kind(cell);
            let typed = most(numbers) || most(dates);
            evidence.typed.push(typed);
            match kind {
                Kind::Empty => {}
                Kind::Text if typed => evidence.names += 1,
                Kind::Text => {
                    evidence.data += usize::from(column().any(|other| other == cell));
                }
                Kind::Number if is_year(cell) && !most(years) => {
                    evidence.years += usize::from(most(numbers));
                }
                Kind::Number => evidence.data += usize::from(most(numbers)),
                Kind::Date => evidence.data += usize::from(most(dates)),
            }
        }
        evidence
    }

    /// Whether the row has years over all columns of numbers and dates: several, since one alone may be a number,
    /// and no more than a generation apart.
    fn are_years(&self, row: &[String]) -> bool {
        let years = || row.iter().filter_map(|cell| cell.parse::<u16>().ok());
        let apart = years().max().unwrap_or(0) - years().min().unwrap_or(0);
        let typed = self.typed.iter().filter(|typed| **typed).count();
        self.years > 1 && self.years == typed && apart <= 30
    }

    /// Whether the row has labels or units: words over all columns of numbers and dates, and either one
    /// of a unit, or several that are all different and have no digits.
    fn are_labels(&self, row: &[String]) -> bool {
        let over: Vec<&str> = row
            .iter()
            .zip(&self.typed)
            .filter(|(cell, typed)| **typed && !cell.is_empty())
            .map(|(cell, _)| cell.as_str())
            .collect();
        let different: BTreeSet<&str> = over.iter().copied().collect();
        let words = over.iter().all(|cell| !cell.chars().any(char::is_numeric));
        let unsure = ["unknown", "many", "few", "some", "soon", "never", "tbd", "tbc", "pending"];
        let sure = over.iter().all(|cell| !unsure.contains(&cell.to_lowercase().as_str()));
        let all = self.typed.iter().filter(|typed| **typed).count();
        let several = over.len() >= 2 && over.len() == all && different.len() == over.len();
        words && sure && (several || over.iter().any(|cell| is_unit(cell)))
    }
}

/// Whether a cell names a unit or a form.
fn is_unit(cell: &str) -> bool {
    const WHOLE: [&str; 14] = [
        "n", "no.", "km", "kg", "m", "t", "usd", "eur", "text", "string", "integer", "number",
        "count", "date",
    ];
    const PARTS: [&str; 17] = [
        "usd",
        "us$",
        "$",
        "\u{20ac}",
        "eur ",
        "million",
        "thousand",
        "billion",
        "percent",
        "%",
        "persons",
        "people",
        "yyyy",
        "number of",
        "years",
        "days",
        "units",
    ];
    let cell = cell.to_lowercase();
    let inner = cell.trim_matches(['(', ')', '[', ']']);
    WHOLE.contains(&inner) || PARTS.iter().any(|part| inner.contains(part))
}

/// A tag such as `#country` of the Humanitarian Exchange Language, or the line below the head of a table
/// in Markdown.
fn is_tag(cell: &str) -> bool {
    let tag = cell.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic));
    tag || cell.len() >= 3 && cell.chars().all(|c| c == '-' || c == ':')
}

/// Whether the first of two rows has names for several columns of the second: a merged cell, that is
/// empty but for its first column, or stands there time and again.
fn is_merged(names: &[String], labels: &[String]) -> bool {
    let pairs = || names.iter().zip(labels).filter(|(_, label)| !label.is_empty());
    let empty = pairs().skip(1).any(|(name, _)| name.is_empty());
    let twice = names.windows(2).any(|pair| pair[0] == pair[1] && !pair[0].is_empty());
    empty || twice
}

/// The names that several rows give to the columns.
pub(super) fn joined(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut names: Vec<String> = vec![String::new(); width];
    for (at, row) in rows.iter().enumerate() {
        let is_last = at + 1 == rows.len();
        let mut merged = "";
        for (column, name) in names.iter_mut().enumerate() {
            let cell = row.get(column).map_or("", String::as_str).trim();
            merged = if cell.is_empty() && !is_last { merged } else { cell };
            // A merged cell goes on over columns that have a name of their own below.
            let below = rows.get(at + 1).and_then(|row| row.get(column));
            let goes_on = !cell.is_empty() || below.is_some_and(|below| !below.trim().is_empty());
            let word = if goes_on { merged } else { "" };
            if !word.is_empty() && name.as_str() != word {
                name.push_str(if name.is_empty() { "" } else { " " });
                name.push_str(word);
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Header {
        propose(&first_rows(text, true, b','))
    }

    fn rows(first: u64, last: u64, data: u64) -> Header {
        Header::Rows { first, last, data }
    }

    #[test]
    fn the_row_with_the_names_is_found() {
        for (text, found) in [
            ("date,country\n2024-01-02,Laos\n2024-01-03,Fiji\n", Header::First),
            ("a,b\n", Header::First),
            ("word\nx\ny\n", Header::First),
            // Titles and comments.
            ("Visits\n\ndate,country,n\n2024,Laos,1\n2023,Fiji,2\n", rows(3, 3, 4)),
            ("Visits,,\ndate,country,n\n2024,Laos,1\n2023,Fiji,2\n", rows(2, 2, 3)),
            (
                "Source,X,\nUpdated,2024-12-16,\n,,\na,b,c,d,e\nx,1,2,3,4\ny,5,6,7,8\n",
                rows(4, 4, 5),
            ),
            ("Visits\ncountry,note\nLaos,\nFiji,x\nTonga,\n", rows(2, 2, 3)),
            ("# by me\n# on, Monday\ndate,country\n2024-01-02,Laos\n", rows(3, 3, 4)),
            ("#,country\n1,Laos\n2,Fiji\n", Header::First),
            ("#date,country\n2024-01-02,Laos\n2024-01-03,Fiji\n", Header::First),
            // None.
            ("2024-01-02,Laos,3\n2024-01-03,Fiji,4\n", Header::none()),
            ("Laos,MPS\nFiji,MSS\nLaos,MSS\n", Header::none()),
            ("# x\n2024-01-02,Laos,3\n2024-01-03,Fiji,4\n", Header::None { data: 2 }),
            ("2024-01-02,Laos,3\n", Header::none()),
            // Years as names, and a table that comes again.
            ("country,2021,2022\nLaos,1,2\nFiji,3,4\n", Header::First),
            ("date,country\n2024-01-02,Laos\ndate,country\n2024-01-03,Fiji\n", Header::First),
            // Two rows of names.
            (",2023,,2024,\ncountry,visits,cost,visits,cost\nLaos,1,2,3,4\n", rows(1, 2, 3)),
            ("A,A,B,B\nx,y,z,w\n1,2,3,4\n", rows(1, 2, 3)),
            // Units, labels, tags.
            (
                "date,n,cost\nyyyy-mm-dd,persons,USD\n2024-01-02,1,2\n2024-01-03,2,3\n",
                rows(1, 1, 3),
            ),
            ("country,value\n,USD million\nLaos,5\nFiji,6\n", rows(1, 1, 3)),
            ("date,n\nDay of visit,How many\n2024-01-02,1\n2024-01-03,2\n", rows(1, 1, 3)),
            ("date,country\n#date,#country\n2024-01-02,Laos\n", rows(1, 1, 3)),
            // A damaged first row is none of units.
            (
                "date,country,n\nsoon,Laos,many\n2024-01-02,Laos,1\n2024-01-03,Fiji,2\n",
                Header::First,
            ),
            (
                ",Visits,,Staff,\ncountry,2023,2024,2023,2024\nFiji,1,2,3,4\nLaos,2,3,4,5\n",
                rows(1, 2, 3),
            ),
            // Unnamed columns, and numbers that could be years.
            ("name,,n\nFiji,2023,1950\nLaos,200,300\nOman,400,500\nPeru,100,1\n", Header::First),
            ("date,n\nc. 2024,7 or 8\n2024-01-02,1\n2024-01-03,2\n", Header::First),
            ("", Header::First),
        ] {
            assert_eq!(header(text), found, "{text}");
        }
    }

    #[test]
    fn names_of_several_rows_are_joined() {
        let rows = |rows: &[&str]| -> Vec<Vec<String>> {
            rows.iter().map(|row| row.split(',').map(str::to_owned).collect()).collect()
        };
        let names = joined(&rows(&[",2023,,2024,", "country,visits,cost,visits,cost"]));
        assert_eq!(names, ["country", "2023 visits", "2023 cost", "2024 visits", "2024 cost"]);
        assert_eq!(
            joined(&rows(&["date,visits,", ",planned,held"])),
            ["date", "visits planned", "visits held"]
        );
        assert_eq!(joined(&rows(&["a,b"])), ["a", "b"]);
    }
}
