//! The values of a facet on both halves, by how much they differ.

use std::cmp::Reverse;

use super::comparison::Comparison;
use super::pair::{Half, Pair};
use crate::finding::NOTHING;
use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, UNKNOWN};
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_order::ordered;

/// A value of a facet with its count on both halves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairCount {
    /// Its code in the facet's dictionary.
    pub code: Code,
    /// Its id in links.
    pub id: String,
    /// How the page shows it.
    pub label: String,
    /// Its counts, of the first half and of the second.
    pub counts: [u32; 2],
    /// How much of them is uncertain.
    pub uncertain: [u32; 2],
}

impl PairCount {
    /// By how much the first half has more.
    pub fn difference(&self) -> i64 {
        let [a, b] = self.counts;
        i64::from(a) - i64::from(b)
    }

    /// Whether it stands for the absence of a value; such rows come last and lead no title.
    pub fn is_absence(&self) -> bool {
        self.id == NONE || self.id == UNKNOWN
    }
}

/// The values that either half has, from the largest difference down, whichever half has more. Equal
/// differences go by the larger sum, then as in the dictionary; what stands for no value comes last.
pub fn facet_pairs(explorer: &Explorer, comparison: &Comparison, facet: Facet) -> Vec<PairCount> {
    let entries = explorer.table().dictionary(facet).entries().iter().zip(0..);
    let outcomes = [0, 1].map(|at: usize| &comparison.halves[at].outcome);
    let [a, b] = outcomes.map(|outcome| outcome.facet(facet).iter());
    let uncertain = outcomes.map(|outcome| outcome.uncertain_of(facet));
    let pairs = entries.zip(a.zip(b)).filter(|(_, (a, b))| **a + **b > 0);
    let uncertain = |code: Code| {
        let of = |half: usize| uncertain[half].get(usize::from(code)).copied().unwrap_or_default();
        [0, 1].map(of)
    };
    let pairs = pairs.map(|((entry, code), (a, b))| PairCount {
        code,
        id: entry.id.clone(),
        label: entry.label.clone(),
        counts: [*a, *b],
        uncertain: uncertain(code),
    });
    let key = |pair: &PairCount| {
        let [a, b] = pair.counts;
        (pair.is_absence(), Reverse(a.abs_diff(b)), Reverse(u64::from(a) + u64::from(b)), pair.code)
    };
    ordered(pairs.collect(), &|a, b| key(a).cmp(&key(b)))
}

/// The same values as they stand where they are few: by what both halves have of them together.
pub fn ranked(pairs: Vec<PairCount>) -> Vec<PairCount> {
    let key = |pair: &PairCount| {
        let [a, b] = pair.counts;
        (pair.is_absence(), Reverse(u64::from(a) + u64::from(b)))
    };
    ordered(pairs, &|a, b| key(a).cmp(&key(b)))
}

/// The headline of such values: which differs most.
pub fn finding(comparison: &Comparison, facet: Facet, pairs: &[PairCount]) -> String {
    if comparison.counts() == [0, 0] {
        return NOTHING.to_owned();
    }
    let named: Vec<&PairCount> = pairs.iter().filter(|pair| !pair.is_absence()).collect();
    let Some(first) = named.first() else {
        return format!("No {} named on either side", facet.noun(1));
    };
    let most = first.difference().unsigned_abs();
    let ties = named.iter().filter(|pair| pair.difference().unsigned_abs() == most).count();
    let [of_a, of_b] = first.counts.map(grouped);
    match (most, ties) {
        (0, 1) => format!("{}: {of_a} on both sides", first.label),
        (0, many) => format!("All {many} {} are as frequent on both sides", facet.noun(many)),
        _ if named.len() == 1 => format!("{}: A {of_a}, B {of_b}", first.label),
        (_, 1) => format!("{} differs most: A {of_a}, B {of_b}", first.label),
        (_, 2) => {
            let other = named.get(1).map_or("", |pair| pair.label.as_str());
            format!("{} and {other} differ most, by {} each", first.label, grouped(most))
        }
        (_, many) => format!("{many} {} differ most, by {} each", facet.noun(many), grouped(most)),
    }
}

/// Whether the halves are told apart by the facet itself, which then has nothing to compare: two
/// agencies by agency.
pub fn is_chosen(pair: &Pair, facet: Facet) -> bool {
    Half::BOTH.into_iter().all(|half| pair.of(half).selection(facet).included().len() == 1)
}
