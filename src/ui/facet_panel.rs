//! All facets: a panel beside the view, a sheet over it on a narrow window.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::date_facet::date_facet;
use super::effect::effect;
use super::facet::facet_list;
use super::listen::listen_to;
use super::markup::{el, live};
use super::search_box::search_box;
use super::store::Store;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::grouped;

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

/// The facets; hidden where the open view has no filters. Hidden rather than taken away: its open
/// lists are as they were after a look at a record.
pub fn facet_panel(store: Store) -> Element {
    let mut lists = el("div")
        .class("facets-scroll")
        .child(el("h2").class("unseen").text("Filters"))
        .kept(search_box(store))
        .kept(date_facet(store));
    for facet in ORDER {
        lists = lists.kept(facet_list(store, facet));
    }
    let lists = lists.build();
    let close = live("button", move |close| {
        let count = store.outcome.with(|outcome| outcome.summary.interactions);
        close
            .attr("type", "button")
            .class("primary close-filters")
            .attr("data-test", "close-filters")
            .text(format!("Show {} {}", grouped(count), Measure::Interactions.noun(count)))
    });
    let last = close.clone();
    let panel = live("aside", move |panel| {
        let class = if store.sheet.get() { "facets open" } else { "facets" };
        panel
            .class(class)
            .attr("aria-label", "Filters")
            .flag("hidden", store.state.with(|state| !state.page.has_facets()))
            .kept(lists.clone())
            .kept(last.clone())
    });
    let shut = move || {
        store.sheet.set(false);
        // Back to where the reader came from.
        focus(document().query_selector("[data-test=open-filters]").ok().flatten());
    };
    listen_to(&close, &["click"], move |_| shut());
    listen_to(&panel, &["keydown"], move |event| {
        let key = event.unchecked_into::<web_sys::KeyboardEvent>().key();
        if key == "Escape" && store.sheet.get_untracked() {
            shut();
        }
    });
    // The sheet takes the focus when it opens, so that a keyboard is inside of it.
    effect(move || {
        if store.sheet.get() {
            // Once it is shown: what is hidden cannot take the focus.
            let close = close.clone();
            queue_microtask(move || focus(Some(close)));
        }
    });
    panel
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}
