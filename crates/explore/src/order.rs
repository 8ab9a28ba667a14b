//! Sorting by position. One function for every table and list: each further instance of the
//! standard library's sort would cost four kilobytes of the page's Wasm.

use std::cmp::Ordering;

/// How two positions compare. A trait of its own, as a `dyn Fn` also knows how to be called for the
/// last time: one more copy of every closure.
trait Compare {
    fn compare(&self, a: usize, b: usize) -> Ordering;
}

impl<F: Fn(usize, usize) -> Ordering> Compare for F {
    fn compare(&self, a: usize, b: usize) -> Ordering {
        self(a, b)
    }
}

/// The positions `0..len` in the order that `compare` gives; equal ones stay as they are.
pub fn order(len: usize, compare: &impl Fn(usize, usize) -> Ordering) -> Vec<usize> {
    sorted(len, compare)
}

fn sorted(len: usize, compare: &dyn Compare) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    positions.sort_by(|&a, &b| compare.compare(a, b));
    positions
}
