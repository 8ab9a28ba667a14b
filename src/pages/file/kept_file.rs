//! The file that is kept in this browser.

use explorer_view::state::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::take_own;
use crate::components::show::Show;
use crate::kept;
use crate::records;
use crate::store::use_store;

/// What is kept in this browser, with the ways to show and to forget it.
#[component]
pub fn KeptFile() -> impl IntoView {
    let store = use_store();
    let text = RwSignal::new(None::<String>);
    let failure = RwSignal::new(String::new());
    // What is shown has its own button in the band.
    if !store.explorer.is_own() {
        spawn_local(async move {
            let kept = kept::load().await;
            _ = text.try_set(kept);
        });
    }
    let show = move |_| {
        if let Some(Err(reason)) = text.get_untracked().map(take_own) {
            failure.set(format!("It cannot be read any more: {reason}"));
        }
    };
    let forget = move |_| {
        spawn_local(async move {
            match kept::forget().await {
                Ok(()) => _ = text.try_set(None),
                Err(reason) => _ = failure.try_set(format!("This browser still has it: {reason}.")),
            }
        });
    };
    view! {
        <Show when=move || text.with(Option::is_some)>
            <p class="kept-file" data-test="kept-file">
                "A file is kept in this browser. "
                <button type="button" class="text-button" data-test="show-kept" on:click=show>
                    "Show it in all views"
                </button>
                " · "
                <button type="button" class="text-button" data-test="forget-kept" on:click=forget>
                    "Forget it"
                </button>
                <span role="status">" " {move || failure.get()}</span>
            </p>
        </Show>
        {records::own()
            .filter(|_| !store.explorer.is_own())
            .map(|own| {
                let state = store.state.with_untracked(|state| state.on(Page::Overview));
                let named = own.explorer.named().unwrap_or_default();
                let link = explorer_view::hash::encode_with(&state, named);
                view! {
                    <p class="kept-file">
                        <a href=link>
                            {format!("Back to the views of {}", own.explorer.dataset().codebook.title)}
                        </a>
                    </p>
                }
            })}
    }
}
