//! A list whose rows keep their elements.

use leptos::prelude::*;

/// A list with keys: a row is made once, and moves with its key. Every list of the page is this one,
/// so that the search for what has moved is in the Wasm once.
#[component]
pub fn Keyed(
    /// What names the rows, in order; no two rows have the same.
    #[prop(into)]
    keys: Signal<Vec<String>>,
    /// Makes a row.
    row: Callback<String, AnyView>,
) -> impl IntoView {
    view! { <For each=move || keys.get() key=String::clone children=move |key| row.run(key) /> }
}
