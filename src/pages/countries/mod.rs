//! The countries in view as a ranked table that can be sorted, and the organizations after them.

mod cells;
mod country_row;
mod country_table;
mod heading;
mod met_select;
mod organization_table;
mod period_picker;
mod total_row;

use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::countries::{OrganizationRow, organizations};
use explorer_view::country_table::Side;
use explorer_view::met_at::MetAt;
use leptos::prelude::*;

use self::country_table::{CountryTable, CountryTableModel};
use self::met_select::MetSelect;
use self::organization_table::OrganizationTable;
use self::period_picker::PeriodPicker;
use crate::components::in_turn::InTurn;
use crate::components::records::empty::Empty;
use crate::components::row_keys_hint::RowKeysHint;
use crate::components::show::Show;
use crate::components::table_scroll::TableScroll;
use crate::reactive::memo;
use crate::store::use_store;

/// The countries in view, ranked.
#[component]
pub fn CountriesPage() -> impl IntoView {
    let store = use_store();
    let table = CountryTableModel::new(store);
    // They stand below all countries: behind the paint.
    let others: Memo<Vec<OrganizationRow>> =
        memo(move || store.settled.with(|outcome| organizations(store.explorer, outcome)));
    let count = memo(move || table.rows.with(Vec::len));
    let has_countries = memo(move || table.all.with(|all| !all.is_empty()));
    let met = store.part(|state| state.met.clone());
    let has_others = memo(move || others.with(|others| !others.is_empty()));
    let title = move || {
        let count = u32::try_from(count.get()).unwrap_or(u32::MAX);
        format!("{} {}", grouped(count), Measure::Countries.noun(count))
    };
    let sort = store.part(|state| state.country_sort);
    let order = Signal::derive(move || sort.track());
    let known = store.explorer.dataset().countries.len();
    let about = move || {
        let met = met.get();
        let reach = match table.all.with(Vec::len) {
            all if met != MetAt::Anywhere => {
                let place = met.place(store.explorer);
                let (of, were) = match count.get() {
                    0 => ("None".to_owned(), "was"),
                    1 => ("One".to_owned(), "was"),
                    count => (count.to_string(), "were"),
                };
                format!("{of} of the {all} countries in view {were} met only at or beside {place}.")
            }
            0 => format!("None of the dataset\u{2019}s {known} countries has a record in view."),
            1 => format!("One of the dataset\u{2019}s {known} countries has a record in view."),
            count => {
                format!("{count} of the dataset\u{2019}s {known} countries have a record in view.")
            }
        };
        format!("{reach} A name leads to the profile, a number to the records behind it.")
    };
    view! {
        <Empty />
        <Show when=move || has_countries.get() || has_others.get()>
            <div class="countries">
                <div class="countries-head">
                    <h2>{title}</h2>
                    <p>{about}</p>
                </div>
                <Show when=move || has_countries.get()>
                    <MetSelect all=table.all />
                    <div class="periods">
                        <PeriodPicker side=Side::Earlier />
                        <PeriodPicker side=Side::Later />
                        <p class="hint">
                            "Choose a period or type one: 2023, 2023-07 for July 2023, or 2023-07..2024-06 for July 2023 to June 2024. The date filter is ignored here; all others apply. Change is the later period minus the earlier one."
                        </p>
                    </div>
                    <RowKeysHint />
                    <TableScroll class="country-scroll" label="Countries" anew=order>
                        <CountryTable table />
                    </TableScroll>
                </Show>
                <InTurn>
                    <Show when=move || has_others.get()>
                        <h2>"Organizations"</h2>
                        <TableScroll class="country-scroll" label="Organizations">
                            <OrganizationTable rows=others />
                        </TableScroll>
                    </Show>
                </InTurn>
            </div>
        </Show>
    }
}
