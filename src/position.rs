//! Where the reader is within a view: how far the page is scrolled, and what is unfolded. It is no part
//! of a link but of the step in the browser's history, so that back, forward and reload lead to the very
//! place.
//!
//! The state of a step is an object; the place is under [`KEY`], and other keys are other people's.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Object, Reflect};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Element, History};

use crate::hooks::use_window_event::use_window_event;
use crate::hooks::whole::set_whole;
use crate::life::within;
use crate::pages::chunk;
use crate::timing::after_paint;

/// How long nothing may move before a place is noted. Safari allows some three notes a second.
const REST: Duration = Duration::from_millis(400);

/// What the place is noted under.
const KEY: &str = "place";

thread_local! {
    /// Counts what moved; 0 once that is noted.
    static MOVED: Cell<u32> = const { Cell::new(0) };
    /// How far the page is scrolled, in CSS pixels. Asked of the browser in the middle of a step, it would lay
    /// out first what the step has changed so far.
    static TOP: Cell<f64> = const { Cell::new(0.0) };
    /// Whether the reader is on the way back to a place: where the page is until then is none.
    static RETURNS: Cell<bool> = const { Cell::new(false) };
}

/// Notes the reader's place with the present step from now on. [`restore`] leads to the one that was
/// noted before the page was loaded again, once that is there.
pub fn follow() {
    let Ok(history) = window().history() else { return };
    // Browsers do not know how high the page will be.
    _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    TOP.set(window().scroll_y().unwrap_or_default());
    // What waited for a frame is dropped where the page starts anew.
    RETURNS.set(false);
    use_window_event(ev::scroll, |_| {
        TOP.set(window().scroll_y().unwrap_or_default());
        moved();
    });
    use_window_event(ev::click, |_| moved());
    // What follows may lead elsewhere.
    use_window_event(ev::pointerdown, |_| note());
    use_window_event(ev::keydown, |_| note());
    use_window_event(ev::pagehide, |_| note());
}

/// The reader has moved: the place is noted once nothing moves any more.
fn moved() {
    let count = MOVED.get().wrapping_add(1).max(1);
    MOVED.set(count);
    // The place is none of the page that starts anew meanwhile.
    let rest = within(move || {
        if MOVED.get() == count {
            note();
        }
    });
    set_timeout(rest, REST);
}

/// What the present step remembers; nothing if it is new.
pub fn noted(history: &History) -> JsValue {
    history.state().unwrap_or(JsValue::NULL)
}

/// The place that is noted of the present step.
fn place(history: &History) -> Option<String> {
    let state = noted(history);
    if !state.is_object() {
        return None;
    }
    Reflect::get(&state, &KEY.into()).ok()?.as_string()
}

/// Whether the reader has been at the present step before.
pub fn is_noted() -> bool {
    window().history().is_ok_and(|history| place(&history).is_some())
}

/// Where the reader is now, as it is noted.
fn here() -> String {
    // Firefox says 999.98 where it was told 1000.
    let top = TOP.get().round() as i32;
    let mut place = vec![top.to_string()];
    let open = folds().into_iter().enumerate().filter(|(_, fold)| fold.has_attribute("open"));
    place.extend(open.map(|(at, _)| at.to_string()));
    place.join(" ")
}

/// What a new step remembers: where the reader is.
pub fn of_new_step() -> JsValue {
    let state = Object::new();
    _ = Reflect::set(&state, &KEY.into(), &here().into());
    state.into()
}

fn note() {
    // A step that has no note yet gets one before anything leads on: by it is known that a reader comes back.
    let has_moved = MOVED.replace(0) != 0;
    // Where a page is awaited, the place is that of the page, which is not there yet.
    if chunk::is_awaited() || RETURNS.get() || (!has_moved && is_noted()) {
        return;
    }
    let Ok(history) = window().history() else { return };
    let now = here();
    // Browsers count how often the history is written.
    if place(&history).is_some_and(|noted| noted == now) {
        return;
    }
    let before = noted(&history);
    let before = if before.is_object() { Object::from(before) } else { Object::new() };
    let state = Object::assign(&Object::new(), &before);
    _ = Reflect::set(&state, &KEY.into(), &now.into());
    _ = history.replace_state(&state, "");
}

/// Leads to the place that is noted of the present step. Whether there is one.
pub fn restore() -> bool {
    let place = window().history().ok().and_then(|history| place(&history));
    let Some(place) = place else { return false };
    // As high as when all of it has been seen.
    set_whole(true);
    RETURNS.set(true);
    after_paint(move || {
        let mut numbers = place.split(' ').filter_map(|number| number.parse::<i32>().ok());
        let top = numbers.next().unwrap_or(0);
        let folds = folds();
        for fold in numbers.filter_map(|at| folds.get(usize::try_from(at).ok()?)) {
            _ = fold.set_attribute("open", "");
        }
        window().scroll_to_with_x_and_y(0.0, f64::from(top));
        after_paint(|| {
            RETURNS.set(false);
            set_whole(false);
        });
    });
    true
}

/// What can be unfolded in the open page, in order.
fn folds() -> Vec<Element> {
    let Some(main) = document().get_element_by_id("main") else { return Vec::new() };
    let folds = main.get_elements_by_tag_name("details");
    (0..folds.length()).filter_map(|at| folds.item(at)).collect()
}
