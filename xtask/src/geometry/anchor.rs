//! Where a circle or a label of an area goes: the point of it that is farthest from any edge.

use super::topojson::Point;

/// The point on the grid inside `ring` that is farthest from its edge and from every ring in `others`,
/// which may lie in it. `None` if no point on the grid is inside.
pub fn anchor(ring: &[Point], others: &[&[Point]]) -> Option<Point> {
    let xs = || ring.iter().map(|point| point.0);
    let ys = || ring.iter().map(|point| point.1);
    let (left, right) = (xs().min()?, xs().max()?);
    let (top, bottom) = (ys().min()?, ys().max()?);
    let room = |point: Point| {
        let free = is_inside(point, ring) && !others.iter().any(|other| is_inside(point, other));
        let rings = others.iter().copied().chain([ring]);
        free.then(|| rings.map(|ring| distance(point, ring)).fold(f64::INFINITY, f64::min))
            .filter(|room| *room > 0.0)
    };
    // A coarse look at the whole, then finer ones around the best point so far.
    let mut best: Option<(f64, Point)> = None;
    let (mut from, mut to) = ((left, top), (right, bottom));
    let mut step = ((right - left).max(bottom - top) / 64).max(1);
    loop {
        for y in (from.1..=to.1).step_by(step as usize) {
            for x in (from.0..=to.0).step_by(step as usize) {
                if let Some(room) = room((x, y))
                    && best.is_none_or(|(most, _)| room > most)
                {
                    best = Some((room, (x, y)));
                }
            }
        }
        if step == 1 {
            return best.map(|(_, point)| point);
        }
        if let Some((_, (x, y))) = best {
            from = (x - 2 * step, y - 2 * step);
            to = (x + 2 * step, y + 2 * step);
        }
        step = (step / 4).max(1);
    }
}

/// Whether a point is inside a ring, by the even-odd rule.
pub fn is_inside((x, y): Point, ring: &[Point]) -> bool {
    let mut inside = false;
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        if (a.1 > y) != (b.1 > y) {
            let run = i64::from(y - a.1) * i64::from(b.0 - a.0);
            let left_of = i64::from(x - a.0) * i64::from(b.1 - a.1) - run;
            if (left_of < 0) == (b.1 > a.1) {
                inside = !inside;
            }
        }
    }
    inside
}

/// The distance from a point to the nearest edge of a ring.
fn distance((x, y): Point, ring: &[Point]) -> f64 {
    let edges = ring.iter().zip(ring.iter().cycle().skip(1));
    let to_edge = |(a, b): (&Point, &Point)| {
        let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
        let (px, py) = (f64::from(x - a.0), f64::from(y - a.1));
        let length = dx * dx + dy * dy;
        let along = if length > 0.0 { ((px * dx + py * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
        (px - along * dx).hypot(py - along * dy)
    };
    edges.map(to_edge).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [Point; 4] = [(0, 0), (100, 0), (100, 100), (0, 100)];

    #[test]
    fn it_is_in_the_middle_and_not_in_an_enclave() {
        assert_eq!(anchor(&SQUARE, &[]), Some((50, 50)));
        let enclave = [(20, 20), (60, 20), (60, 60), (20, 60)];
        let point = anchor(&SQUARE, &[&enclave]);
        assert!(
            point.is_some_and(|point| is_inside(point, &SQUARE) && !is_inside(point, &enclave))
        );
    }

    #[test]
    fn what_holds_no_point_of_the_grid_has_none() {
        assert_eq!(anchor(&[(0, 0), (1, 0), (0, 1)], &[]), None);
        assert_eq!(anchor(&[(0, 0), (2, 0), (2, 2), (0, 2)], &[]), Some((1, 1)));
    }
}
