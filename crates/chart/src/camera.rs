//! Which part of the map a frame shows.

use super::mark::measured;

/// The way between the map's own units and a frame's CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// CSS pixels per unit of the map; never 0.
    scale: f64,
    /// Where the map's upper left corner lies in the frame, in CSS pixels.
    left: f64,
    top: f64,
}

/// Room that stays around what a camera is asked to show, as a share of it on each side.
const MARGIN: f64 = 0.06;

/// A width and a height, or a point.
type Pair = (f64, f64);

impl Camera {
    /// The camera that shows `middle` (shares of the map's width and height) in the middle of a
    /// frame, `factor` times as large as the whole map would be. The frame is kept on the map.
    pub fn new(map: Pair, frame: Pair, factor: f64, middle: Pair) -> Self {
        let factor = if factor.is_finite() { factor.max(1.0) } else { 1.0 };
        let scale = whole(map, frame) * factor;
        let edge = |length: f64, room: f64, share: f64| {
            let (drawn, room) = (length * scale, measured(room));
            if drawn <= room {
                (room - drawn) / 2.0
            } else {
                (room / 2.0 - drawn * measured(share).min(1.0)).clamp(room - drawn, 0.0)
            }
        };
        Self { scale, left: edge(map.0, frame.0, middle.0), top: edge(map.1, frame.1, middle.1) }
    }

    /// The factor and the middle that show a stretch of the map, from its upper left to its lower
    /// right corner in the map's units.
    pub fn around(map: Pair, frame: Pair, from: Pair, to: Pair) -> (f64, Pair) {
        let room = 1.0 - 2.0 * MARGIN;
        let fit = |frame: f64, a: f64, b: f64| measured(frame) * room / (b - a).abs().max(1.0);
        let scale = fit(frame.0, from.0, to.0).min(fit(frame.1, from.1, to.1));
        let share = |a: f64, b: f64, whole: f64| (a + b) / 2.0 / whole.max(1.0);
        let middle = (share(from.0, to.0, map.0), share(from.1, to.1, map.1));
        (scale / whole(map, frame), middle)
    }

    /// A point of the map in the frame, in CSS pixels.
    pub fn to_css(&self, (x, y): Pair) -> Pair {
        (self.left + x * self.scale, self.top + y * self.scale)
    }

    /// The point of the map under a point of the frame.
    pub fn to_map(&self, (x, y): Pair) -> Pair {
        ((x - self.left) / self.scale, (y - self.top) / self.scale)
    }

    /// The middle that brings the map's point under `at` to the same place of the frame when
    /// the factor changes by `ratio`, and moves it by `shift` CSS pixels. Shares of the map.
    pub fn moved(&self, map: Pair, frame: Pair, at: Pair, ratio: f64, shift: Pair) -> Pair {
        let (x, y) = self.to_map(at);
        let scale = self.scale * ratio;
        let middle = |point: f64, at: f64, frame: f64, shift: f64, length: f64| {
            (point + (frame / 2.0 - at - shift) / scale) / length.max(1.0)
        };
        (middle(x, at.0, frame.0, shift.0, map.0), middle(y, at.1, frame.1, shift.1, map.1))
    }

    /// CSS pixels per unit of the map.
    pub fn scale(&self) -> f64 {
        self.scale
    }
}

/// The scale at which the whole map fits into the frame.
fn whole(map: Pair, frame: Pair) -> f64 {
    let fit = |frame: f64, map: f64| measured(frame) / map.max(1.0);
    fit(frame.0, map.0).min(fit(frame.1, map.1)).max(1e-6)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Pair = (8000.0, 4000.0);
    const FRAME: Pair = (1000.0, 400.0);

    fn near(a: Pair, b: Pair) -> bool {
        (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6
    }

    #[test]
    fn the_whole_map_is_in_the_middle() {
        let camera = Camera::new(MAP, FRAME, 1.0, (0.1, 0.9));
        assert!(near(camera.to_css((0.0, 0.0)), (100.0, 0.0)));
        assert!(near(camera.to_css(MAP), (900.0, 400.0)));
        assert!(near(camera.to_map(camera.to_css((77.0, 5.0))), (77.0, 5.0)));
    }

    #[test]
    fn a_frame_stays_on_the_map() {
        for middle in [(0.0, 0.0), (1.0, 1.0), (f64::NAN, 7.0), (0.5, -3.0)] {
            let camera = Camera::new(MAP, FRAME, 4.0, middle);
            let (left, top) = camera.to_map((0.0, 0.0));
            let (right, bottom) = camera.to_map(FRAME);
            assert!(left >= -1e-6 && top >= -1e-6, "{middle:?}");
            assert!(right <= MAP.0 + 1e-6 && bottom <= MAP.1 + 1e-6, "{middle:?}");
        }
    }

    #[test]
    fn what_it_is_asked_to_show_is_in_sight() {
        let (from, to) = ((5000.0, 1800.0), (6200.0, 2500.0));
        let (factor, middle) = Camera::around(MAP, FRAME, from, to);
        let camera = Camera::new(MAP, FRAME, factor, middle);
        let (a, b) = (camera.to_css(from), camera.to_css(to));
        assert!(a.0 >= 0.0 && a.1 >= 0.0 && b.0 <= FRAME.0 && b.1 <= FRAME.1);
        assert!(b.0 - a.0 > 800.0 || b.1 - a.1 > 320.0, "and fills the frame one way");
    }

    #[test]
    fn the_point_under_the_pointer_stays_there() {
        let before = Camera::new(MAP, FRAME, 4.0, (0.5, 0.5));
        let at = (700.0, 120.0);
        let point = before.to_map(at);
        let middle = before.moved(MAP, FRAME, at, 2.0, (0.0, 0.0));
        assert!(near(Camera::new(MAP, FRAME, 8.0, middle).to_css(point), at));
        let middle = before.moved(MAP, FRAME, at, 1.0, (30.0, -10.0));
        assert!(near(Camera::new(MAP, FRAME, 4.0, middle).to_css(point), (730.0, 110.0)));
    }

    #[test]
    fn sizes_that_are_not_there_yet() {
        let camera = Camera::new(MAP, (0.0, f64::NAN), f64::NAN, (f64::NAN, 0.0));
        assert!(camera.scale() > 0.0 && camera.to_css((1.0, 1.0)).0.is_finite());
    }
}
