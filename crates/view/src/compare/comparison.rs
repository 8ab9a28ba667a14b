//! What the two halves of a comparison show, counted.

use super::pair::{Half, Pair};
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, rows_of};

/// A half, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// Its filters, the shared ones among them: its own link has them.
    pub scope: Filters,
    /// What they leave. Of every facet only what is in view is counted.
    pub outcome: Outcome,
}

/// Two selections, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Both halves, in order.
    pub halves: [Counted; 2],
    /// What is counted.
    pub measure: Measure,
    /// The rows that are on both halves.
    shared: BitSet,
}

impl Comparison {
    /// Counts both halves of a pair within filters that they share.
    pub fn of(explorer: &Explorer, shared: &Filters, pair: &Pair, measure: Measure) -> Self {
        let table = explorer.table();
        let halves = Half::BOTH.map(|half| {
            let scope = pair.scope(half, shared);
            let outcome = Outcome::of_rows(table, rows_of(table, &scope), measure);
            Counted { scope, outcome }
        });
        let [a, b] = &halves;
        let mut shared = a.outcome.rows.clone();
        shared.intersect(&b.outcome.rows);
        Self { halves, measure, shared }
    }

    /// A half.
    pub fn half(&self, half: Half) -> &Counted {
        &self.halves[half as usize]
    }

    /// The measure of both halves.
    pub fn counts(&self) -> [u32; 2] {
        [0, 1].map(|at: usize| self.halves[at].outcome.summary.get(self.measure))
    }

    /// How much of the measure of both halves is uncertain.
    pub fn uncertain(&self) -> [u32; 2] {
        [0, 1].map(|at: usize| self.halves[at].outcome.uncertain())
    }

    /// By how much the first half is larger.
    pub fn difference(&self) -> i64 {
        let [a, b] = self.counts();
        i64::from(a) - i64::from(b)
    }

    /// How many interactions are on both halves.
    pub fn overlap(&self) -> u32 {
        self.shared.count()
    }

    /// Whether both halves are the same interactions.
    pub fn is_same(&self) -> bool {
        let [a, b] = &self.halves;
        a.outcome.rows == b.outcome.rows
    }

    /// What is on either half, each interaction once.
    pub fn either(&self, explorer: &Explorer) -> Outcome {
        let [a, b] = &self.halves;
        let mut rows = a.outcome.rows.clone();
        rows.unite(&b.outcome.rows);
        Outcome::of_rows(explorer.table(), rows, self.measure)
    }

    /// Whether a half has fewer than [`FEW`] records, or fewer than that of what is counted: a share or
    /// a ratio of so few would say more than they do.
    pub fn is_few(&self, half: Half) -> bool {
        let summary = self.half(half).outcome.summary;
        summary.events.min(summary.get(self.measure)) < FEW
    }

    /// On which halves an event is, by its position in the dataset.
    pub fn halves_of_events(&self, explorer: &Explorer) -> Vec<[bool; 2]> {
        let mut halves = vec![[false; 2]; explorer.dataset().events.len()];
        for (at, half) in self.halves.iter().enumerate() {
            for row in half.outcome.rows.iter() {
                if let Some(event) = halves.get_mut(explorer.table().event(row) as usize) {
                    event[at] = true;
                }
            }
        }
        halves
    }
}

/// Below so many records nothing is said in percent.
pub const FEW: u32 = 10;
