//! The window that a map is drawn in: which part of the map it shows, and how that moves.

use super::camera::Camera;

/// A width and a height, or a point.
type Pair = (f64, f64);

/// What a window shows of a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapFocus {
    /// How many times larger than the whole map in the window.
    pub factor: f64,
    /// The middle of the window, as shares of the map's width and height.
    pub middle: (f64, f64),
}

impl MapFocus {
    /// All of the map.
    pub const WHOLE: Self = Self { factor: 1.0, middle: (0.5, 0.5) };
}

/// The window that a map is drawn in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapWindow {
    map: Pair,
    size: Pair,
    closest: f64,
    camera: Camera,
    factor: f64,
}

impl MapWindow {
    /// A window of a size in CSS pixels. `closest` is the largest factor.
    pub fn new(map: Pair, size: Pair, closest: f64, focus: MapFocus) -> Self {
        let factor = bounded(focus.factor, closest);
        let camera = Camera::new(map, size, factor, focus.middle);
        Self { map, size, closest, camera, factor }
    }

    /// A window that shows a stretch of the map, from its upper left to its lower right corner in
    /// the map's units.
    pub fn around(map: Pair, size: Pair, closest: f64, from: Pair, to: Pair) -> Self {
        let (factor, middle) = Camera::around(map, size, from, to);
        Self::new(map, size, closest, MapFocus { factor, middle })
    }

    /// The camera of the window.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// How many times larger the map is than the whole map in the window.
    pub fn factor(&self) -> f64 {
        self.factor
    }

    /// The middle of the window, in its own CSS pixels.
    pub fn middle(&self) -> (f64, f64) {
        (self.size.0 / 2.0, self.size.1 / 2.0)
    }

    /// What the window shows after it is enlarged by `ratio` around the point `at` of it and moved
    /// by `shift` CSS pixels. `None` stands for all of the map.
    pub fn moved(&self, at: Pair, ratio: f64, shift: Pair) -> Option<MapFocus> {
        let factor = bounded(self.factor * ratio, self.closest);
        if factor <= 1.0 {
            return None;
        }
        let middle = self.camera.moved(self.map, self.size, at, factor / self.factor, shift);
        // A camera stays on the map. The focus must not lie beyond the edge, or the next steps in
        // the other direction would move nothing.
        let camera = Camera::new(self.map, self.size, factor, middle);
        let (x, y) = camera.to_map(self.middle());
        let share = |at: f64, length: f64| at / length.max(1.0);
        Some(MapFocus { factor, middle: (share(x, self.map.0), share(y, self.map.1)) })
    }
}

fn bounded(factor: f64, closest: f64) -> f64 {
    // NaN is no factor: the map stays whole.
    if factor.is_finite() { factor.min(closest).max(1.0) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Pair = (8000.0, 4000.0);
    const SIZE: Pair = (1000.0, 500.0);

    fn window(factor: f64, middle: Pair) -> MapWindow {
        MapWindow::new(MAP, SIZE, 16.0, MapFocus { factor, middle })
    }

    #[test]
    fn a_window_is_not_closer_than_it_may_be() {
        assert_eq!(window(99.0, (0.5, 0.5)).factor(), 16.0);
        let closer = window(10.0, (0.5, 0.5)).moved((500.0, 250.0), 4.0, (0.0, 0.0));
        assert_eq!(closer.map(|focus| focus.factor), Some(16.0));
        assert_eq!(window(f64::NAN, (0.5, 0.5)).factor(), 1.0);
    }

    #[test]
    fn all_of_the_map_is_no_focus() {
        assert_eq!(window(2.0, (0.3, 0.5)).moved((0.0, 0.0), 0.25, (0.0, 0.0)), None);
        assert_eq!(window(1.0, (0.5, 0.5)).moved((0.0, 0.0), 1.0, (80.0, 0.0)), None);
    }

    #[test]
    fn a_focus_stays_on_the_map() {
        let far = window(2.0, (0.5, 0.5)).moved((0.0, 0.0), 1.0, (-9000.0, 0.0));
        let far = far.map_or((0.0, 0.0), |focus| focus.middle);
        assert!((far.0 - 0.75).abs() < 1e-9, "{far:?}");
        // One step back moves it at once.
        let back = window(2.0, far).moved((0.0, 0.0), 1.0, (80.0, 0.0));
        assert!(back.is_some_and(|back| back.middle.0 < 0.75), "{back:?}");
    }
}
