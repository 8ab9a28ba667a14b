//! Sorting by position. One function for every table and list: each further instance of the
//! standard library's sort would cost four kilobytes of Wasm.

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

/// These items in the order that `compare` gives; equal ones stay as they are.
pub fn ordered<T>(items: Vec<T>, compare: &impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let positions = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    positions.into_iter().filter_map(|position| items[position].take()).collect()
}

fn sorted(len: usize, compare: &dyn Compare) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    positions.sort_by(|&a, &b| compare.compare(a, b));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_as_they_are() {
        let words = vec!["pear", "fig", "plum", "kiwi", "date", "lime", "nut"];
        let by_length = |a: &&str, b: &&str| a.len().cmp(&b.len());
        let mut expected = words.clone();
        expected.sort_by(by_length);
        assert_eq!(ordered(words, &by_length), expected);
        assert!(ordered(Vec::<u8>::new(), &u8::cmp).is_empty());
        assert_eq!(order(3, &|a, b| b.cmp(&a)), [2, 1, 0]);
    }
}
