//! The paper rebuilt from the open dataset: its figures and tables, and every number that it
//! prints, each beside what the records give.

mod exhibit;
mod numbers;
mod tables;

use web_sys::Element;

use super::effect::effect;
use super::empty::empty;
use super::markup::{Markup, el, live};
use super::position;
use super::store::Store;
use super::timing::after_paint;
use explorer_dataset::paper::Exhibit;
use explorer_view::paper::{NUMBERS, sections};
use explorer_view::state::Page;

/// The page. The section that the link names is brought into sight.
pub fn paper(store: Store) -> Element {
    let exhibits: &'static [Exhibit] = &store.explorer.dataset().exhibits;
    let article = el("article")
        .class("paper")
        .child(el("div").class("paper-head").html(include_str!("intro.html")))
        .kept(live("nav", move |nav| contents(store, nav)))
        .kept(empty(store))
        .all_kept(exhibits.iter().map(|exhibit| exhibit::section(store, exhibit)))
        .kept(numbers::section(store))
        .build();
    let place = article.clone();
    effect(move || {
        let Page::Paper(section) = store.page.get() else { return };
        // A section is known: it comes from the dataset's own list.
        let selector = format!("[data-section={section}]");
        let found = place.query_selector(&selector).ok().flatten().filter(|_| !section.is_empty());
        // Back and reload lead to where the reader was.
        if let Some(found) = found.filter(|_| !position::is_noted()) {
            after_paint(move || found.scroll_into_view());
        }
    });
    article
}

/// The way to each section.
fn contents(store: Store, nav: Markup) -> Markup {
    let open = store.page.get();
    let links = sections(store.explorer).map(|id| {
        let page = Page::Paper(id.to_owned());
        let link = el("a").attr("href", store.link_to(page.clone())).text(name(id));
        if page == open { link.attr("aria-current", "true") } else { link }
    });
    nav.class("paper-contents").attr("aria-label", "Sections").children(links)
}

/// What a section is called: `Figure 1`.
fn name(id: &str) -> String {
    match id.split_once('-') {
        Some(("figure", number)) => format!("Figure {number}"),
        Some(("table", number)) => format!("Table {number}"),
        _ => "Published numbers".to_owned(),
    }
}

/// A section of the page.
fn section_of(id: &str) -> Markup {
    el("section")
        .attr("data-section", id)
        .attr("data-test", format!("paper-{id}"))
        .class(if id == NUMBERS { "paper-numbers" } else { "exhibit" })
}
