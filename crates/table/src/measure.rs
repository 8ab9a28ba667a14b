//! What the charts of a reader's file count: rows, or a number of theirs added up.

use explorer_engine::Crossfilter;
use explorer_number::grouped;
use serde::{Deserialize, Serialize};

use crate::amount::amount;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Measure {
    /// Rows.
    #[default]
    Rows,
    /// The sum of a column of numbers, by its dimension.
    Sum(usize),
    /// Its mean.
    Mean(usize),
}

impl Measure {
    /// The measure as a word of a control, which [`from_word`](Self::from_word) reads.
    pub fn word(self) -> String {
        match self {
            Self::Rows => "rows".to_owned(),
            Self::Sum(number) => format!("sum-{number}"),
            Self::Mean(number) => format!("mean-{number}"),
        }
    }

    /// The measure with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        let number = |text: &str| text.parse().ok();
        match word.split_once('-') {
            None => (word == "rows").then_some(Self::Rows),
            Some(("sum", text)) => number(text).map(Self::Sum),
            Some(("mean", text)) => number(text).map(Self::Mean),
            Some(_) => None,
        }
    }

    /// The heading of its numbers in a table.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Rows => "Rows",
            Self::Sum(_) => "Sum",
            Self::Mean(_) => "Mean",
        }
    }

    /// It in words, with what is added up: `Rows`, `Sum of people trained`.
    pub fn words(self, view: &Crossfilter) -> String {
        match self {
            Self::Rows => "Rows".to_owned(),
            Self::Sum(number) => format!("Sum of {}", view.table().name(number)),
            Self::Mean(number) => format!("Mean of {}", view.table().name(number)),
        }
    }

    /// The values of a dimension's bins, under all filters but its own; the last is that of rows
    /// without a value. A mean of no row is NaN.
    pub fn values(self, view: &mut Crossfilter, dimension: usize) -> Vec<f64> {
        self.parts(view, dimension).into_iter().map(|part| self.value_of([part])).collect()
    }

    /// The values of groups of bins.
    pub fn values_of<G: Iterator<Item = usize>>(
        self,
        view: &mut Crossfilter,
        dimension: usize,
        groups: impl Iterator<Item = G>,
    ) -> Vec<f64> {
        let parts = self.parts(view, dimension);
        let of = |group: G| group.filter_map(|bin| parts.get(bin).copied());
        groups.map(|group| self.value_of(of(group))).collect()
    }

    /// Sum and number of rows per bin.
    fn parts(self, view: &mut Crossfilter, dimension: usize) -> Vec<(f64, u32)> {
        let added_up = match self {
            Self::Rows => None,
            Self::Sum(number) | Self::Mean(number) => view.added_up(dimension, number).ok(),
        };
        let counts = |view: &Crossfilter| {
            view.counts(dimension).iter().map(|count| (f64::from(*count), *count)).collect()
        };
        added_up.unwrap_or_else(|| counts(view))
    }

    fn value_of(self, parts: impl IntoIterator<Item = (f64, u32)>) -> f64 {
        let parts = parts.into_iter();
        let (sum, rows) =
            parts.fold((0.0, 0.0), |all, part| (all.0 + part.0, all.1 + f64::from(part.1)));
        if let Self::Mean(_) = self { sum / rows } else { sum }
    }

    /// A value as a reader reads it.
    pub fn value_words(self, value: f64) -> String {
        match self {
            // Counts are whole and have 32 bits.
            Self::Rows => grouped(value as u32),
            _ => amount(value),
        }
    }
}

/// Values as lengths of bars that charts can draw: whole parts of the largest one, of which there are
/// a million. Counts stay what they are. What is negative or not there has no length; the number beside
/// it says so.
pub fn lengths(measure: Measure, values: &[f64]) -> Vec<u32> {
    const PARTS: f64 = 1_000_000.0;
    let largest = values.iter().copied().filter(|value| value.is_finite()).fold(0.0, f64::max);
    let length = |value: f64| match measure {
        // A cast saturates, and takes NaN to 0.
        Measure::Rows => value as u32,
        _ if largest > 0.0 => (value / largest * PARTS).round() as u32,
        _ => 0,
    };
    values.iter().map(|value| length(*value)).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use explorer_engine::TableBuilder;

    use super::*;

    #[test]
    fn words_lead_back_to_their_measure() {
        for measure in [Measure::Rows, Measure::Sum(3), Measure::Mean(0)] {
            assert_eq!(Measure::from_word(&measure.word()), Some(measure));
        }
        for word in ["", "sum", "sum-", "sum-x", "mode-1"] {
            assert_eq!(Measure::from_word(word), None, "{word}");
        }
    }

    #[test]
    fn sums_and_means_of_the_rows_in_view() {
        let mut builder = TableBuilder::new();
        let (place, people) = (builder.category("place"), builder.number("people"));
        for (at, number) in [("a", 2.0), ("b", 5.0), ("a", 4.0), ("c", f64::NAN)] {
            builder.push(place, at).unwrap();
            builder.push_number(people, number);
        }
        let mut view = Crossfilter::new(builder.finish().unwrap());
        assert_eq!(Measure::Rows.values(&mut view, place), [2.0, 1.0, 1.0, 0.0]);
        assert_eq!(Measure::Sum(people).values(&mut view, place), [6.0, 5.0, 0.0, 0.0]);
        let means = Measure::Mean(people).values(&mut view, place);
        assert_eq!(means[..2], [3.0, 5.0]);
        assert!(means[2].is_nan());
        assert_eq!(lengths(Measure::Mean(people), &means), [600_000, 1_000_000, 0, 0]);
        assert_eq!(Measure::Mean(people).words(&view), "Mean of people");
        let ranges = || [0..2, 2..4, 0..9].into_iter();
        assert_eq!(Measure::Rows.values_of(&mut view, place, ranges()), [3.0, 1.0, 4.0]);
        let means = Measure::Mean(people).values_of(&mut view, place, ranges());
        assert!((means[0] - 11.0 / 3.0).abs() < 1e-9 && means[1].is_nan());
    }

    #[test]
    fn lengths_of_anything() {
        assert_eq!(lengths(Measure::Rows, &[3.0, 0.0, 4e9]), [3, 0, 4_000_000_000]);
        assert_eq!(lengths(Measure::Sum(0), &[-3.0, f64::NAN, f64::INFINITY]), [0, 0, 0]);
        assert_eq!(lengths(Measure::Sum(0), &[-3.0, 1e300]), [0, 1_000_000]);
    }
}
