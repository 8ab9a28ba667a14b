//! What the browser says about the reader's screen, as signals.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether a media query holds, following its changes for as long as the page lives.
pub fn matches(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (now, set) = signal(list.as_ref().is_some_and(|list| list.matches()));
    if let Some(list) = list {
        let changed = {
            let list = list.clone();
            Closure::<dyn Fn()>::new(move || set.set(list.matches()))
        };
        _ = list.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
        changed.forget();
    }
    now
}

/// Device pixels per CSS pixel, following zoom and moves between screens.
pub fn pixel_ratio() -> ReadSignal<f64> {
    let (ratio, set) = signal(window().device_pixel_ratio());
    watch_ratio(set);
    ratio
}

/// A media query can only tell that the ratio is no longer what it was, so each change sets up
/// the watch for the next one.
fn watch_ratio(set: WriteSignal<f64>) {
    let now = window().device_pixel_ratio();
    let Ok(Some(list)) = window().match_media(&format!("(resolution: {now}dppx)")) else { return };
    let changed = Closure::once_into_js(move || {
        set.set(window().device_pixel_ratio());
        watch_ratio(set);
    });
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    _ = list.add_event_listener_with_callback_and_add_event_listener_options(
        "change",
        changed.unchecked_ref(),
        &once,
    );
    // The browser may drop a query that nothing refers to, and its listener with it.
    std::mem::forget(list);
}
