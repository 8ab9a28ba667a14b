//! What a reader decides where a table can be read in two ways.

use std::collections::BTreeMap;

use explorer_meaning::country::fold;
use explorer_meaning::mapping::Mapping;
use serde::{Deserialize, Serialize};

use crate::vocabulary::Vocabulary;

/// Which rows are the same event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grouping {
    /// Those with the same id.
    Id,
    /// Multilateral ones of the same date, officials and forum; each meeting with one side alone is one.
    Meeting,
    /// Those of the same date, officials and format.
    DateOfficialFormat,
    /// None: each row is one.
    Row,
}

impl Grouping {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Id, Self::Meeting, Self::DateOfficialFormat, Self::Row];

    /// Its word in a saved mapping.
    pub fn key(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Meeting => "meeting",
            Self::DateOfficialFormat => "date-official-format",
            Self::Row => "row",
        }
    }

    /// The one with that word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.key() == key)
    }

    /// It in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Id => "those with the same id",
            Self::Meeting => {
                "multilateral ones of the same date, officials and forum; others are one each"
            }
            Self::DateOfficialFormat => "those of the same date, officials and format",
            Self::Row => "none: each row is an event",
        }
    }
}

/// What a word that the codebook does not have stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assigned {
    /// A word of the codebook, the name of an official, the id of an agency, or the code of a country.
    To(String),
    /// Itself: it is one of the reader's own.
    Own,
}

/// All that a reader decided. What is not here is as it is proposed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Which rows are the same event.
    pub grouping: Option<Grouping>,
    /// What words stand for, by their folded form.
    words: BTreeMap<Vocabulary, BTreeMap<String, Assigned>>,
}

impl Choices {
    /// Says what a word stands for.
    pub fn assign(&mut self, vocabulary: Vocabulary, text: &str, assigned: Assigned) {
        self.words.entry(vocabulary).or_default().insert(folded(text), assigned);
    }

    /// Leaves a word as it is proposed.
    pub fn forget(&mut self, vocabulary: Vocabulary, text: &str) {
        if let Some(words) = self.words.get_mut(&vocabulary) {
            words.remove(&folded(text));
        }
    }

    /// What a word stands for, if the reader said so.
    pub fn assigned(&self, vocabulary: Vocabulary, text: &str) -> Option<&Assigned> {
        self.words.get(&vocabulary)?.get(&folded(text))
    }

    /// Those that a mapping has. What it says of lists that there are not is left out.
    pub fn of_mapping(mapping: &Mapping) -> Self {
        let mut choices = Self {
            grouping: mapping.events.as_deref().and_then(Grouping::from_key),
            ..Self::default()
        };
        for (list, words) in &mapping.words {
            let Some(vocabulary) = Vocabulary::from_key(list) else { continue };
            for (word, stands_for) in words {
                let assigned = stands_for.clone().map_or(Assigned::Own, Assigned::To);
                choices.assign(vocabulary, word, assigned);
            }
        }
        choices
    }

    /// Puts them into a mapping, to be saved with it.
    pub fn put_into(&self, mapping: &mut Mapping) {
        mapping.events = self.grouping.map(|grouping| grouping.key().to_owned());
        let lists = self.words.iter().map(|(vocabulary, words)| {
            let words = words.iter().map(|(word, assigned)| {
                let stands_for = match assigned {
                    Assigned::To(other) => Some(other.clone()),
                    Assigned::Own => None,
                };
                (word.clone(), stands_for)
            });
            (vocabulary.key().to_owned(), words.collect())
        });
        mapping.words = lists.collect();
    }
}

/// What spellings of a word have in common: case, accents, blanks and punctuation do not count, unless
/// nothing else is there.
pub(crate) fn folded(text: &str) -> String {
    let folded = fold(text).concat();
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}
