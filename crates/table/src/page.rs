//! Pages of a long list.

use std::ops::Range;

use explorer_number::grouped;
use serde::{Deserialize, Serialize};

/// One page of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// What is on it.
    pub range: Range<usize>,
    /// The length of the list.
    all: usize,
}

impl Page {
    /// The page with that number, from 0, or the last one there is.
    pub fn new(number: usize, size: usize, all: usize) -> Self {
        let start = number.min(last(size, all)) * size;
        Self { range: start..(start + size).min(all), all }
    }

    /// `1–25 of 900`, of a list that is not empty.
    pub fn words(&self, all: u64) -> String {
        let number = |number: usize| grouped(number as u64);
        let Range { start, end } = self.range;
        format!("{}\u{2013}{} of {}", number(start + 1), number(end), grouped(all))
    }

    /// Whether no page comes before it.
    pub fn is_first(&self) -> bool {
        self.range.start == 0
    }

    /// Whether no page comes after it.
    pub fn is_last(&self) -> bool {
        self.range.end >= self.all
    }
}

/// The number of the last page.
pub fn last(size: usize, all: usize) -> usize {
    all.saturating_sub(1) / size.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_with_the_list() {
        let page = Page::new(1, 25, 60);
        assert_eq!((page.range.clone(), page.is_first(), page.is_last()), (25..50, false, false));
        assert_eq!(page.words(60), "26\u{2013}50 of 60");
        assert_eq!(Page::new(9, 25, 60).range, 50..60);
        assert!(Page::new(9, 25, 60).is_last());
        let none = Page::new(3, 25, 0);
        assert_eq!((none.range.clone(), none.is_first(), none.is_last()), (0..0, true, true));
    }
}
