//! Leaves out the points that matter least (Visvalingam and Whyatt 1993).
//!
//! Points go in the order of the area of the triangle that each makes with its two neighbours. Arcs are
//! treated once, so neighbours keep the same border. All arcs are treated together, and a point stays
//! as long as another point lies in its triangle: so no line comes to cross another, nor does an
//! island come to lie inland.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::topojson::Point;
use super::topology::Arc;

/// Side of the squares in which points are looked up.
const CELL: i32 = 32;

/// How much less a sharp point counts than a blunt one: spikes go before bays.
const SHARPNESS: f64 = 0.5;

/// Leaves out points whose weight is below what `tolerance` gives for them.
pub fn simplify(arcs: &mut [Arc], tolerance: impl Fn(Point) -> f64) {
    let least = least_points(arcs);
    let mut lines = Lines::of(arcs);
    let mut queue = BinaryHeap::new();
    for node in 0..lines.nodes.len() {
        lines.enqueue(node, &tolerance, &mut queue);
    }
    while let Some(Reverse((_, node, version))) = queue.pop() {
        let Node { arc, version: current, .. } = lines.nodes[node];
        if version != current || lines.left[arc] <= least[arc] || lines.is_blocked(node) {
            continue;
        }
        for neighbour in lines.remove(node) {
            lines.enqueue(neighbour, &tolerance, &mut queue);
        }
    }
    lines.write_back(arcs);
}

/// How many points an arc must keep so that no ring collapses: three for a loop; one or two between its
/// ends where the straight line between them is nothing or is another arc.
fn least_points(arcs: &[Arc]) -> Vec<usize> {
    let ends = |arc: &Arc| {
        let (first, last) = (arc.points.first().copied(), arc.points.last().copied());
        if first < last { (first, last) } else { (last, first) }
    };
    let mut between = BTreeMap::new();
    for arc in arcs.iter().filter(|arc| !arc.is_loop) {
        *between.entry(ends(arc)).or_insert(0) += 1;
    }
    arcs.iter()
        .map(|arc| match ends(arc) {
            _ if arc.is_loop => 3,
            (first, last) if first == last => 4,
            both if between.get(&both).is_some_and(|count| *count > 1) => 3,
            _ => 2,
        })
        .collect()
}

/// A point and its place in its line.
#[derive(Clone, Copy)]
struct Node {
    point: Point,
    arc: usize,
    /// The point before it, if there is one.
    before: Option<usize>,
    /// The point after it, if there is one.
    after: Option<usize>,
    /// Counts the changes of its neighbours, so that what was queued before one is known to be old.
    version: u32,
    /// Whether it was taken out.
    gone: bool,
}

/// Weights are compared as integers, which have an order.
type Entry = Reverse<(u64, usize, u32)>;

struct Lines {
    nodes: Vec<Node>,
    /// Points left of each arc.
    left: Vec<usize>,
    /// The points that are still there, by the square they lie in.
    cells: BTreeMap<(i32, i32), Vec<usize>>,
}

impl Lines {
    fn of(arcs: &[Arc]) -> Self {
        let mut nodes = Vec::new();
        let mut cells: BTreeMap<(i32, i32), Vec<usize>> = BTreeMap::new();
        for (index, arc) in arcs.iter().enumerate() {
            let (start, count) = (nodes.len(), arc.points.len());
            for (at, point) in arc.points.iter().enumerate() {
                let neighbour = |offset: usize, inside: bool| {
                    (inside || arc.is_loop).then_some(start + (at + offset) % count.max(1))
                };
                cells.entry(cell(*point)).or_default().push(nodes.len());
                nodes.push(Node {
                    point: *point,
                    arc: index,
                    before: neighbour(count - 1, at > 0),
                    after: neighbour(1, at + 1 < count),
                    version: 0,
                    gone: false,
                });
            }
        }
        Self { nodes, left: arcs.iter().map(|arc| arc.points.len()).collect(), cells }
    }

    /// The triangle of a point, if it has neighbours on both sides.
    fn triangle(&self, node: usize) -> Option<[Point; 3]> {
        let Node { point, before, after, .. } = self.nodes[node];
        Some([self.nodes[before?].point, point, self.nodes[after?].point])
    }

    fn enqueue(
        &self,
        node: usize,
        tolerance: &impl Fn(Point) -> f64,
        queue: &mut BinaryHeap<Entry>,
    ) {
        let Some([a, b, c]) = self.triangle(node) else { return };
        let relative = weight(a, b, c) / tolerance(b);
        if relative < 1.0 {
            queue.push(Reverse(((relative * 1e12) as u64, node, self.nodes[node].version)));
        }
    }

