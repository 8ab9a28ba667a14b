//! What the page says about its own speed, in the browser's performance timeline.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::hooks::after_effects::behind_all;
use crate::life::within;

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
    measure_for(name, began, now() - began);
}

fn measure_for(name: &str, began: f64, duration: f64) {
    let options = js_sys::Object::new();
    for (key, time) in [("start", began), ("duration", duration)] {
        _ = js_sys::Reflect::set(&options, &key.into(), &time.into());
    }
    _ = measure_between(name, &options);
}

/// Work that waits.
type Waiting = RefCell<Vec<Box<dyn FnOnce()>>>;

thread_local! {
    /// What waits for the next frame.
    static WAITING: Waiting = const { RefCell::new(Vec::new()) };
    /// What waits for the end of the frame that is being painted.
    static PAINTED: Waiting = const { RefCell::new(Vec::new()) };
}

/// Runs `then` once the browser has painted what is pending: after the next frame's rendering.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(within(then)));
        waiting.len() == 1
    });
    // All of it waits for the same frame: each chart has something that follows the paint.
    if is_first {
        request_animation_frame(|| {
            // What is asked for from here on waits for the next one.
            let mut waiting = WAITING.take();
            PAINTED.with_borrow_mut(|painted| painted.append(&mut waiting));
            set_timeout(|| run(PAINTED.take()), Duration::ZERO);
        });
    }
}

/// Runs what waits for a frame.
pub fn paint_now() {
    run(PAINTED.take());
    run(WAITING.take());
}

fn run(waiting: Vec<Box<dyn FnOnce()>>) {
    waiting.into_iter().for_each(|then| then());
}

/// What `source` was when the page was last painted: it follows one frame behind. That is for what a
/// reader does not see at once, so that it does not delay what a reader does see.
pub fn painted<T>(source: Signal<T>) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (painted, set_painted) = signal(source.get_untracked());
    let waiting = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        source.track();
        if before.is_none() {
            // It may have changed since it was asked: a chart has its width by now.
            let now = source.get_untracked();
            if painted.with_untracked(|painted| *painted != now) {
                set_painted.set(now);
            }
            return;
        }
        // Of the steps of one frame only the last one counts.
        if !waiting.get_value() {
            waiting.set_value(true);
            after_paint(move || {
                // The component may have gone in the meantime.
                if let Some(now) = source.try_get_untracked() {
                    waiting.try_set_value(false);
                    _ = set_painted.try_set(now);
                }
            });
        }
    });
    painted
}

/// As [`after_paint`], alone; `then` gets the time at which the frame began. Boxed, to be compiled once.
fn when_painted(then: Box<dyn FnOnce(f64)>) {
    request_animation_frame(move || {
        let frame = now();
        set_timeout(move || then(frame), Duration::ZERO);
    });
}

/// When a change of the view began.
#[derive(Debug, Clone, Copy)]
pub struct Began {
    /// When the reader acted, by the browser's clock of input events.
    input: f64,
    /// When the page heard of it.
    heard: f64,
}

impl Began {
    /// A change that begins with the event that is being handled.
    pub fn now() -> Self {
        let event = window().event().dyn_into::<web_sys::Event>();
        let heard = now();
        Self { input: event.map_or(heard, |event| event.time_stamp()), heard }
    }

    /// Records the change under two names once it is painted.
    ///
    /// `explorer:latency` is what the reader waits: input to paint, with the wait for the
    /// display's next refresh in it, on average half a frame. `explorer:update` is what the page
    /// takes of that: handler, charts, layout and painting, without the idle time in between.
    /// It is the one that a frame has to hold for a brush to be smooth.
    pub fn measure_when_painted(self) {
        let drawn = Rc::new(Cell::new(f64::INFINITY));
        let idle_since = drawn.clone();
        // A timer would not do: after an input, Chromium holds timers back until the frame is painted.
        behind_all(move || drawn.set(now()));
        when_painted(Box::new(move |frame| {
            let idle = (frame - idle_since.get()).max(0.0);
            measure("explorer:latency", self.input);
            measure_for("explorer:update", self.heard, now() - self.heard - idle);
        }));
    }
}

/// Tells scripts and tests that the first view is painted.
pub fn mark_ready() {
    tell("data-ready", "true");
    mark("explorer:ready");
}

/// Tells scripts and tests that all is there, also what no one sees before doing something.
pub fn mark_complete() {
    tell("data-complete", "true");
}

/// Tells scripts and tests how far a part of the Wasm is that comes after the first.
pub fn mark_part(part: &str, how_far: &str) {
    tell(&format!("data-{part}"), how_far);
    mark(&format!("explorer:{part}-{how_far}"));
}

/// Tells scripts and tests by an attribute of the document.
fn tell(attribute: &str, value: &str) {
    if let Some(root) = document().document_element() {
        _ = root.set_attribute(attribute, value);
    }
}

/// Marks a moment in the browser's performance timeline.
fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        _ = performance.mark(name);
    }
}
