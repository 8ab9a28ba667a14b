//! The ways to the pages beside the one on show.

use leptos::prelude::*;

use explorer_table::page::Page;

/// Buttons to the previous and the next page.
#[component]
pub fn Pager(
    /// The page on show.
    #[prop(into)]
    page: Signal<Page>,
    /// The number of the page that is wanted.
    number: RwSignal<usize>,
    /// How many entries a page has.
    size: usize,
) -> impl IntoView {
    // The list may have become shorter than the wanted page.
    let shown = move || page.with_untracked(|page| page.range.start / size.max(1));
    view! {
        <button
            type="button"
            class="text-button"
            data-test="previous"
            disabled=move || page.with(Page::is_first)
            on:click=move |_| number.set(shown().saturating_sub(1))
        >
            "Previous"
        </button>
        <button
            type="button"
            class="text-button"
            data-test="next"
            disabled=move || page.with(Page::is_last)
            on:click=move |_| number.set(shown() + 1)
        >
            "Next"
        </button>
    }
}
