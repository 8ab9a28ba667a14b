//! The names of a column that no country was found for.

use std::collections::BTreeMap;

use explorer_order::ordered;

use super::matcher::{Countries, Country};

/// Names without a country, with how many rows each has.
#[derive(Debug, Clone, Default)]
pub struct Unmatched {
    rows: BTreeMap<String, u64>,
    beyond: u64,
}

impl Unmatched {
    /// How many different names are kept.
    pub const KEPT: usize = 10_000;

    /// How many characters of a name are kept.
    pub const LONGEST: usize = 120;

    /// Counts a row with that name.
    pub fn add(&mut self, name: &str) {
        // What is longer is no name, and its end tells nobody anything.
        let shorter: String = name.trim().chars().take(Self::LONGEST).collect();
        let name = shorter.as_str();
        if let Some(rows) = self.rows.get_mut(name) {
            *rows = rows.saturating_add(1);
        } else if self.rows.len() < Self::KEPT {
            self.rows.insert(name.to_owned(), 1);
        } else {
            self.beyond = self.beyond.saturating_add(1);
        }
    }

    /// Rows whose names are not kept, as there are too many different ones: then the column has
    /// no countries.
    pub fn beyond(&self) -> u64 {
        self.beyond
    }

    /// For how many names countries are suggested: each is compared with all names of countries,
    /// and nobody settles more by hand.
    pub const SUGGESTED: usize = 200;

    /// The names with their rows and, for the first [`Self::SUGGESTED`], the countries that may be meant; those with the most rows
    /// first, equal ones in the order of their names.
    pub fn list<'c>(&self, countries: &'c Countries) -> Vec<(&str, u64, Vec<&'c Country>)> {
        // They come in the order of their names.
        let list = self.rows.iter().map(|(name, rows)| (name.as_str(), *rows)).collect();
        let list = ordered(list, &|(_, one): &(&str, u64), (_, other)| other.cmp(one));
        let suggest =
            |at, name| if at < Self::SUGGESTED { countries.suggest(name) } else { Vec::new() };
        list.into_iter()
            .enumerate()
            .map(|(at, (name, rows))| (name, rows, suggest(at, name)))
            .collect()
    }
}
