//! The records in view: which events, in which order.

use std::cmp::Ordering;

use super::bitset::BitSet;
use super::date_words::date_words;
use super::{Explorer, facet::Facet};
use explorer_dataset::event::Event;
use explorer_order::order;

/// A column of the records table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordColumn {
    /// Date.
    Date,
    /// Title.
    Title,
    /// Agency.
    Agency,
    /// Chinese officials.
    Officials,
    /// Rank.
    Rank,
    /// Counterparts: countries and organizations.
    Counterparts,
    /// Names of the people on the foreign side.
    People,
    /// Kinds of the counterparts' offices.
    Offices,
    /// Format.
    Format,
    /// Channel.
    Channel,
    /// City and country.
    Place,
    /// Forum and its edition.
    Forum,
    /// Topics.
    Topics,
    /// Confidence.
    Confidence,
    /// Number of sources.
    Sources,
}

impl RecordColumn {
    /// All columns, in display order.
    pub const ALL: [Self; 15] = [
        Self::Date,
        Self::Title,
        Self::Agency,
        Self::Officials,
        Self::Rank,
        Self::Counterparts,
        Self::People,
        Self::Offices,
        Self::Format,
        Self::Channel,
        Self::Place,
        Self::Forum,
        Self::Topics,
        Self::Confidence,
        Self::Sources,
    ];

    /// The columns shown unless a reader chooses others.
    pub const DEFAULT: [Self; 8] = [
        Self::Date,
        Self::Title,
        Self::Agency,
        Self::Officials,
        Self::Counterparts,
        Self::Format,
        Self::Forum,
        Self::Confidence,
    ];

    /// The word in links.
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Title => "title",
            Self::Agency => "agency",
            Self::Officials => "officials",
            Self::Rank => "rank",
            Self::Counterparts => "counterparts",
            Self::People => "people",
            Self::Offices => "offices",
            Self::Format => "format",
            Self::Channel => "channel",
            Self::Place => "place",
            Self::Forum => "forum",
            Self::Topics => "topics",
            Self::Confidence => "confidence",
            Self::Sources => "sources",
        }
    }

    /// The heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "Date",
            Self::Title => "What happened",
            Self::Agency => "Agency",
            Self::Officials => "Chinese side",
            Self::Rank => "Rank",
            Self::Counterparts => "Counterparts",
            Self::People => "Foreign side",
            Self::Offices => "Foreign offices",
            Self::Format => "Format",
            Self::Channel => "Channel",
            Self::Place => "Place",
            Self::Forum => "Forum",
            Self::Topics => "Topics",
            Self::Confidence => "Confidence",
            Self::Sources => "Sources",
        }
    }

    /// The column with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }
}

/// Order of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: RecordColumn,
    /// Largest or latest first.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: RecordColumn::Date, descending: true }
    }
}

/// An event in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// Position in the dataset's events.
    pub event: usize,
    /// How many of its interactions are in view, at least 1.
    pub interactions: u32,
}

/// The events that `rows` belong to, sorted. Ties keep the order date, id.
pub fn records(explorer: &Explorer, rows: &BitSet, sort: Sort) -> Vec<Record> {
    let events = &explorer.dataset().events;
    let mut in_view: Vec<Record> = Vec::new();
    // Rows of an event stand side by side.
    for event in rows.iter().map(|row| explorer.table().event(row) as usize) {
        match in_view.last_mut() {
            Some(last) if last.event == event => last.interactions += 1,
            _ => in_view.push(Record { event, interactions: 1 }),
        }
    }
    let keys: Vec<Key> =
        in_view.iter().map(|record| key(explorer, &events[record.event], sort.column)).collect();
    let sorted = order(in_view.len(), &|a, b| {
        let by_key = keys[a].cmp(&keys[b]);
        let by_key = if sort.descending { by_key.reverse() } else { by_key };
        by_key.then_with(|| tie(&events[in_view[a].event], &events[in_view[b].event]))
    });
    sorted.into_iter().map(|at| in_view[at]).collect()
}

