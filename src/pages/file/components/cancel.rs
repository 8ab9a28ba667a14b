//! The way back from what is on its way to be opened.

use leptos::prelude::*;

use crate::pages::file::store::use_file_store;

/// Stops what is under way; what is open stays open.
#[component]
pub fn Cancel() -> impl IntoView {
    let store = use_file_store();
    view! {
        <button
            type="button"
            class="text-button"
            data-test="cancel"
            on:click=move |_| store.cancel()
        >
            "Cancel"
        </button>
    }
}
