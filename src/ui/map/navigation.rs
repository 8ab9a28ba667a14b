//! Zooming and panning: wheel, pinch, drag, keys and buttons all change the zoom of the view.

use std::cell::{Cell, RefCell};

use web_sys::{Element, KeyboardEvent, PointerEvent, WheelEvent};

use crate::ui::store::{Step, Store};
use crate::ui::timing;
use explorer_chart::Camera;
use explorer_view::places::Places;
use explorer_view::zoom::{Place, Zoom};

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
        let factor = factor.clamp(1.0, f64::from(explorer_view::zoom::CLOSEST) / 100.0);
        Self { size, camera: Camera::new(map, size, factor, middle), factor }
    }

    /// The zoom after enlarging around a point of the window and moving by CSS pixels.
    fn moved(self, store: Store, at: (f64, f64), ratio: f64, shift: (f64, f64)) -> Zoom {
        let world = &store.places.world;
        let map = (world.width, world.height);
        let factor =
            (self.factor * ratio).clamp(1.0, f64::from(explorer_view::zoom::CLOSEST) / 100.0);
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

/// A point of the map's window, in CSS pixels.
type Point = (f64, f64);

/// A finger or the mouse on the map.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    began: Point,
    now: Point,
}

/// Zooms and pans a map.
pub struct Navigation {
    store: Store,
    /// What is shown now.
    window: Cell<Window>,
    fingers: RefCell<Vec<Finger>>,
    /// What was shown when the gesture began.
    grip: Cell<Window>,
    dragged: Cell<bool>,
    last: Cell<f64>,
}

impl Navigation {
    /// Navigation of a map that is not shown yet.
    pub fn new(store: Store) -> Self {
        let window = Window::of(store, &Zoom::World, (0.0, 0.0));
        Self {
            store,
            window: Cell::new(window),
            fingers: RefCell::default(),
            grip: Cell::new(window),
            dragged: Cell::new(false),
            last: Cell::new(f64::NEG_INFINITY),
        }
    }

    /// The map is shown in this window now.
    pub fn shows(&self, window: Window) {
        self.window.set(window);
    }

    fn set(&self, step: Step, zoom: Zoom) {
        self.store.change(step, |state| state.zoom = zoom);
    }

    /// A change within a gesture: only its first one is a step in history.
    fn go_on(&self, zoom: Zoom) {
        let now = timing::now();
        let step = if now - self.last.get() > PAUSE { Step::Push } else { Step::Replace };
        self.last.set(now);
        self.set(step, zoom);
    }

    /// A press of a button: `closer`, `farther`, `world` or a region's id.
    pub fn act(&self, act: &str) {
        match act {
            "closer" => self.stride(STRIDE),
            "farther" => self.stride(1.0 / STRIDE),
            "world" => self.set(Step::Push, Zoom::World),
            region => self.set(Step::Push, Zoom::Region(region.to_owned())),
        }
    }

    /// Enlarges or reduces around the middle.
    fn stride(&self, ratio: f64) {
        let window = self.window.get();
        let middle = (window.size.0 / 2.0, window.size.1 / 2.0);
        self.set(Step::Push, window.moved(self.store, middle, ratio, (0.0, 0.0)));
    }

    /// The wheel was turned over a point.
    pub fn wheel(&self, event: &WheelEvent, at: (f64, f64)) {
        let window = self.window.get();
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
    pub fn press(&self, event: &PointerEvent, at: (f64, f64)) {
        if event.button() != 0 {
            return;
        }
        {
            let mut fingers = self.fingers.borrow_mut();
            if fingers.is_empty() {
                self.dragged.set(false);
            }
            fingers.retain(|finger| finger.id != event.pointer_id());
            fingers.push(Finger { id: event.pointer_id(), began: at, now: at });
        }
        self.grip_here();
    }

    /// The gesture goes on from what is shown now.
    fn grip_here(&self) {
        self.grip.set(self.window.get());
        for finger in self.fingers.borrow_mut().iter_mut() {
            finger.began = finger.now;
        }
    }

    /// A pointer moved. Whether it drags or pinches the map.
    pub fn pull(&self, event: &PointerEvent, area: &Element, at: (f64, f64)) -> bool {
        let Some((from, to, ratio)) = self.gesture(event.pointer_id(), at) else { return false };
        if !self.dragged.replace(true) {
            // From here on the gesture goes on outside of the map, too.
            for finger in self.fingers.borrow().iter() {
                _ = area.set_pointer_capture(finger.id);
            }
        }
        let grip = self.grip.get();
        // Nothing can be moved while all of the map is in sight.
        if grip.factor * ratio > 1.0 || grip.factor > 1.0 {
            self.go_on(grip.moved(self.store, from, ratio, (to.0 - from.0, to.1 - from.1)));
        }
        true
    }

    /// Notes where a finger is now: from where to where the middle of all of them has moved, and
    /// how far they have parted. `None` while that is no gesture yet.
    fn gesture(&self, id: i32, at: Point) -> Option<(Point, Point, f64)> {
        let mut fingers = self.fingers.borrow_mut();
        fingers.iter_mut().find(|finger| finger.id == id)?.now = at;
        let gap = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        let moving = fingers.iter().any(|finger| gap(finger.now, finger.began) >= THRESHOLD);
        if !moving && !self.dragged.get() {
            return None;
        }
        let middle = |of: fn(&Finger) -> (f64, f64)| {
            let sum = fingers.iter().map(of).fold((0.0, 0.0), |a, b| (a.0 + b.0, a.1 + b.1));
            (sum.0 / fingers.len() as f64, sum.1 / fingers.len() as f64)
        };
        let ratio = match fingers.as_slice() {
            [a, b] => gap(a.now, b.now).max(8.0) / gap(a.began, b.began).max(8.0),
            _ => 1.0,
        };
        Some((middle(|finger| finger.began), middle(|finger| finger.now), ratio))
    }

    /// A pointer went up, or was taken away.
    pub fn release(&self, event: &PointerEvent) {
        self.fingers.borrow_mut().retain(|finger| finger.id != event.pointer_id());
        self.grip_here();
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(&self) -> bool {
        self.dragged.get()
    }

    /// Whether the map understands a key; it has acted on it then.
    pub fn key(&self, event: &KeyboardEvent) -> bool {
        let nudge = |x: f64, y: f64| {
            let shift = (x * NUDGE, y * NUDGE);
            self.go_on(self.window.get().moved(self.store, (0.0, 0.0), 1.0, shift));
        };
        match (event.key().as_str(), event.shift_key()) {
            ("+" | "=", _) => self.act("closer"),
            ("-" | "_", _) => self.act("farther"),
            ("0", _) => self.act("world"),
            ("ArrowLeft", true) => nudge(1.0, 0.0),
            ("ArrowRight", true) => nudge(-1.0, 0.0),
            ("ArrowUp", true) => nudge(0.0, 1.0),
            ("ArrowDown", true) => nudge(0.0, -1.0),
            _ => return false,
        }
        event.prevent_default();
        true
    }
}
