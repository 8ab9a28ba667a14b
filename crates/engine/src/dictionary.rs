//! The distinct values of a category, in order of first appearance; a value's code is its position.

/// Distinct texts, one after the other in one string.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    text: String,
    /// Where each value ends in `text`.
    ends: Vec<u32>,
    /// Hash table with open addressing. Its length is a power of two, and a quarter of it is free.
    slots: Vec<Slot>,
}

/// A place of the hash table. With the hash beside the code, nearly no other value is looked at, and
/// none at all when the table grows: with a million values each look waits for memory.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// 0 is free, otherwise a code plus one.
    code: u32,
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
        self.slots[self.find(value, hash(value.as_bytes()))].code.checked_sub(1)
    }

    /// The code of a value, which is added if it is new; `None` when all are taken.
    pub fn add(&mut self, value: &str) -> Option<u32> {
        if self.slots.len() / 4 * 3 <= self.len() {
            self.grow();
        }
        let hash = hash(value.as_bytes());
        let slot = self.find(value, hash);
        if let Some(code) = self.slots[slot].code.checked_sub(1) {
            return Some(code);
        }
        // Codes end below the one that stands for none.
        let code = u32::try_from(self.len()).ok().filter(|&code| code < u32::MAX - 1)?;
        let end = u32::try_from(self.text.len() + value.len()).ok()?;
        self.text.push_str(value);
        self.ends.push(end);
        self.slots[slot] = Slot { hash, code: code + 1 };
        Some(code)
    }

    /// Whether that is the value with a code.
    #[inline]
    fn is(&self, code: usize, value: &str) -> bool {
        let Some(&end) = self.ends.get(code) else { return false };
        let start = code.checked_sub(1).map_or(0, |before| self.ends[before]);
        equal(&self.text.as_bytes()[start as usize..end as usize], value.as_bytes())
    }

    /// The slot that has the value, or the free one where it belongs. There is always a free one.
    #[inline]
    fn find(&self, value: &str, hash: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while let Slot { hash: known, code: 1.. } = self.slots[at] {
            if known == hash && self.is(self.slots[at].code as usize - 1, value) {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); (2 * (self.len() + 1)).next_power_of_two().max(16)];
        let mask = slots.len() - 1;
        let mut put = |slot: Slot| {
            let mut at = slot.hash as usize & mask;
            while slots[at].code > 0 {
                at = (at + 1) & mask;
            }
            slots[at] = slot;
        };
        if self.slots.is_empty() {
            // None yet, or none any more.
            for code in 0..self.len() {
                put(Slot { hash: hash(self.value(code).as_bytes()), code: code as u32 + 1 });
            }
        } else {
            self.slots.iter().filter(|slot| slot.code > 0).for_each(|&slot| put(slot));
        }
        self.slots = slots;
    }

    /// Gives back what only finding codes needs: with a million different texts as much as they
    /// take themselves. From now on [`code`](Self::code) finds none.
    pub(crate) fn settle(&mut self) {
        self.slots = Vec::new();
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.text.capacity()
            + self.ends.capacity() * size_of::<u32>()
            + self.slots.capacity() * size_of::<Slot>()
    }
}

/// Eight bytes at a time, by multiplying as FxHash (rustc's own) does, and mixed at the end, so that the low bits
/// that choose a slot depend on all bytes.
#[inline]
fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
    let mut hash = bytes.len() as u64;
    let mut add = |word: u64| hash = (hash.rotate_left(23) ^ word).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    words.iter().for_each(|word| add(u64::from_le_bytes(*word)));
    // The last eight bytes again are cheaper than the rest byte by byte.
    match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(word), ..) if !rest.is_empty() => add(u64::from_le_bytes(*word)),
        (None, Some(first), Some(last)) => {
            add(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)));
        }
        (None, ..) => add(rest.iter().fold(0, |word, &byte| word << 8 | u64::from(byte))),
        _ => {}
    }
    (hash ^ hash >> 32) as u32
}

/// Whether texts are the same, eight bytes at a time: in Wasm, what the standard library calls for it looks at
/// one after the other.
#[inline]
fn equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    match (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        (Some(end), Some(other_end)) => {
            let words = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
            end == other_end && words.fold(true, |same, (one, other)| same & (one == other))
        }
        _ => one.iter().zip(other).fold(true, |same, (one, other)| same & (one == other)),
    }
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
        dictionary.settle();
        assert_eq!((dictionary.code(""), dictionary.value(7)), (None, &*name(7)));
        assert_eq!(dictionary.add("new"), Some(5001));
        assert_eq!(dictionary.code(&name(7)), Some(7));
    }

    #[test]
    fn texts_are_equal_only_if_every_byte_is() {
        let bytes: Vec<u8> = (0..40).collect();
        for length in 0..bytes.len() {
            let one = &bytes[..length];
            let copy = one.to_vec();
            assert!(equal(one, &copy));
            assert!(!equal(one, &bytes[..length + 1]));
            for at in 0..length {
                let mut other = one.to_vec();
                other[at] ^= 1;
                assert!(!equal(one, &other), "{length} bytes, {at}");
                assert_ne!(hash(one), hash(&other), "{length} bytes, {at}");
            }
        }
    }
}
