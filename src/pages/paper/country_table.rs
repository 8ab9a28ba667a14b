//! Table 2: the countries most engaged.

use explorer_explore::facet::Facet;
use explorer_view::countries::{CountryRow, rows};
use explorer_view::country_table::{CountryColumn, CountrySort, Periods};
use explorer_view::profile::only;
use leptos::prelude::*;

use super::top_table::{CountryCell, NumberCell, PaperTable, RestHint, TOP, formats, rest};
use crate::components::keyed_rows::KeyedRows;
use crate::components::records::heading::heading;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The countries with the largest counts.
#[component]
pub fn CountryTable() -> impl IntoView {
    let store = use_store();
    let all: Memo<Vec<CountryRow>> = memo(move || {
        store.outcome.with(|outcome| {
            rows(store.explorer, outcome, Periods::default(), CountrySort::default())
        })
    });
    let rest = Signal::derive(move || all.with(|all| rest(all.iter().map(|row| row.count))));
    let shown = memo(move || all.with(|all| all.iter().take(TOP).cloned().collect::<Vec<_>>()));
    let headings = memo(move || {
        let headings = ["Country", heading(store.measure.get())].into_iter();
        let headings = headings.chain(formats(store).map(|(_, label)| label));
        headings.map(str::to_owned).collect::<Vec<_>>()
    });
    view! {
        <div>
            <PaperTable test="table-2" label="Table 2" headings>
                <KeyedRows rows=shown key=|row| row.iso3.clone() let:row>
                    <CountryTableRow row />
                </KeyedRows>
            </PaperTable>
            <RestHint rest />
        </div>
    }
}

/// The parts of a country's count, in the order of the formats.
const PARTS: [CountryColumn; 3] =
    [CountryColumn::Bilateral, CountryColumn::Sideline, CountryColumn::Multilateral];

/// A country.
#[component]
fn CountryTableRow(
    /// What is said of it.
    row: ReadSignal<CountryRow>,
) -> impl IntoView {
    let store = use_store();
    let CountryRow { iso3, name, .. } = row.get_untracked();
    let count = memo(move || row.with(|row| row.count));
    let place = memo(move || row.with(|row| row.position));
    let code = StoredValue::new(iso3.clone());
    let of_country =
        move || store.scope.with(|scope| code.with_value(|iso3| only(scope, Facet::Country, iso3)));
    let parts = PARTS.into_iter().zip(formats(store)).map(|(column, (id, _))| {
        let count = memo(move || {
            let count = row.with(|row| row.number(column));
            count.and_then(|count| u32::try_from(count).ok()).unwrap_or_default()
        });
        let filters = Callback::new(move |()| only(&of_country(), Facet::Format, id));
        view! { <NumberCell part=id count filters /> }
    });
    let value = iso3.clone();
    view! {
        <tr data-value=value data-count=text(move || count.get().to_string())>
            <CountryCell place iso3 name />
            <NumberCell part="count" count filters=Callback::new(move |()| of_country()) />
            {parts.collect_view()}
        </tr>
    }
}
