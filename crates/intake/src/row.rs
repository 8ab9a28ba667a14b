//! A row as it comes in.

use std::collections::BTreeMap;

use explorer_meaning::mapping::Meaning;

/// A row of somebody's table, or one counterpart of a record in a file of the explorer's own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number in the file, as problems name it.
    pub number: u64,
    /// What its cells hold, by what their columns mean. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`,
    /// countries are ISO 3166-1 alpha-3 where they were recognized.
    pub cells: BTreeMap<Meaning, Cell>,
}

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its values; none if it is empty or was not read.
    pub values: Vec<String>,
    /// What stands in the file, where nothing of it was read.
    pub unread: Option<String>,
}

impl Row {
    /// The values of a cell; none where there is no such column.
    pub fn values(&self, meaning: Meaning) -> &[String] {
        self.cells.get(&meaning).map_or(&[], |cell| &cell.values)
    }

    /// The value of a cell that has one.
    pub fn value(&self, meaning: Meaning) -> Option<&str> {
        self.values(meaning).first().map(String::as_str)
    }

    /// A cell as one text; nothing if it is empty.
    pub fn text(&self, meaning: Meaning) -> Option<String> {
        let text = self.values(meaning).join("; ");
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A row with these cells, for those who have them as texts.
    pub fn of(number: u64, cells: impl IntoIterator<Item = (Meaning, Vec<String>)>) -> Self {
        let cell = |(meaning, values)| (meaning, Cell { values, unread: None });
        Self { number, cells: cells.into_iter().map(cell).collect() }
    }
}
