//! What fingers or the mouse do to a map between going down and going up: a drag, a pinch, or only a
//! press.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_becomes_a_drag_once_it_has_moved_far_enough() {
        let mut gesture = Gesture::default();
        gesture.press(1, (10.0, 10.0));
        assert_eq!(gesture.move_to(1, (12.0, 10.0)), None);
        let drag = Movement { from: (10.0, 10.0), to: (20.0, 10.0), ratio: 1.0, is_first: true };
        assert_eq!(gesture.move_to(1, (20.0, 10.0)), Some(drag));
        // A drag stays one, also where it began.
        let back = Movement { to: (10.0, 10.0), is_first: false, ..drag };
        assert_eq!(gesture.move_to(1, (10.0, 10.0)), Some(back));
        gesture.release(1);
        assert!(gesture.ends_drag());
        gesture.press(1, (10.0, 10.0));
        assert!(!gesture.ends_drag());
    }

    #[test]
    fn two_fingers_pinch() {
        let mut gesture = Gesture::default();
        gesture.press(1, (100.0, 100.0));
        gesture.press(2, (140.0, 100.0));
        assert_eq!(gesture.fingers(), [1, 2]);
        let pinch = gesture.move_to(2, (180.0, 100.0));
        let pinch = pinch.map(|movement| (movement.from, movement.to, movement.ratio));
        assert_eq!(pinch, Some(((120.0, 100.0), (140.0, 100.0), 2.0)));
        // What one finger does after the other has gone up begins anew.
        gesture.release(2);
        let drag = gesture.move_to(1, (100.0, 90.0));
        let drag = drag.map(|movement| (movement.from, movement.to, movement.ratio));
        assert_eq!(drag, Some(((100.0, 100.0), (100.0, 90.0), 1.0)));
    }

    #[test]
    fn a_pointer_that_is_not_down_does_nothing() {
        assert_eq!(Gesture::default().move_to(7, (90.0, 90.0)), None);
    }
}
