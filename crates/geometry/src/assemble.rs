//! Puts the arcs of a topology together: rings of areas, and borders between them.

use explorer_order::ordered;

use crate::ring::{Point, Ring, signed_area};
use crate::topology::Polygon;

/// The arcs, and which areas they bound.
pub struct Arcs {
    arcs: Vec<Arc>,
}

/// An arc and the areas on its two sides.
pub struct Arc {
    /// Its positions on the map.
    pub line: Vec<Point>,
    /// The area that was put together first.
    pub first: Option<usize>,
    /// The area on the other side. An arc that has none is a coast.
    pub second: Option<usize>,
}

impl Arcs {
    /// Arcs that bound nothing yet.
    pub fn new(lines: Vec<Vec<Point>>) -> Self {
        let arc = |line| Arc { line, first: None, second: None };
        Self { arcs: lines.into_iter().map(arc).collect() }
    }

    /// The outlines of an area, the largest first. What has no extent on the grid is left out. A hole of a
    /// polygon is not cut out: it only says that the area has a border there.
    pub fn outlines(
        &mut self,
        area: usize,
        polygons: &[Polygon],
    ) -> Result<Vec<Ring>, &'static str> {
        let mut outlines: Vec<(f64, Ring)> = Vec::new();
        for polygon in polygons {
            for (position, ring) in polygon.iter().enumerate() {
                self.bound(area, ring)?;
                let mut points = self.points(ring)?;
                let size = signed_area(&points);
                if position > 0 || size == 0.0 {
                    continue;
                }
                // Counterclockwise as seen.
                if size < 0.0 {
                    points.reverse();
                }
                outlines.extend(Ring::of(points).map(|ring| (size.abs(), ring)));
            }
        }
        let outlines = ordered(outlines, &|a, b| b.0.total_cmp(&a.0));
        Ok(outlines.into_iter().map(|(_, ring)| ring).collect())
    }

    /// Notes that a ring bounds an area.
    fn bound(&mut self, area: usize, ring: &[i32]) -> Result<(), &'static str> {
        for position in ring {
            let arc = index(*position).and_then(|index| self.arcs.get_mut(index));
            arc.ok_or(NO_ARC)?.bound(area)?;
        }
        Ok(())
    }

    /// The positions of a ring; the last one is not the first one again.
    pub fn points(&self, ring: &[i32]) -> Result<Vec<Point>, &'static str> {
        let mut points: Vec<Point> = Vec::new();
        for position in ring {
            let backwards = *position < 0;
            let arc = index(*position).and_then(|index| self.arcs.get(index)).ok_or(NO_ARC)?;
            let start = if backwards { arc.line.last() } else { arc.line.first() };
            if points.last().is_some_and(|end| Some(end) != start) {
                return Err("an arc does not begin where the one before it ends");
            }
            if backwards {
                points.extend(arc.line.iter().rev());
            } else {
                points.extend(&arc.line);
            }
        }
        if points.first() != points.last() {
            return Err("a ring does not end where it begins");
        }
        // Where an arc ends the next one begins, and the first one where the last one ends.
        points.dedup();
        points.pop();
        Ok(points)
    }

    /// The arcs.
    pub fn into_inner(self) -> Vec<Arc> {
        self.arcs
    }
}

const NO_ARC: &str = "a ring has an arc that is not there";

/// Which arc a position means; the complement of one means the arc in the other direction.
fn index(position: i32) -> Option<usize> {
    usize::try_from(if position < 0 { !position } else { position }).ok()
}

impl Arc {
    /// Notes that an area has the arc in its outline.
    fn bound(&mut self, area: usize) -> Result<(), &'static str> {
        match (self.first, self.second) {
            (None, _) => self.first = Some(area),
            (first, second) if first == Some(area) || second == Some(area) => {}
            (_, None) => self.second = Some(area),
            _ => return Err("three areas share a border"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ring::Bounds;

    /// The left, upper and lower side of a square, its right side, and the other sides of the square to the
    /// right of it.
    fn squares() -> Arcs {
        Arcs::new(vec![
            vec![(12, 5), (5, 5), (5, 12), (12, 12)],
            vec![(12, 12), (12, 5)],
            vec![(12, 12), (20, 12), (20, 5), (12, 5)],
        ])
    }

    #[test]
    fn neighbours_share_an_arc() -> Result<(), &'static str> {
        let mut arcs = squares();
        let left = arcs.outlines(0, &[vec![vec![0, 1]]])?;
        assert_eq!(left[0].points, [(12, 5), (5, 5), (5, 12), (12, 12)]);
        let right = arcs.outlines(1, &[vec![vec![!2, 1]]])?;
        assert_eq!(right[0].bounds, Bounds { left: 12, top: 5, right: 20, bottom: 12 });
        assert!(signed_area(&right[0].points) > 0.0, "counterclockwise, whatever the file has");
        let sides: Vec<_> = arcs.into_inner().iter().map(|arc| (arc.first, arc.second)).collect();
        assert_eq!(sides, [(Some(0), None), (Some(0), Some(1)), (Some(1), None)]);
        Ok(())
    }

    #[test]
    fn a_hole_is_a_border_and_no_outline() -> Result<(), &'static str> {
        let mut arcs = Arcs::new(vec![
            vec![(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)],
            vec![(3, 3), (6, 3), (6, 6), (3, 3)],
        ]);
        assert_eq!(arcs.outlines(0, &[vec![vec![0], vec![1]]])?.len(), 1);
        assert_eq!(arcs.outlines(1, &[vec![vec![!1]]])?.len(), 1);
        assert_eq!(arcs.into_inner()[1].second, Some(1));
        Ok(())
    }

    #[test]
    fn what_has_no_extent_is_left_out() -> Result<(), &'static str> {
        let mut arcs = Arcs::new(vec![vec![(3, 3)], vec![(1, 1), (2, 2), (1, 1)], vec![]]);
        for arc in 0..3 {
            assert_eq!(arcs.outlines(0, &[vec![vec![arc]]])?.len(), 0);
        }
        assert_eq!(arcs.outlines(0, &[vec![], vec![vec![]]])?.len(), 0);
        Ok(())
    }

    #[test]
    fn what_makes_no_ring_is_refused() {
        for (ring, why) in [
            (vec![3], "not there"),
            (vec![!3], "not there"),
            (vec![i32::MIN], "not there"),
            (vec![0], "does not end"),
            (vec![0, 2, 1], "does not begin"),
        ] {
            let problem = squares().outlines(0, &[vec![ring.clone()]]).err();
            assert!(problem.is_some_and(|problem| problem.contains(why)), "{ring:?}: {problem:?}");
        }
        let mut arcs = squares();
        let problems = [0, 1, 2].map(|area| arcs.outlines(area, &[vec![vec![0, 1]]]).err());
        assert_eq!(problems, [None, None, Some("three areas share a border")]);
    }
}
