//! Zooming and panning: wheel, pinch, drag, keys and buttons all change the zoom of the view.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::chart::Camera;
use crate::ui::store::{Step, Store};
use crate::ui::timing;
use crate::view::places::Places;
use crate::view::zoom::{Place, Zoom};

/// How far a pointer moves, in CSS pixels, before a press becomes a drag.
const THRESHOLD: f64 = 4.0;
/// What a press of a button or a key enlarges by.
const STRIDE: f64 = 1.6;
/// Wheel and drag that follow each other within this time are one step in history, in ms.
const PAUSE: f64 = 700.0;
/// How far an arrow key with Shift moves the map, in CSS pixels.
const NUDGE: f64 = 80.0;

/// The window that the map is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Its size in CSS pixels.
    pub size: (f64, f64),
    /// What it shows.
    pub camera: Camera,
    /// How much larger than the whole map.
    pub factor: f64,
}

impl Window {
    /// What a zoom shows in a window of a size.
    pub fn of(store: Store, zoom: &Zoom, size: (f64, f64)) -> Self {
        let Places { world, .. } = store.places;
        let map = (world.width, world.height);
        let (factor, middle) = match zoom {
            Zoom::World => (1.0, (0.5, 0.5)),
            Zoom::Place(place) => (place.factor(), place.middle()),
            Zoom::Region(region) => {
                let bounds = store.places.region(store.explorer, region);
                bounds.map_or((1.0, (0.5, 0.5)), |bounds| {
                    let corner = |x: i32, y: i32| (f64::from(x), f64::from(y));
                    Camera::around(
                        map,
                        size,
                        corner(bounds.left, bounds.top),
                        corner(bounds.right, bounds.bottom),
                    )
                })
            }
        };
        let factor = factor.clamp(1.0, f64::from(crate::view::zoom::CLOSEST) / 100.0);
        Self { size, camera: Camera::new(map, size, factor, middle), factor }
    }

    /// The zoom after enlarging around a point of the window and moving by CSS pixels.
    fn moved(self, store: Store, at: (f64, f64), ratio: f64, shift: (f64, f64)) -> Zoom {
        let world = &store.places.world;
        let map = (world.width, world.height);
        let factor =
            (self.factor * ratio).clamp(1.0, f64::from(crate::view::zoom::CLOSEST) / 100.0);
        if factor <= 1.0 {
            return Zoom::World;
        }
        let middle = self.camera.moved(map, self.size, at, factor / self.factor, shift);
        // What cannot be shown, because it is beyond the map's edge, is not kept.
        let kept = Camera::new(map, self.size, factor, middle);
        let (x, y) = kept.to_map((self.size.0 / 2.0, self.size.1 / 2.0));
        Zoom::Place(Place::new(factor, x / map.0, y / map.1))
    }
}

/// A finger or the mouse on the map.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    began: (f64, f64),
    now: (f64, f64),
}

/// Zooms and pans a map.
#[derive(Clone, Copy)]
pub struct Navigation {
    store: Store,
    window: Memo<Window>,
    fingers: StoredValue<Vec<Finger>>,
    /// The window when the gesture began.
    grip: StoredValue<Option<Window>>,
    dragged: StoredValue<bool>,
    last: StoredValue<f64>,
}

impl Navigation {
    /// Navigation of the map in that window.
    pub fn new(store: Store, window: Memo<Window>) -> Self {
        Self {
            store,
            window,
            fingers: StoredValue::new(Vec::new()),
            grip: StoredValue::new(None),
            dragged: StoredValue::new(false),
            last: StoredValue::new(f64::NEG_INFINITY),
        }
    }

    fn set(self, step: Step, zoom: Zoom) {
        self.store.change(step, |state| state.zoom = zoom);
    }

    /// A change within a gesture: only its first one is a step in history.
    fn go_on(self, zoom: Zoom) {
        let now = timing::now();
        let step = if now - self.last.get_value() > PAUSE { Step::Push } else { Step::Replace };
        self.last.set_value(now);
        self.set(step, zoom);
    }

    /// Enlarges or reduces around the middle: a button or a key.
    pub fn stride(self, closer: bool) {
        let window = self.window.get_untracked();
        let middle = (window.size.0 / 2.0, window.size.1 / 2.0);
        let ratio = if closer { STRIDE } else { 1.0 / STRIDE };
        self.set(Step::Push, window.moved(self.store, middle, ratio, (0.0, 0.0)));
    }

    /// Shows all of the map.
    pub fn reset(self) {
        self.set(Step::Push, Zoom::World);
    }

