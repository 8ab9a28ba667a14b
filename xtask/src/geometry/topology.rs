//! Rings as sequences of arcs, so that what two countries share exists once.

use std::collections::{BTreeMap, BTreeSet};

use super::topojson::Point;

/// A stretch of coast or border.
pub struct Arc {
    /// Its points.
    pub points: Vec<Point>,
    /// Whether it is a whole ring by itself; the first point then is not repeated at the end.
    pub is_loop: bool,
}

/// An arc as part of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Position in the list of arcs.
    pub arc: usize,
    /// Whether the ring runs along it from its end to its start.
    pub backwards: bool,
}

/// All arcs, and the rings of each shape made of them.
pub struct Topology {
    /// The arcs.
    pub arcs: Vec<Arc>,
    /// For each shape its rings.
    pub shapes: Vec<Vec<Vec<Use>>>,
}

impl Topology {
    /// Splits rings where a border begins or ends: at points that have more than two neighbours.
    pub fn of<'a>(shapes: impl Iterator<Item = &'a [Vec<Point>]> + Clone) -> Self {
        let mut neighbours: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
        for ring in shapes.clone().flatten() {
            for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                neighbours.entry(*a).or_default().insert(*b);
                neighbours.entry(*b).or_default().insert(*a);
            }
        }
        let is_junction = |point: &Point| neighbours.get(point).is_some_and(|all| all.len() > 2);
        let mut topology = Self { arcs: Vec::new(), shapes: Vec::new() };
        let mut known = BTreeMap::new();
        for rings in shapes {
            let uses = rings.iter().map(|ring| {
                let pieces = split(ring, is_junction);
                pieces.into_iter().map(|arc| topology.intern(&mut known, arc)).collect()
            });
            let uses = uses.collect();
            topology.shapes.push(uses);
        }
        topology
    }

    /// The use of an arc that may be there already, in this direction or the other.
    fn intern(&mut self, known: &mut BTreeMap<Vec<Point>, usize>, arc: Arc) -> Use {
        let mut reversed = arc.points.clone();
        if arc.is_loop {
            // It begins at its least point either way.
            reversed[1..].reverse();
        } else {
            reversed.reverse();
        }
        if let Some(&arc) = known.get(&reversed) {
            return Use { arc, backwards: true };
        }
        let next = self.arcs.len();
        let index = *known.entry(arc.points.clone()).or_insert(next);
        if index == next {
            self.arcs.push(arc);
        }
        Use { arc: index, backwards: false }
    }
}

/// A ring between its junctions.
fn split(ring: &[Point], is_junction: impl Fn(&Point) -> bool) -> Vec<Arc> {
    let count = ring.len();
    let junctions: Vec<usize> = (0..count).filter(|&at| is_junction(&ring[at])).collect();
    let run = |from: usize, to: usize| (from..=to).map(|at| ring[at % count]).collect();
    match junctions.as_slice() {
        [] => {
            let least = (0..count).min_by_key(|&at| ring[at]).unwrap_or(0);
            vec![Arc { points: run(least, least + count - 1), is_loop: true }]
        }
        [first, ..] => {
            let ends = junctions.iter().copied().skip(1).chain([first + count]);
            let arcs = junctions.iter().zip(ends);
            arcs.map(|(from, to)| Arc { points: run(*from, to), is_loop: false }).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_an_arc() {
        let left = [vec![(0, 0), (2, 0), (3, 1), (2, 2), (0, 2)]];
        let right = [vec![(2, 0), (5, 0), (5, 2), (2, 2), (3, 1)]];
        let topology = Topology::of([&left[..], &right[..]].into_iter());
        assert_eq!(topology.arcs.len(), 3);
        let uses: Vec<Use> = topology.shapes.iter().flatten().flatten().copied().collect();
        let twice = |arc| uses.iter().filter(move |one| one.arc == arc).map(|one| one.backwards);
        let shared: Vec<Vec<bool>> = (0..3).map(|arc| twice(arc).collect()).collect();
        assert!(shared.contains(&vec![false, true]));
    }

    #[test]
    fn an_enclave_and_the_hole_for_it_are_one_arc() {
        let hole = vec![(3, 3), (3, 4), (4, 4)];
        let around = [vec![(0, 0), (9, 0), (9, 9)], hole.clone()];
        let inside = [hole.into_iter().rev().collect::<Vec<_>>()];
        let topology = Topology::of([&around[..], &inside[..]].into_iter());
        assert_eq!(topology.arcs.len(), 2);
        assert_eq!(topology.shapes[1], [[Use { arc: 1, backwards: true }]]);
    }
}
