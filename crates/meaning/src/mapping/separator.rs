//! Whether the cells of a column hold several values, and what separates them.

use std::collections::BTreeMap;

use super::profile::ColumnProfile;
use crate::country::{Countries, is_missing};

/// What separates values, the surer first.
pub(super) const SEPARATORS: [char; 5] = [';', '|', '、', '/', ','];

/// What a separator is judged by besides the values.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    /// The column's name says that a cell has several values.
    pub several: bool,
    /// The values should be countries.
    pub countries: bool,
}

/// The separator of a column. One that stands in a tenth of the different values (in one at least, if
/// the column's name says that it has several), leaves no long texts, and whose parts are values
/// themselves: at least half of the parts of such values occur in other ones, too. Values that stand
/// in several rows are one value: a name with a comma is no list because it comes again.
///
/// Commas and slashes stand in names and phrases as well. So a part counts there only if it stands
/// alone in some row or in another place of a list (*Wang, Yi* and *Wang, Xiaohong* have the same word
/// in the same place), or if it is a country where countries are expected; and what [`is_fixed`], or a
/// country as a whole, is no list.
pub(super) fn separator(
    column: &ColumnProfile,
    expected: Expected,
    countries: &Countries,
) -> Option<char> {
    SEPARATORS.into_iter().find(|separator| separates(column, *separator, expected, countries))
}

fn separates(
    column: &ColumnProfile,
    separator: char,
    expected: Expected,
    countries: &Countries,
) -> bool {
    let is_weak = matches!(separator, ',' | '/');
    // Per part: in how many different values it is, and at which places.
    let mut places: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    let mut lists: Vec<Vec<&str>> = Vec::new();
    let (mut characters, mut parts_in_all) = (0, 0);
    let mut different = 0_usize;
    for value in column.values.keys().map(String::as_str).filter(|value| !is_missing(value)) {
        let is_whole = is_weak
            && value.contains(separator)
            && (is_fixed(value, separator) || countries.is_one(value));
        let parts: Vec<&str> = match is_whole {
            true => vec![value],
            false => parts_of(value, separator).collect(),
        };
        different += 1;
        let alone = parts.len() == 1;
        for (at, part) in parts.iter().enumerate() {
            let (values, at_places) = places.entry(part).or_default();
            *values += 1;
            *at_places |= if alone { 1 << 63 } else { 1 << at.min(62) };
            characters += part.chars().count();
        }
        parts_in_all += parts.len();
        if !alone && !parts.is_empty() {
            lists.push(parts);
        }
    }
    let is_enough = expected.several || lists.len().saturating_mul(10) >= different;
    if lists.is_empty() || !is_enough || characters > parts_in_all.saturating_mul(40) {
        return false;
    }
    if expected.countries && is_weak {
        let is_one = |text: &str| countries.is_one(text);
        let values = column.values.keys().filter(|value| value.contains(separator));
        let parts: Vec<&str> = values.flat_map(|v| one_by_one(v, separator, &is_one)).collect();
        let known = parts.iter().filter(|part| is_one(part)).count();
        if known.saturating_mul(10) >= parts.len().saturating_mul(9) {
            return true;
        }
    }
    let (mut again, mut of_several) = (0_u64, 0_u64);
    for part in lists.iter().flatten() {
        of_several += 1;
        again +=
            u64::from(places.get(part).is_some_and(|(values, places)| {
                *values > 1 && (!is_weak || places.count_ones() > 1)
            }));
    }
    // A name that promises several values, and a separator that nothing else is used for.
    let sure = expected.several && !is_weak;
    sure || again.saturating_mul(2) >= of_several
}

/// The values of a cell, without blanks around them and without empty ones.
pub(super) fn parts_of(cell: &str, separator: char) -> impl Iterator<Item = &str> {
    cell.split(separator).map(str::trim).filter(|part| !part.is_empty())
}

