//! What the page of a record says of its event, beside its people and sources.

use super::sentence::{date_words, label};
use super::state::{Page, ViewState};
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Event;
use explorer_dataset::withdrawn::WithdrawnEvent;
use explorer_explore::Explorer;
use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Standing};
use explorer_explore::records::{RecordColumn, cell};

/// The event's date or dates.
pub fn dates(event: &Event) -> String {
    match event.date_end {
        Some(end) => format!("{} – {}", date_words(event.date), date_words(end)),
        None => date_words(event.date),
    }
}

/// The event's facts, each with its name.
pub fn facts(explorer: &Explorer, event: &Event) -> Vec<(&'static str, String)> {
    let text = |column, none: &str| {
        let text = cell(explorer, event, column);
        if text.is_empty() { none.to_owned() } else { text }
    };
    let agency = explorer.table().dictionary(Facet::Agency).get(&event.agency);
    let agency = agency.map_or(String::new(), |entry| format!(" – {}", entry.note));
    let precision = if event.date.day().is_none() { " (the day is not known)" } else { "" };
    let window = if event.in_paper_window { "Yes" } else { "No" };
    vec![
        ("Date", format!("{}{precision}", dates(event))),
        ("Place", text(RecordColumn::Place, "Not said by the sources")),
        ("Agency", format!("{}{agency}", event.agency)),
        ("Rank", text(RecordColumn::Rank, "")),
        ("Format", text(RecordColumn::Format, "")),
        ("Channel", text(RecordColumn::Channel, "")),
        ("Forum or mechanism", text(RecordColumn::Forum, "None")),
        ("Topics", text(RecordColumn::Topics, "None reported")),
        ("In the paper\u{2019}s window", format!("{window} (June 2022 to July 2025)")),
        ("Record", event.id.clone()),
    ]
}

/// What a withdrawn record said, each fact with its name.
pub fn withdrawn_facts(withdrawn: &WithdrawnEvent) -> Vec<(&'static str, String)> {
    vec![
        ("Date", date_words(withdrawn.date)),
        ("Agency", withdrawn.agency.clone()),
        ("Record", withdrawn.id.clone()),
    ]
}

/// A view around an event.
#[derive(Debug, Clone, PartialEq)]
pub struct MoreLikeIt {
    /// What it has in common with the event.
    pub label: String,
    /// The view.
    pub state: ViewState,
    /// Its interactions.
    pub interactions: u32,
}

/// The views around an event: of its officials, forum, agency, counterparts and month.
pub fn more_like(explorer: &Explorer, event: &Event) -> Vec<MoreLikeIt> {
    let mut ways: Vec<(String, ViewState)> = Vec::new();
    let records = || ViewState::of(explorer, Page::Records);
    let mut way = |facet: Facet, id: &str| {
        let mut state = records();
        state.filters.set(facet, id, Standing::Included);
        ways.push((label(explorer, facet, id), state));
    };
    let table = explorer.table();
    let events = &explorer.dataset().events;
    let row = (0..table.len()).find(|&row| {
        events.get(table.event(row) as usize).is_some_and(|other| other.id == event.id)
    });
    for facet in [Facet::Official, Facet::Forum, Facet::Agency] {
        let ids = row.into_iter().flat_map(|row| table.column(facet).ids(row));
        ids.filter(|id| *id != NONE).for_each(|id| way(facet, id));
    }
    let organizations = &explorer.dataset().codebook.vocabularies.organizations;
    for counterpart in &event.counterparts {
        if let Some(iso3) = &counterpart.country {
            way(Facet::Country, iso3);
        } else if let Some(word) = &counterpart.organization {
            let known = organizations.iter().find(|known| known.word == *word);
            known.into_iter().for_each(|known| way(Facet::Organization, &known.id));
        }
    }
    let month = event.date.month().and_then(|m| PartialDate::from_month(event.date.year(), m));
    if let Some(month) = month {
        let mut state = records();
        state.filters.range = DateRange::new(Some(month), Some(month));
        ways.push((date_words(month), state));
    }
    let more = ways.into_iter().map(|(label, state)| {
        let interactions = explorer.summary(&state.filters).interactions;
        MoreLikeIt { label, state, interactions }
    });
    more.collect()
}
