//! What scrolls sideways by itself where the window is narrow.

use leptos::prelude::*;

/// A wide table that scrolls within the page, reachable with the keyboard.
#[component]
pub fn TableScroll(
    /// Its class, such as `country-scroll`.
    class: &'static str,
    /// What the table is, for screen readers.
    #[prop(into)]
    label: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=class tabindex="0" role="region" aria-label=label>
            {children()}
        </div>
    }
}
