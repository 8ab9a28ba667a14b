//! The search in all texts of the table.

use leptos::prelude::*;

use super::open_table::use_open_table;

/// A search field.
#[component]
pub fn SearchField() -> impl IntoView {
    let table = use_open_table();
    view! {
        <section class="facet">
            <label for="own-search">"Search"</label>
            <input
                type="search"
                id="own-search"
                data-test="own-search"
                autocomplete="off"
                placeholder="Words in any column"
                prop:value=table.search()
                on:input=move |event| table.look_for(&event_target_value(&event))
            />
        </section>
    }
}
