//! The values of a column as a facet.

use std::borrow::Cow;

use explorer::components::facet::{FacetChoice, FacetList, FacetValue, ValueState};
use explorer::reactive::memo;
use explorer_explore::filter::Standing;
use explorer_loader::Loaded;
use explorer_number::grouped;
use explorer_view::step::Step;
use leptos::prelude::*;

use super::open_table::{ColumnName, OpenTable, use_open_table};
use crate::column_kind::{NONE, has_countries, label};
use crate::ranked::{found, top};
use crate::table_filters::toggle_only;

/// Values shown before a reader asks for more, and then.
const FIRST: usize = 6;
const MORE: usize = 50;

/// A facet of a column.
#[component]
pub fn ColumnFacet(
    /// The column.
    column: usize,
) -> impl IntoView {
    let table = use_open_table();
    let ColumnName { name, dimension } = table.column(column);
    let (wanted, expanded) = (RwSignal::new(String::new()), RwSignal::new(false));
    // As long as the table is open: another one may have other columns in these places.
    let folded = RwSignal::new(false);
    let order = table.read_untracked(|loaded, _| order(loaded, dimension));
    let count = order.len();
    let is_long = count > FIRST + 2;
    let order = StoredValue::new(order);
    let listed = memo(move || {
        let (wanted, expanded) = (wanted.get(), expanded.get());
        order.with_value(|order| {
            if !wanted.trim().is_empty() {
                return search(table, column, order, &wanted);
            }
            let most = if expanded || !is_long { MORE } else { FIRST };
            let first = &order[..most.min(order.len())];
            let chosen = table.read(|loaded, _| {
                [loaded.view.selected(dimension), loaded.view.excluded(dimension)].concat()
            });
            let others = chosen.iter().filter(|bin| !first.contains(bin));
            first.iter().chain(others).copied().collect::<Vec<u32>>()
        })
    });
    let values = memo(move || {
        let listed = listed.get();
        table.read_untracked(|loaded, countries| {
            let value = |bin: &u32| {
                let label = label(loaded, countries, column, *bin as usize);
                FacetValue {
                    code: *bin as usize,
                    id: bin.to_string(),
                    note: label.clone(),
                    is_absence: label == NONE,
                    label,
                    color: "",
                }
            };
            listed.iter().map(value).collect::<Vec<_>>()
        })
    });
    let states = memo(move || {
        let listed = listed.get();
        table.read(|loaded, _| states(loaded, dimension, &listed))
    });
    let find = is_long.then(|| format!("Find among {}", grouped(count as u64)));
    let more = memo(move || {
        let searching = wanted.with(|wanted| !wanted.trim().is_empty());
        (is_long && !searching).then(|| match expanded.get() {
            true => "Show fewer".to_owned(),
            false if count > MORE => format!("Show {MORE} of {}", grouped(count as u64)),
            false => format!("Show {} more", count - FIRST),
        })
    });
    let active = memo(move || table.read(|loaded, _| loaded.view.is_filtered(dimension)));
    let on_choose = Callback::new(move |(bin, choice): (usize, FacetChoice)| {
        // Bins have 32 bits.
        let bin = bin as u32;
        table.change(Step::Push, |view| match choice {
            FacetChoice::Include => view.toggle(dimension, bin),
            FacetChoice::Only => toggle_only(view, dimension, bin),
            FacetChoice::Exclude => view.toggle_excluded(dimension, bin),
        });
    });
    let on_clear = Callback::new(move |()| table.change(Step::Push, |view| view.clear(dimension)));
    view! {
        <FacetList
            test=format!("own-facet-{column}")
            title=name
            search=Signal::stored(find)
            values states wanted more expanded folded active on_choose on_clear
        />
    }
}

/// The values from the most rows to the fewest, and last that of rows without any; it stays while
/// filters change, so that a value keeps its place.
fn order(loaded: &Loaded, dimension: usize) -> Vec<u32> {
    let totals: Vec<f64> = loaded.view.totals(dimension).iter().copied().map(f64::from).collect();
    let mut order: Vec<u32> =
        top(&totals, totals.len(), &[]).iter().map(|bin| *bin as u32).collect();
    if totals.last().is_some_and(|missing| *missing > 0.0) {
        order.push(totals.len() as u32 - 1);
    }
    order
}

/// The first values with the words that a reader looks for.
fn search(table: OpenTable, column: usize, order: &[u32], wanted: &str) -> Vec<u32> {
    table.read_untracked(|loaded, countries| {
        let Some(found_in) = loaded.columns.get(column) else { return Vec::new() };
        let names = loaded.view.table().dictionary(found_in.dimension);
        // Of countries the name is shown, of others the value itself.
        let text = |bin: u32| match has_countries(found_in) {
            true => Cow::Owned(label(loaded, countries, column, bin as usize)),
            false => Cow::Borrowed(names.map_or("", |names| names.value(bin as usize))),
        };
        found(order, text, wanted, MORE)
    })
}

/// What changes about the listed values.
fn states(loaded: &Loaded, dimension: usize, listed: &[u32]) -> Vec<ValueState> {
    let counts = loaded.view.counts(dimension);
    let (included, excluded) = (loaded.view.selected(dimension), loaded.view.excluded(dimension));
    let largest = counts.iter().copied().max().unwrap_or(0).max(1);
    let state = |bin: &u32| {
        let count = counts.get(*bin as usize).copied().unwrap_or(0);
        // Whole per mille: a bar is some 230 pixels long.
        let share = u64::from(count) * 1000 / u64::from(largest);
        let share = u32::try_from(share).unwrap_or(1000);
        let standing = standing(*bin, &included, &excluded);
        ValueState { count, share, standing, shown: true }
    };
    listed.iter().map(state).collect()
}

/// How a value stands under bins that are included and excluded, both ascending.
pub fn standing(bin: u32, included: &[u32], excluded: &[u32]) -> Standing {
    if included.binary_search(&bin).is_ok() {
        Standing::Included
    } else if excluded.binary_search(&bin).is_ok() {
        Standing::Excluded
    } else {
        Standing::Free
    }
}
