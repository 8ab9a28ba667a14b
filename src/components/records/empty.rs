//! What stands in place of charts and records when the filters leave nothing.

use explorer_explore::filter::Filters;
use explorer_explore::search::index;
use explorer_view::sentence::{Chip, chips, filter_words};
use leptos::prelude::*;

use crate::components::show::Show;
use crate::hooks::focus::focus_in_view;
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// What an absence of records does not mean.
pub const CAUTION: &str = "That the dataset has no record does not mean that nothing happened: it holds what public \
     reports say, and is thin in places.";

/// Explains the empty view and leads out of it; nothing while some record is in view.
#[component]
pub fn Empty() -> impl IntoView {
    let store = use_store();
    let is_empty = memo(move || store.outcome.with(|o| o.summary.interactions == 0));
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
            // What is searched for has its quotes already.
            let label = match chip.label.starts_with('\u{201c}') {
                true => format!("Without {}: {left}", chip.label),
                false => format!("Without \u{201c}{}\u{201d}: {left}", chip.label),
            };
            let filters = chip.without;
            view! {
                <button
                    type="button"
                    on:click=move |_| {
                        store.filter(|now| now.clone_from(&filters));
                        focus_in_view();
                    }
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
            <Near />
            <p>{CAUTION}</p>
            <div class="ways">
                <button
                    type="button"
                    class="primary"
                    data-test="empty-reset"
                    on:click=move |_| {
                        store.filter(|filters| *filters = Filters::default());
                        focus_in_view();
                    }
                >
                    "Show all records"
                </button>
                {ways}
            </div>
        </section>
    }
}

/// What may be meant by the words of the search that no record has.
#[component]
fn Near() -> impl IntoView {
    let store = use_store();
    let query = move || store.filters.with(|filters| filters.query().to_owned());
    let offers = move || {
        let offers = store.explorer.table().near(&query()).into_iter().map(|offer| {
            let words = match offer.near.is_empty() {
                true => {
                    format!("No record has \u{201c}{}\u{201d}, nor a word near it.", offer.word)
                }
                false => format!("No record has \u{201c}{}\u{201d}. Did you mean:", offer.word),
            };
            let missing = StoredValue::new(offer.word);
            let choices = offer.near.into_iter().map(|near| {
                let word = near.clone();
                let choose = move |_| {
                    let query = missing.with_value(|missing| replaced(&query(), missing, &near));
                    store.filter(|filters| filters.set_query(&query));
                    focus_in_view();
                };
                view! {
                    <button type="button" data-test="search-near" on:click=choose>
                        {word}
                    </button>
                }
            });
            view! {
                <p>{words}</p>
                <div class="ways">{choices.collect_view()}</div>
            }
        });
        offers.collect_view()
    };
    view! { {offers} }
}

/// A query with another word in the place of one that no record has.
fn replaced(query: &str, missing: &str, near: &str) -> String {
    let is_it = |word: &&str| index(word).trim() == missing;
    let words = query.split_whitespace().map(|word| if is_it(&word) { near } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// The filters whose removal brings records back, with how many.
fn ways(store: Store) -> Vec<(Chip, u32)> {
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    let left = |chip: Chip| {
        let scope = store.state.with(|state| chip.without.within(&state.page.base()));
        let left = store.explorer.summary(&scope).interactions;
        (left > 0).then_some((chip, left))
    };
    chips.into_iter().filter_map(left).collect()
}
