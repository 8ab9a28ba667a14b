//! One frame per step: what is painted waits for the browser's next frame, and all of it together.
//!
//! To read a font, a canvas first brings the document's styles up to date. Painted in the frame,
//! after all components have changed the document, the styles are computed once for all canvases.

use std::cell::RefCell;

use leptos::prelude::request_animation_frame;

type Work = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
}

/// Runs `work` in the browser's next frame, in the order in which it was asked for.
pub fn on_next_frame(work: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(work));
        waiting.len() == 1
    });
    if is_first {
        request_animation_frame(|| {
            for work in WAITING.take() {
                work();
            }
        });
    }
}
