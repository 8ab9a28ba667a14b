//! Choosing a stretch of a chart's columns, by a drag or by clicks on its ends.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use explorer::ui::brush::Brush;
use explorer::ui::store::Step;
use explorer_chart::Mark;
use explorer_chart::mark::column_at;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::open::Open;

/// Columns of which a stretch can be chosen.
pub struct Stretch {
    open: Rc<Open>,
    dimension: usize,
    brush: Brush,
    /// What was drawn last.
    drawn: RefCell<Drawn>,
}

/// Columns as they were drawn.
#[derive(Default)]
pub struct Drawn {
    /// The bins of each.
    pub bins: Vec<Range<usize>>,
    /// Where each is.
    pub places: Vec<Mark>,
    /// The first and last chosen one.
    pub selected: Option<(usize, usize)>,
}

impl Drawn {
    /// The bins from one column to another.
    fn between(&self, a: usize, b: usize) -> Range<usize> {
        let start = self.bins.get(a.min(b)).map_or(0, |bins| bins.start);
        let end = self.bins.get(a.max(b)).map_or(0, |bins| bins.end);
        start..end.max(start)
    }
}

impl Stretch {
    /// Columns that nothing is drawn of yet.
    pub fn new(open: &Rc<Open>, dimension: usize) -> Self {
        Self { open: open.clone(), dimension, brush: Brush::default(), drawn: RefCell::default() }
    }

    /// Notes what is drawn.
    pub fn draws(&self, drawn: Drawn) {
        self.drawn.replace(drawn);
    }

    /// A click on a column: only it, again to choose all, with Shift as far as it.
    pub fn click(&self, index: usize, shift: bool) {
        let bins = {
            let drawn = self.drawn.borrow();
            match (drawn.selected, shift) {
                (Some((first, last)), true) => drawn.between(first.min(index), last.max(index)),
                (Some(only), false) if only == (index, index) => 0..0,
                _ => drawn.between(index, index),
            }
        };
        self.open.change(|view| {
            if bins.is_empty() {
                return view.clear(self.dimension);
            }
            // A column that is brushed has bins that rows are counted in once.
            if view.start_brush(self.dimension).is_ok() {
                view.brush(bins.start, bins.end);
                view.end_brush();
            }
        });
    }

    /// What an event on the drawn form means for the brush, and whether that was all it meant.
    pub fn event(&self, event: &Event, area: &Element) -> bool {
        let pointer = event.unchecked_ref::<PointerEvent>();
        let at = || {
            let left = area.get_bounding_client_rect().left();
            column_at(&self.drawn.borrow().places, f64::from(pointer.client_x()) - left)
        };
        match event.type_().as_str() {
            "click" => return self.brush.ends_drag(),
            "pointerdown" => self.brush.press(pointer, at()),
            "pointermove" => self.brush.drag_to(pointer, area, &|step, anchor| {
                let bins = self.drawn.borrow().between(anchor, at());
                self.open.change_if(|view| {
                    // Once per drag all is counted that its steps will need.
                    if step == Step::Push && view.start_brush(self.dimension).is_err() {
                        return false;
                    }
                    let now = view.selected(self.dimension);
                    let ends = now.first().zip(now.last());
                    let is_same = ends.is_some_and(|(first, last)| {
                        *first as usize == bins.start && *last as usize + 1 == bins.end
                    });
                    if !is_same {
                        view.brush(bins.start, bins.end);
                    }
                    !is_same
                })
            }),
            "pointerup" | "pointercancel" => {
                self.brush.release();
                self.open.change_if(|view| {
                    view.end_brush();
                    false
                });
            }
            _ => {}
        }
        false
    }
}
