//! The list of saved views.

use leptos::prelude::*;

use super::view_row::ViewRow;
use crate::components::keyed::Keyed;
use crate::components::show::Show;
use crate::reactive::memo;
use crate::saved::use_saved;

/// The saved views in the reader's order; how to save one, where there is none.
#[component]
pub(super) fn ViewList() -> impl IntoView {
    let saved = use_saved();
    let keys = memo(move || {
        saved.list.with(|list| {
            list.entries().iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>()
        })
    });
    let is_there = move || keys.with(|keys| !keys.is_empty());
    let is_empty = move || !is_there() && saved.damage.with(String::is_empty);
    let row =
        Callback::new(|key: String| key.parse().ok().map(|id| view! { <ViewRow id /> }).into_any());
    view! {
        <Show when=is_empty>
            <p class="nothing" data-test="nothing-saved">
                "Nothing is saved yet. Open a view, unfold Share, and press \u{201c}Save this view\u{201d}."
            </p>
        </Show>
        <Show when=is_there>
            <ol class="saved-list" aria-label="Saved views">
                <Keyed keys row />
            </ol>
            <p class="hint">
                "Alt with an arrow key up or down moves a view, too, while the focus is in it."
            </p>
        </Show>
    }
}