    /// Whether another point lies in the triangle of this one, or on its new side.
    fn is_blocked(&self, node: usize) -> bool {
        let Some([a, b, c]) = self.triangle(node) else { return true };
        let (left, right) = (a.0.min(b.0).min(c.0), a.0.max(b.0).max(c.0));
        let (top, bottom) = (a.1.min(b.1).min(c.1), a.1.max(b.1).max(c.1));
        let (from, to) = (cell((left, top)), cell((right, bottom)));
        (from.0..=to.0).any(|column| {
            (from.1..=to.1).filter_map(|row| self.cells.get(&(column, row))).flatten().any(
                |other| {
                    let point = self.nodes[*other].point;
                    let near =
                        (left..=right).contains(&point.0) && (top..=bottom).contains(&point.1);
                    near && ![a, b, c].contains(&point) && is_in_triangle(point, a, b, c)
                },
            )
        })
    }

    /// Takes a point out and gives its neighbours, whose triangles have changed.
    fn remove(&mut self, node: usize) -> Vec<usize> {
        let Node { point, arc, before, after, .. } = self.nodes[node];
        if let Some(members) = self.cells.get_mut(&cell(point)) {
            members.retain(|member| *member != node);
        }
        self.left[arc] -= 1;
        self.nodes[node].version += 1;
        self.nodes[node].gone = true;
        if let (Some(before), Some(after)) = (before, after) {
            self.nodes[before].after = Some(after);
            self.nodes[after].before = Some(before);
        }
        let neighbours: Vec<usize> = before.into_iter().chain(after).collect();
        for &neighbour in &neighbours {
            self.nodes[neighbour].version += 1;
        }
        neighbours
    }

    fn write_back(&self, arcs: &mut [Arc]) {
        let mut at = 0;
        for arc in arcs {
            let nodes = &self.nodes[at..at + arc.points.len()];
            at += arc.points.len();
            arc.points = nodes.iter().filter(|node| !node.gone).map(|node| node.point).collect();
        }
    }
}

fn cell((x, y): Point) -> (i32, i32) {
    (x.div_euclid(CELL), y.div_euclid(CELL))
}

/// Twice the area of a triangle, with a sign for its direction.
fn cross(a: Point, b: Point, c: Point) -> i64 {
    i64::from(b.0 - a.0) * i64::from(c.1 - a.1) - i64::from(b.1 - a.1) * i64::from(c.0 - a.0)
}

fn is_in_triangle(point: Point, a: Point, b: Point, c: Point) -> bool {
    let sides = [cross(a, b, point), cross(b, c, point), cross(c, a, point)];
    sides.iter().all(|side| *side >= 0) || sides.iter().all(|side| *side <= 0)
}

/// How much a point matters.
fn weight(a: Point, b: Point, c: Point) -> f64 {
    let area = cross(a, b, c).unsigned_abs() as f64 / 2.0;
    let (ux, uy) = (f64::from(a.0 - b.0), f64::from(a.1 - b.1));
    let (vx, vy) = (f64::from(c.0 - b.0), f64::from(c.1 - b.1));
    let lengths = ux.hypot(uy) * vx.hypot(vy);
    let cosine = if lengths > 0.0 { (ux * vx + uy * vy) / lengths } else { 1.0 };
    area * (1.0 - SHARPNESS * cosine)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simplified(points: &[Point], is_loop: bool, tolerance: f64) -> Vec<Point> {
        let mut arcs = [Arc { points: points.to_vec(), is_loop }];
        simplify(&mut arcs, |_| tolerance);
        std::mem::take(&mut arcs[0].points)
    }

    #[test]
    fn ends_and_large_triangles_stay() {
        let line = [(0, 0), (10, 1), (20, 0), (30, 40), (40, 0)];
        assert_eq!(simplified(&line, false, 50.0), [(0, 0), (20, 0), (30, 40), (40, 0)]);
        assert_eq!(simplified(&line, false, 1e9), [(0, 0), (40, 0)]);
    }

    #[test]
    fn a_loop_keeps_a_triangle() {
        let square = [(0, 0), (10, 0), (10, 10), (0, 10)];
        assert_eq!(simplified(&square, true, 1e9).len(), 3);
    }

    #[test]
    fn an_island_stays_in_the_sea() {
        let bay = Arc { points: vec![(0, 0), (10, 10), (20, 0)], is_loop: false };
        let island = Arc { points: vec![(9, 2), (11, 2), (10, 4)], is_loop: true };
        let mut arcs = [bay, island];
        simplify(&mut arcs, |_| 1e9);
        assert_eq!(arcs[0].points.len(), 3);
    }

    #[test]
    fn two_arcs_between_the_same_ends_do_not_collapse() {
        let arc = |points: [Point; 3]| Arc { points: points.to_vec(), is_loop: false };
        let mut arcs = [arc([(0, 0), (5, 3), (10, 0)]), arc([(10, 0), (5, -3), (0, 0)])];
        simplify(&mut arcs, |_| 1e9);
        assert!(arcs.iter().all(|arc| arc.points.len() == 3));
    }
}
