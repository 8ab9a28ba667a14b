//! The filters in force, each with a way to take it away.

use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::hooks::focus::focus_in_view;
use crate::reactive::memo;
use leptos::prelude::*;

use super::open_table::use_open_table;
use explorer_table::filter_words::FilterWords;

/// The filters of the table.
#[component]
pub fn FilterChips() -> impl IntoView {
    let table = use_open_table();
    let filters = memo(move || table.summary().with(|summary| summary.filters.clone()));
    let is_filtered = memo(move || filters.with(|filters| !filters.is_empty()));
    view! {
        <ul class="chips" data-test="own-chips" aria-label="Filters">
            <Show when=move || !is_filtered.get()>
                <li class="hint">
                    "Click a bar, a country or a value, or drag over a chart, to filter."
                </li>
            </Show>
            <KeyedItems items=filters key=FilterWords::key let:filter>
                <li>
                    <span class="chip">
                        <span>{filter.words.clone()}</span>
                        <button
                            type="button"
                            aria-label=format!("Take the filter {} away", filter.words)
                            on:click=move |_| {
                                table.clear(filter.part);
                                focus_in_view();
                            }
                        >
                            "\u{d7}"
                        </button>
                    </span>
                </li>
            </KeyedItems>
            <Show when=move || is_filtered.get()>
                <li>
                    <button
                        type="button"
                        class="text-button"
                        data-test="own-clear"
                        on:click=move |_| {
                            table.clear_all();
                            focus_in_view();
                        }
                    >
                        "Clear all"
                    </button>
                </li>
            </Show>
        </ul>
    }
}
