//! The table of countries.

use explorer_explore::grain::Grain;
use explorer_view::countries::{CountryRow, quarters, rows};
use explorer_view::country_table::CountryColumn;
use explorer_view::time::{bins_of_range, timeline};
use leptos::prelude::*;

use super::country_row::CountryTableRow;
use super::heading::CountryHeading;
use crate::components::keyed_rows::KeyedRows;
use crate::store::{Store, use_store};

/// The groups of columns: a heading, and the columns under it.
const GROUPS: [(&str, &[CountryColumn]); 5] = [
    ("By agency", &[CountryColumn::Mps, CountryColumn::Cplc, CountryColumn::Mss]),
    (
        "By format",
        &[CountryColumn::Bilateral, CountryColumn::Sideline, CountryColumn::Multilateral],
    ),
    ("Contact", &[CountryColumn::First, CountryColumn::Last]),
    ("Compared", &[CountryColumn::Earlier, CountryColumn::Later, CountryColumn::Change]),
    ("Highest met", &[CountryColumn::Rank, CountryColumn::Office]),
];

/// What the rows of the table share.
#[derive(Clone, Copy)]
pub struct CountryTableModel {
    /// The countries in view, sorted.
    pub rows: Memo<Vec<CountryRow>>,
    /// The largest count: the longest bar.
    pub most: Memo<u32>,
    /// The largest count of a quarter, which reaches the top of a sparkline.
    pub top: Memo<u32>,
    /// The quarters that the reader has chosen.
    pub selected: Memo<Option<(usize, usize)>>,
}

impl CountryTableModel {
    /// The countries that a store has in view.
    pub fn new(store: Store) -> Self {
        let rows = Memo::new(move |_| {
            let (sort, periods) = store.state.with(|state| (state.country_sort, state.periods));
            store.outcome.with(|outcome| rows(store.explorer, outcome, periods, sort))
        });
        let most = Memo::new(move |_| {
            rows.with(|rows| rows.iter().map(|row| row.count).max().unwrap_or_default())
        });
        let top = Memo::new(move |_| {
            let most = |row: &CountryRow| row.quarters.iter().copied().max();
            rows.with(|rows| rows.iter().filter_map(most).max().unwrap_or_default())
        });
        let selected = Memo::new(move |_| {
            store.outcome.with(|outcome| {
                let bins = timeline(store.explorer, outcome, Grain::Quarter);
                bins_of_range(&bins, store.scope.with(|scope| scope.range))
            })
        });
        Self { rows, most, top, selected }
    }
}

/// The table. It follows every step of a brush.
#[component]
pub fn CountryTable(
    /// What it shows.
    table: CountryTableModel,
) -> impl IntoView {
    let store = use_store();
    let bins = quarters(store.explorer);
    let years = bins.first().zip(bins.last());
    let years = years.map_or(String::new(), |(a, b)| format!("{}\u{2013}{}", a.year(), b.year()));
    let groups = GROUPS.map(|(name, columns)| {
        view! {
            <th class="group" scope="colgroup" colspan=columns.len().to_string()>
                {name}
            </th>
        }
    });
    let headings = GROUPS.into_iter().flat_map(|(_, columns)| columns);
    let headings = headings.map(|&column| view! { <CountryHeading column /> });
    view! {
        <table data-test="countries">
            <thead>
                <tr>
                    <CountryHeading column=CountryColumn::Name rows=Some("2") />
                    <CountryHeading column=CountryColumn::Count rows=Some("2") />
                    <th scope="col" class="spark" rowspan="2">
                        "Per quarter, "
                        {years}
                        <span class="arrow"></span>
                    </th>
                    {groups.into_iter().collect_view()}
                </tr>
                <tr>{headings.collect_view()}</tr>
            </thead>
            <tbody>
                <KeyedRows rows=table.rows key=|row| row.iso3.clone() let:row>
                    <CountryTableRow table row />
                </KeyedRows>
            </tbody>
        </table>
    }
}
