//! What takes a filter of a side away.

use leptos::prelude::*;

use super::model::Part;

/// A button that takes a filter away.
#[component]
pub fn RemoveButton(
    /// From which part of the comparison.
    part: Part,
    /// What is taken away, in words.
    what: String,
    /// Takes it away.
    on_remove: Callback<()>,
) -> impl IntoView {
    let label = format!("Remove from {}: {what}", part.name());
    view! {
        <button type="button" class="remove" aria-label=label on:click=move |_| on_remove.run(())>
            "×"
        </button>
    }
}
