//! Brushing: dragging over columns chooses a stretch of them.

use std::cell::Cell;

use explorer_view::step::Step;
use web_sys::{Element, PointerEvent};

/// How far a pointer moves, in CSS pixels, before a press becomes a drag.
const THRESHOLD: f64 = 4.0;

#[derive(Debug, Clone, Copy)]
struct Drag {
    /// The column that stays where it is.
    anchor: usize,
    /// Where the pointer went down.
    start: f64,
    /// Whether it has become a drag.
    moving: bool,
    /// Whether the view has been changed: the first change is a step in history, the rest go on.
    changed: bool,
}

/// Brushing over the columns of a chart.
#[derive(Default)]
pub struct Brush {
    drag: Cell<Option<Drag>>,
    /// Whether the last press was a drag: the click that ends it means nothing.
    dragged: Cell<bool>,
}

impl Brush {
    /// A press at a column: it becomes the anchor.
    pub fn press(&self, event: &PointerEvent, anchor: usize) {
        self.dragged.set(false);
        if event.button() == 0 && event.is_primary() {
            let start = f64::from(event.client_x());
            self.drag.set(Some(Drag { anchor, start, moving: false, changed: false }));
        }
    }

    /// The pointer has moved; `choose` chooses what lies between an anchor and where it is now, and
    /// says whether that is another choice.
    pub fn drag_to(
        &self,
        event: &PointerEvent,
        area: &Element,
        choose: impl FnOnce(Step, usize) -> bool,
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
        let step = if drag.changed { Step::Replace } else { Step::Push };
        drag.changed |= choose(step, drag.anchor);
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
}
