//! What is counted per step of an axis of dates or numbers.

use explorer_loader::Loaded;
use serde::{Deserialize, Serialize};

use crate::axis::Axis;
use crate::measure::Measure;

/// What is counted per step of an axis.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AxisCounts {
    /// What is counted.
    pub measure: Measure,
    /// The measure in words.
    pub words: String,
    /// The measure's value of each step.
    pub values: Vec<f64>,
    /// The rows of each step, under all filters but its column's own.
    pub rows: Vec<u32>,
    /// All rows of each step, with those that may be of it.
    pub totals: Vec<u32>,
    /// The values with what may be of the step; none where nothing may.
    pub reaches: Vec<f64>,
    /// How many rows may be of each step and may be of another one; empty if none may.
    pub possible: Vec<u32>,
    /// How many rows are in no step for certain.
    pub vague: u32,
    /// How many rows are in no step.
    pub missing: u32,
}

impl AxisCounts {
    /// What is counted of a dimension per step of its axis.
    pub fn of(loaded: &mut Loaded, axis: &Axis, dimension: usize, measure: Measure) -> Self {
        let view = &mut loaded.view;
        let steps = || 0..axis.steps.len();
        let sum = |counts: &[u32], bins: &mut dyn Iterator<Item = usize>| -> u32 {
            bins.filter_map(|bin| counts.get(bin)).sum()
        };
        let (counts, totals) = (view.counts(dimension), view.totals(dimension));
        let rows = steps().map(|at| sum(counts, &mut axis.certain(at))).collect();
        let all = |at| sum(totals, &mut axis.certain(at).chain(axis.possible(at)));
        let has_vague = !axis.vague.is_empty();
        let possible: Vec<u32> = match has_vague {
            true => steps().map(|at| sum(counts, &mut axis.possible(at))).collect(),
            false => Vec::new(),
        };
        let vague = sum(counts, &mut axis.vague.iter().map(|vague| vague.bin));
        let totals = steps().map(all).collect();
        let reaches = match (has_vague, measure) {
            // A mean with what may be part of it is neither more nor less than the mean.
            (false, _) | (_, Measure::Mean(_)) => Vec::new(),
            _ => {
                let both = steps().map(|at| axis.certain(at).chain(axis.possible(at)));
                measure.values_of(view, dimension, both)
            }
        };
        Self {
            measure,
            words: measure.words(view),
            rows,
            totals,
            reaches,
            possible,
            vague,
            missing: view.totals(dimension).last().copied().unwrap_or(0),
            values: measure.values_of(view, dimension, steps().map(|at| axis.certain(at))),
        }
    }

    /// How many rows may be of a step and may be of another one.
    pub fn possible_at(&self, step: usize) -> u32 {
        self.possible.get(step).copied().unwrap_or(0)
    }
}

/// The axis of a column, which does not change; `None` if it has none.
pub fn axis_of(loaded: &Loaded, column: usize) -> Option<Axis> {
    use explorer_meaning::mapping::Role;

    use crate::amount::amount;
    use crate::axis::of_numbers;
    use crate::column_kind::ColumnKind;
    use crate::filter_words::day_words;
    use crate::period::{dates, of_dates};

    let found = loaded.columns.get(column)?;
    let (dimension, table) = (found.dimension, loaded.view.table());
    match ColumnKind::of(loaded, column) {
        ColumnKind::Dates => {
            Some(of_dates(&dates(loaded, dimension), loaded.view.totals(dimension)))
        }
        ColumnKind::Numbers => {
            // As many edges as bins: one more than those with numbers, and one bin is for rows without.
            let edges = (0..table.bins(dimension)).filter_map(|bin| table.edge(dimension, bin));
            let edges: Vec<f64> = edges.collect();
            Some(match found.role {
                Role::Date(_) => of_numbers(&edges, &day_words),
                _ => of_numbers(&edges, &amount),
            })
        }
        ColumnKind::Values | ColumnKind::Countries | ColumnKind::Text => None,
    }
}
