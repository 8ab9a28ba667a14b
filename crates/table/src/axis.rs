//! An axis in steps, each of which is a column of a chart and stands for some of a dimension's bins.

use std::ops::Range;

use explorer_chart::columns::{Tick, round_step};
use explorer_reader::date::Day;
use serde::{Deserialize, Serialize};

/// One step of an axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its name: `September 2024`, `20 to 40`.
    pub label: String,
    /// What tells it from the others, for tests and files: `2024-09`.
    pub key: String,
    /// The bins that begin in it.
    pub bins: Range<usize>,
    /// Its first and its last day, on an axis of dates.
    pub days: Option<(Day, Day)>,
}

/// A bin of dates that are known only to a longer time than a step: they may be of any of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vague {
    /// The bin.
    pub bin: usize,
    /// The steps that it may be of.
    pub steps: Range<usize>,
}

/// An axis.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Axis {
    /// Its steps, whose bins follow each other without holes.
    pub steps: Vec<Step>,
    /// What is written along it.
    pub ticks: Vec<Tick>,
    /// The bins that may be of several steps, ascending; in none of them they are certain.
    pub vague: Vec<Vague>,
}

impl Axis {
    /// The bins that are certainly of a step.
    pub fn certain(&self, step: usize) -> impl Iterator<Item = usize> {
        let bins = self.steps.get(step).map_or(0..0, |step| step.bins.clone());
        let is_vague =
            |bin: usize| self.vague.binary_search_by_key(&bin, |vague| vague.bin).is_ok();
        bins.filter(move |bin| !is_vague(*bin))
    }

    /// The bins that may be of a step, and may be of another one.
    pub fn possible(&self, step: usize) -> impl Iterator<Item = usize> {
        let vague = self.vague.iter().filter(move |vague| vague.steps.contains(&step));
        vague.map(|vague| vague.bin)
    }

    /// The first and last step of which a range of days has a day; `None` for one with all of them, which
    /// chooses nothing that could be shown.
    pub fn touched_days(&self, (first, last): (Day, Day)) -> Option<(usize, usize)> {
        let is_in = |step: &Step| step.days.is_some_and(|days| days.0 <= last && days.1 >= first);
        let from = self.steps.iter().position(is_in)?;
        let to = self.steps.iter().rposition(is_in)?;
        (to - from + 1 < self.steps.len()).then_some((from, to))
    }

    /// The days from one step to another; `None` if no row can be of any of them.
    pub fn days_between(&self, a: usize, b: usize) -> Option<(Day, Day)> {
        let (first, last) = (a.min(b), a.max(b));
        let steps = self.steps.get(first..=last)?;
        let has_rows = steps.iter().any(|step| !step.bins.is_empty())
            || self.vague.iter().any(|vague| vague.steps.start <= last && vague.steps.end > first);
        let days = (steps.first()?.days?.0, steps.last()?.days?.1);
        has_rows.then_some(days)
    }

    /// The first and last step that a range of bins touches; `None` for an empty range, and for one
    /// with all bins, which chooses nothing that could be shown.
    pub fn touched(&self, bins: Range<usize>) -> Option<(usize, usize)> {
        let whole = self.steps.first()?.bins.start..self.steps.last()?.bins.end;
        if bins.is_empty() || bins == whole {
            return None;
        }
        let first = self.steps.iter().position(|step| step.bins.end > bins.start)?;
        let begun = |step: &Step| step.bins.start < bins.end && !step.bins.is_empty();
        let last = self.steps.iter().rposition(begun)?;
        Some((first, last.max(first)))
    }

    /// The bins from the first to before the last of those between two steps; `None` if no row has
    /// any of them.
    pub fn between(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let start = self.steps.get(a.min(b))?.bins.start;
        let end = self.steps.get(a.max(b))?.bins.end;
        (start < end).then_some((start, end))
    }
}

/// The axis of a column of numbers with equal bins between `edges`, of which there is one more than
/// bins; `words` writes an edge.
pub fn of_numbers(edges: &[f64], words: &dyn Fn(f64) -> String) -> Axis {
    let steps = edges.windows(2).enumerate().map(|(bin, edges)| {
        let (from, to) = (words(edges[0]), words(edges[1]));
        let label = if from == to { from } else { format!("{from} to {to}") };
        Step { label, key: bin.to_string(), bins: bin..bin + 1, days: None }
    });
    let steps: Vec<Step> = steps.collect();
    let ticks = match (edges.first(), edges.last()) {
        (Some(low), Some(high)) if !steps.is_empty() => {
            number_ticks(*low, *high, steps.len(), words)
        }
        _ => Vec::new(),
    };
    Axis { steps, ticks, vague: Vec::new() }
}

/// The marks of an axis of numbers with `bins` columns from `low` to `high`: round numbers, some five.
fn number_ticks(low: f64, high: f64, bins: usize, words: &dyn Fn(f64) -> String) -> Vec<Tick> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return vec![Tick { at: 0.0, label: words(low) }];
    }
    let step = round_step(span / 5.0);
    let first = (low / step).ceil();
    let at = |number: f64| (number - low) / span * bins as f64;
    (0..12)
        .map(|index| (first + f64::from(index)) * step)
        .take_while(|number| *number <= high)
        .map(|number| Tick { at: at(number), label: words(number) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::amount;

    #[test]
    fn axes_of_numbers_are_round() {
        let labels = |low: f64, high: f64| -> Vec<String> {
            let axis = of_numbers(&[low, (low + high) / 2.0, high], &amount);
            axis.ticks.into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels(0.0, 100.0), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(labels(-3.0, 4.0), ["\u{2212}2", "0", "2", "4"]);
        assert_eq!(labels(7.0, 7.0), ["7"]);
        assert_eq!(labels(0.0, f64::INFINITY), ["0"]);
        assert_eq!(of_numbers(&[], &amount), Axis::default());
        assert_eq!(of_numbers(&[3.0], &amount), Axis::default());
    }

    #[test]
    fn steps_that_a_range_touches() {
        let axis = of_numbers(&[0.0, 1.0, 2.0, 3.0], &amount);
        assert_eq!((&*axis.steps[1].label, axis.steps[1].bins.clone()), ("1 to 2", 1..2));
        assert_eq!(axis.touched(1..2), Some((1, 1)));
        assert_eq!(axis.touched(1..9), Some((1, 2)));
        assert_eq!(axis.touched(0..3), None);
        assert_eq!(axis.touched(2..2), None);
        assert_eq!(axis.between(2, 1), Some((1, 3)));
        assert_eq!(axis.between(0, 3), None);
    }
}
