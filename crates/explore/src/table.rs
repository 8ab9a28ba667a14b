//! The columns: one row per interaction, rows of the same event side by side.

use std::ops::Range;
use std::sync::OnceLock;

use super::bitset::BitSet;
use super::certainty::CERTAIN;
use super::dictionary::{Code, Dictionary};
use super::facet::Facet;
use super::grain::MonthNumber;
use super::search::{Search, Suggestion, index, near};
use explorer_dataset::date::Day;
use explorer_order::order;

/// A dictionary-coded column in which a row holds any number of distinct values.
///
/// Row `r` holds `codes[offsets[r]..offsets[r + 1]]`.
#[derive(Debug, Clone)]
pub struct Column {
    dictionary: Dictionary,
    offsets: Vec<u32>,
    codes: Vec<Code>,
}

impl Column {
    fn new(dictionary: Dictionary) -> Self {
        Self { dictionary, offsets: vec![0], codes: Vec::new() }
    }

    fn push(&mut self, codes: &[Code]) {
        let start = self.codes.len();
        for &code in codes {
            // A value counts once per row, however often the record repeats it.
            if !self.codes[start..].contains(&code) {
                self.codes.push(code);
            }
        }
        self.offsets.push(u32::try_from(self.codes.len()).unwrap_or(u32::MAX));
    }

    /// The facet's values.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// The codes of a row; empty beyond the last row.
    pub fn codes(&self, row: usize) -> &[Code] {
        self.codes_of(row..row + 1)
    }

    /// The codes of rows that lie side by side, one row after the other; empty if any is beyond the last.
    pub fn codes_of(&self, rows: Range<usize>) -> &[Code] {
        match (self.offsets.get(rows.start), self.offsets.get(rows.end)) {
            (Some(&start), Some(&end)) => &self.codes[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The ids of a row.
    pub fn ids(&self, row: usize) -> impl Iterator<Item = &str> + Clone {
        self.codes(row).iter().filter_map(|&c| self.dictionary.entry(c)).map(|e| e.id.as_str())
    }
}

/// One interaction, before it is coded. Ids must be in the facet's dictionary; others are left out.
#[derive(Debug, Clone)]
pub struct Row {
    /// Position of its event in the dataset. Rows come in ascending order of it.
    pub event: u32,
    /// First and last day that its date can mean.
    pub days: (Day, Day),
    /// Month it falls in.
    pub month: MonthNumber,
    /// Text to search.
    pub text: String,
    /// Codes per facet, at `facet as usize`.
    pub codes: [Vec<Code>; Facet::COUNT],
}

/// The interactions of a dataset as columns.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    events: Vec<u32>,
    days: Vec<(Day, Day)>,
    months: Vec<MonthNumber>,
    texts: Vec<String>,
    /// These texts as a search looks through them. Most readers never search, and it takes a twentieth of
    /// the page's start.
    indexed: OnceLock<Vec<String>>,
    names: Vec<String>,
    certain: BitSet,
}

impl Table {
    /// Codes rows into columns; `dictionaries` stand in the order of [`Facet::ALL`].
    pub fn new(dictionaries: [Dictionary; Facet::COUNT], rows: Vec<Row>) -> Self {
        // Distinct events are counted by comparing neighbours.
        let sorted = order(rows.len(), &|a, b| rows[a].event.cmp(&rows[b].event));
        let mut table = Self {
            columns: dictionaries.into_iter().map(Column::new).collect(),
            events: Vec::with_capacity(rows.len()),
            days: Vec::with_capacity(rows.len()),
            months: Vec::with_capacity(rows.len()),
            texts: Vec::with_capacity(rows.len()),
            indexed: OnceLock::new(),
            names: Vec::new(),
            certain: BitSet::none(rows.len()),
        };
        for row in sorted.into_iter().map(|at| &rows[at]) {
            for (column, codes) in table.columns.iter_mut().zip(&row.codes) {
                column.push(codes);
            }
            table.events.push(row.event);
            table.days.push(row.days);
            table.months.push(row.month);
            table.texts.push(row.text.clone());
        }
        let column = table.column(Facet::Certainty);
        if let Some(certain) = column.dictionary().code(CERTAIN) {
            table.certain = BitSet::from_fn(rows.len(), |row| column.codes(row).contains(&certain));
        }
        table
    }

    /// The rows of which nothing is uncertain.
    pub fn certain(&self) -> &BitSet {
        &self.certain
    }

    /// The same table, whose search looks for these names as a whole; they are indexed.
    pub fn knowing(self, names: Vec<String>) -> Self {
        Self { names, ..self }
    }

    /// A query as the search of this table reads it.
    pub fn search(&self, query: &str) -> Search {
        Search::knowing(query, &self.names)
    }

    /// What may be meant by the words of a query that no row has.
    pub fn near(&self, query: &str) -> Vec<Suggestion> {
        let texts: Vec<&str> = self.indexed().iter().map(String::as_str).collect();
        near(&self.search(query), &texts)
    }

    /// Number of interactions.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// A facet's column.
    pub fn column(&self, facet: Facet) -> &Column {
        // `new` takes exactly one dictionary per facet.
        &self.columns[facet as usize]
    }

    /// A facet's values.
    pub fn dictionary(&self, facet: Facet) -> &Dictionary {
        self.column(facet).dictionary()
    }

    /// Position in the dataset of a row's event.
    pub fn event(&self, row: usize) -> u32 {
        self.events[row]
    }

    /// First and last day that a row's date can mean.
    pub fn days(&self, row: usize) -> (Day, Day) {
        self.days[row]
    }

    /// Month a row falls in.
    pub fn month(&self, row: usize) -> MonthNumber {
        self.months[row]
    }

    /// A row's text as a search looks through it ([`super::search::index`]).
    pub fn text(&self, row: usize) -> &str {
        &self.indexed()[row]
    }

    /// Has the texts ready for searches, which the first of them would wait for otherwise.
    pub fn index_texts(&self) {
        self.indexed();
    }

    fn indexed(&self) -> &[String] {
        self.indexed.get_or_init(|| self.texts.iter().map(|text| index(text)).collect())
    }

    /// Which of its event's counterparts a row is with, from 0.
    pub fn counterpart(&self, row: usize) -> usize {
        // The rows of an event stand side by side, in the order of its counterparts.
        self.events[..row].iter().rev().take_while(|event| **event == self.events[row]).count()
    }

    /// The calendar years of all rows, without gaps.
    pub fn years(&self) -> std::ops::Range<i32> {
        self.months().map_or(0..0, |(first, last)| first.div_euclid(12)..last.div_euclid(12) + 1)
    }

    /// First and last month of all rows; `None` without rows.
    pub fn months(&self) -> Option<(MonthNumber, MonthNumber)> {
        Some((*self.months.iter().min()?, *self.months.iter().max()?))
    }
}
