//! The largest values of a column.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use serde::{Deserialize, Serialize};

use crate::column_kind::label;
use crate::measure::{Measure, lengths};
use crate::ranked::top;

/// Values that are shown before a reader asks for more, and then.
pub const FIRST: usize = 10;
/// See [`FIRST`].
pub const MORE: usize = 60;

/// Values of a chart as a table.
pub const TABLE: usize = 1000;

/// The largest values of a column, and those that are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bars {
    /// What is counted.
    pub measure: Measure,
    /// The measure in words.
    pub words: String,
    /// The values, largest first.
    pub values: Vec<BarValue>,
    /// How many values the rows in view have.
    pub distinct: usize,
    /// How many rows are in view.
    pub in_view: u32,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarValue {
    /// Its bin.
    pub bin: u32,
    /// Its name.
    pub label: String,
    /// The length of its bar.
    pub length: u32,
    /// What is measured, in words.
    pub words: String,
    /// Its rows, under all filters but its column's own.
    pub rows: u32,
    /// The length of the pale bar behind it.
    pub total: u32,
}

impl Bars {
    /// The `most` largest values of a column and those that are chosen.
    pub fn of(
        loaded: &mut Loaded,
        countries: &Countries,
        column: usize,
        measure: Measure,
        most: usize,
    ) -> Self {
        let Some(found) = loaded.columns.get(column) else { return Self::default() };
        let dimension = found.dimension;
        let values = measure.values(&mut loaded.view, dimension);
        let view = &loaded.view;
        let chosen = [view.selected(dimension), view.excluded(dimension)].concat();
        let lengths = lengths(measure, &values);
        let (counts, totals) = (view.counts(dimension), view.totals(dimension));
        let number = |of: &[u32], bin: usize| of.get(bin).copied().unwrap_or(0);
        let with_value = counts.iter().take(counts.len().saturating_sub(1));
        let value = |bin: usize| BarValue {
            // Bins have 32 bits.
            bin: bin as u32,
            label: label(loaded, countries, column, bin),
            length: number(&lengths, bin),
            words: measure.value_words(values.get(bin).copied().unwrap_or(f64::NAN)),
            rows: number(counts, bin),
            total: match measure {
                Measure::Rows => number(totals, bin),
                _ => number(&lengths, bin),
            },
        };
        Self {
            measure,
            words: measure.words(view),
            values: top(&values, most, &chosen).into_iter().map(value).collect(),
            distinct: with_value.filter(|count| **count > 0).count(),
            in_view: view.in_view(),
        }
    }
}
