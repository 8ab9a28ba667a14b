//! What stands in place of charts and records when the filters leave nothing.

use leptos::prelude::*;

use super::store::store;
use crate::view::sentence::{chips, filter_words};

/// Explains the empty view and leads out of it.
#[component]
pub fn Empty() -> impl IntoView {
    let store = store();
    let words = move || store.filters.with(|filters| filter_words(store.explorer, filters));
    // Only a filter whose removal brings records back is offered.
    let ways = move || {
        let chips = store.filters.with(|filters| chips(store.explorer, filters));
        chips
            .into_iter()
            .filter_map(|chip| {
                let left =
                    store.explorer.explore(&chip.without, Default::default()).summary.interactions;
                (left > 0).then(|| {
                    let label = format!("Without \u{201c}{}\u{201d}: {left}", chip.label);
                    let without = chip.without;
                    let go = move |_| {
                        let without = without.clone();
                        store.filter(|filters| *filters = without);
                    };
                    view! { <button type="button" on:click=go>{label}</button> }
                })
            })
            .collect_view()
    };
    view! {
        <section class="empty" data-test="empty">
            <h2>"No record matches all of these filters"</h2>
            <p>{words}</p>
            <p>
                "That the dataset has no record does not mean that nothing happened: it holds what public \
                reports say, and is thin in places."
            </p>
            <div class="ways">
                <button
                    type="button"
                    class="primary"
                    data-test="empty-reset"
                    on:click=move |_| store.filter(|filters| *filters = Default::default())
                >
                    "Show all records"
                </button>
                {ways}
            </div>
        </section>
    }
}
