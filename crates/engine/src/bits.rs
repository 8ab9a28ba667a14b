//! A set of rows, one bit each.

/// Rows per word.
pub const WORD: usize = 64;

/// A set of the rows of a table, whose number is fixed. Bits beyond the last row are never set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No row of `len`.
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(WORD)] }
    }

    /// The rows of `range`, which has to lie within `len`.
    pub fn range(len: usize, range: std::ops::Range<usize>) -> Self {
        let mut bits = Self::none(len);
        bits.add(range.start.min(len)..range.end.min(len));
        bits
    }

    /// Takes in the rows of `range`, which has to lie within the table.
    pub fn add(&mut self, range: std::ops::Range<usize>) {
        if range.start >= range.end {
            return;
        }
        let (first, last) = (range.start / WORD, (range.end - 1) / WORD);
        let head = u64::MAX << (range.start % WORD);
        let tail = u64::MAX >> (WORD - 1 - (range.end - 1) % WORD);
        if first == last {
            self.words[first] |= head & tail;
        } else {
            self.words[first] |= head;
            self.words[first + 1..last].fill(u64::MAX);
            self.words[last] |= tail;
        }
    }

    /// The rows below `len` for which `keep` holds.
    pub fn from_fn(len: usize, keep: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::none(len);
        for (at, word) in bits.words.iter_mut().enumerate() {
            let rows = at * WORD..(at * WORD + WORD).min(len);
            *word = rows.rev().fold(0, |word, row| word << 1 | u64::from(keep(row)));
        }
        bits
    }

    /// The words, lowest row first.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The words, to be written.
    pub fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Keeps only rows that are also in `other`, a set over the same table.
    pub fn intersect(&mut self, other: &Self) {
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= theirs;
        }
    }

    /// Takes the rows of `other` out, a set over the same table.
    pub fn remove(&mut self, other: &Self) {
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word &= !theirs;
        }
    }

    /// Takes in the rows of `other`, a set over the same table.
    pub fn unite(&mut self, other: &Self) {
        for (word, theirs) in self.words.iter_mut().zip(&other.words) {
            *word |= theirs;
        }
    }

    /// How many of the rows in `range` are in the set.
    pub fn count(&self, range: std::ops::Range<usize>) -> u32 {
        let (start, end) = (range.start, range.end.min(self.words.len() * WORD));
        if start >= end {
            return 0;
        }
        let (first, last) = (start / WORD, (end - 1) / WORD);
        let head = u64::MAX << (start % WORD);
        let tail = u64::MAX >> (WORD - 1 - (end - 1) % WORD);
        if first == last {
            return (self.words[first] & head & tail).count_ones();
        }
        let between: u32 = self.words[first + 1..last].iter().map(|word| word.count_ones()).sum();
        (self.words[first] & head).count_ones() + between + (self.words[last] & tail).count_ones()
    }

    /// The rows, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)))
                .take_while(|&rest| rest != 0)
                .map(move |rest| at * WORD + rest.trailing_zeros() as usize)
        })
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_and_count_exactly_their_rows_at_every_word_boundary() {
        for len in [1, 63, 64, 65, 128, 200] {
            for start in [0, 1, 63, 64, 100] {
                for end in [0, 1, 63, 64, 65, 127, 128, 199, 200] {
                    let end = end.min(len);
                    let bits = Bits::range(len, start..end);
                    assert_eq!(bits, Bits::from_fn(len, |row| (start..end).contains(&row)));
                    assert_eq!(bits.iter().collect::<Vec<_>>(), (start..end).collect::<Vec<_>>());
                    let thirds = Bits::from_fn(len, |row| row % 3 == 0);
                    let expected = (start..end).filter(|row| row % 3 == 0).count();
                    assert_eq!(thirds.count(start..end) as usize, expected);
                }
            }
        }
    }
}
