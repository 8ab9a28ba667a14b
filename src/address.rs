//! The address bar: the view's link is always in it, and it is always the view.

use std::cell::RefCell;
use std::time::Duration;

use explorer_explore::Explorer;
use explorer_view::hash;
use explorer_view::notice::{About, Notice};
use explorer_view::state::ViewState;
use explorer_view::step::Step;
use leptos::ev;
use leptos::prelude::*;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};
use wasm_bindgen::JsValue;

use crate::app::{self, own_link};
use crate::hooks::use_window_event::use_window_event;
use crate::pages::chunk;
use crate::position;
use crate::store::Store;
use crate::timing;
use crate::version::{self, Leads};

/// A step that the address does not show yet.
struct Pending {
    link: String,
    step: Step,
    /// The fragment that the step was made at.
    made_at: String,
    /// How often the browser has refused it.
    refused: u32,
}

thread_local! {
    static PENDING: RefCell<Option<Pending>> = const { RefCell::new(None) };
}

/// The view that the address asks for.
pub fn read(explorer: &Explorer) -> (ViewState, Vec<Notice>) {
    let link = fragment();
    let (state, mut notices) = hash::decode(&link, explorer);
    version::explain(&link, &mut notices);
    if !explorer.is_own() && notices.iter().any(|notice| notice.about == About::OwnFile) {
        own_link::want(&link);
    }
    (state, notices)
}

/// The address from `#` on.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Writes a view's link into the address bar, once it is painted: telling the browser's own process
/// takes a millisecond that no chart should wait for.
///
/// Whatever comes next waits for nothing: it first writes what is pending.
pub fn write(state: &ViewState, step: Step) {
    let link = hash::encode(state);
    let goes_on = PENDING.with_borrow_mut(|pending| match pending {
        // Safari limits history changes to 100 per 30 seconds, so steps of a drag are merged.
        Some(pending) if step == Step::Replace => {
            pending.link.clone_from(&link);
            true
        }
        _ => false,
    });
    if goes_on {
        return;
    }
    flush();
    // One that the browser refused gives way to the next one.
    PENDING.set(Some(Pending { link, step, made_at: fragment(), refused: 0 }));
    timing::after_paint(flush);
}

/// How long to wait when a browser refuses to write: Safari takes 100 changes in 10 seconds.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often to try again: a sandboxed frame refuses for good.
const TRIES: u32 = 15;

/// Whether the view is ahead of the address: a reader's own step led to it, not back, forward or a link.
pub fn is_pending() -> bool {
    PENDING.with_borrow(Option::is_some)
}

/// Writes the pending step, unless the address has moved on by itself: then the view follows it.
///
/// A browser may refuse to write, after too many changes in a short time or in a sandboxed frame. The
/// step then stays pending and is tried again.
pub fn flush() {
    let Some(Pending { link, step, made_at, refused }) = PENDING.take() else { return };
    if fragment() != made_at {
        return;
    }
    let Ok(history) = window().history() else { return };
    let written = match step {
        Step::Push => history.push_state_with_url(&position::of_new_step(), "", Some(&link)),
        Step::Replace => {
            history.replace_state_with_url(&position::noted(&history), "", Some(&link))
        }
    };
    if written.is_err() && refused < TRIES {
        PENDING.set(Some(Pending { link, step, made_at, refused: refused + 1 }));
        set_timeout(flush, PATIENCE);
    }
}

/// Makes a step of the history to a link, for a page that starts anew there.
pub fn go_to(link: &str) {
    if let Ok(history) = window().history() {
        // Nobody has been there yet. Where the browser refuses, the page starts at the view that it was at.
        _ = history.push_state_with_url(&JsValue::NULL, "", Some(link));
    }
}

/// Follows the address: back, forward, links, and what a person types there.
pub fn follow(store: Store) {
    let take = move || {
        let began = timing::Began::now();
        flush();
        // Other records are those of another start; the address stays.
        match version::leads_to(&fragment(), store.explorer) {
            Leads::Here => {}
            Leads::To(records) => return app::show(records),
            Leads::Elsewhere => {
                _ = window().location().reload();
                return;
            }
        }
        let (state, notices) = read(store.explorer);
        // A step of a tour begins at its sentence, which is above the page.
        let leads_up = store.state.with_untracked(|now| {
            now.page != state.page || (now.tour != state.tour && state.tour.is_some())
        });
        store.notices.set(notices);
        let page = state.page.clone();
        if store.state.with_untracked(|now| *now != state) {
            store.set(state, began);
        }
        chunk::when_there(&page, move || {
            if !position::restore() && leads_up {
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
    };
    // Browsers disagree on which of the two a followed hash link fires; taking twice is harmless.
    use_window_event(ev::popstate, move |_| take());
    use_window_event(ev::hashchange, move |_| take());
    // A click may follow a link and a key may go back: what was done before has its place in the
    // history first.
    let first = UseEventListenerOptions::default().capture(true);
    for event in ["click", "keydown"] {
        let event = ev::Custom::<ev::Event>::new(event);
        _ = use_event_listener_with_options(window(), event, |_| flush(), first);
    }
}

/// A view's full address; `link` from `#` on. A page that is open from a disk has one, too.
pub fn full(link: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let base = here.split(['#', '?']).next().unwrap_or_default();
    format!("{base}{link}")
}

/// The value of a key in the address before the `#`.
pub fn query(key: &str) -> Option<String> {
    let query = window().location().search().unwrap_or_default();
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|p| p.split_once('='));
    pairs.find(|(known, _)| *known == key).map(|(_, value)| value.to_owned())
}