    /// The wheel was turned over a point.
    pub fn wheel(self, event: &ev::WheelEvent, at: (f64, f64)) {
        let window = self.window.get_untracked();
        // Lines and pages instead of pixels.
        let unit = [1.0, 16.0, 160.0].get(event.delta_mode() as usize).copied().unwrap_or(1.0);
        // A pinch on a trackpad comes as a wheel with the control key, and in small steps.
        let strength = if event.ctrl_key() { 0.01 } else { 0.0016 };
        let ratio = (-event.delta_y() * unit * strength).clamp(-0.7, 0.7).exp();
        let zoom = window.moved(self.store, at, ratio, (0.0, 0.0));
        // Beyond the whole map, the wheel scrolls the page.
        if zoom == Zoom::World && window.factor <= 1.0 {
            return;
        }
        event.prevent_default();
        self.go_on(zoom);
    }

    /// A pointer went down.
    pub fn press(self, event: &ev::PointerEvent, at: (f64, f64)) {
        if event.button() != 0 {
            return;
        }
        self.fingers.update_value(|fingers| {
            if fingers.is_empty() {
                self.dragged.set_value(false);
            }
            fingers.retain(|finger| finger.id != event.pointer_id());
            fingers.push(Finger { id: event.pointer_id(), began: at, now: at });
        });
        self.grip_here();
    }

    /// The gesture goes on from what is shown now.
    fn grip_here(self) {
        self.grip.set_value(Some(self.window.get_untracked()));
        self.fingers.update_value(|fingers| {
            for finger in fingers {
                finger.began = finger.now;
            }
        });
    }

    /// A pointer moved. Whether it drags or pinches the map.
    pub fn pull(self, event: &ev::PointerEvent, layer: NodeRef<html::Div>, at: (f64, f64)) -> bool {
        let held = self.fingers.try_update_value(|fingers| {
            let finger = fingers.iter_mut().find(|finger| finger.id == event.pointer_id());
            finger.map(|finger| finger.now = at).is_some()
        });
        let (Some(true), Some(grip)) = (held, self.grip.get_value()) else { return false };
        let fingers = self.fingers.get_value();
        let away =
            |finger: &Finger| (finger.now.0 - finger.began.0).hypot(finger.now.1 - finger.began.1);
        if !self.dragged.get_value() {
            if fingers.iter().all(|finger| away(finger) < THRESHOLD) {
                return false;
            }
            self.dragged.set_value(true);
            // From here on the gesture goes on outside of the map, too.
            if let Some(layer) = layer.get_untracked() {
                let layer = layer.unchecked_ref::<web_sys::Element>();
                fingers.iter().for_each(|finger| _ = layer.set_pointer_capture(finger.id));
            }
        }
        let middle = |of: fn(&Finger) -> (f64, f64)| {
            let sum = fingers.iter().map(of).fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
            (sum.0 / fingers.len() as f64, sum.1 / fingers.len() as f64)
        };
        let (from, to) = (middle(|finger| finger.began), middle(|finger| finger.now));
        let ratio = match fingers.as_slice() {
            [a, b] => {
                let gap = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1).max(8.0);
                gap(a.now, b.now) / gap(a.began, b.began)
            }
            _ => 1.0,
        };
        // Nothing can be moved while all of the map is in sight.
        if grip.factor * ratio > 1.0 || grip.factor > 1.0 {
            self.go_on(grip.moved(self.store, from, ratio, (to.0 - from.0, to.1 - from.1)));
        }
        true
    }

    /// A pointer went up, or was taken away.
    pub fn release(self, event: &ev::PointerEvent) {
        self.fingers.update_value(|fingers| fingers.retain(|f| f.id != event.pointer_id()));
        self.grip_here();
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(self) -> bool {
        self.dragged.get_value()
    }

    /// A key that the map understands.
    pub fn key(self, event: &ev::KeyboardEvent) {
        let nudge = |x: f64, y: f64| {
            let window = self.window.get_untracked();
            let shift = (x * NUDGE, y * NUDGE);
            self.go_on(window.moved(self.store, (0.0, 0.0), 1.0, shift));
        };
        match (event.key().as_str(), event.shift_key()) {
            ("+" | "=", _) => self.stride(true),
            ("-" | "_", _) => self.stride(false),
            ("0", _) => self.reset(),
            ("ArrowLeft", true) => nudge(1.0, 0.0),
            ("ArrowRight", true) => nudge(-1.0, 0.0),
            ("ArrowUp", true) => nudge(0.0, 1.0),
            ("ArrowDown", true) => nudge(0.0, -1.0),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}
