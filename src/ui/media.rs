//! What the browser says about the reader's screen, as signals.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::listen::listen_to;
use super::signal::Signal;

/// Whether a media query holds, following its changes for as long as the page lives.
pub fn matches(query: &str) -> Signal<bool> {
    let list = window().match_media(query).ok().flatten();
    let now = Signal::new(list.as_ref().is_some_and(|list| list.matches()));
    if let Some(list) = list {
        let followed = list.clone();
        listen_to(&list, &["change"], move |_| now.set(followed.matches()));
    }
    now
}

/// Device pixels per CSS pixel, following zoom and moves between screens.
pub fn pixel_ratio() -> Signal<f64> {
    let ratio = Signal::new(window().device_pixel_ratio());
    watch_ratio(ratio);
    ratio
}

/// The window's height in CSS pixels.
pub fn window_height() -> Signal<f64> {
    let now = || window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(1000.0);
    let height = Signal::new(now());
    listen_to(&window(), &["resize"], move |_| height.set(now()));
    height
}

/// A media query can only tell that the ratio is no longer what it was, so each change sets up
/// the watch for the next one.
fn watch_ratio(ratio: Signal<f64>) {
    let now = window().device_pixel_ratio();
    // In the browser's own digits, of which none may be missing; ours would cost 3 kB of the page.
    let Ok(digits) = js_sys::Number::from(now).to_string_with_radix(10) else { return };
    let query = format!("(resolution: {}dppx)", String::from(digits));
    let Ok(Some(list)) = window().match_media(&query) else { return };
    let changed = Closure::once_into_js(move || {
        ratio.set(window().device_pixel_ratio());
        watch_ratio(ratio);
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
