//! Table 3: the countries of two leaders, and of the ministry with its deputies.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::paper::{Met, most_met};
use explorer_view::profile::only;
use explorer_view::sentence::label;
use leptos::prelude::*;

use super::top_table::{CountryCell, NumberCell, PaperTable, RestHint, TOP, rest};
use crate::components::keyed_rows::KeyedRows;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// Whom the lists are about, and what is said after the name.
const LISTS: [(Facet, &str, &str); 3] = [
    (Facet::Official, "chen-wenqing", ""),
    (Facet::Official, "wang-xiaohong", ""),
    (Facet::Agency, "MPS", ", deputies included"),
];

/// The three lists.
#[component]
pub fn LeaderTables() -> impl IntoView {
    let lists = LISTS.map(|(facet, id, more)| view! { <LeaderTable facet id more /> });
    view! { <div class="leaders">{lists.into_iter().collect_view()}</div> }
}

/// The countries that somebody met most often.
#[component]
fn LeaderTable(
    /// The facet that the list is about a value of.
    facet: Facet,
    /// The value's id.
    id: &'static str,
    /// What is said after its name.
    more: &'static str,
) -> impl IntoView {
    let store = use_store();
    let filters = memo(move || {
        // What the reader chooses among officials and agencies would empty one list or the other.
        let mut filters = store.scope.get();
        filters.clear(Facet::Official);
        filters.clear(Facet::Agency);
        filters.set(facet, id, Standing::Included);
        filters
    });
    let all: Memo<Vec<Met>> =
        memo(move || filters.with(|filters| most_met(store.explorer, filters)));
    let rest = Signal::derive(move || all.with(|all| rest(all.iter().map(|met| met.count))));
    let shown = memo(move || all.with(|all| all.iter().take(TOP).cloned().collect::<Vec<_>>()));
    let title = format!("{}{more}", label(store.explorer, facet, id));
    let table_label = format!("Table 3: {title}");
    view! {
        <div data-list=id>
            <PaperTable
                test="table-3"
                label=table_label
                headings=vec![title, "Interactions".to_owned()]
            >
                <KeyedRows rows=shown key=|met| met.iso3.clone() let:row>
                    <MetRow row filters />
                </KeyedRows>
            </PaperTable>
            <RestHint rest />
        </div>
    }
}

/// A country.
#[component]
fn MetRow(
    /// What is said of it.
    row: ReadSignal<Met>,
    /// The filters of the list.
    filters: Memo<Filters>,
) -> impl IntoView {
    let Met { iso3, label, .. } = row.get_untracked();
    let count = memo(move || row.with(|row| row.count));
    let place = memo(move || row.with(|row| row.place));
    let code = iso3.clone();
    let of_country =
        Callback::new(move |()| filters.with(|filters| only(filters, Facet::Country, &code)));
    let value = iso3.clone();
    view! {
        <tr data-value=value data-count=text(move || count.get().to_string())>
            <CountryCell place iso3 name=label />
            <NumberCell part="count" count filters=of_country />
        </tr>
    }
}
