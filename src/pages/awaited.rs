//! In the place of a page whose chunk ([`super::chunk`]) is on its way.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::chunk::{self, Part, Progress};

/// Says that the page is on its way, or that it could not be loaded, until it is there.
#[component]
pub fn Awaited(
    /// The part of the Wasm that has it.
    part: Part,
    /// Makes the page when its chunk is there.
    make: Box<dyn Fn() -> Option<AnyView> + Send>,
) -> impl IntoView {
    let ask = move || spawn_local(chunk::load(part));
    // Who comes to a page after another one has failed tries again by that.
    ask();
    let progress = chunk::progress(part);
    move || {
        match progress.get() {
        Progress::There => make().into_any(),
        Progress::Unasked | Progress::Coming => view! {
            <p class="hint" role="status" data-test="page-awaited">
                "Loading …"
            </p>
        }
        .into_any(),
        Progress::Failed => view! {
            <div class="notice urgent" role="alert" data-test="page-failed">
                <p>
                    "This view could not be loaded: its part of the page did not arrive. Try again; if that does \
                     not help, reload the page."
                </p>
                <button type="button" data-test="try-again" on:click=move |_| ask()>
                    "Try again"
                </button>
            </div>
        }
        .into_any(),
    }
    }
}
