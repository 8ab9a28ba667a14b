//! A closed line around land.

/// A point on the grid of the map: the origin is the upper left corner, and y grows downward.
pub type Point = (i32, i32);

/// A rectangle, edges included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The smallest x.
    pub left: i32,
    /// The smallest y.
    pub top: i32,
    /// The largest x.
    pub right: i32,
    /// The largest y.
    pub bottom: i32,
}

impl Bounds {
    /// The rectangle that is one point.
    pub fn at((x, y): Point) -> Self {
        Self { left: x, top: y, right: x, bottom: y }
    }

    /// The smallest rectangle around this one and a point.
    pub fn with(self, (x, y): Point) -> Self {
        Self {
            left: self.left.min(x),
            top: self.top.min(y),
            right: self.right.max(x),
            bottom: self.bottom.max(y),
        }
    }

    /// The smallest rectangle around this one and another.
    pub fn around(self, other: Self) -> Self {
        self.with((other.left, other.top)).with((other.right, other.bottom))
    }

    /// Whether it and another have a point in common.
    pub fn meets(self, other: Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// Whether a point lies in it.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= f64::from(self.left)
            && x <= f64::from(self.right)
            && y >= f64::from(self.top)
            && y <= f64::from(self.bottom)
    }
}

/// A closed line around land.
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    /// Its points, at least three. The line goes on from the last one to the first.
    pub points: Vec<Point>,
    /// The rectangle around it.
    pub bounds: Bounds,
}

impl Ring {
    /// The line through points, if they are three or more.
    pub fn of(points: Vec<Point>) -> Option<Self> {
        let [first, _, _, ..] = points.as_slice() else { return None };
        let bounds = points.iter().fold(Bounds::at(*first), |all, point| all.with(*point));
        Some(Self { points, bounds })
    }

    /// Whether a point is inside. Of a point on the line it says either, but never both of two
    /// neighbours.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        if !self.bounds.contains(x, y) {
            return false;
        }
        let mut inside = false;
        let Some(mut before) = self.points.last() else { return false };
        for point in &self.points {
            let (ax, ay) = (f64::from(before.0), f64::from(before.1));
            let (bx, by) = (f64::from(point.0), f64::from(point.1));
            if (ay > y) != (by > y) {
                // Always the same way along an edge, so that neighbours compute the same.
                let ((ax, ay), (bx, by)) =
                    if ay < by { ((ax, ay), (bx, by)) } else { ((bx, by), (ax, ay)) };
                inside ^= x < ax + (y - ay) * (bx - ax) / (by - ay);
            }
            before = point;
        }
        inside
    }
}

/// The area that a line encloses once it is closed; negative if it runs clockwise as seen.
pub fn signed_area(points: &[Point]) -> f64 {
    let mut doubled: i64 = 0;
    let Some(mut before) = points.last() else { return 0.0 };
    for point in points {
        doubled +=
            i64::from(point.0) * i64::from(before.1) - i64::from(before.0) * i64::from(point.1);
        before = point;
    }
    doubled as f64 / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[Point]) -> Ring {
        let bounds = points.iter().fold(Bounds::at(points[0]), |bounds, point| bounds.with(*point));
        Ring { points: points.to_vec(), bounds }
    }

    #[test]
    fn a_bay_is_outside() {
        let ring = ring(&[(0, 0), (0, 10), (10, 10), (10, 0), (5, 8)]);
        assert!(ring.contains(1.0, 5.0));
        assert!(ring.contains(9.0, 5.0));
        assert!(!ring.contains(5.0, 5.0));
        assert!(!ring.contains(-1.0, 5.0));
        assert!(!ring.contains(f64::NAN, 5.0));
    }

    #[test]
    fn a_point_on_a_border_is_on_one_side() {
        let left = ring(&[(0, 0), (0, 10), (4, 10), (6, 0)]);
        let right = ring(&[(6, 0), (4, 10), (10, 10), (10, 0)]);
        for y in [0.0, 1.0, 2.5, 5.0, 9.75] {
            let x = 6.0 - y / 5.0;
            assert!(left.contains(x, y) != right.contains(x, y), "{y}");
        }
    }

    #[test]
    fn counterclockwise_as_seen_is_positive() {
        assert_eq!(signed_area(&[(0, 0), (0, 2), (3, 2), (3, 0)]), 6.0);
        assert_eq!(signed_area(&[(3, 0), (3, 2), (0, 2), (0, 0)]), -6.0);
        assert_eq!(signed_area(&[]), 0.0);
    }
}
