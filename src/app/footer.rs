//! Where the records come from, and what the page keeps.

use explorer_view::state::Page;
use explorer_view::tour::shipped::Shipped;
use explorer_view::tour::{OnTour, Tour};
use leptos::prelude::*;

use crate::store::use_store;

/// The foot of every view.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    if store.explorer.is_own() {
        return view! { <OwnFooter /> }.into_any();
    }
    let provenance = format!(
        "Compiled from public reports, each record with its sources. The dataset of the 2025 Carnegie paper, \
         whose method it follows, is not part of it. Data {}, code MIT. ",
        store.explorer.dataset().codebook.licence
    );
    let changed = format!("What changed in version {}", store.explorer.dataset().codebook.version);
    let tours = Shipped::ALL.map(|tour| {
        let link = OnTour::start(Tour::Shipped(tour)).link(store.explorer.former_version());
        view! {
            <a href=link data-test="foot-tour" data-value=tour.id()>
                {tour.title()}
            </a>
        }
    });
    let [paper, number] = tours;
    let tours = view! {
        {paper}
        " · "
        {number}
    };
    view! {
        <footer class="foot">
            <p>
                {provenance}
                <a href=store.link(Page::Method)>"How it was made, and its gaps"</a>
                " · "
                <a href=store.link(Page::Changes)>{changed}</a>
            </p>
            <p class="foot-tours">
                "New here? A tour: "
                {tours}
            </p>
            <p class="kept">
                "No tracking. Your settings, and where a browser can a copy of this page, stay in this browser."
            </p>
        </footer>
    }
    .into_any()
}

/// The foot of a view of a reader's own file.
#[component]
fn OwnFooter() -> impl IntoView {
    let store = use_store();
    let name = &store.explorer.dataset().codebook.title;
    let words = format!(
        "What you see is computed from your file \u{201c}{name}\u{201d} (content {}), which has not left this \
         browser. Tables that it does not bring (countries, memberships, support of the GSI, forums, pledges, \
         numbers of the paper) are those of the open dataset. ",
        store.hash
    );
    view! {
        <footer class="foot">
            <p>
                {words} <a href=store.link(Page::Method)>"How the open dataset was made"</a>
            </p>
            <p class="kept">
                "No tracking. Your settings, and where a browser can a copy of this page, stay in this browser."
            </p>
        </footer>
    }
}
