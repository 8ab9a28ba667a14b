//! The search in all texts of the table.

use crate::reactive::memo;
use leptos::prelude::*;

use super::open_table::use_open_table;

/// A search field.
#[component]
pub fn SearchField() -> impl IntoView {
    let table = use_open_table();
    let filters = table.filters();
    let search = memo(move || filters.with(|filters| filters.search.clone()));
    view! {
        <section class="facet">
            <label for="own-search">"Search"</label>
            <input
                type="search"
                id="own-search"
                data-test="own-search"
                autocomplete="off"
                placeholder="Words in any column"
                prop:value=search
                on:input=move |event| table.look_for(&event_target_value(&event))
            />
        </section>
    }
}
