//! Both halves over time, on one axis.

use super::comparison::Comparison;
use crate::finding::NOTHING;
use crate::time::{coverage, is_partial};
use explorer_explore::Explorer;
use explorer_explore::filter::DateRange;
use explorer_explore::grain::{Grain, MonthNumber, TimeBin, month_number};
use explorer_number::grouped;

/// A column of both halves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairBin {
    /// The period of each half. It is the same one, unless two periods lie over each other.
    pub bins: [TimeBin; 2],
    /// The counts.
    pub counts: [u32; 2],
    /// How much of them is uncertain.
    pub uncertain: [u32; 2],
    /// Whether the records cover only a part of it.
    pub is_partial: [bool; 2],
}

impl PairBin {
    /// Whether it is drawn hatched: it has something, and the records cover only a part of it.
    pub fn is_hatched(&self) -> bool {
        self.is_partial.contains(&true) && self.counts.iter().any(|count| *count > 0)
    }
}

/// Both halves over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverTime {
    /// The columns in order.
    pub bins: Vec<PairBin>,
    /// Whether two periods of equal length lie over each other, the first month of one over that of
    /// the other.
    pub aligned: bool,
}

/// Both halves over time. Two periods of as many months lie over each other; everything else has one
/// calendar.
pub fn over_time(explorer: &Explorer, comparison: &Comparison, grain: Grain) -> OverTime {
    let table = explorer.table();
    let Some((first, last)) = table.months() else {
        return OverTime { bins: Vec::new(), aligned: false };
    };
    let all = grain.bins(first, last);
    let outcomes = [0, 1].map(|at: usize| &comparison.halves[at].outcome);
    let counts = outcomes.map(|outcome| outcome.over_time_unsplit(table, grain));
    let certain = outcomes.map(|outcome| outcome.certain().over_time_unsplit(table, grain));
    let covered = coverage(explorer);
    // The count of a half's bin, and how much of it is uncertain.
    let bin = |at: usize, index: usize| {
        let [count, certain] =
            [&counts, &certain].map(|of| of[at].get(index).copied().unwrap_or_default());
        [count, count.saturating_sub(certain)]
    };
    let pair = |bins: [TimeBin; 2], [a, b]: [[u32; 2]; 2]| PairBin {
        bins,
        counts: [a[0], b[0]],
        uncertain: [a[1], b[1]],
        is_partial: bins.map(|bin| is_partial(bin, covered)),
    };
    let together = || {
        let bins = all.iter().enumerate();
        let bins = bins.map(|(index, of)| pair([*of; 2], [0, 1].map(|at| bin(at, index))));
        OverTime { bins: bins.collect(), aligned: false }
    };
    let Some(([from_a, from_b], months)) = alignment(comparison, grain) else {
        return together();
    };
    let Some(start) = all.first().map(|bin| bin.first) else { return together() };
    let width = all.first().map_or(1, |bin| bin.months).max(1);
    let at = |from: MonthNumber, step: i32| usize::try_from((from - start) / width + step).ok();
    let count = |half: usize, from: MonthNumber, step: i32| {
        // Before the first month of all, the division would round towards it.
        let index = (from + step * width >= start).then(|| at(from, step)).flatten();
        index.map_or([0; 2], |index| bin(half, index))
    };
    let bins: Vec<PairBin> = (0..months / width)
        .map(|step| {
            let bins =
                [from_a, from_b].map(|from| TimeBin { first: from + step * width, months: width });
            pair(bins, [count(0, from_a, step), count(1, from_b, step)])
        })
        .collect();
    // A date that is known by its year alone may reach into a period and yet stand outside of it.
    let is_whole = |half: usize| {
        let shown: u32 = bins.iter().map(|bin| bin.counts[half]).sum();
        shown == counts[half].iter().sum::<u32>()
    };
    if is_whole(0) && is_whole(1) { OverTime { bins, aligned: true } } else { together() }
}

/// The first months of two periods that differ and have as many months; and how many these are.
fn alignment(comparison: &Comparison, grain: Grain) -> Option<([MonthNumber; 2], i32)> {
    let width = grain.bins(0, 0).first().map_or(1, |bin| bin.months);
    let span = |range: DateRange| {
        let (from, to) = (range.from()?, range.to()?);
        let last = month_number(to) + if to.month().is_none() { 11 } else { 0 };
        Some((month_number(from), last - month_number(from) + 1))
    };
    let [a, b] = [0, 1].map(|at: usize| span(comparison.halves[at].scope.range));
    let ((from_a, months), (from_b, other)) = (a?, b?);
    let fits = months == other && from_a != from_b && months % width == 0;
    // A thousand years lie over each other as well, but nobody sees them.
    let fits = fits && (0..=1200).contains(&months);
    let fits = fits && from_a.rem_euclid(width) == 0 && from_b.rem_euclid(width) == 0;
    fits.then_some(([from_a, from_b], months))
}

/// The headline: in which column the halves are farthest apart.
pub fn finding(comparison: &Comparison, time: &OverTime, grain: Grain) -> String {
    if comparison.counts() == [0, 0] {
        return NOTHING.to_owned();
    }
    let unit = grain.id();
    let apart = |bin: &PairBin| bin.counts[0].abs_diff(bin.counts[1]);
    let most = time.bins.iter().map(apart).max().unwrap_or_default();
    let farthest: Vec<&PairBin> = time.bins.iter().filter(|bin| apart(bin) == most).collect();
    match farthest.as_slice() {
        _ if most == 0 => format!("The same number in every {unit}"),
        [one] => {
            let [of_a, of_b] = one.counts.map(grouped);
            match time.aligned {
                true => {
                    let [at_a, at_b] = one.bins.map(TimeBin::words);
                    format!("{at_a} and {at_b} differ most: A {of_a}, B {of_b}")
                }
                false => {
                    let when = one.bins[0].words();
                    format!("{when} differs most: A {of_a}, B {of_b}")
                }
            }
        }
        many => {
            format!("{} {unit}s differ most, by {} each", grouped(many.len() as u64), grouped(most))
        }
    }
}