fn tie(a: &Event, b: &Event) -> Ordering {
    (a.date.first_day(), &a.id).cmp(&(b.date.first_day(), &b.id))
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Days(i32, i32),
    Text(String),
    Number(usize),
}

fn key(explorer: &Explorer, event: &Event, column: RecordColumn) -> Key {
    let vocabularies = &explorer.dataset().codebook.vocabularies;
    let rank_in = |words: &[explorer_dataset::codebook::Word], word: &str| {
        Key::Number(words.iter().position(|w| w.word == word).unwrap_or(usize::MAX))
    };
    match column {
        RecordColumn::Date => Key::Days(event.date.first_day(), event.date.last_day()),
        // Ranks and confidences sort by their order in the codebook, not by their letters.
        RecordColumn::Rank => rank_in(&vocabularies.ranks, &event.rank),
        RecordColumn::Confidence => rank_in(&vocabularies.confidences, &event.confidence),
        RecordColumn::Sources => Key::Number(event.sources.len()),
        _ => Key::Text(super::search::fold(&cell(explorer, event, column))),
    }
}

/// The text of a cell, as the table shows and sorts it; empty where nothing is known.
pub fn cell(explorer: &Explorer, event: &Event, column: RecordColumn) -> String {
    let dataset = explorer.dataset();
    let vocabularies = &dataset.codebook.vocabularies;
    let label = |words: &[explorer_dataset::codebook::Word], word: &str| {
        words.iter().find(|w| w.word == word).map_or(word.to_owned(), |w| w.label.clone())
    };
    let country = |iso3: &str| country_name(explorer, iso3);
    match column {
        RecordColumn::Date => date_words(event.date),
        RecordColumn::Title => event.title.clone(),
        RecordColumn::Agency => event.agency.clone(),
        RecordColumn::Officials => event.officials.join(", "),
        RecordColumn::Rank => label(&vocabularies.ranks, &event.rank),
        RecordColumn::Format => label(&vocabularies.formats, &event.format),
        RecordColumn::Channel => label(&vocabularies.channels, &event.channel),
        RecordColumn::Confidence => label(&vocabularies.confidences, &event.confidence),
        RecordColumn::Counterparts => {
            list(event.counterparts.iter().map(|c| match (&c.country, &c.organization) {
                (Some(iso3), _) => country(iso3),
                (None, Some(word)) => label(&vocabularies.organizations, word),
                (None, None) => String::new(),
            }))
        }
        RecordColumn::People => list(event.counterparts.iter().flat_map(|c| {
            c.name.iter().chain(c.also.iter().filter_map(|p| p.name.as_ref())).cloned()
        })),
        RecordColumn::Offices => list(
            event
                .counterparts
                .iter()
                .filter_map(|c| c.office.as_ref().map(|word| label(&vocabularies.offices, word))),
        ),
        RecordColumn::Place => {
            let venue = event.venue_country.as_deref().map(country);
            event.city.iter().cloned().chain(venue).collect::<Vec<_>>().join(", ")
        }
        RecordColumn::Forum => {
            let forum = event.forum.as_deref().map(|word| label(&vocabularies.forums, word));
            forum.into_iter().chain(event.forum_session.clone()).collect::<Vec<_>>().join(" ")
        }
        RecordColumn::Topics => list(event.topics.iter().map(|t| label(&vocabularies.topics, t))),
        RecordColumn::Sources => event.sources.len().to_string(),
    }
}

/// Distinct texts, joined.
fn list(texts: impl Iterator<Item = String>) -> String {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct.join(", ")
}

/// English name of a country or of China; the code itself where it is not in the table.
pub fn country_name(explorer: &Explorer, iso3: &str) -> String {
    let entry = explorer.table().dictionary(Facet::Venue).get(iso3);
    entry.map_or(iso3.to_owned(), |e| e.label.clone())
}