/// The values of a cell of which some have the separator within them: what `is_one` together stays
/// together, the longest first (*Laos, Korea, Rep., Fiji*).
pub(super) fn one_by_one<'c>(
    cell: &'c str,
    separator: char,
    is_one: &dyn Fn(&str) -> bool,
) -> Vec<&'c str> {
    // The names of countries have three commas at most.
    const LONGEST: usize = 4;
    if !matches!(separator, ',' | '/') {
        return parts_of(cell, separator).collect();
    }
    let mut ends: Vec<usize> = cell.match_indices(separator).map(|(at, _)| at).collect();
    ends.push(cell.len());
    let mut values = Vec::new();
    let (mut begin, mut from) = (0, 0);
    while from < ends.len() {
        let upto = |to: usize| cell.get(begin..*ends.get(to)?).map(str::trim);
        let last = (from + LONGEST).min(ends.len()) - 1;
        let together = (from + 1..=last).rev().find(|to| upto(*to).is_some_and(is_one));
        let to = together.unwrap_or(from);
        values.extend(upto(to).filter(|value| !value.is_empty()));
        begin = ends.get(to).map_or(cell.len(), |end| (end + separator.len_utf8()).min(cell.len()));
        from = to + 1;
    }
    values
}

impl Countries {
    /// The names in a cell of several: what is the name of one country stays together.
    pub fn split<'c>(&self, cell: &'c str, separator: char) -> Vec<&'c str> {
        one_by_one(cell, separator, &|text| self.is_one(text))
    }

    /// The names of countries in other languages among the values of columns, alone, in lists and in brackets.
    pub fn names_among(&self, columns: &[ColumnProfile]) -> BTreeMap<String, String> {
        let separates = |c: char| SEPARATORS.contains(&c) || matches!(c, '(' | ')');
        let values = columns.iter().flat_map(|column| column.values.keys());
        let parts =
            values.flat_map(|value| std::iter::once(value.as_str()).chain(value.split(separates)));
        self.names_in_languages(parts)
    }
}

/// Whether a text with that separator is one value all the same: *N/A*, *yes/no*, 2020/21, 1,5,
/// *Washington, DC*, and *Foreign Affairs, Trade and Culture*, whose last part is no value of its own.
pub(super) fn is_fixed(text: &str, separator: char) -> bool {
    if !matches!(separator, ',' | '/') || !text.contains(separator) {
        return false;
    }
    let is_number = |part: &str| {
        part.bytes().any(|byte| byte.is_ascii_digit())
            && part.bytes().all(|byte| byte.is_ascii_digit() || b" .:-".contains(&byte))
    };
    if is_missing(text.trim()) || parts_of(text, separator).all(is_number) {
        return true;
    }
    let mut parts = parts_of(text, separator);
    match (parts.next(), parts.next(), parts.next()) {
        // One letter stands for a word: w/o, c/o, y/n.
        (Some(one), Some(other), None) if separator == '/' => {
            let pair = [one.to_lowercase(), other.to_lowercase()];
            PAIRS.iter().any(|known| *known == pair)
                || [one, other].iter().all(|part| part.len() <= 2 && part.is_ascii())
                    && (one.len() == 1 || other.len() == 1)
        }
        // A city and its state.
        (Some(city), Some(state), None)
            if state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase()) =>
        {
            city.bytes().any(|byte| byte.is_ascii_lowercase())
        }
        (Some(_), Some(_), _) if separator == ',' => {
            let mut words = parts_of(text, ',').last().unwrap_or_default().split_whitespace();
            words.any(|word| matches!(word, "and" | "or" | "&" | "und" | "et" | "y" | "e"))
        }
        _ => false,
    }
}

/// Words that stand together with a slash between.
const PAIRS: &[[&str; 2]] = &[
    ["yes", "no"],
    ["true", "false"],
    ["and", "or"],
    ["he", "she"],
    ["she", "he"],
    ["his", "her"],
    ["his", "hers"],
    ["male", "female"],
    ["on", "off"],
    ["km", "h"],
    ["pass", "fail"],
    ["n", "a"],
];
