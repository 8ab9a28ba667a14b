//! A date in the life of a forum, with its records.

use std::sync::Arc;

use super::{Entry, place_name};
use crate::forum_share::{AROUND, FORUM, days_around};
use crate::sentence::date_words;
use explorer_dataset::date::{Day, PartialDate};
use explorer_dataset::event::Event;
use explorer_dataset::forum::{Forum, Session};
use explorer_explore::Explorer;

/// A date in the life of a forum.
#[derive(Debug, Clone)]
pub struct Meeting<'e> {
    /// When it began, as far as known.
    pub date: PartialDate,
    /// What is known of it besides records.
    pub session: Option<&'e Session>,
    /// Whether it took place; the Lianyungang forum skipped years.
    pub held: bool,
    /// Its records, in the order of the file.
    pub events: Arc<[&'e Event]>,
    /// Interactions in view.
    pub count: u32,
    /// Of these, meetings beside the forum.
    pub sideline: u32,
    /// Interactions in all records.
    pub total: u32,
    /// The days that a record of it can lie in.
    pub(super) reach: (Day, Day),
}

/// Sessions and records are the same if they are the same one of the dataset.
impl PartialEq for Meeting<'_> {
    fn eq(&self, other: &Self) -> bool {
        let counts = |of: &Self| (of.held, of.count, of.sideline, of.total, of.reach);
        self.date == other.date
            && counts(self) == counts(other)
            && self.session.map(std::ptr::from_ref) == other.session.map(std::ptr::from_ref)
            && self.events.len() == other.events.len()
            && self.events.iter().zip(other.events.iter()).all(|(a, b)| std::ptr::eq(*a, *b))
    }
}

impl<'e> Meeting<'e> {
    pub(super) fn new(date: PartialDate) -> Self {
        let (events, reach) = (Arc::from([]), around(date));
        Self { date, session: None, held: true, events, count: 0, sideline: 0, total: 0, reach }
    }

    pub(super) fn of(explorer: &Explorer, forum: Option<&Forum>, session: &'e Session) -> Self {
        let reach = forum.map_or(around(session.date), |forum| reach(explorer, forum, session));
        Self { session: Some(session), reach, ..Self::new(session.date) }
    }

    pub(super) fn is_reached(&self, first: Day, last: Day) -> bool {
        last >= self.reach.0 && first <= self.reach.1
    }
}

impl Meeting<'_> {
    /// What names it among those of all forums: `gpscfl:2024-09-08`.
    pub fn key(&self, entry: &Entry<'_>) -> String {
        format!("{}:{}", entry.id, self.date)
    }

    /// When and where it took place: `9 Sep 2024, Lianyungang, China`.
    pub fn title(&self, explorer: &Explorer) -> String {
        let mut title = date_words(self.date);
        if !self.held {
            title.push_str(": not held");
        }
        if let Some(session) = self.session {
            let country = session.country.as_deref().map(|iso3| place_name(explorer, iso3));
            for place in session.city.iter().cloned().chain(country) {
                title.push_str(", ");
                title.push_str(&place);
            }
        }
        title
    }

    /// What is known of its size, as a sentence.
    pub fn size_words(&self) -> Option<String> {
        let session = self.session?;
        let words = [&session.participants_words, &session.delegations];
        let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
        let words = words.join("; ");
        (!words.is_empty()).then(|| as_sentence(&words))
    }

    /// What its source notes of it, as a sentence.
    pub fn note(&self) -> Option<String> {
        self.session.map(|session| as_sentence(&session.note))
    }
}

/// The days that a record of a session can lie in.
fn reach(explorer: &Explorer, forum: &Forum, session: &Session) -> (Day, Day) {
    let days = days_around(explorer, session.date.year()).filter(|_| forum.id == FORUM);
    match days.and_then(|days| days.from().zip(days.to())) {
        Some((from, to)) => (from.first_day(), to.last_day()),
        None => around(session.date),
    }
}

/// The days around a date.
pub(super) fn around(date: PartialDate) -> (Day, Day) {
    (date.first_day() - AROUND, date.last_day() + AROUND)
}

/// Words of a note as a sentence.
fn as_sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    let end = if words.ends_with('.') { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}
