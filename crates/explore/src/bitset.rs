//! A set of row numbers, one bit per row.

use std::ops::Range;

/// A set of rows of a table with a fixed number of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BitSet {
    words: Vec<u64>,
    len: usize,
}

impl BitSet {
    /// No row of `len`.
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// All rows of `len`.
    pub fn all(len: usize) -> Self {
        let mut words = vec![u64::MAX; len.div_ceil(64)];
        if let (Some(last), rest @ 1..) = (words.last_mut(), len % 64) {
            *last = (1 << rest) - 1;
        }
        Self { words, len }
    }

    /// The rows below `len` for which `keep` holds.
    pub fn from_fn(len: usize, keep: impl Fn(usize) -> bool) -> Self {
        let mut set = Self::none(len);
        for row in (0..len).filter(|&row| keep(row)) {
            set.words[row / 64] |= 1 << (row % 64);
        }
        set
    }

    /// Keeps only rows that are also in `other`, a set over the same table.
    pub fn intersect(&mut self, other: &Self) {
        debug_assert_eq!(self.len, other.len);
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= theirs;
        }
    }

    /// Keeps only rows that are not in `other`, a set over the same table.
    pub fn subtract(&mut self, other: &Self) {
        debug_assert_eq!(self.len, other.len);
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= !theirs;
        }
    }

    /// Adds the rows of `other`, a set over the same table.
    pub fn unite(&mut self, other: &Self) {
        debug_assert_eq!(self.len, other.len);
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word |= theirs;
        }
    }

    /// Whether `row` is in the set.
    pub fn contains(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// Number of rows in the set.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// The rows, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.runs().flatten()
    }

    /// The rows as runs that lie side by side, ascending; each of at most 64 rows.
    pub fn runs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut begin = 0;
            std::iter::from_fn(move || {
                let rest = word.checked_shr(begin).filter(|rest| *rest != 0)?;
                let start = begin + rest.trailing_zeros();
                begin = start + (word >> start).trailing_ones();
                Some(at * 64 + start as usize..at * 64 + begin as usize)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_exactly_its_rows_at_every_word_boundary() {
        for len in [0, 1, 63, 64, 65, 128, 200] {
            assert_eq!(BitSet::all(len).iter().collect::<Vec<_>>(), (0..len).collect::<Vec<_>>());
            let thirds = BitSet::from_fn(len, |row| row % 3 == 0);
            assert_eq!(
                thirds.iter().collect::<Vec<_>>(),
                (0..len).filter(|row| row % 3 == 0).collect::<Vec<_>>()
            );
            assert_eq!(thirds.count() as usize, thirds.iter().count());
            let pairs = BitSet::from_fn(len, |row| row % 5 > 2);
            assert!(pairs.runs().all(|run| (1..=2).contains(&run.len())));
            assert!(pairs.iter().eq((0..len).filter(|row| row % 5 > 2)));
            let mut both = BitSet::from_fn(len, |row| row % 2 == 0);
            both.intersect(&thirds);
            assert!((0..len + 70).all(|row| both.contains(row) == (row < len && row % 6 == 0)));
            let (mut others, mut either) = (BitSet::all(len), both.clone());
            others.subtract(&both);
            assert!((0..len + 70).all(|row| others.contains(row) == (row < len && row % 6 != 0)));
            either.unite(&others);
            assert_eq!(either, BitSet::all(len));
        }
    }
}
