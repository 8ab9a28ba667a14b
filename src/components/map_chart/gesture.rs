//! What fingers or the mouse do to a map between going down and going up.

/// How far a pointer moves, in CSS pixels, before a press becomes a drag.
const THRESHOLD: f64 = 4.0;
/// Fingers that are nearer to each other than this, in CSS pixels, count as this far apart: a touch
/// screen cannot tell them apart reliably.
const LEAST_GAP: f64 = 8.0;

/// A point of the map's window, in CSS pixels.
type Point = (f64, f64);

/// A finger or the mouse on the map.
#[derive(Debug, Clone, Copy)]
struct Finger {
    id: i32,
    began: Point,
    now: Point,
}

/// How all fingers have moved since the gesture began.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movement {
    /// Where the middle between them was.
    pub from: Point,
    /// Where it is now.
    pub to: Point,
    /// How far they have parted.
    pub ratio: f64,
    /// Whether the press becomes a drag or a pinch with this movement.
    pub is_first: bool,
}

/// A drag or a pinch.
#[derive(Debug, Default)]
pub struct Gesture {
    fingers: Vec<Finger>,
    /// Whether the last press became a drag: the click that ends it means nothing.
    dragged: bool,
}

impl Gesture {
    /// A finger went down. The gesture goes on from here.
    pub fn press(&mut self, id: i32, at: Point) {
        if self.fingers.is_empty() {
            self.dragged = false;
        }
        self.fingers.retain(|finger| finger.id != id);
        self.fingers.push(Finger { id, began: at, now: at });
        self.begin_again();
    }

    /// A finger went up. The gesture of the others goes on from here.
    pub fn release(&mut self, id: i32) {
        self.fingers.retain(|finger| finger.id != id);
        self.begin_again();
    }

    fn begin_again(&mut self) {
        for finger in &mut self.fingers {
            finger.began = finger.now;
        }
    }

    /// A finger moved. `None` while that is no gesture yet.
    pub fn move_to(&mut self, id: i32, at: Point) -> Option<Movement> {
        self.fingers.iter_mut().find(|finger| finger.id == id)?.now = at;
        let gap = |a: Point, b: Point| (a.0 - b.0).hypot(a.1 - b.1);
        let moving = self.fingers.iter().any(|finger| gap(finger.now, finger.began) >= THRESHOLD);
        if !moving && !self.dragged {
            return None;
        }
        let is_first = !std::mem::replace(&mut self.dragged, true);
        let ratio = match self.fingers.as_slice() {
            [a, b] => gap(a.now, b.now).max(LEAST_GAP) / gap(a.began, b.began).max(LEAST_GAP),
            _ => 1.0,
        };
        let (from, to) = (self.middle(|finger| finger.began), self.middle(|finger| finger.now));
        Some(Movement { from, to, ratio, is_first })
    }

    fn middle(&self, point: impl Fn(&Finger) -> Point) -> Point {
        let sum = self.fingers.iter().map(point);
        let (x, y) = sum.fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
        let count = self.fingers.len().max(1) as f64;
        (x / count, y / count)
    }

    /// The fingers that are down.
    pub fn fingers(&self) -> Vec<i32> {
        self.fingers.iter().map(|finger| finger.id).collect()
    }

    /// Whether the click that arrives now only ends a drag.
    pub fn ends_drag(&self) -> bool {
        self.dragged
    }
}
