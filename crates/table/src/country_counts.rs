//! The countries of a column, to be drawn on a map.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_order::ordered;
use serde::{Deserialize, Serialize};

use crate::column_kind::label;

/// The countries that some row has.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CountryCounts {
    /// From the most rows to the fewest, whatever is filtered: in this order the keyboard and the ear come
    /// to them.
    pub countries: Vec<CountryCount>,
    /// How many rows are in view.
    pub in_view: u32,
}

/// What a country has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryCount {
    /// Its bin.
    pub bin: u32,
    /// Its ISO 3166-1 alpha-3 code.
    pub code: String,
    /// Its name.
    pub label: String,
    /// Its rows, under all filters but its column's own.
    pub rows: u32,
    /// All its rows.
    pub total: u32,
}

impl CountryCounts {
    /// The countries of a column.
    pub fn of(loaded: &Loaded, countries: &Countries, column: usize) -> Self {
        let Some(found) = loaded.columns.get(column) else { return Self::default() };
        let (view, dimension) = (&loaded.view, found.dimension);
        let number = |of: &[u32], bin: u32| of.get(bin as usize).copied().unwrap_or(0);
        let codes = view.table().dictionary(dimension).into_iter();
        let all =
            codes.flat_map(|codes| codes.values()).zip(0_u32..).map(|(code, bin)| CountryCount {
                bin,
                code: code.to_owned(),
                label: label(loaded, countries, column, bin as usize),
                rows: number(view.counts(dimension), bin),
                total: number(view.totals(dimension), bin),
            });
        let by_total = |one: &CountryCount, other: &CountryCount| other.total.cmp(&one.total);
        Self { countries: ordered(all.collect(), &by_total), in_view: view.in_view() }
    }
}
