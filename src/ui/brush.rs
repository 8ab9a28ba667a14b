//! Brushing: dragging over a timeline chooses a stretch of its bins.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::store::{Step, Store};
use crate::explore::filter::DateRange;
use crate::view::time::{TimeCount, range_of_bins};

/// How far a pointer moves, in CSS pixels, before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

#[derive(Debug, Clone, Copy)]
struct Drag {
    /// The bin that stays where it is.
    anchor: usize,
    /// Where the pointer went down.
    start: f64,
    /// Whether it has become a drag.
    moving: bool,
    /// Whether the view has been changed: the first change is a step in history, the rest go on.
    changed: bool,
}

/// Brushing over the bins of a timeline.
#[derive(Clone, Copy)]
pub struct Brush {
    store: Store,
    bins: Memo<Vec<TimeCount>>,
    drag: StoredValue<Option<Drag>>,
    /// Whether the last press was a drag: the click that ends it means nothing.
    dragged: StoredValue<bool>,
}

impl Brush {
    /// A brush that sets the view's date range.
    pub fn new(store: Store, bins: Memo<Vec<TimeCount>>) -> Self {
        Self { store, bins, drag: StoredValue::new(None), dragged: StoredValue::new(false) }
    }

    /// A press at a bin: it becomes the anchor.
    pub fn press(self, event: &ev::PointerEvent, bin: usize) {
        self.dragged.set_value(false);
        if event.button() == 0 && event.is_primary() {
            let start = f64::from(event.client_x());
            self.drag.set_value(Some(Drag { anchor: bin, start, moving: false, changed: false }));
        }
    }

    /// The pointer is at a bin now.
    pub fn drag_to(self, event: &ev::PointerEvent, layer: NodeRef<html::Div>, bin: usize) {
        let Some(mut drag) = self.drag.get_value() else { return };
        if !drag.moving {
            if (f64::from(event.client_x()) - drag.start).abs() < THRESHOLD {
                return;
            }
            drag.moving = true;
            self.dragged.set_value(true);
            // From here on the drag goes on outside of the chart, too.
            if let Some(layer) = layer.get_untracked() {
                _ = layer
                    .unchecked_ref::<web_sys::Element>()
                    .set_pointer_capture(event.pointer_id());
            }
        }
        let range = self.bins.with_untracked(|bins| range_of_bins(bins, drag.anchor, bin));
        if range != self.store.filters.with_untracked(|filters| filters.range) {
            let step = if drag.changed { Step::Replace } else { Step::Push };
            drag.changed = true;
            self.set(step, range);
        }
        self.drag.set_value(Some(drag));
    }

    /// The pointer went up, or was taken away.
    pub fn release(self) {
        self.drag.set_value(None);
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(self) -> bool {
        self.dragged.get_value()
    }

    /// Sets the range of the bins from `a` to `b`.
    pub fn choose(self, step: Step, a: usize, b: usize) {
        let range = self.bins.with_untracked(|bins| range_of_bins(bins, a, b));
        self.set(step, range);
    }

    /// Sets the range.
    pub fn set(self, step: Step, range: DateRange) {
        self.store.change(step, |state| state.filters.range = range);
    }
}
