//! Where a printed page is from, at its top: nobody can follow a link on paper.

use explorer_view::sentence::date_words;
use leptos::prelude::*;

use super::figure_source::origin;
use crate::hooks::use_screen::use_screen;
use crate::store::use_store;

/// The link of the view and what it shows, on paper only.
#[component]
pub fn PrintedLink() -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let words = move || {
        screen.printing.get().then(|| {
            let origin = origin(store);
            let day = origin.retrieved.parse().map(date_words).unwrap_or_default();
            let version = origin.version;
            format!("{}, version {version}, printed on {day}: {}", origin.dataset, origin.link)
        })
    };
    view! {
        <p class="printed-link" data-test="printed-link">
            {words}
        </p>
    }
}
