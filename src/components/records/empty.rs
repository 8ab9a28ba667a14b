//! What stands in place of charts and records when the filters leave nothing.

use explorer_explore::filter::Filters;
use explorer_view::sentence::{Chip, chips, filter_words};
use leptos::prelude::*;

use crate::store::{Store, use_store};

/// What an absence of records does not mean.
pub const CAUTION: &str = "That the dataset has no record does not mean that nothing happened: it holds what public \
     reports say, and is thin in places.";

/// Explains the empty view and leads out of it; nothing while some record is in view.
#[component]
pub fn Empty() -> impl IntoView {
    let store = use_store();
    let is_empty = Memo::new(move |_| store.outcome.with(|o| o.summary.interactions == 0));
    view! {
        <Show when=move || is_empty.get()>
            <EmptySection />
        </Show>
    }
}

#[component]
fn EmptySection() -> impl IntoView {
    let store = use_store();
    let words = move || store.scope.with(|scope| filter_words(store.explorer, scope));
    let ways = move || {
        let ways = ways(store).into_iter().map(|(chip, left)| {
            let label = format!("Without \u{201c}{}\u{201d}: {left}", chip.label);
            let filters = chip.without;
            view! {
                <button
                    type="button"
                    on:click=move |_| store.filter(|now| now.clone_from(&filters))
                >
                    {label}
                </button>
            }
        });
        ways.collect_view()
    };
    view! {
        <section class="empty" data-test="empty">
            <h2>"No record matches all of these filters"</h2>
            <p>{words}</p>
            <p>{CAUTION}</p>
            <div class="ways">
                <button
                    type="button"
                    class="primary"
                    data-test="empty-reset"
                    on:click=move |_| store.filter(|filters| *filters = Filters::default())
                >
                    "Show all records"
                </button>
                {ways}
            </div>
        </section>
    }
}

/// The filters whose removal brings records back, with how many.
fn ways(store: Store) -> Vec<(Chip, u32)> {
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    let left = |chip: Chip| {
        let scope = store.state.with(|state| chip.without.within(&state.page.base()));
        let left = store.explorer.explore(&scope, Default::default()).summary.interactions;
        (left > 0).then_some((chip, left))
    };
    chips.into_iter().filter_map(left).collect()
}
