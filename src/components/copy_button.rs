//! A button that copies a text.

use leptos::prelude::*;

use crate::hooks::clipboard::copy;

/// A button that copies a text and says whether that worked.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// Its `data-test`.
    test: &'static str,
    /// What stands on it at first.
    label: &'static str,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let words = move || match copied.get() {
        None => label,
        Some(true) => "Copied",
        Some(false) => "Could not copy: select it and copy it",
    };
    let on_click = move |_| copy(&text.get_untracked(), move |worked| copied.set(Some(worked)));
    view! {
        <button type="button" data-test=test on:click=on_click>
            {words}
        </button>
    }
}
