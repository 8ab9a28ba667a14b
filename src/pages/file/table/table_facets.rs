//! The filters beside the charts: a search, and the values of each column.

use crate::components::facet::FacetKeysHint;
use crate::components::in_turn::InTurn;
use crate::components::keyed_items::KeyedItems;
use crate::components::show_more::ShowMore;
use crate::reactive::memo;
use explorer_table::charts::FIRST;
use leptos::prelude::*;

use super::column_facet::ColumnFacet;
use super::open_table::use_open_table;
use super::search_field::SearchField;

/// All filters of the table.
#[component]
pub fn TableFacets() -> impl IntoView {
    let table = use_open_table();
    let kinds = table.kinds().into_iter().enumerate();
    let columns: Vec<usize> =
        kinds.filter(|(_, kind)| kind.has_values()).map(|(at, _)| at).collect();
    let left = columns.len().saturating_sub(FIRST);
    let columns = StoredValue::new(columns);
    let expanded = RwSignal::new(false);
    let shown = memo(move || {
        let most = if expanded.get() { usize::MAX } else { FIRST };
        columns.with_value(|columns| columns.iter().copied().take(most).collect::<Vec<_>>())
    });
    let more = Signal::derive(move || {
        (left > 0).then(|| match expanded.get() {
            true => "Show fewer columns".to_owned(),
            false => format!("Show {left} more columns"),
        })
    });
    view! {
        <div class="own-facets">
            <h2 class="unseen">"Filters"</h2>
            <FacetKeysHint />
            <SearchField />
            <KeyedItems items=shown key=usize::to_string let:column>
                <InTurn>
                    <ColumnFacet column />
                </InTurn>
            </KeyedItems>
            <ShowMore words=more expanded test="own-more-facets" />
        </div>
    }
}
