//! When each forum met, and which records are of which meeting.
//!
//! A record names a forum, not a session. It belongs to the session that it may lie within
//! [`AROUND`](crate::forum_share::AROUND) days of, as with the share of a year; to those of the forum itself
//! before those of forums that are counted with it. What is recorded at another time is a meeting of its own.

use std::sync::Arc;

use super::meeting::{Meeting, around};
use super::{Entry, entries, is_shown};
use crate::forum_share::FORUM;
use crate::whole::whole;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Event;
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_order::{order, ordered};

/// A forum with its meetings.
#[derive(Debug, Clone, PartialEq)]
pub struct ForumRow<'e> {
    /// Which.
    pub entry: Entry<'e>,
    /// Its meetings in the order of time.
    pub meetings: Vec<Meeting<'e>>,
    /// Interactions in view.
    pub count: u32,
    /// Interactions in all records.
    pub total: u32,
}

impl<'e> ForumRow<'e> {
    /// A forum with the sessions that are known besides records.
    fn of(explorer: &'e Explorer, entry: Entry<'e>) -> Self {
        let sessions = entry.forum.map_or([].as_slice(), |forum| &forum.sessions);
        let mut meetings: Vec<_> =
            sessions.iter().map(|session| Meeting::of(explorer, entry.forum, session)).collect();
        if entry.id == FORUM {
            let editions = explorer.dataset().forum_editions.iter();
            let skipped = editions.filter(|edition| !edition.held());
            meetings.extend(skipped.filter_map(|edition| {
                let date = edition.edition.parse().ok()?;
                Some(Meeting { held: false, ..Meeting::new(date) })
            }));
        }
        Self { entry, meetings, count: 0, total: 0 }
    }

    /// Puts the meetings in the order of time, and returns where each of them is now.
    fn sort(&mut self) -> Vec<usize> {
        let meetings = &self.meetings;
        // Positions below are those of the meetings, each once: `order` gives no others.
        let order = order(meetings.len(), &|a, b| meetings[a].date.cmp(&meetings[b].date));
        let mut moved = vec![0; order.len()];
        for (to, from) in order.iter().enumerate() {
            moved[*from] = to;
        }
        self.meetings = order.iter().map(|from| meetings[*from].clone()).collect();
        moved
    }

    /// Whether the filter of forums leaves it.
    pub fn passes(&self, filters: &Filters) -> bool {
        let id = self.entry.counted.map_or(self.entry.id, |word| word.id.as_str());
        filters.selection(Facet::Forum).passes(std::iter::once(id))
    }

    /// How many times it is known to have met.
    pub fn sessions(&self) -> usize {
        self.meetings.iter().filter(|meeting| meeting.held).count()
    }

    /// When it met last, as far as known.
    pub fn last(&self) -> Option<PartialDate> {
        self.meetings.iter().rev().find(|meeting| meeting.held).map(|meeting| meeting.date)
    }
}

/// The forums with their meetings, and which records are of which: what no filter changes. It is to be had once
/// of a dataset, as thousands of records may look for their meeting among thousands.
#[derive(Debug)]
pub struct Calendar<'e> {
    explorer: &'e Explorer,
    /// The forums, with nothing counted.
    rows: Vec<ForumRow<'e>>,
    /// Row and meeting of each event, in the order of the file.
    places: Vec<Option<(usize, usize)>>,
}

impl<'e> Calendar<'e> {
    /// The calendar of a dataset.
    pub fn of(explorer: &'e Explorer) -> Self {
        let mut rows: Vec<ForumRow<'e>> =
            entries(explorer).into_iter().map(|entry| ForumRow::of(explorer, entry)).collect();
        // Found once for each word, by which they are sorted: thousands of events may have it.
        let words = rows.iter().filter_map(|row| row.entry.word);
        let families = words.map(|word| family_of(&rows, &word.word)).collect();
        let families = ordered(families, &|(a, _): &(&str, Vec<usize>), (b, _)| a.cmp(b));
        let events = explorer.dataset().events.iter();
        let mut places: Vec<Option<(usize, usize)>> = events
            .map(|event| {
                let word = event.forum.as_deref()?;
                let at = families.binary_search_by(|(known, _)| (*known).cmp(word)).ok()?;
                place_of(&mut rows, &families.get(at)?.1, event)
            })
            .collect();
        let mut events: Vec<Vec<Vec<&Event>>> =
            rows.iter().map(|row| vec![Vec::new(); row.meetings.len()]).collect();
        for (place, event) in places.iter().zip(&explorer.dataset().events) {
            let of_row = place.and_then(|(row, at)| events.get_mut(row)?.get_mut(at));
            if let Some(events) = of_row {
                events.push(event);
            }
        }
        for (row, events) in rows.iter_mut().zip(events) {
            for (meeting, events) in row.meetings.iter_mut().zip(events) {
                meeting.events = Arc::from(events);
            }
        }
        let moved: Vec<Vec<usize>> = rows.iter_mut().map(ForumRow::sort).collect();
        for (row, meeting) in places.iter_mut().flatten() {
            let to = moved.get(*row).and_then(|moved| moved.get(*meeting));
            *meeting = to.copied().unwrap_or(*meeting);
        }
        Self { explorer, rows, places }
    }

