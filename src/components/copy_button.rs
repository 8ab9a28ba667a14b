//! A button that copies a text.

use leptos::prelude::*;

use crate::hooks::clipboard::copy;

/// A button that copies a text and says whether that worked: on itself, and for screen readers beside it,
/// as a button's own words are not read again when they change.
#[component]
pub fn CopyButton(
    /// What is copied; asked for when it is.
    #[prop(into)]
    text: Signal<String>,
    /// Its `data-test`.
    test: &'static str,
    /// What stands on it at first.
    label: &'static str,
    /// What is said once it is copied.
    copied: &'static str,
) -> impl IntoView {
    let worked = RwSignal::new(None::<bool>);
    let said = move || match worked.get() {
        None => "",
        Some(true) => copied,
        Some(false) => "Could not copy: select it and copy it",
    };
    let words = move || match worked.get() {
        None => label,
        Some(true) => "Copied",
        Some(false) => said(),
    };
    let on_click = move |_| {
        // The same words are said again only if they were gone.
        worked.set(None);
        copy(&text.get_untracked(), move |done| worked.set(Some(done)));
    };
    view! {
        <button type="button" data-test=test on:click=on_click>
            {words}
        </button>
        <span class="unseen" role="status" data-test="said">
            {said}
        </span>
    }
}
