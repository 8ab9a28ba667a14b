//! Sets of ids that the reader chose, and tables by id.
//!
//! Sorted lists: they hold at most some hundred ids, and the standard library's trees would be
//! 1.6 kB of the page.

use super::dictionary::Code;

/// A set of ids, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ids(Vec<String>);

impl Ids {
    /// Whether `id` is among them.
    pub fn contains(&self, id: &str) -> bool {
        self.place(id).is_ok()
    }

    /// The ids, sorted.
    pub fn iter(&self) -> std::slice::Iter<'_, String> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an id, or takes it out.
    pub fn set(&mut self, id: &str, contained: bool) {
        match (self.place(id), contained) {
            (Err(place), true) => self.0.insert(place, id.to_owned()),
            (Ok(place), false) => _ = self.0.remove(place),
            _ => {}
        }
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|known| known.as_str().cmp(id))
    }
}

/// Codes by what records call the values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes(Vec<(String, Code)>);

impl Codes {
    /// The code of a word.
    pub fn get(&self, word: &str) -> Option<Code> {
        let place = self.place(word).ok()?;
        self.0.get(place).map(|&(_, code)| code)
    }

    /// Gives a word a code; a known word gets the new one.
    pub fn insert(&mut self, word: &str, code: Code) {
        match self.place(word) {
            Ok(place) => self.0[place].1 = code,
            Err(place) => self.0.insert(place, (word.to_owned(), code)),
        }
    }

    fn place(&self, word: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(word))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ids_are_a_set(steps in prop::collection::vec(("[abc]{0,2}", any::<bool>()), 0..40)) {
            let (mut ids, mut set) = (Ids::default(), BTreeSet::new());
            for (id, contained) in steps {
                ids.set(&id, contained);
                _ = if contained { set.insert(id) } else { set.remove(&id) };
            }
            prop_assert!(ids.iter().eq(&set));
            prop_assert_eq!((ids.len(), ids.is_empty()), (set.len(), set.is_empty()));
            for id in ["", "a", "b", "ab", "cc"] {
                prop_assert_eq!(ids.contains(id), set.contains(id));
            }
        }

        #[test]
        fn codes_are_a_map(steps in prop::collection::vec(("[abc]{0,2}", any::<u16>()), 0..40)) {
            let (mut codes, mut map) = (Codes::default(), BTreeMap::new());
            for (word, code) in steps {
                codes.insert(&word, code);
                map.insert(word, code);
            }
            for word in ["", "a", "b", "ab", "cc"] {
                prop_assert_eq!(codes.get(word), map.get(word).copied());
            }
        }
    }
}
