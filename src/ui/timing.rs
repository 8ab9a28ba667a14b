//! What the page says about its own speed, in the browser's performance timeline.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// Milliseconds since navigation; 0 where the browser does not tell.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |p| p.now())
}

#[wasm_bindgen]
extern "C" {
    /// `performance.measure(name, {start, end})`; web-sys only knows the form with marks.
    #[wasm_bindgen(catch, js_namespace = performance, js_name = measure)]
    fn measure_between(name: &str, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Records the time from `began` to now under `name`.
pub fn measure(name: &str, began: f64) {
    let options = js_sys::Object::new();
    for (key, time) in [("start", began), ("end", now())] {
        _ = js_sys::Reflect::set(&options, &key.into(), &time.into());
    }
    _ = measure_between(name, &options);
}

/// When the input event came that is being handled, or now.
pub fn event_time() -> f64 {
    let event = window().event().dyn_into::<web_sys::Event>();
    event.map_or_else(|_| now(), |event| event.time_stamp())
}

/// Runs `then` once the browser has painted what is pending: after the next frame's rendering.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let then = Cell::new(Some(then));
    request_animation_frame(move || {
        set_timeout(
            move || {
                if let Some(then) = then.take() {
                    then();
                }
            },
            std::time::Duration::ZERO,
        );
    });
}

/// Tells scripts and tests that the first view is painted.
pub fn mark_ready() {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("data-ready", "true");
    }
    if let Some(performance) = window().performance() {
        _ = performance.mark("explorer:ready");
    }
}
