//! The page: Leptos components, one file per visible thing. The only room that knows the web.

mod bar_figure;
mod brush;
mod canvas;
mod countries;
mod date_facet;
mod effect;
mod empty;
mod facet;
mod facet_panel;
mod figure;
mod footer;
mod header;
mod history;
mod length;
mod listen;
mod map;
mod marks;
mod markup;
mod media;
mod method;
mod notices;
mod overview;
mod profile;
mod quick_canvas;
mod record;
mod record_links;
mod records;
mod search_box;
mod source;
mod storage;
mod store;
mod summary;
mod switch;
mod theme;
mod timeline_figure;
mod timing;
mod tooltip;

use leptos::prelude::*;

use crate::dataset::embedded;
use crate::explore::Explorer;
use crate::geometry::World;
use crate::view::places::Places;
use crate::view::state::Page;
use store::Store;

/// Parses the dataset and mounts the page into the document's body.
pub fn start() {
    let began = timing::now();
    match embedded().and_then(|dataset| Ok((dataset, World::embedded()?))) {
        Ok((dataset, world)) => {
            // One explorer and one world live as long as the page does.
            let explorer: &'static Explorer = Box::leak(Box::new(Explorer::new(dataset)));
            let places: &'static Places = Box::leak(Box::new(Places::new(explorer, world)));
            timing::measure("explorer:parse", began);
            mount_to_body(move || view! { <App explorer places /> });
        }
        Err(error) => mount_to_body(move || {
            view! {
                <main class="fatal">
                    <h1>"The dataset inside this page is damaged"</h1>
                    <p>{error.to_string()}</p>
                    <p>"Reload the page; if this stays, the copy that you opened is incomplete."</p>
                </main>
            }
        }),
    }
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    timing::after_paint(timing::mark_ready);
}

#[component]
fn App(explorer: &'static Explorer, places: &'static Places) -> impl IntoView {
    let store = Store::new(explorer, places);
    provide_context(store);
    history::follow(store);
    let page = store.page;
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>"Skip to the content"</a>
        <header::Header />
        <notices::Notices />
        <summary::Summary />
        <div class="columns" class:with-facets=move || page.with(Page::has_facets)>
            // Hidden rather than taken away: its open lists are as they were after a look at a record.
            <facet_panel::FacetPanel hidden=Signal::derive(move || !page.with(Page::has_facets)) />
            <main id="main" tabindex="-1">
                {move || match page.get() {
                    Page::Overview => view! { <overview::Overview /> }.into_any(),
                    Page::Map => view! { <map::MapView /> }.into_any(),
                    Page::Countries => view! { <countries::Countries /> }.into_any(),
                    page @ (Page::Country(_) | Page::Organization(_)) => {
                        view! { <profile::Profile page /> }.into_any()
                    }
                    Page::Records => view! { <records::Records /> }.into_any(),
                    Page::Record(id) => view! { <record::Record id /> }.into_any(),
                    Page::Method => view! { <method::Method /> }.into_any(),
                }}
            </main>
        </div>
        <footer::Footer />
        <tooltip::Tooltip />
    }
}

/// The link's target is a place on this page, not a view: the address stays as it is.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    use wasm_bindgen::JsCast;
    event.prevent_default();
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|m| m.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = main.focus();
    }
}
