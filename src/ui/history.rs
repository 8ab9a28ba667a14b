//! The address bar: the view's link is always in it, and it is always the view.

use leptos::prelude::*;

use wasm_bindgen::JsValue;

use super::effect::effect;
use super::listen::listen_to;
use super::position;
use super::store::{Step, Store};
use super::timing;
use explorer_explore::Explorer;
use explorer_view::hash;
use explorer_view::notice::Notice;
use explorer_view::sentence::{filter_words, summary_words};
use explorer_view::state::{Page, ViewState};

/// The view that the address asks for.
pub fn read(explorer: &Explorer) -> (ViewState, Vec<Notice>) {
    let address = window().location().hash().unwrap_or_default();
    hash::decode(&address, explorer)
}

/// Writes a view's link into the address bar.
///
/// A browser may refuse (a sandboxed frame, too many writes in a short time while brushing):
/// the view itself is not lost then, only its link is one step behind.
pub fn write(state: &ViewState, step: Step) {
    let link = hash::encode(state);
    let Ok(history) = window().history() else { return };
    _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&link)),
        Step::Replace => {
            history.replace_state_with_url(&position::noted(&history), "", Some(&link))
        }
    };
}

/// Follows the address: back, forward, links, and what a person types there.
pub fn follow(store: Store) {
    let take = move || {
        let began = timing::Began::now();
        let (state, notices) = read(store.explorer);
        let pages_differ = store.state.with_untracked(|now| now.page != state.page);
        store.notices.set(notices);
        if state != store.state.get_untracked() {
            store.set(state, began);
        }
        if !position::restore() && pages_differ {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    // Browsers disagree on which of the two a followed hash link fires; taking twice is harmless.
    listen_to(&window(), &["popstate", "hashchange"], move |_| take());
    effect(move || {
        let title = title(store);
        // The browser's frame has to be told, too, which a brush must not wait for.
        timing::after_paint(move || describe(store, &title));
    });
}

/// Tells the browser, and whoever makes a preview of the link by running the page, what it shows.
fn describe(store: Store, title: &str) {
    document().set_title(title);
    let summary = store.outcome.with_untracked(|outcome| outcome.summary);
    let description = format!("{}, from public reports.", summary_words(summary));
    for (selector, content) in [
        ("meta[property='og:title']", title),
        ("meta[property='og:description']", &description),
        ("meta[name=description]", &description),
    ] {
        if let Ok(Some(tag)) = document().query_selector(selector) {
            _ = tag.set_attribute("content", content);
        }
    }
}

/// What the view shows, for tabs and bookmarks.
fn title(store: Store) -> String {
    const NAME: &str = "Security Diplomacy Explorer";
    store.state.with(|state| match &state.page {
        Page::Method => format!("Method · {NAME}"),
        Page::File => format!("Your file · {NAME}"),
        Page::Record(id) => {
            let events = &store.explorer.dataset().events;
            let event = events.iter().find(|event| event.id == *id);
            event.map_or(NAME.to_owned(), |event| format!("{} · {NAME}", event.title))
        }
        page => {
            let scope = state.scope();
            let view = match page {
                Page::Map => "Map · ",
                Page::Countries => "Countries · ",
                Page::People => "People · ",
                Page::Forums => "Forums · ",
                Page::Pledges => "Pledges · ",
                Page::Paper(_) => "The paper · ",
                _ => "",
            };
            let words = filter_words(store.explorer, &scope);
            let words = if scope.is_empty() { String::new() } else { format!("{words} · ") };
            format!("{view}{words}{NAME}")
        }
    })
}
