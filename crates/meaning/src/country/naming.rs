//! How the cells of a column name countries: by names, or by codes of one list.

use serde::{Deserialize, Serialize};

use super::codes::{CodeList, is_code_like};
use super::matcher::{Countries, Country};
use super::missing::is_missing;

/// How a column names countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Naming {
    /// By names, and by ISO's capital letters of three among them.
    #[default]
    Names,
    /// By codes of that list.
    Codes(CodeList),
    /// By codes of a list that the column does not tell: no code is read until somebody says which.
    Unsure,
}

impl Naming {
    /// How different values of a column name countries. `name` is the column's, folded; `is_hinted`
    /// says that it speaks of countries: two letters, small letters and numbers are words and counts
    /// otherwise.
    ///
    /// A list is taken if more than nine tenths of the codes are in it, and no other has as many that
    /// mean something else; or if the column's name says it and four fifths are.
    pub fn of<'v>(
        values: impl Iterator<Item = &'v str>,
        name: &str,
        is_hinted: bool,
        countries: &Countries,
    ) -> Self {
        let (mut codes, mut others) = (Vec::new(), 0_usize);
        for value in values {
            // Namibia's is looked at below, where the others are two capitals, too.
            if is_code_like(value) {
                codes.push(value);
            } else {
                others += usize::from(!is_missing(value));
            }
        }
        let is_missing_one = |code: &&str| *code == "NA";
        let real = codes.iter().filter(|code| !is_missing_one(code)).count();
        if real == 0 || others.saturating_mul(4) > real {
            return Self::Names;
        }
        // Names such as UAE and DRC in a column of few values.
        if others > 0 && codes.iter().all(|code| countries.find(code).is_some()) {
            return Self::Names;
        }
        let small = |code: &&str| code.bytes().any(|byte| byte.is_ascii_lowercase());
        let has_small = codes.iter().any(small);
        if !is_hinted && (has_small || codes.iter().all(|code| code.len() == 2)) {
            return Self::Names;
        }
        let is_number = |code: &&str| code.bytes().all(|byte| byte.is_ascii_digit());
        if !is_hinted && codes.iter().any(is_number) {
            return Self::Names;
        }
        // Small letters are codes only if all of them are.
        let all_fit = has_small;
        let judged = |list: CodeList| {
            let is_no_code = |code: &&str| is_missing_one(code) && !matches!(list, CodeList::Iso2);
            let all = codes.iter().filter(|code| !is_no_code(code)).count() + others;
            let fit = codes
                .iter()
                .filter(|code| !is_no_code(code) && countries.find_code(list, code).is_some())
                .count();
            (fit, all)
        };
        let fits = |list: CodeList, percent: usize| {
            let (fit, all) = judged(list);
            let is_enough = fit.saturating_mul(100) > all.saturating_mul(percent);
            fit > 0 && if all_fit { fit == all } else { is_enough }
        };
        if let Some(list) = CodeList::of_name(name)
            && fits(list, 79)
        {
            return Self::Codes(list);
        }
        let most = CodeList::ALL.into_iter().map(|list| judged(list).0).max().unwrap_or(0);
        let mut best =
            CodeList::ALL.into_iter().filter(|list| judged(*list).0 == most && fits(*list, 90));
        let Some(first) = best.next() else {
            // Numbers that are in no list are counts, and small letters words.
            let is_codes = !has_small && !codes.iter().any(is_number);
            return if is_codes { Self::Unsure } else { Self::Names };
        };
        let differs = |list: CodeList| {
            codes
                .iter()
                .any(|code| countries.find_code(first, code) != countries.find_code(list, code))
        };
        if best.any(differs) { Self::Unsure } else { Self::Codes(first) }
    }

    /// What a value means, if it has any: `Ok(None)` where it says that there is none.
    ///
    /// # Errors
    /// What was expected in its place.
    pub fn read<'c>(
        self,
        value: &str,
        countries: &'c Countries,
    ) -> Result<Option<&'c Country>, &'static str> {
        let found = match self {
            Self::Codes(list) => countries.find_code(list, value),
            Self::Names => None,
            Self::Unsure if is_code_like(value) => return Err(UNSURE),
            Self::Unsure => None,
        };
        if found.is_some() {
            return Ok(found);
        }
        if is_missing(value) {
            return Ok(None);
        }
        match self {
            Self::Codes(list) if is_code_like(value) => Err(expected(list)),
            _ => countries.find(value).map(Some).ok_or(COUNTRY),
        }
    }

    /// Its word in a saved mapping; none for names.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Names => None,
            Self::Codes(list) => Some(list.word()),
            Self::Unsure => Some(Self::UNSURE),
        }
    }

    /// That with such a word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            Self::UNSURE => Some(Self::Unsure),
            word => CodeList::from_word(word).map(Self::Codes),
        }
    }

    const UNSURE: &'static str = "unsure";
}

const COUNTRY: &str = "a country, by its name or its ISO code of three capitals";
const UNSURE: &str = "a country; these codes may be of several lists, and nobody has said of which";

fn expected(list: CodeList) -> &'static str {
    match list {
        CodeList::Iso2 => "a country, by its ISO code of two letters",
        CodeList::Iso3 => "a country, by its ISO code of three letters",
        CodeList::M49 => "a country, by its M49 number",
        CodeList::Fips => "a country, by its FIPS code",
        CodeList::Cow => "a country, by its Correlates of War letters",
        CodeList::CowNumber => "a country, by its Correlates of War number",
        CodeList::GleditschWard => "a country, by its Gleditsch\u{2013}Ward number",
    }
}
