//! The page, one file per visible thing. The only room that knows the web.
//!
//! What is public is what the view of a reader's own file (`file/`) is made of, too.
//!
//! Signals and effects are those of Leptos, elements those of [`markup`].

mod bar_figure;
pub mod brush;
pub mod canvas;
mod countries;
mod date_facet;
pub mod effect;
mod embed;
mod empty;
mod facet;
mod facet_panel;
pub mod figure;
mod footer;
mod forums;
mod header;
mod heat_figure;
mod history;
mod items;
pub mod length;
pub mod listen;
mod map;
pub mod marks;
pub mod markup;
pub mod media;
mod method;
mod notices;
mod overview;
mod paper;
mod people;
mod pledges;
mod position;
mod profile;
mod quick_canvas;
mod record;
mod record_links;
mod records;
pub mod save;
pub mod screen;
mod search_box;
mod share;
mod sight;
pub mod signal;
mod source;
pub mod storage;
pub mod store;
mod summary;
pub mod switch;
pub mod theme;
mod timeline_figure;
mod timing;
pub mod tooltip;

use leptos::prelude::*;
use web_sys::{Element, Event};

use effect::effect;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_geometry::World;
use explorer_view::places::Places;
use explorer_view::state::Page;
use listen::listen_to;
use markup::{Markup, el, live};
use signal::Derived;
use store::Store;

/// Parses the dataset and puts the page into the document's body.
pub fn start() {
    let began = timing::now();
    let Some(body) = document().body() else { return };
    let dataset = embedded().map_err(|error| error.to_string());
    let world = World::embedded().map_err(|error| error.to_string());
    match dataset.and_then(|dataset| Ok((dataset, world?))) {
        Ok((dataset, world)) => {
            // One explorer and one world live as long as the page does.
            let explorer: &'static Explorer = Box::leak(Box::new(Explorer::new(dataset)));
            let places: &'static Places = Box::leak(Box::new(Places::new(explorer, world)));
            timing::measure("explorer:parse", began);
            mount_to_body(move || fill(&body, explorer, places));
        }
        Err(error) => _ = body.append_child(&fatal(&error).build()),
    }
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    timing::after_paint(timing::mark_ready);
}

fn fatal(error: &str) -> Markup {
    let advice = "Reload the page; if this stays, the copy that you opened is incomplete.";
    el("main")
        .class("fatal")
        .child(el("h1").text("The dataset inside this page is damaged"))
        .child(el("p").text(error))
        .child(el("p").text(advice))
}

fn fill(body: &Element, explorer: &'static Explorer, places: &'static Places) {
    let store = Store::new(explorer, places);
    if store.embedded {
        let chart = embed::chart(store);
        let parts = parts_of(store, store.page.get_untracked());
        for part in [embed::alone(store, chart, &parts), tooltip::tooltip(store.screen())] {
            _ = body.append_child(&part);
        }
        return;
    }
    history::follow(store);
    let skip = el("a").class("skip").attr("href", "#main").text("Skip to the content").build();
    listen_to(&skip, &["click"], skip_to_main);
    let parts = [facet_panel::facet_panel(store), main(store)];
    let columns = live("div", move |columns| {
        let facets = store.page.with(Page::has_facets);
        let class = if facets { "columns with-facets" } else { "columns" };
        parts.iter().cloned().fold(columns.class(class), Markup::kept)
    });
    for part in [
        skip,
        header::header(store),
        notices::notices(store),
        summary::summary(store),
        columns,
        footer::footer(store),
        tooltip::tooltip(store.screen()),
    ] {
        _ = body.append_child(&part);
    }
    position::follow();
}

/// The open page.
fn main(store: Store) -> Element {
    let main = el("main").attr("id", "main").attr("tabindex", "-1").build();
    let place = main.clone();
    // The sections of the paper's page are places on it.
    let page = Derived::new(move || match store.page.get() {
        Page::Paper(_) => Page::Paper(String::new()),
        page => page,
    });
    effect(move || {
        let page = page.get();
        place.set_text_content(None);
        for part in untrack(|| parts_of(store, page)) {
            _ = place.append_child(&part);
        }
    });
    main
}

/// What a page is made of.
fn parts_of(store: Store, page: Page) -> Vec<Element> {
    match page {
        Page::Overview => overview::overview(store),
        Page::Map => map::map_view(store),
        Page::Countries => countries::country_table(store),
        Page::Country(_) | Page::Organization(_) | Page::Official(_) => {
            vec![profile::profile(store, &page)]
        }
        Page::People => people::people(store),
        Page::Forums => forums::forums(store),
        Page::Forum(id) => vec![forums::forum(store, &id)],
        Page::Pledges => vec![pledges::pledges(store)],
        Page::Paper(_) => vec![paper::paper(store)],
        Page::Records => vec![records::record_list(store)],
        Page::Record(id) => vec![record::record(store, id)],
        Page::Method => vec![method::method(store)],
        // What fills it is loaded with it (`xtask/src/page/own_file/`).
        Page::File => vec![el("own-file").build()],
    }
}

/// The link's target is a place on this page, not a view: the address stays as it is.
fn skip_to_main(event: Event) {
    use wasm_bindgen::JsCast;
    event.prevent_default();
    let main = document().get_element_by_id("main");
    if let Some(main) = main.and_then(|m| m.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = main.focus();
    }
}
