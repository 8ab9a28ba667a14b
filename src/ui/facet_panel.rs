//! All facets: a panel beside the view, a sheet over it on a narrow window.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::effect::effect;

use super::date_facet::DateFacet;
use super::facet::FacetList;
use super::search_box::SearchBox;
use super::store::store;
use crate::explore::facet::Facet;
use crate::explore::measure::Measure;
use crate::number::grouped;

/// Facets in the order of a reader's questions: who, with whom, how, about what, how sure.
const ORDER: [Facet; Facet::COUNT] = [
    Facet::Agency,
    Facet::Official,
    Facet::Rank,
    Facet::Region,
    Facet::Country,
    Facet::Organization,
    Facet::Office,
    Facet::Format,
    Facet::Channel,
    Facet::Forum,
    Facet::Venue,
    Facet::Topic,
    Facet::Gsi,
    Facet::Confidence,
    Facet::Window,
];

/// The facets.
#[component]
pub fn FacetPanel(
    /// Whether the open view has no filters.
    hidden: Signal<bool>,
) -> impl IntoView {
    let store = store();
    let close = NodeRef::<html::Button>::new();
    let shut = move || {
        store.sheet.set(false);
        // Back to where the reader came from.
        let opener = document().query_selector("[data-test=open-filters]").ok().flatten();
        if let Some(opener) = opener.and_then(|o| o.dyn_into::<web_sys::HtmlElement>().ok()) {
            _ = opener.focus();
        }
    };
    // The sheet takes the focus when it opens, so that a keyboard is inside of it.
    effect(move || {
        if store.sheet.get()
            && let Some(button) = close.get()
        {
            _ = button.focus();
        }
    });
    let in_view = move || {
        let count = store.outcome.with(|outcome| outcome.summary.interactions);
        format!("Show {} {}", grouped(count), Measure::Interactions.noun(count))
    };
    view! {
        <aside
            class="facets"
            class:open=move || store.sheet.get()
            aria-label="Filters"
            hidden=hidden
            on:keydown=move |event| {
                if event.key() == "Escape" && store.sheet.get_untracked() {
                    shut();
                }
            }
        >
            <div class="facets-scroll">
                <h2 class="unseen">"Filters"</h2>
                <SearchBox />
                <DateFacet />
                {ORDER.map(|facet| view! { <FacetList facet /> }).collect_view()}
            </div>
            <button
                type="button"
                class="primary close-filters"
                data-test="close-filters"
                node_ref=close
                on:click=move |_| shut()
            >
                {in_view}
            </button>
        </aside>
    }
}
