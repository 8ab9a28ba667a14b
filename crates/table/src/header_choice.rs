//! Which row of a delimited text has the names of the columns, as a reader chooses it.

use explorer_reader::csv::Header;

use crate::column_role::shorter;

/// The first rows of a file with their numbers, as they stand in it.
pub type TopRows = [(u64, Vec<String>)];

/// Rows that are offered to choose from: their numbers with what stands on them.
pub type OfferedRows = Vec<(u64, String)>;

/// The rows that a reader chooses among: where the names stand, and where the table begins below them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderChoice {
    /// The first row with names; `None` if no row has any.
    pub first: Option<u64>,
    /// The last row with names: those of several rows are joined.
    pub last: u64,
    /// The first row of the table. What stands between is left out.
    pub data: u64,
}

impl HeaderChoice {
    /// A header of a file with these first rows.
    pub fn of(header: Header, top: &TopRows) -> Self {
        match header {
            Header::First => Self::row(top.first().map_or(1, |(row, _)| *row), top),
            Header::None { data } => {
                let first = top.first().map_or(1, |(row, _)| *row);
                Self { first: None, last: 0, data: data.max(first) }
            }
            Header::Rows { first, last, data } => Self { first: Some(first), last, data },
        }
    }

    /// The names are in that row, and the table begins below.
    pub fn row(row: u64, top: &TopRows) -> Self {
        Self { first: Some(row), last: row, data: below(row, top) }
    }

    /// No row has names. The table begins in the first row that is as wide as most are: a title above
    /// would give it a single column.
    pub fn none(top: &TopRows) -> Self {
        let count = |width: usize| top.iter().filter(|(_, cells)| cells.len() == width).count();
        let widths = top.iter().map(|(_, cells)| cells.len());
        let width = widths.max_by_key(|width| (count(*width), *width)).unwrap_or(1);
        let first = top.iter().find(|(_, cells)| cells.len() == width);
        Self { first: None, last: 0, data: first.map_or(1, |(row, _)| *row) }
    }

    /// It with another last row of names.
    pub fn until(self, last: u64, top: &TopRows) -> Self {
        Self { last, data: below(last, top), ..self }
    }

    /// It as the reader of the file takes it.
    pub fn header(self) -> Header {
        match self {
            Self { first: Some(first), last, data } => Header::Rows { first, last, data },
            Self { first: None, data, .. } => Header::None { data },
        }
    }

    /// The rows that can have the names, with what stands on them.
    pub fn firsts(self, top: &TopRows) -> OfferedRows {
        // The last one has nothing below.
        let most = top.len().saturating_sub(1);
        with(self.first, top.iter().take(most).map(words).collect())
    }

    /// The rows that can be the last one with names: up to three.
    pub fn lasts(self, top: &TopRows) -> OfferedRows {
        let Some(first) = self.first else { return Vec::new() };
        let rows = top.iter().filter(|(row, _)| *row >= first).take(3);
        let words = |(row, _): &(u64, Vec<String>)| match *row == first {
            true => (*row, "that row alone".to_owned()),
            false => (*row, format!("and on to row {row}")),
        };
        with(Some(self.last), rows.map(words).collect())
    }

    /// The rows that the table can begin in.
    pub fn begins(self, top: &TopRows) -> OfferedRows {
        let rows = top.iter().filter(|(row, _)| self.first.is_none() || *row > self.last);
        with(Some(self.data), rows.map(words).collect())
    }
}

/// The first row below another one.
fn below(row: u64, top: &TopRows) -> u64 {
    top.iter().map(|(number, _)| *number).find(|number| *number > row).unwrap_or(row + 1)
}

fn words((row, cells): &(u64, Vec<String>)) -> (u64, String) {
    let filled: Vec<&str> =
        cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    (*row, format!("row {row}: {}", shorter(&filled.join(", "))))
}

/// The chosen row is always among those offered.
fn with(chosen: Option<u64>, mut rows: OfferedRows) -> OfferedRows {
    if let Some(chosen) = chosen
        && rows.iter().all(|(row, _)| *row != chosen)
    {
        rows.push((chosen, format!("row {chosen}")));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn top() -> Vec<(u64, Vec<String>)> {
        let rows = [(1, "Visits"), (3, "date,,n"), (4, "day,country,persons"), (5, "2024,Laos,1")];
        let cells = |text: &str| text.split(',').map(str::to_owned).collect();
        rows.map(|(row, text)| (row, cells(text))).into()
    }

    #[test]
    fn a_header_is_offered_as_it_is_read() {
        let top = top();
        for header in [
            Header::First,
            Header::row(3),
            Header::none(),
            Header::None { data: 4 },
            Header::Rows { first: 3, last: 4, data: 5 },
            Header::Rows { first: 90, last: 91, data: 95 },
        ] {
            let choice = HeaderChoice::of(header, &top);
            let has = |rows: OfferedRows, row| rows.iter().any(|(known, _)| *known == row);
            if let Some(first) = choice.first {
                assert!(has(choice.firsts(&top), first), "{header:?}");
                assert!(has(choice.lasts(&top), choice.last), "{header:?}");
            }
            assert!(has(choice.begins(&top), choice.data), "{header:?}");
        }
    }

    #[test]
    fn what_follows_from_a_choice_is_chosen_with_it() {
        let top = top();
        let choice = HeaderChoice::row(1, &top);
        assert_eq!((choice.last, choice.data), (1, 3), "empty lines are passed over");
        let choice = HeaderChoice::row(3, &top).until(4, &top);
        assert_eq!(choice.header(), Header::Rows { first: 3, last: 4, data: 5 });
        assert_eq!(HeaderChoice::none(&top).header(), Header::None { data: 3 });
        assert_eq!(choice.firsts(&top)[1].1, "row 3: date, n");
        assert_eq!(HeaderChoice::row(5, &top).begins(&top), [(6, "row 6".to_owned())]);
    }
}
