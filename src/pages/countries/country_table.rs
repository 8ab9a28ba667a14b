//! The table of countries.

use explorer_explore::grain::Grain;
use explorer_view::countries::{CountryRow, quarters, rows};
use explorer_view::country_table::CountryColumn;
use explorer_view::time::{bins_of_range, timeline};
use explorer_view::years::years;
use leptos::prelude::*;

use super::country_row::CountryTableRow;
use super::heading::CountryHeading;
use super::total_row::CountryTotalRow;
use crate::components::keyed_rows::KeyedRows;
use crate::components::row_keys_hint::ROW_KEYS_ID;
use crate::hooks::arrow_keys::move_among_rows;
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// The groups of columns after those of years: a heading, and the columns under it.
const GROUPS: [(&str, &[CountryColumn]); 5] = [
    ("By agency", &[CountryColumn::Mps, CountryColumn::Cplc, CountryColumn::Mss]),
    (
        "By format",
        &[
            CountryColumn::Bilateral,
            CountryColumn::Sideline,
            CountryColumn::Multilateral,
            CountryColumn::Forums,
        ],
    ),
    ("Contact", &[CountryColumn::First, CountryColumn::Last]),
    ("Compared", &[CountryColumn::Earlier, CountryColumn::Later, CountryColumn::Change]),
    ("Highest-ranking", &[CountryColumn::Rank, CountryColumn::Office]),
];

/// What the rows of the table share.
#[derive(Clone, Copy)]
pub struct CountryTableModel {
    /// The countries in view, sorted.
    pub all: Memo<Vec<CountryRow>>,
    /// Those of them that are listed.
    pub rows: Memo<Vec<CountryRow>>,
    /// The names of the quarters that the sparklines show.
    pub quarters: StoredValue<Vec<String>>,
    /// The largest count of a quarter, which reaches the top of a sparkline.
    pub top: Memo<u32>,
    /// The quarters that the reader has chosen.
    pub selected: Memo<Option<(usize, usize)>>,
}

impl CountryTableModel {
    /// The countries that a store has in view.
    pub fn new(store: Store) -> Self {
        let all = memo(move || {
            let (sort, periods) = store.state.with(|state| (state.country_sort, state.periods));
            store.outcome.with(|outcome| rows(store.explorer, outcome, periods, sort))
        });
        let met = store.part(|state| state.met.clone());
        let rows = memo(move || {
            let mut rows = all.get();
            met.with(|met| rows.retain(|row| met.keeps(store.explorer, row)));
            rows
        });
        let names = quarters(store.explorer).into_iter().map(|quarter| quarter.label());
        let quarters = StoredValue::new(names.collect::<Vec<_>>());
        let top = memo(move || {
            let most = |row: &CountryRow| row.quarters.iter().copied().max();
            rows.with(|rows| rows.iter().filter_map(most).max().unwrap_or_default())
        });
        let selected = memo(move || {
            let range = store.scope.with(|scope| scope.range);
            // Counting the quarters of thousands of records for nothing would take milliseconds.
            if range.is_open() {
                return None;
            }
            store.outcome.with(|outcome| {
                bins_of_range(&timeline(store.explorer, outcome, Grain::Quarter), range)
            })
        });
        Self { all, rows, quarters, top, selected }
    }
}

/// What a row shows. The scale of its sparkline is part of it: a row that follows the paint draws that anew with
/// all else.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryLine {
    /// The country.
    pub row: CountryRow,
    /// The largest count of a quarter in the table.
    pub top: u32,
    /// The quarters that the reader has chosen.
    pub selected: Option<(usize, usize)>,
}

/// The table. It follows every step of a brush.
#[component]
pub fn CountryTable(
    /// What it shows.
    table: CountryTableModel,
) -> impl IntoView {
    let store = use_store();
    let years: Vec<_> =
        years(store.explorer).into_iter().map(|year| CountryColumn::Year(year.year)).collect();
    let groups = std::iter::once(("By year", &years[..])).chain(GROUPS).map(|(name, columns)| {
        view! {
            <th class="group" scope="colgroup" colspan=columns.len().to_string()>
                {name}
            </th>
        }
    });
    let groups = groups.collect_view();
    let lines = memo(move || {
        let (top, selected) = (table.top.get(), table.selected.get());
        let line = |row: &CountryRow| CountryLine { row: row.clone(), top, selected };
        table.rows.with(|rows| rows.iter().map(line).collect::<Vec<_>>())
    });
    let headings = years.into_iter().chain(GROUPS.into_iter().flat_map(|(_, of)| of).copied());
    let headings = headings.map(|column| view! { <CountryHeading column /> });
    view! {
        <table data-test="countries" aria-describedby=ROW_KEYS_ID>
            <thead>
                <tr>
                    <CountryHeading column=CountryColumn::Name rows=Some("2") />
                    <CountryHeading column=CountryColumn::Count rows=Some("2") top=table.top />
                    {groups}
                </tr>
                <tr>{headings.collect_view()}</tr>
            </thead>
            <tbody on:keydown=move_among_rows>
                <CountryTotalRow table />
                <KeyedRows rows=lines key=|line| line.row.iso3.clone() let:line>
                    <CountryTableRow table line />
                </KeyedRows>
            </tbody>
        </table>
    }
}
