//! What is uncertain in view and why, how charts show it, and the switch that leaves it out.

use explorer_explore::certainty;
use explorer_view::state::Page;
use explorer_view::uncertain::Uncertain;
use leptos::prelude::*;

use crate::components::show::Show;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The line above the views whose numbers follow the filters; nothing where nothing is uncertain.
#[component]
pub fn UncertainKey() -> impl IntoView {
    let store = use_store();
    // Behind the paint: the sentence and the charts say it at once, and this says why.
    let uncertain = memo(move || {
        let is_filtered = store.page.with(Page::is_filtered);
        store.settled.with(|outcome| {
            let of = |state: &_| Uncertain::of(store.explorer, state, outcome);
            store.linked.with(of).filter(|_| is_filtered)
        })
    });
    let is_there = memo(move || uncertain.with(Option::is_some));
    let get = move || uncertain.get();
    let is_left_out = memo(move || get().is_some_and(|it| it.is_left_out));
    let count = move || get().map_or(0, |it| it.interactions).to_string();
    let words = move || get().map_or(String::new(), |it| format!("{}.", it.words()));
    let toggle = move |_| {
        let now = is_left_out.get_untracked();
        store.filter(|filters| certainty::leave_out(filters, !now));
    };
    view! {
        <Show when=move || is_there.get()>
            <p class="uncertain-key hint" data-test="uncertain" data-count=text(count)>
                <i aria-hidden="true"></i>
                <span>{text(words)}</span>
                <button
                    type="button"
                    class="text-button"
                    data-test="leave-out"
                    aria-pressed=text(move || is_left_out.get().to_string())
                    on:click=toggle
                >
                    "Leave out what is uncertain"
                </button>
                <a href=store.link(Page::Method)>"What that means"</a>
            </p>
        </Show>
    }
}
