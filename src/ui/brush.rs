//! Brushing: dragging over a timeline chooses a stretch of its bins.

use std::cell::Cell;

use web_sys::{Element, PointerEvent};

use super::store::{Step, Store};
use crate::explore::filter::DateRange;

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
pub struct Brush {
    store: Store,
    drag: Cell<Option<Drag>>,
    /// Whether the last press was a drag: the click that ends it means nothing.
    dragged: Cell<bool>,
}

impl Brush {
    /// A brush that sets the view's date range.
    pub fn new(store: Store) -> Self {
        Self { store, drag: Cell::new(None), dragged: Cell::new(false) }
    }

    /// A press at a bin: it becomes the anchor.
    pub fn press(&self, event: &PointerEvent, bin: usize) {
        self.dragged.set(false);
        if event.button() == 0 && event.is_primary() {
            let start = f64::from(event.client_x());
            self.drag.set(Some(Drag { anchor: bin, start, moving: false, changed: false }));
        }
    }

    /// The pointer has moved; `range_from` is the range from an anchor to where it is now.
    pub fn drag_to(
        &self,
        event: &PointerEvent,
        area: &Element,
        range_from: &dyn Fn(usize) -> DateRange,
    ) {
        let Some(mut drag) = self.drag.get() else { return };
        if !drag.moving {
            if (f64::from(event.client_x()) - drag.start).abs() < THRESHOLD {
                return;
            }
            drag.moving = true;
            self.dragged.set(true);
            // From here on the drag goes on outside of the chart, too.
            _ = area.set_pointer_capture(event.pointer_id());
        }
        let range = range_from(drag.anchor);
        if range != self.store.filters.with_untracked(|filters| filters.range) {
            let step = if drag.changed { Step::Replace } else { Step::Push };
            drag.changed = true;
            self.set(step, range);
        }
        self.drag.set(Some(drag));
    }

    /// The pointer went up, or was taken away.
    pub fn release(&self) {
        self.drag.set(None);
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(&self) -> bool {
        self.dragged.get()
    }

    /// Sets the range.
    pub fn set(&self, step: Step, range: DateRange) {
        self.store.change(step, |state| state.filters.range = range);
    }
}
