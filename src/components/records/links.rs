//! Links to the records behind a number.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::hash;
use explorer_view::state::{Page, ViewState};
use leptos::prelude::*;

use crate::store::Store;

/// The link to the records that filters leave.
pub fn records_of(store: Store, filters: &Filters) -> String {
    let mut state = store.linked.with(|state| state.on(Page::Records));
    state.filters = filters.clone();
    hash::encode(&state)
}

/// The link to the records with only this value of a facet, under the reader's filters;
/// `narrow` narrows them further.
pub fn records_link(
    store: Store,
    facet: Facet,
    id: &str,
    narrow: impl FnOnce(&mut ViewState),
) -> String {
    let mut state = store.linked.with(|state| state.on(Page::Records));
    state.filters.clear(facet);
    state.filters.set(facet, id, Standing::Included);
    narrow(&mut state);
    hash::encode(&state)
}
