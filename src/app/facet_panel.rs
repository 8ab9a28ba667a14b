//! All facets: a panel beside the view, a sheet over it on a narrow window.

use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::state::Page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::date_facet::DateFacet;
use super::search_box::SearchBox;
use crate::components::facet::FacetKeysHint;
use crate::components::in_turn::{InTurn, below_last};
use crate::components::records::facet::RecordFacet;
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::focus_id;
use crate::reactive::{effect, memo};
use crate::store::use_store;

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
    Facet::Certainty,
    Facet::Window,
];

/// The id of the button that opens the sheet: where the focus goes when it closes.
pub const OPENER_ID: &str = "open-filters";

/// The facets; hidden where the open view has no filters. Hidden rather than taken away: its open
/// lists are as they were after a look at a record.
#[component]
pub fn FacetPanel(
    /// How high the bar is that stays in sight above, in CSS pixels.
    bar_height: Signal<f64>,
) -> impl IntoView {
    let store = use_store();
    let close = NodeRef::<html::Button>::new();
    let shut = move || {
        store.sheet.set(false);
        // Back to where the reader came from.
        focus_id(OPENER_ID);
    };
    let shut_by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && store.sheet.get_untracked() {
            shut();
        }
    };
    // The sheet takes the focus when it opens, so that a keyboard is inside of it.
    effect(move || {
        if store.sheet.get()
            && let Some(close) = close.get()
        {
            // Once it is shown: what is hidden cannot take the focus.
            after_effects(move || _ = close.focus());
        }
    });
    let shown = move || {
        let count = store.settled.with(|outcome| outcome.summary.interactions);
        format!("Show {} {}", grouped(count), Measure::Interactions.noun(count))
    };
    let scroll = NodeRef::<html::Div>::new();
    let begins = below_last(scroll);
    let facets = ORDER.map(|facet| view! { <InTurn begins><RecordFacet facet /></InTurn> });
    let is_hidden = memo(move || !store.page.with(Page::has_facets));
    view! {
        <aside
            class="facets"
            style=move || format!("--facets-top:{}px", bar_height.get())
            class:open=move || store.sheet.get()
            aria-label="Filters"
            hidden=move || is_hidden.get()
            on:keydown=shut_by_key
        >
            <div class="facets-scroll" node_ref=scroll>
                <h2 class="unseen">"Filters"</h2>
                <FacetKeysHint />
                <SearchBox />
                <DateFacet />
                {facets.into_iter().collect_view()}
            </div>
            <button
                type="button"
                class="primary close-filters"
                data-test="close-filters"
                node_ref=close
                on:click=move |_| shut()
            >
                {shown}
            </button>
        </aside>
    }
}
