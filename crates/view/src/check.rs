//! A reader's own records beside the open dataset's, as far as the filters leave either side in view.

use explorer_dataset::event::{Counterpart, Event};
use explorer_dataset::matched::{Matched, Place, Same};
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::filter::Filters;
use explorer_explore::outcome::rows_of;

use super::changes;

/// What both have and what only one has, as far as it is in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// What both have with the same in all fields.
    pub alike: Vec<Same>,
    /// What both have with something else in a field.
    pub differing: Vec<Same>,
    /// What only the reader's file has.
    pub here: Vec<Place>,
    /// What only the open dataset has.
    pub there: Vec<Place>,
}

/// Whether interactions pass filters, by their places.
struct InView {
    /// The first row of each event.
    starts: Vec<usize>,
    rows: BitSet,
}

impl InView {
    fn of(explorer: &Explorer, filters: &Filters) -> Self {
        let mut next = 0;
        let starts = explorer.dataset().events.iter().map(|event| {
            next += event.counterparts.len();
            next - event.counterparts.len()
        });
        Self { starts: starts.collect(), rows: rows_of(explorer.table(), filters) }
    }

    fn has(&self, place: Place) -> bool {
        let start = self.starts.get(place.event);
        start.is_some_and(|start| self.rows.contains(start + place.counterpart))
    }
}

impl Check {
    /// What is in view of the interactions of `own` and `open`: of those that both have, what passes the filters
    /// in either.
    pub fn of(all: &Matched, own: &Explorer, open: &Explorer, filters: &Filters) -> Self {
        let Matched { same, here, there } = all;
        let (in_own, in_open) = (InView::of(own, filters), InView::of(open, filters));
        let same = same.iter().filter(|same| in_own.has(same.here) || in_open.has(same.there));
        let (alike, differing) = same.cloned().partition(|same| same.fields.is_empty());
        Self {
            alike,
            differing,
            here: here.iter().copied().filter(|place| in_own.has(*place)).collect(),
            there: there.iter().copied().filter(|place| in_open.has(*place)).collect(),
        }
    }

    /// How many interactions differ in each field, the most first.
    pub fn by_field(&self) -> Vec<(&'static str, usize)> {
        changes::by_field_of(self.differing.iter().map(|same| same.fields.as_slice()))
    }

    /// The records that the reader could propose: what only the file has, with its counterparts, where a public
    /// report is named. And how many records have none.
    pub fn proposals<'e>(
        &self,
        own: &'e Explorer,
    ) -> (Vec<(&'e Event, Vec<&'e Counterpart>)>, usize) {
        let mut proposals: Vec<(usize, (&Event, Vec<&Counterpart>))> = Vec::new();
        for place in &self.here {
            let Some(event) = own.dataset().events.get(place.event) else { continue };
            let Some(counterpart) = event.counterparts.get(place.counterpart) else { continue };
            match proposals.last_mut() {
                Some((at, (_, counterparts))) if *at == place.event => {
                    counterparts.push(counterpart)
                }
                _ => proposals.push((place.event, (event, vec![counterpart]))),
            }
        }
        let all = proposals.len();
        let proposals = proposals.into_iter().map(|(_, proposal)| proposal);
        let sourced: Vec<_> = proposals
            .filter(|(event, _)| event.sources.iter().any(|source| source.is_web()))
            .collect();
        let without = all - sourced.len();
        (sourced, without)
    }
}
