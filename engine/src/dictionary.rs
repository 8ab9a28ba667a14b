//! The distinct values of a category, in order of first appearance; a value's code is its position.

/// Distinct texts, one after the other in one string.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    text: String,
    /// Where each value ends in `text`.
    ends: Vec<u32>,
    /// Hash table with open addressing: 0 is free, otherwise a code plus one. Its length is a power
    /// of two and at least twice the number of values.
    slots: Vec<u32>,
    /// The last value that was asked for: cells of a file often repeat the one above.
    last: u32,
}

impl Dictionary {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The value with a code; empty where there is none.
    pub fn value(&self, code: usize) -> &str {
        let Some(&end) = self.ends.get(code) else { return "" };
        let start = code.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..end as usize]
    }

    /// All values in order of their codes.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|code| self.value(code))
    }

    /// The code of a value.
    pub fn code(&self, value: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.find(value)].checked_sub(1)
    }

    /// The code of a value, which is added if it is new; `None` when all are taken.
    pub fn add(&mut self, value: &str) -> Option<u32> {
        if self.ends.get(self.last as usize).is_some()
            && self.value(self.last as usize).as_bytes() == value.as_bytes()
        {
            return Some(self.last);
        }
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let slot = self.find(value);
        let code = match self.slots[slot].checked_sub(1) {
            Some(code) => code,
            None => {
                // Codes end below the one that stands for none.
                let code = u32::try_from(self.len()).ok().filter(|&code| code < u32::MAX - 1)?;
                let end = u32::try_from(self.text.len() + value.len()).ok()?;
                self.text.push_str(value);
                self.ends.push(end);
                self.slots[slot] = code + 1;
                code
            }
        };
        self.last = code;
        Some(code)
    }

    /// The slot that has the value, or the free one where it belongs. There is always a free one.
    fn find(&self, value: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(value.as_bytes()) as usize & mask;
        while let Some(code) = self.slots[slot].checked_sub(1) {
            if self.value(code as usize).as_bytes() == value.as_bytes() {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * (self.len() + 1)).next_power_of_two().max(16)];
        for code in 0..self.len() {
            let slot = self.find(self.value(code));
            self.slots[slot] = code as u32 + 1;
        }
    }

    /// Gives back what only finding codes needs: with a million different texts as much as they
    /// take themselves. From now on [`code`](Self::code) finds none, and nothing may be added.
    pub(crate) fn settle(&mut self) {
        self.slots = Vec::new();
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.text.capacity() + (self.ends.capacity() + self.slots.capacity()) * size_of::<u32>()
    }
}

/// Eight bytes at a time, by multiplying as FxHash (rustc's own) does, and mixed at the end, so that the low bits
/// that choose a slot depend on all bytes.
fn hash(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
    let mut hash = bytes.len() as u64;
    let mut words = bytes.chunks_exact(8);
    for word in &mut words {
        let word = word.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
        hash = (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    }
    let rest = words.remainder().iter().fold(0, |word, &byte| word << 8 | u64::from(byte));
    hash = (hash.rotate_left(23) ^ rest).wrapping_mul(FACTOR);
    hash ^ hash >> 32
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn each_distinct_value_has_one_code_in_order_of_appearance() {
        let mut dictionary = Dictionary::default();
        assert_eq!(dictionary.code("x"), None);
        let name = |at: usize| format!("{}值{at}", "x".repeat(at % 20));
        for round in 0..2 {
            for at in 0..5000 {
                assert_eq!(dictionary.add(&name(at)), Some(at as u32), "round {round}");
            }
        }
        assert_eq!(dictionary.len(), 5000);
        assert!((0..5000).all(|at| dictionary.value(at) == name(at)));
        assert!((0..5000).all(|at| dictionary.code(&name(at)) == Some(at as u32)));
        assert_eq!(dictionary.code("not there"), None);
        assert_eq!(dictionary.value(5000), "");
        assert_eq!(dictionary.add("").unwrap(), 5000);
        assert_eq!(dictionary.code(""), Some(5000));
    }
}
