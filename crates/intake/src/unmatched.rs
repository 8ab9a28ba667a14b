//! Words that no list has, with how many rows have them.

use std::collections::BTreeMap;

use crate::choices::folded;
use crate::vocabulary::Vocabulary;

/// Words that no list has, as they were first written, with how many rows have them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Unmatched(BTreeMap<Vocabulary, BTreeMap<String, (String, u32)>>);

impl Unmatched {
    pub fn add(&mut self, vocabulary: Vocabulary, text: &str) {
        let words = self.0.entry(vocabulary).or_default();
        words.entry(folded(text)).or_insert_with(|| (text.trim().to_owned(), 0)).1 += 1;
    }

    /// Each of them: list, word as it was first written, rows.
    pub fn all(&self) -> impl Iterator<Item = (Vocabulary, &str, u32)> {
        self.0.iter().flat_map(|(vocabulary, words)| {
            words.values().map(|(text, rows)| (*vocabulary, text.as_str(), *rows))
        })
    }
}
