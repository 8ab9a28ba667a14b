//! Where the reader is within a view: how far the page and the list of records are scrolled, and
//! what is unfolded. It is no part of a link but of the step in the browser's history, so that
//! back, forward and reload lead to the very place.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::{Element, History};

use leptos_use_event_listener::use_event_listener;
use crate::timing::after_paint;

/// How long nothing may move before a place is noted. Safari allows some three notes a second.
const REST: Duration = Duration::from_millis(400);

thread_local! {
    /// Counts what moved; 0 once that is noted.
    static MOVED: Cell<u32> = const { Cell::new(0) };
}

/// Notes the reader's place with the present step from now on, and leads to the one that was
/// noted before the page was loaded again.
pub fn follow() {
    let Ok(history) = window().history() else { return };
    // Browsers do not know how high the page will be.
    _ = js_sys::Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    _ = use_event_listener(window(), ev::scroll, |_| moved());
    _ = use_event_listener(window(), ev::click, |_| moved());
    // What follows may lead elsewhere.
    _ = use_event_listener(window(), ev::pointerdown, |_| note());
    _ = use_event_listener(window(), ev::keydown, |_| note());
    _ = use_event_listener(window(), ev::pagehide, |_| note());
    restore();
}

/// The reader has moved: the place is noted once nothing moves any more.
pub fn moved() {
    let turn = MOVED.get() + 1;
    MOVED.set(turn);
    set_timeout(
        move || {
            if MOVED.get() == turn {
                note();
            }
        },
        REST,
    );
}

/// What is noted of the present step; nothing if it is new.
pub fn noted(history: &History) -> JsValue {
    history.state().unwrap_or(JsValue::NULL)
}

/// Whether the reader has been at the present step before.
pub fn is_noted() -> bool {
    window().history().is_ok_and(|history| noted(&history).is_string())
}

fn note() {
    if MOVED.replace(0) == 0 {
        return;
    }
    let Ok(history) = window().history() else { return };
    // Firefox says 999.98 where it was told 1000.
    let top = window().scroll_y().unwrap_or_default().round() as i32;
    let list = list().map_or(0, |list| list.scroll_top());
    let mut place = vec![top.to_string(), list.to_string()];
    let open = folds().into_iter().enumerate().filter(|(_, fold)| fold.has_attribute("open"));
    place.extend(open.map(|(at, _)| at.to_string()));
    _ = history.replace_state(&place.join(" ").into(), "");
}

/// Leads to the place that is noted of the present step. Whether there is one.
pub fn restore() -> bool {
    let place = window().history().ok().and_then(|history| noted(&history).as_string());
    let Some(place) = place else { return false };
    let root = document().document_element();
    let whole = move |whole: bool| {
        let root = root.as_ref();
        _ = root.map(|root| root.toggle_attribute_with_force("data-whole", whole));
    };
    // As high as when all of it has been seen.
    whole(true);
    after_paint(move || {
        let mut numbers = place.split(' ').filter_map(|number| number.parse::<i32>().ok());
        let (top, list_top) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
        let folds = folds();
        for fold in numbers.filter_map(|at| folds.get(usize::try_from(at).ok()?)) {
            _ = fold.set_attribute("open", "");
        }
        if let Some(list) = list() {
            list.set_scroll_top(list_top);
        }
        window().scroll_to_with_x_and_y(0.0, f64::from(top));
        after_paint(move || whole(false));
    });
    true
}

/// The list of records, if that is on show.
fn list() -> Option<Element> {
    document().query_selector("main .records").ok().flatten()
}

/// What can be unfolded in the open page, in order.
fn folds() -> Vec<Element> {
    let Some(main) = document().get_element_by_id("main") else { return Vec::new() };
    let folds = main.get_elements_by_tag_name("details");
    (0..folds.length()).filter_map(|at| folds.item(at)).collect()
}
