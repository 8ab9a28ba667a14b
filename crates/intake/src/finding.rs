//! Which word a cell means, by the lists and by what the reader has said.

use std::cell::RefCell;
use std::collections::BTreeMap;

use explorer_dataset::tables::SUBJECT;

use crate::choices::{Assigned, Choices, folded};
use crate::tables::Tables;
use crate::unmatched::Unmatched;
use crate::vocabulary::Vocabulary;

/// Looks words up while rows are read.
pub(crate) struct Finder<'t> {
    pub tables: &'t Tables,
    choices: &'t Choices,
    unmatched: RefCell<Unmatched>,
    /// Words of the reader's own, by their folded form: as they were first written.
    own: RefCell<BTreeMap<Vocabulary, BTreeMap<String, String>>>,
}

/// What a cell means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// A word of the lists, or of the reader's own.
    Word(String),
    /// Nothing that is known: it has to be assigned.
    Open,
}

/// What a cell in a column of counterparts means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FoundSide {
    Country(String),
    Organization(String),
    /// China, which is no counterpart of its own.
    Subject,
    Open,
}

impl<'t> Finder<'t> {
    pub fn new(tables: &'t Tables, choices: &'t Choices) -> Self {
        Self { tables, choices, unmatched: RefCell::default(), own: RefCell::default() }
    }

    /// The word that a cell means.
    pub fn find(&self, vocabulary: Vocabulary, text: &str) -> Found {
        if let Some(word) = self.tables.find(vocabulary, text) {
            return Found::Word(word.to_owned());
        }
        self.unmatched.borrow_mut().add(vocabulary, text);
        match self.choices.assigned(vocabulary, text) {
            Some(Assigned::To(word)) => Found::Word(word.clone()),
            Some(Assigned::Own) if vocabulary.takes_own() => self.own(vocabulary, text),
            None if vocabulary.is_own_at_first() => self.own(vocabulary, text),
            _ => Found::Open,
        }
    }

    fn own(&self, vocabulary: Vocabulary, text: &str) -> Found {
        let mut own = self.own.borrow_mut();
        let words = own.entry(vocabulary).or_default();
        Found::Word(words.entry(folded(text)).or_insert_with(|| text.trim().to_owned()).clone())
    }

    /// The country or organization that a cell means. Countries that the table names are codes already.
    pub fn side(&self, text: &str) -> FoundSide {
        if let Some(iso3) = self.place(text) {
            return if iso3 == SUBJECT { FoundSide::Subject } else { FoundSide::Country(iso3) };
        }
        if let Some(word) = self.tables.find(Vocabulary::Organization, text) {
            return FoundSide::Organization(word.to_owned());
        }
        self.unmatched.borrow_mut().add(Vocabulary::Counterpart, text);
        match self.choices.assigned(Vocabulary::Counterpart, text) {
            Some(Assigned::To(word)) => match self.place(word) {
                Some(iso3) => FoundSide::Country(iso3),
                None => FoundSide::Organization(word.clone()),
            },
            Some(Assigned::Own) => match self.own(Vocabulary::Organization, text) {
                Found::Word(word) => FoundSide::Organization(word),
                Found::Open => FoundSide::Open,
            },
            None => FoundSide::Open,
        }
    }

    /// The country of the venue.
    pub fn venue(&self, text: &str) -> Found {
        if let Some(iso3) = self.place(text) {
            return Found::Word(iso3);
        }
        self.unmatched.borrow_mut().add(Vocabulary::Venue, text);
        match self.choices.assigned(Vocabulary::Venue, text) {
            Some(Assigned::To(iso3)) => Found::Word(iso3.clone()),
            _ => Found::Open,
        }
    }

    /// The code of a place. A word of three capitals that is also an organization's is none.
    fn place(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let countries = self.tables.countries()?;
        if let Some(country) = countries.list().iter().find(|country| country.iso3 == text) {
            return Some(country.iso3.clone());
        }
        countries.find(text).map(|country| country.iso3.clone())
    }

    /// What no list has, and the words of the reader's own.
    pub fn finish(self) -> (Unmatched, BTreeMap<Vocabulary, Vec<String>>) {
        let own = self.own.into_inner().into_iter();
        let own = own.map(|(vocabulary, words)| (vocabulary, words.into_values().collect()));
        (self.unmatched.into_inner(), own.collect())
    }
}
