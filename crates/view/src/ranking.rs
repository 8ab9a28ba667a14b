//! The values of a facet in the order in which a chart or a facet list shows them.

use std::cmp::Reverse;

use super::whole::whole;
use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, UNKNOWN};
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_order::order;

/// A value of a facet, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Its code in the facet's dictionary.
    pub code: Code,
    /// Its id in links.
    pub id: String,
    /// How the page shows it.
    pub label: String,
    /// Its count under the other filters.
    pub count: u32,
    /// How much of it is uncertain.
    pub uncertain: u32,
    /// Its count over all records.
    pub total: u32,
    /// Whether it is chosen.
    pub standing: Standing,
}

impl Ranked {
    /// Whether it stands for the absence of a value; such rows come last and lead no title.
    pub fn is_absence(&self) -> bool {
        self.id == NONE || self.id == UNKNOWN
    }
}

/// The values that some record has, or that are chosen, by count from the top.
/// Equal counts keep the order of their totals, then of the dictionary.
pub fn ranking(
    explorer: &Explorer,
    filters: &Filters,
    outcome: &Outcome,
    facet: Facet,
) -> Vec<Ranked> {
    ranking_on(&Filters::default(), explorer, filters, outcome, facet)
}

/// As [`ranking`]; all records are those that `base` leaves.
pub fn ranking_on(
    base: &Filters,
    explorer: &Explorer,
    filters: &Filters,
    outcome: &Outcome,
    facet: Facet,
) -> Vec<Ranked> {
    let selection = filters.selection(facet);
    let totals = whole(explorer, base, outcome.measure);
    let totals = totals.facet(facet);
    let exists = whole(explorer, base, Measure::Interactions);
    let exists = exists.facet(facet);
    let uncertain = outcome.uncertain_of(facet);
    let entries = explorer.table().dictionary(facet).entries();
    let values: Vec<Ranked> = entries
        .iter()
        .zip(0..)
        .zip(outcome.facet(facet).iter().zip(totals).zip(exists))
        .filter(|((entry, _), (_, exists))| {
            **exists > 0 || selection.standing(&entry.id) != Standing::Free
        })
        .map(|((entry, code), ((count, total), _))| Ranked {
            code,
            id: entry.id.clone(),
            label: entry.label.clone(),
            count: *count,
            uncertain: uncertain.get(usize::from(code)).copied().unwrap_or_default(),
            total: *total,
            standing: selection.standing(&entry.id),
        })
        .collect();
    let key = |at: usize| (values[at].is_absence(), Reverse((values[at].count, values[at].total)));
    let sorted = order(values.len(), &|a, b| key(a).cmp(&key(b)));
    sorted.into_iter().map(|at| values[at].clone()).collect()
}

/// The order of a facet list: it stays while a reader clicks. Ordered vocabularies keep their
/// order, the others stand by their count over all records.
pub fn list_order(explorer: &Explorer, facet: Facet) -> Vec<Code> {
    let totals = explorer.totals(Measure::Interactions).facet(facet);
    let entries = explorer.table().dictionary(facet).entries();
    let ordered = matches!(
        facet,
        Facet::Agency
            | Facet::Rank
            | Facet::Format
            | Facet::Channel
            | Facet::Confidence
            | Facet::Certainty
            | Facet::Window
    );
    let key = |at: usize| {
        let id = &entries[at].id;
        (id == NONE || id == UNKNOWN, Reverse(if ordered { 0 } else { totals[at] }))
    };
    let sorted = order(entries.len(), &|a, b| key(a).cmp(&key(b)));
    // A dictionary holds no more values than there are codes.
    sorted.into_iter().filter_map(|at| Code::try_from(at).ok()).collect()
}

/// All values of a facet from the largest count down; equal ones by name.
pub fn count_order(explorer: &Explorer, outcome: &Outcome, facet: Facet) -> Vec<Code> {
    let entries = explorer.table().dictionary(facet).entries();
    let counts = outcome.facet(facet);
    let key = |at: usize| (Reverse(counts[at]), &entries[at].label);
    let sorted = order(entries.len(), &|a, b| key(a).cmp(&key(b)));
    sorted.into_iter().filter_map(|at| Code::try_from(at).ok()).collect()
}
