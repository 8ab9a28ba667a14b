//! Sorting by position. One function for every table and list: each further instance of the
//! standard library's sort would cost four kilobytes of the page's Wasm.

use std::cmp::Ordering;

/// The positions `0..len` in the order that `compare` gives; equal ones stay as they are.
pub fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    positions.sort_by(|&a, &b| compare(a, b));
    positions
}
