//! The list of saved views.

use explorer_view::saved::list::Entry;
use leptos::prelude::*;

use super::view_row::ViewRow;
use crate::components::keyed_rows::KeyedRows;
use crate::components::show::Show;
use crate::reactive::memo;
use crate::saved::use_saved;

/// The saved views in the reader's order; how to save one, where there is none.
#[component]
pub(super) fn ViewList() -> impl IntoView {
    let saved = use_saved();
    let rows = memo(move || saved.list.with(|list| list.entries().to_vec()));
    let count = memo(move || rows.with(Vec::len));
    let is_empty = move || count.get() == 0 && saved.damage.with(Option::is_none);
    view! {
        <Show when=is_empty>
            <p class="nothing" data-test="nothing-saved">
                "Nothing is saved yet. Open a view, unfold Share, and press \u{201c}Save this view\u{201d}."
            </p>
        </Show>
        <Show when=move || { count.get() > 0 }>
            <ol class="saved-list" aria-label="Saved views">
                <KeyedRows rows key=key let:entry>
                    <ViewRow entry />
                </KeyedRows>
            </ol>
            <p class="hint">
                "Alt with an arrow key up or down moves a view, too, while the focus is in it."
            </p>
        </Show>
    }
}

fn key(entry: &Entry) -> String {
    entry.id.to_string()
}
