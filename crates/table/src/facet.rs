//! The values of a column as a facet lists them.

use std::borrow::Cow;

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use serde::{Deserialize, Serialize};

use crate::column_kind::{has_countries, label};
use crate::ranked::{found, top};

/// Values shown before a reader asks for more.
pub const FIRST: usize = 6;
/// Values shown then, and of those that are found.
pub const MORE: usize = 50;

/// Whether a facet of so many values shows some of them only when it is asked to.
pub fn is_long(count: usize) -> bool {
    count > FIRST + 2
}

/// How many values a facet of `count` lists, besides those that are chosen.
pub fn listed(count: usize, expanded: bool) -> usize {
    if expanded || !is_long(count) { MORE } else { FIRST }
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetEntry {
    /// Its bin.
    pub bin: u32,
    /// Its name.
    pub label: String,
    /// Its rows, under all filters but its column's own.
    pub count: u32,
    /// The length of its bar in thousandths.
    pub share: u32,
    /// Whether it is listed only as long as it is chosen.
    pub only_chosen: bool,
}

/// The values from the most rows to the fewest, and last that of rows without any; it stays while
/// filters change, so that a value keeps its place.
pub fn order(loaded: &Loaded, dimension: usize) -> Vec<u32> {
    let totals: Vec<f64> = loaded.view.totals(dimension).iter().copied().map(f64::from).collect();
    let mut order: Vec<u32> =
        top(&totals, totals.len(), &[]).iter().map(|bin| *bin as u32).collect();
    if totals.last().is_some_and(|missing| *missing > 0.0) {
        order.push(totals.len() as u32 - 1);
    }
    order
}

/// The `most` first values of that [`order`] and those that are chosen; or, if a reader looks for
/// `wanted`, the first ones with these words.
pub fn entries(
    loaded: &Loaded,
    countries: &Countries,
    column: usize,
    order: &[u32],
    wanted: &str,
    most: usize,
) -> Vec<FacetEntry> {
    let Some(of) = loaded.columns.get(column) else { return Vec::new() };
    let view = &loaded.view;
    let counts = view.counts(of.dimension);
    let largest = counts.iter().copied().max().unwrap_or(0).max(1);
    let entry = |bin: u32, only_chosen: bool| {
        let count = counts.get(bin as usize).copied().unwrap_or(0);
        // Whole per mille: a bar is some 230 pixels long.
        let share = u64::from(count) * 1000 / u64::from(largest);
        FacetEntry {
            bin,
            label: label(loaded, countries, column, bin as usize),
            count,
            share: u32::try_from(share).unwrap_or(1000),
            only_chosen,
        }
    };
    if !wanted.trim().is_empty() {
        let names = view.table().dictionary(of.dimension);
        // Of countries the name is shown, of others the value itself.
        let text = |bin: u32| match has_countries(of) {
            true => Cow::Owned(label(loaded, countries, column, bin as usize)),
            false => Cow::Borrowed(names.map_or("", |names| names.value(bin as usize))),
        };
        let bins = found(order, text, wanted, MORE).into_iter();
        return bins.map(|bin| entry(bin, false)).collect();
    }
    let first = order.get(..most.min(order.len())).unwrap_or_default();
    let chosen = [view.selected(of.dimension), view.excluded(of.dimension)].concat();
    let others = chosen.into_iter().filter(|bin| !first.contains(bin));
    let first = first.iter().map(|bin| entry(*bin, false));
    first.chain(others.map(|bin| entry(bin, true))).collect()
}
