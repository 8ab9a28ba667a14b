//! Where the records come from, and what the page keeps.

use explorer_view::state::Page;
use leptos::prelude::*;

use super::figure_source::origin;
use crate::hooks::use_screen::use_screen;
use crate::store::use_store;

/// The foot of every view.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let provenance = format!(
        "Compiled from public reports, each record with its sources. The dataset of the 2025 Carnegie paper, \
         whose method it follows, is not part of it. Data {}, code MIT. ",
        store.explorer.dataset().codebook.licence
    );
    // Nobody can follow a link on paper.
    let last = move || {
        match screen.printing.get() {
        false => "This page makes no request beyond its own files, and keeps nothing but your settings and, where a browser can, a copy of itself.".to_owned(),
        true => {
            let origin = origin(store);
            format!(
                "{}, version {}. Printed on {} from {}",
                origin.dataset, origin.version, origin.retrieved, origin.link
            )
        }
    }
    };
    view! {
        <footer class="foot">
            <p>
                {provenance}
                <a href=move || store.link_to(Page::Method)>"How it was made, and its gaps"</a>
            </p>
            <p>{last}</p>
        </footer>
    }
}
