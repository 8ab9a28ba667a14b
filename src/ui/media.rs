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
    // Zoom and a move to another screen both change the viewport's size in CSS pixels or fire
    // `resize`; the ratio is read again whenever that happens.
    let handle = window_event_listener(leptos::ev::resize, move |_| {
        let now = window().device_pixel_ratio();
        if now != ratio.get_untracked() {
            set.set(now);
        }
    });
    std::mem::forget(handle);
    ratio
}
