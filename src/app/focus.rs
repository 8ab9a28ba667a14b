//! Where the keyboard and a screen reader are after another page has opened: at its heading. On the way
//! back they are at the link that led away, such as the row of a record.

use explorer_view::hash::encode;
use explorer_view::state::{Page, ViewState};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::pages::chunk;
use crate::store::Store;
use crate::timing::after_paint;
use crate::{address, position};

/// Moves the focus at every change of the page. Not at the first page: there, nobody has moved.
pub fn follow(store: Store, main: NodeRef<html::Main>) {
    Effect::new(move |before: Option<Page>| {
        let page = store.page.get();
        if let Some(left) = before.filter(|before| !is_same(before, &page)) {
            let is_back = position::is_noted() && !address::is_pending();
            let move_focus = move || {
                // Who steps through a tour goes on from where that is done.
                if is_on_tour() {
                    return;
                }
                if let Some(main) = main.try_get_untracked().flatten() {
                    let led = is_back.then(|| link_to(&main, &left)).flatten();
                    focus(&led.or_else(|| heading(&main)).unwrap_or(main));
                }
            };
            chunk::when_there(&page, move || after_paint(move_focus));
        }
        page
    });
}

/// Whether the focus is in the band of a tour.
fn is_on_tour() -> bool {
    let at = document().active_element();
    at.is_some_and(|at| at.closest(".tour").ok().flatten().is_some())
}

/// The sections of the paper are places on one page, and what is compared is chosen on one.
fn is_same(one: &Page, other: &Page) -> bool {
    one == other
        || matches!(
            (one, other),
            (Page::Paper(_), Page::Paper(_)) | (Page::Compare(_), Page::Compare(_))
        )
}

/// The first link in the page that leads to another one.
fn link_to(main: &HtmlElement, page: &Page) -> Option<HtmlElement> {
    let path = encode(&ViewState::default().on(page.clone()));
    let links = main.get_elements_by_tag_name("a");
    (0..links.length()).filter_map(|at| links.item(at)).find_map(|link| {
        let href = link.get_attribute("href")?;
        let leads = href
            .strip_prefix(path.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('?'));
        leads.then(|| link.dyn_into().ok()).flatten()
    })
}

/// The page's first heading, which can take the focus from now on.
fn heading(main: &HtmlElement) -> Option<HtmlElement> {
    let heading = main.get_elements_by_tag_name("h2").item(0)?;
    _ = heading.set_attribute("tabindex", "-1");
    heading.dyn_into().ok()
}

/// Focuses an element where the page is scrolled to.
fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    _ = element.focus_with_options(&options);
}
