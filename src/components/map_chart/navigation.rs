//! Zooming and panning: wheel, pinch, drag, keys and buttons all change the zoom of a map.

use explorer_chart::{Gesture, MapWindow};
use explorer_view::step::Step;
use explorer_view::zoom::Zoom;
use leptos::ev;
use leptos::prelude::*;
use web_sys::Element;

use super::world_map::{LaidMap, MapZoom, ZoomChange, zoom_of};
use crate::timing;

/// What a press of a button or a key enlarges by.
const STRIDE: f64 = 1.6;
/// Wheel and drag that follow each other within this time are one step in history, in ms.
const PAUSE: f64 = 700.0;
/// How far an arrow key with Shift moves the map, in CSS pixels.
const NUDGE: f64 = 80.0;

/// A point of the map's window, in CSS pixels.
type Point = (f64, f64);

/// Changes the zoom of a map.
#[derive(Clone, Copy)]
pub struct MapNavigation {
    zoom: MapZoom,
    laid: Memo<LaidMap>,
    gesture: StoredValue<Gesture>,
    /// What was in sight when the gesture began.
    grip: StoredValue<Option<MapWindow>>,
    /// When wheel or gesture last changed the zoom.
    last: StoredValue<f64>,
}

impl MapNavigation {
    /// The navigation of a map as it is laid out now.
    pub fn new(zoom: MapZoom, laid: Memo<LaidMap>) -> Self {
        Self {
            zoom,
            laid,
            gesture: StoredValue::new(Gesture::default()),
            grip: StoredValue::new(None),
            last: StoredValue::new(f64::NEG_INFINITY),
        }
    }

    fn window(self) -> MapWindow {
        self.laid.with_untracked(|laid| laid.window)
    }

    fn set(self, step: Step, zoom: Zoom) {
        self.zoom.on_zoom.run(ZoomChange { step, zoom });
    }

    /// A change within a gesture: only its first one is a step in history.
    fn go_on(self, zoom: Zoom) {
        let now = timing::now();
        let step = if now - self.last.get_value() > PAUSE { Step::Push } else { Step::Replace };
        self.last.set_value(now);
        self.set(step, zoom);
    }

    /// Enlarges around the middle.
    pub fn zoom_in(self) {
        self.stride(STRIDE);
    }

    /// Reduces around the middle.
    pub fn zoom_out(self) {
        self.stride(1.0 / STRIDE);
    }

    fn stride(self, ratio: f64) {
        let window = self.window();
        self.set(Step::Push, zoom_of(window.moved(window.middle(), ratio, (0.0, 0.0))));
    }

    /// The wheel was turned over a point.
    pub fn turn_wheel(self, event: &ev::WheelEvent, at: Point) {
        let window = self.window();
        // Lines and pages instead of pixels.
        let unit = [1.0, 16.0, 160.0].get(event.delta_mode() as usize).copied().unwrap_or(1.0);
        // A pinch on a trackpad comes as a wheel with the control key, and in small steps.
        let strength = if event.ctrl_key() { 0.01 } else { 0.0016 };
        let ratio = (-event.delta_y() * unit * strength).clamp(-0.7, 0.7).exp();
        let zoom = zoom_of(window.moved(at, ratio, (0.0, 0.0)));
        // Beyond the whole map, the wheel scrolls the page.
        if zoom == Zoom::World && window.factor() <= 1.0 {
            return;
        }
        event.prevent_default();
        self.go_on(zoom);
    }

    /// A pointer went down.
    pub fn press(self, event: &ev::PointerEvent, at: Point) {
        if event.button() == 0 {
            self.gesture.update_value(|gesture| gesture.press(event.pointer_id(), at));
            self.grip.set_value(Some(self.window()));
        }
    }

    /// A pointer moved over the map, which is `node`. Whether it drags or pinches the map.
    pub fn drag(self, event: &ev::PointerEvent, node: &Element, at: Point) -> bool {
        let movement =
            self.gesture.try_update_value(|gesture| gesture.move_to(event.pointer_id(), at));
        let Some(movement) = movement.flatten() else { return false };
        if movement.is_first {
            // From here on the gesture goes on outside of the map, too.
            for id in self.gesture.with_value(Gesture::fingers) {
                _ = node.set_pointer_capture(id);
            }
        }
        let grip = self.grip.get_value().unwrap_or_else(|| self.window());
        // Nothing can be moved while all of the map is in sight.
        if grip.factor() * movement.ratio > 1.0 || grip.factor() > 1.0 {
            let shift = (movement.to.0 - movement.from.0, movement.to.1 - movement.from.1);
            self.go_on(zoom_of(grip.moved(movement.from, movement.ratio, shift)));
        }
        true
    }

    /// A pointer went up, or was taken away.
    pub fn release(self, event: &ev::PointerEvent) {
        self.gesture.update_value(|gesture| gesture.release(event.pointer_id()));
        self.grip.set_value(Some(self.window()));
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(self) -> bool {
        self.gesture.with_value(Gesture::ends_drag)
    }

    /// Acts on a key. Whether the map understands it.
    pub fn press_key(self, event: &ev::KeyboardEvent) -> bool {
        // With these keys, plus and minus zoom the whole page.
        if event.ctrl_key() || event.meta_key() {
            return false;
        }
        let nudge = |x: f64, y: f64| {
            let shift = (x * NUDGE, y * NUDGE);
            self.go_on(zoom_of(self.window().moved((0.0, 0.0), 1.0, shift)));
        };
        match (event.key().as_str(), event.shift_key()) {
            ("+" | "=", _) => self.zoom_in(),
            ("-" | "_", _) => self.zoom_out(),
            ("0", _) => self.set(Step::Push, Zoom::World),
            ("ArrowLeft", true) => nudge(1.0, 0.0),
            ("ArrowRight", true) => nudge(-1.0, 0.0),
            ("ArrowUp", true) => nudge(0.0, 1.0),
            ("ArrowDown", true) => nudge(0.0, -1.0),
            _ => return false,
        }
        true
    }
}
