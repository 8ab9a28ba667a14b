//! Full-text search.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::effect::effect;

use super::store::{Step, store};
use crate::explore::filter::QUERY_MAX;

/// Filters while a reader types; one entry of history per search, not per letter.
#[component]
pub fn SearchBox() -> impl IntoView {
    let store = store();
    let input = NodeRef::<html::Input>::new();
    let query = Memo::new(move |_| store.filters.with(|filters| filters.query().to_owned()));
    let typing = StoredValue::new(false);
    // The box follows the view (back, reset, a link), but not while it is the one that leads:
    // the view's text is trimmed, and a reader may be about to type a second word.
    effect(move || {
        let query = query.get();
        if let Some(input) = input.get() {
            let shown: Vec<_> = input.value().split_whitespace().map(str::to_owned).collect();
            if shown.join(" ") != query {
                input.set_value(&query);
            }
        }
    });
    let typed = move |event: ev::Event| {
        let text = event_target_value(&event);
        let step = if typing.get_value() { Step::Replace } else { Step::Push };
        typing.set_value(true);
        store.change(step, |state| state.filters.set_query(&text));
    };
    view! {
        <div class="facet search">
            <label for="search">"Search the records"</label>
            <input
                id="search"
                type="search"
                data-test="search"
                autocomplete="off"
                spellcheck="false"
                maxlength=QUERY_MAX.to_string()
                placeholder="Name, place, word, 中文"
                node_ref=input
                on:input=typed
                on:blur=move |_| typing.set_value(false)
            />
        </div>
    }
}
