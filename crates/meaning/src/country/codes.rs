//! The lists of country codes that tables have.

use serde::{Deserialize, Serialize};

use super::matcher::{Countries, Country};

/// A list of country codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CodeList {
    /// ISO 3166-1 alpha-2: VN.
    Iso2,
    /// ISO 3166-1 alpha-3: VNM.
    Iso3,
    /// UN M49, which are the numbers of ISO 3166-1: 704.
    M49,
    /// FIPS 10-4, as GDELT has them: VM.
    Fips,
    /// Letters of the Correlates of War: DRV.
    Cow,
    /// Numbers of the Correlates of War: 816.
    CowNumber,
    /// Numbers of Gleditsch and Ward, as UCDP has them: 816.
    GleditschWard,
}

/// A line per place: alpha-3, then M49, FIPS, COW, number of COW, number of Gleditsch and Ward. `-` is
/// none, `/` stands between two, `=` is the number before. Compiled from `countrycode` 0.6.0
/// (<https://github.com/vincentarelbundock/countrycode>, `codelist`), with these changes: the lists
/// name Serbia YUG 345 (COW) and 340, Yemen 679 (COW) and 678, Vietnam 816; FIPS has two codes for
/// Palestine (WE, GZ) and OD for South Sudan.
const CODES: &str = include_str!("codes.txt");

impl CodeList {
    /// All lists; where two fit a column alike and mean the same by it, the first is taken.
    pub const ALL: [Self; 7] = [
        Self::Iso2,
        Self::Iso3,
        Self::M49,
        Self::Fips,
        Self::Cow,
        Self::CowNumber,
        Self::GleditschWard,
    ];

    /// Its word in a saved mapping.
    pub fn word(self) -> &'static str {
        match self {
            Self::Iso2 => "iso2",
            Self::Iso3 => "iso3",
            Self::M49 => "m49",
            Self::Fips => "fips",
            Self::Cow => "cow",
            Self::CowNumber => "cow-number",
            Self::GleditschWard => "gleditsch-ward",
        }
    }

    /// It in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Iso2 => "ISO 3166 codes of two letters",
            Self::Iso3 => "ISO 3166 codes of three letters",
            Self::M49 => "UN M49 numbers",
            Self::Fips => "FIPS 10-4 codes (GDELT)",
            Self::Cow => "Correlates of War letters",
            Self::CowNumber => "Correlates of War numbers",
            Self::GleditschWard => "Gleditsch\u{2013}Ward numbers (UCDP)",
        }
    }

    /// The list with that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.word() == word)
    }

    /// The list that the name of a column speaks of, if it does.
    pub(crate) fn of_name(folded: &str) -> Option<Self> {
        let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        Some(match () {
            () if has(&["fips", "actiongeo", "actor1geo", "actor2geo"]) => Self::Fips,
            () if has(&["stateabb", "cowc", "cowabb"]) => Self::Cow,
            () if has(&["gwno", "gwid", "gwcode", "gleditsch"]) || folded == "gw" => {
                Self::GleditschWard
            }
            () if has(&["cow"]) || matches!(folded, "ccode" | "ccode1" | "ccode2") => {
                Self::CowNumber
            }
            () if has(&["m49", "isonum", "ison", "iso3n", "isonumeric"]) => Self::M49,
            () if has(&["iso2", "isoa2", "alpha2"]) => Self::Iso2,
            () if has(&["iso3", "isoa3", "alpha3"]) => Self::Iso3,
            () => return None,
        })
    }

    /// Whether a text has the form of these codes.
    pub(crate) fn has_form(self, text: &str) -> bool {
        match self {
            Self::Iso2 | Self::Fips => is_letters(text, 2),
            Self::Iso3 | Self::Cow => is_letters(text, 3),
            Self::M49 | Self::CowNumber | Self::GleditschWard => is_digits(text),
        }
    }
}

/// Whether a text has the form of some code: two or three capitals or small letters, or digits.
pub(crate) fn is_code_like(text: &str) -> bool {
    is_letters(text, 2) || is_letters(text, 3) || is_digits(text)
}

fn is_letters(text: &str, count: usize) -> bool {
    text.len() == count
        && (text.bytes().all(|byte| byte.is_ascii_uppercase())
            || text.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn is_digits(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The alpha-3 code that a code of a list other than ISO's letters stands for.
fn iso3_of(list: CodeList, code: &str) -> Option<&'static str> {
    let place = match list {
        CodeList::Iso2 | CodeList::Iso3 => return None,
        CodeList::M49 => 1,
        CodeList::Fips => 2,
        CodeList::Cow => 3,
        CodeList::CowNumber => 4,
        CodeList::GleditschWard => 5,
    };
    let digits = code.trim_start_matches('0');
    let code = if is_digits(code) { digits } else { code };
    CODES.lines().find_map(|line| {
        let mut cells = line.split(' ');
        let iso3 = cells.next()?;
        let cell = match (line.split(' ').nth(place)?, place) {
            ("=", 5) => line.split(' ').nth(4)?,
            (cell, _) => cell,
        };
        let is_it = cell != "-" && cell.split('/').any(|known| known.eq_ignore_ascii_case(code));
        is_it.then_some(iso3)
    })
}

impl Countries {
    /// The country that a code of that list stands for, in capitals or small letters.
    pub fn find_code(&self, list: CodeList, code: &str) -> Option<&Country> {
        if !list.has_form(code) {
            return None;
        }
        let with = |iso3: &str| self.list().iter().find(|country| country.iso3 == iso3);
        match list {
            CodeList::Iso3 => {
                self.list().iter().find(|country| country.iso3.eq_ignore_ascii_case(code))
            }
            // UK and the EU's EL are no codes of ISO, but no other country's either.
            CodeList::Iso2 if code.eq_ignore_ascii_case("UK") => with("GBR"),
            CodeList::Iso2 if code.eq_ignore_ascii_case("EL") => with("GRC"),
            CodeList::Iso2 => {
                self.list().iter().find(|country| country.iso2.eq_ignore_ascii_case(code))
            }
            list => with(iso3_of(list, code)?),
        }
    }
}
