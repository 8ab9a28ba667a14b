//! Licence and origin, below every view.

use leptos::prelude::*;

use super::store::store;
use crate::view::state::Page;

/// The foot of every view.
#[component]
pub fn Footer() -> impl IntoView {
    let store = store();
    view! {
        <footer class="foot">
            <p>
                "Compiled from public reports, each record with its sources. The dataset of the 2025 Carnegie \
                paper, whose method it follows, is not part of it. Data "
                {store.explorer.dataset().codebook.licence.clone()} ", code MIT. "
                <a href=move || store.link_to(Page::Method)>"How it was made, and its gaps"</a>
            </p>
            <p>"This page makes no request beyond its own files and keeps nothing but your choice of theme."</p>
        </footer>
    }
}
