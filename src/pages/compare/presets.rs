//! Comparisons that are one step away.

use explorer_view::compare::pair::Pair;
use explorer_view::compare::preset::Preset;
use explorer_view::state::Page;
use explorer_view::step::Step;
use leptos::prelude::*;

use super::model::use_comparison;
use crate::reactive::memo;

/// A button per comparison, and one that swaps the sides.
#[component]
pub fn Presets() -> impl IntoView {
    let model = use_comparison();
    let store = model.store;
    let buttons = Preset::ALL.map(|preset| {
        let made = move || {
            let periods = store.state.with(|state| state.periods);
            let shared = store.filters.get();
            model.pair.with(|pair| preset.of(store.explorer, &shared, pair, periods))
        };
        let possible = memo(move || made().is_some());
        let choose = move |_| {
            if let Some((shared, pair)) = untrack(made) {
                store.change(Step::Push, |state| {
                    state.page = Page::Compare(Box::new(pair));
                    state.filters = shared;
                });
            }
        };
        view! {
            <button
                type="button"
                data-value=preset.id()
                title=preset.note()
                disabled=move || !possible.get()
                on:click=choose
            >
                {preset.label()}
            </button>
        }
    });
    // All else is the second side only.
    let swaps = memo(move || model.pair.with(|pair| !pair.is_empty() && !pair.is_all_else()));
    let swap = move |_| {
        store.change(Step::Push, |state| {
            if let Page::Compare(pair) = &mut state.page {
                let now: Pair = std::mem::take(pair);
                **pair = now.swapped();
            }
        });
    };
    view! {
        <div class="presets" role="group" aria-label="Compare" data-test="presets">
            {buttons.into_iter().collect_view()}
            <button type="button" data-test="swap" disabled=move || !swaps.get() on:click=swap>
                "Swap A and B"
            </button>
        </div>
    }
}
