//! Full-text search.

use explorer_explore::filter::{Filters, QUERY_MAX};
use explorer_view::step::Step;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::reactive::effect;
use crate::store::use_store;

/// Filters while a reader types; one step of history per search, not per letter.
#[component]
pub fn SearchBox() -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Input>::new();
    let typing = StoredValue::new(false);
    let search = move |event: ev::Event| {
        let step = if typing.get_value() { Step::Replace } else { Step::Push };
        typing.set_value(true);
        store.change(step, |state| state.filters.set_query(&event_target_value(&event)));
    };
    // The box follows the view (back, reset, a link), but not while it is the one that leads:
    // the view's text is trimmed, and a reader may be about to type a second word.
    effect(move || {
        let query = store.filters.with(|filters| filters.query().to_owned());
        let Some(input) = node.get() else { return };
        let mut shown = Filters::default();
        shown.set_query(&input.value());
        if shown.query() != query {
            input.set_value(&query);
        }
    });
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
                node_ref=node
                on:input=search
                on:blur=move |_| typing.set_value(false)
            />
        </div>
    }
}