    /// All forums with their meetings. What is counted is what `scope` leaves, of what `base` leaves, but for
    /// the filter of forums: so they can be compared.
    pub fn rows(&self, base: &Filters, scope: &Filters) -> Vec<ForumRow<'e>> {
        let explorer = self.explorer;
        let others = |filters: &Filters| {
            let mut filters = filters.clone();
            filters.clear(Facet::Forum);
            filters
        };
        let in_view = explorer.rows(&others(scope));
        let all = whole(explorer, &others(base), Measure::Interactions);
        let (counts, totals) = (by_event(explorer, &in_view), by_event(explorer, &all.rows));
        let (counts_by_word, totals_by_word) =
            (by_word(explorer, &in_view), all.facet(Facet::Forum));
        let mut rows = self.rows.clone();
        for row in &mut rows {
            let code = explorer.table().dictionary(Facet::Forum).code(row.entry.id);
            let of = |counts: &[u32]| {
                code.and_then(|code| counts.get(usize::from(code)).copied()).unwrap_or_default()
            };
            (row.count, row.total) = (of(&counts_by_word), of(totals_by_word));
        }
        let events = explorer.dataset().events.iter();
        for (((place, event), count), total) in
            self.places.iter().zip(events).zip(counts).zip(totals)
        {
            let Some((row, meeting)) = *place else { continue };
            let Some(row) = rows.get_mut(row) else { continue };
            if row.entry.word.is_none() {
                row.count += count;
                row.total += total;
            }
            if let Some(meeting) = row.meetings.get_mut(meeting) {
                meeting.count += count;
                meeting.total += total;
                meeting.sideline += if event.format == "sideline" { count } else { 0 };
            }
        }
        rows
    }

    /// The forums in view that the filter of forums leaves.
    pub fn listed(&self, base: &Filters, filters: &Filters) -> Vec<ForumRow<'e>> {
        let mut rows = self.rows_about(base, filters, None);
        rows.retain(|row| row.passes(filters));
        rows
    }

    /// The forums in view, or one with those that belong to it.
    pub fn rows_about(
        &self,
        base: &Filters,
        filters: &Filters,
        about: Option<&str>,
    ) -> Vec<ForumRow<'e>> {
        // A forum's page is about its records alone, but its chart also has the forums beside it.
        let everything = Filters::default();
        let base = if about.is_some() { &everything } else { base };
        let scope = filters.within(base);
        let mut rows = self.rows(base, &scope);
        rows.retain(|row| match about {
            None => is_shown(self.explorer, &scope, row),
            Some(id) => {
                let larger = row.entry.forum.and_then(|forum| forum.part_of.as_deref());
                row.entry.id == id || larger == Some(id)
            }
        });
        rows
    }
}

/// How many interactions each event has in some rows.
fn by_event(explorer: &Explorer, rows: &BitSet) -> Vec<u32> {
    let mut counts = vec![0; explorer.dataset().events.len()];
    for row in rows.iter() {
        if let Some(count) = counts.get_mut(explorer.table().event(row) as usize) {
            *count += 1;
        }
    }
    counts
}

/// How many interactions each forum's word has in some rows, by its code. No other facet is counted.
fn by_word(explorer: &Explorer, rows: &BitSet) -> Vec<u32> {
    let column = explorer.table().column(Facet::Forum);
    let mut counts = vec![0; column.dictionary().entries().len()];
    for code in rows.iter().flat_map(|row| column.codes(row)) {
        if let Some(count) = counts.get_mut(usize::from(*code)) {
            *count += 1;
        }
    }
    counts
}

/// The rows in which events with a word can have their meeting: first the one that has the word, then those that
/// are counted with it.
fn family_of<'e>(rows: &[ForumRow<'e>], word: &'e str) -> (&'e str, Vec<usize>) {
    let owner = rows.iter().position(|row| row.entry.word.is_some_and(|own| own.word == word));
    let others = rows.iter().enumerate().filter(|(at, row)| {
        Some(*at) != owner && row.entry.counted.is_some_and(|counted| counted.word == word)
    });
    (word, owner.into_iter().chain(others.map(|(at, _)| at)).collect())
}

/// Row and meeting of an event, within the rows of its forum's family; makes a meeting of its own for it if need
/// be.
fn place_of<'e>(
    rows: &mut [ForumRow<'e>],
    family: &[usize],
    event: &Event,
) -> Option<(usize, usize)> {
    let (first, last) = (event.date.first_day(), event.date.last_day());
    let owner = *family.first()?;
    for &at in family {
        let row = rows.get(at)?;
        let meeting = row
            .meetings
            .iter()
            .position(|meeting| meeting.session.is_some() && meeting.is_reached(first, last));
        if let Some(meeting) = meeting {
            return Some((at, meeting));
        }
    }
    let row = rows.get_mut(owner)?;
    let near = |meeting: &Meeting<'_>| {
        meeting.held && meeting.session.is_none() && meeting.is_reached(first, last)
    };
    let meeting = row.meetings.iter().position(near).unwrap_or_else(|| {
        row.meetings.push(Meeting::new(event.date));
        row.meetings.len() - 1
    });
    let known = row.meetings.get_mut(meeting)?;
    if known.date.day().is_none() && event.date.day().is_some() {
        (known.date, known.reach) = (event.date, around(event.date));
    }
    Some((owner, meeting))
}
