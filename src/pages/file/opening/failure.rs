//! Why a file was not opened.

use crate::components::show::Show;
use leptos::prelude::*;

use crate::pages::file::store::use_file_store;

/// Why the last file was not opened.
#[component]
pub fn Failure() -> impl IntoView {
    let failure = use_file_store().failure;
    view! {
        <Show when=move || failure.with(Option::is_some)>
            <div class="notice" role="alert" data-test="file-error">
                <p>{move || failure.get()}</p>
                <button type="button" on:click=move |_| failure.set(None)>
                    "Dismiss"
                </button>
            </div>
        </Show>
    }
}
