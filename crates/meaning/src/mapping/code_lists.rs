//! Which list of country codes a column may have, for whoever says that it has countries.

use std::collections::BTreeSet;

use super::meaning::speaks_of_countries;
use super::profile::ColumnProfile;
use crate::country::{CodeList, Countries, Naming, is_code_like};

/// How well a list of codes fits a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeFit {
    /// The list.
    pub list: CodeList,
    /// How many of the column's different codes are in it.
    pub known: usize,
    /// How many different codes the column has, of whatever list.
    pub all: usize,
}

impl ColumnProfile {
    /// How the column names countries once somebody says that it does: then two letters, small letters
    /// and numbers are codes rather than words and counts. `separator` stands between several values of
    /// a cell.
    pub fn naming_of_countries(&self, separator: Option<char>, countries: &Countries) -> Naming {
        let (name, _) = speaks_of_countries(&self.name);
        Naming::of(self.parts(separator, countries).into_iter(), &name, true, countries)
    }

    /// How well each list of codes fits its different values; none if fewer than half of them are codes.
    pub fn code_fits(&self, separator: Option<char>, countries: &Countries) -> Vec<CodeFit> {
        let parts = self.parts(separator, countries);
        let codes: Vec<&str> = parts.iter().copied().filter(|part| is_code_like(part)).collect();
        if codes.is_empty() || codes.len().saturating_mul(2) < parts.len() {
            return Vec::new();
        }
        let fit = |list| {
            let is_known = |code: &&&str| countries.find_code(list, code).is_some();
            CodeFit { list, known: codes.iter().filter(is_known).count(), all: codes.len() }
        };
        CodeList::ALL.into_iter().map(fit).collect()
    }

    /// Its different values, or those of its cells of several.
    pub(super) fn parts(&self, separator: Option<char>, countries: &Countries) -> BTreeSet<&str> {
        let values = self.values.keys();
        let parts = values.flat_map(|value| match separator {
            Some(separator) => countries.split(value, separator),
            None => vec![value.as_str()],
        });
        parts.collect()
    }
}
