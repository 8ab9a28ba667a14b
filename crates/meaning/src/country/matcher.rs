//! Finds the country that a name or a code stands for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use explorer_order::ordered;
use explorer_reader::json::{Node, parse};

use super::codes::{CodeList, is_code_like};
use super::fold::fold;
use super::places::beside;
use super::variants::{FORMAL, FORMAL_ZH, FORMER, UNCLEAR, VARIANTS};

/// A country as the project's `data/countries.json` has it; other keys are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// ISO 3166-1 alpha-2.
    pub iso2: String,
    /// Its English name.
    pub name_en: String,
    /// Its Chinese name.
    pub name_zh: String,
}

/// The countries that can be meant, and every name they are known by.
#[derive(Debug, Clone)]
pub struct Countries {
    list: Vec<Country>,
    /// Folded names without blanks; each is of one country only.
    names: BTreeMap<String, usize>,
    /// Folded names that are of none surely, with the codes that may be meant.
    unclear: Vec<(String, &'static [&'static str])>,
    /// The lines of [`LANGUAGES`], or nothing.
    languages: &'static str,
    /// Folded names in other languages. To fold them takes some ten milliseconds, so it is done when a name is
    /// asked for that is none of the others.
    in_languages: OnceLock<BTreeMap<String, usize>>,
}

/// A line per place: its code of two letters, and its names in the languages that `xtask/src/names.rs` lists,
/// from Unicode CLDR 48 (`cldr-localenames-full`).
const LANGUAGES: &str = include_str!("languages.txt");

/// Names in other languages have more letters of ASCII than that: *My*, *Fas*, *Nga* and *Man* are words and
/// names of people as well.
const SHORT: usize = 3;

/// The longest text in bytes that may be the name of a country: *United Kingdom of Great Britain
/// and Northern Ireland* is shorter.
const LONGEST: usize = 120;

/// Most countries that are suggested for a name.
const SUGGESTED: usize = 3;

impl Countries {
    /// These countries, with those of the known variants that are of one of them.
    pub fn new(list: Vec<Country>) -> Self {
        let mut names = BTreeMap::new();
        let mut disputed = Vec::new();
        for (at, country) in list.iter().enumerate() {
            for name in [&country.name_en, &country.name_zh] {
                let key = fold(name).concat();
                let before = if key.is_empty() { None } else { names.insert(key.clone(), at) };
                if before.is_some_and(|before| before != at) {
                    disputed.push(key);
                }
            }
        }
        for key in disputed {
            names.remove(&key);
        }
        for (iso3, variants) in VARIANTS {
            let Some(at) = list.iter().position(|country| country.iso3 == *iso3) else { continue };
            for variant in *variants {
                names.entry(fold(variant).concat()).or_insert(at);
            }
        }
        let unclear = UNCLEAR.iter().map(|(name, codes)| (fold(name).concat(), *codes)).collect();
        Self { list, names, unclear, languages: "", in_languages: OnceLock::new() }
    }

    /// As [`few_from_json`](Self::few_from_json), with their names in other languages.
    ///
    /// # Errors
    /// What is wrong with the list and where.
    pub fn from_json(json: &str) -> Result<Self, String> {
        Ok(Self { languages: LANGUAGES, ..Self::few_from_json(json)? })
    }

    /// The countries of a JSON list such as `data/countries.json`, and behind them the places of the
    /// world that are no counterparts of the records: China and the territories of ISO 3166. They have their names
    /// in English and Chinese alone: those in other languages are [sent](Self::names_in_languages) by whoever has
    /// them, as they are large.
    ///
    /// # Errors
    /// What is wrong with it and where.
    pub fn few_from_json(json: &str) -> Result<Self, String> {
        let Ok(Node::List(items)) = parse(json) else {
            return Err("expected a list of countries in JSON".to_owned());
        };
        let mut list: Vec<Country> = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let text = |key: &str| match item.get(key) {
                Some(Node::Text(text)) => Ok(text.to_string()),
                _ => Err(format!("[{at}].{key}: expected a text")),
            };
            let (iso3, iso2) = (text("iso3")?, text("iso2")?);
            list.push(Country { iso3, iso2, name_en: text("name_en")?, name_zh: text("name_zh")? });
        }
        let further: Vec<Country> = beside(&list).collect();
        list.extend(further);
        Ok(Self::new(list))
    }

    /// All countries, in the order they were given in.
    pub fn list(&self) -> &[Country] {
        &self.list
    }

    /// The country that a text names: a name in English, Chinese or another form that is known, or
    /// ISO's three capitals. Two letters are no name but for UK, US and EL, nor are small ones of
    /// three that are a word; codes of two letters and of other lists are read where a whole column
    /// has them ([`super::Naming`]). `None` for everything else, and for names that are of two
    /// countries, such as *Korea*.
    pub fn find(&self, text: &str) -> Option<&Country> {
        let text = without_note(text.trim());
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let is_capitals = text.bytes().all(|byte| byte.is_ascii_uppercase());
        if text.len() == 3 && is_capitals {
            let by_code = self.list.iter().find(|country| country.iso3 == text);
            if by_code.is_some() {
                return by_code;
            }
        }
        // *us*, *uk* and *car* are words, CAR is not.
        if matches!(text.len(), 1 | 2) && text.is_ascii() && !is_capitals {
            return None;
        }
        if text.eq_ignore_ascii_case("car") && !is_capitals {
            return None;
        }
        let at = self.named(text).or_else(|| self.in_brackets(text)).or_else(|| {
            // Korea, North; Guinea, Equatorial: but not two countries.
            let (name, before) = text.split_once(", ")?;
            let is_one = !before.contains(',') && self.named(before).is_none();
            if is_one { self.named(&format!("{before} {name}")) } else { None }
        })?;
        self.list.get(at)
    }

    fn named(&self, text: &str) -> Option<usize> {
        let words = fold(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        self.known(&words).or_else(|| self.formal(&words))
    }

    /// A name with another one of the same country in brackets, or what the country was:
    /// *Yemen (North Yemen)*, *DR Congo (Zaire)*, *Micronesia (country)*.
    fn in_brackets(&self, text: &str) -> Option<usize> {
        let (name, other) = text.strip_suffix([')', '\u{ff09}'])?.split_once(['(', '\u{ff08}'])?;
        let at = self.named(name.trim())?;
        let iso3 = self.list.get(at)?.iso3.as_str();
        let key = fold(other).concat();
        let was = |(of, names): &(&str, &[&str])| {
            *of == iso3 && names.iter().any(|name| fold(name).concat() == key)
        };
        let is_same = matches!(key.as_str(), "country" | "state" | "sovereignstate")
            || self.named(other.trim()) == Some(at)
            || self.find_code(CodeList::Iso2, other.trim()) == self.list.get(at)
            || self.find_code(CodeList::Iso3, other.trim()) == self.list.get(at)
            || FORMER.iter().any(was);
        is_same.then_some(at)
    }

    /// Whether a text as a whole is one country, though it may be written with commas or slashes and
    /// nobody may know which.
    pub fn is_one(&self, text: &str) -> bool {
        let text = text.trim();
        let is_unclear = |text: &str| self.codes(&fold(text).concat()).is_some();
        let inverted = text.split_once(", ").map(|(name, before)| format!("{before} {name}"));
        self.find(text).is_some()
            || is_unclear(text)
            || inverted.is_some_and(|text| is_unclear(&text))
    }

    /// The names that places have in other languages, without those of two places and those that are unclear in
    /// English.
    fn in_languages(&self) -> &BTreeMap<String, usize> {
        self.in_languages.get_or_init(|| {
            let mut names: BTreeMap<String, Option<usize>> = BTreeMap::new();
            for line in self.languages.lines() {
                let Some((iso2, further)) = line.split_once(' ') else { continue };
                let Some(at) = self.list.iter().position(|country| country.iso2 == iso2) else {
                    continue;
                };
                for name in further.split('|').map(|name| fold(name).concat()) {
                    let is_short = name.is_ascii() && name.len() <= SHORT;
                    if !is_short && self.codes(&name).is_none() {
                        let of = names.entry(name).or_insert(Some(at));
                        *of = of.filter(|of| *of == at);
                    }
                }
            }
            names.into_iter().filter_map(|(name, at)| Some((name, at?))).collect()
        })
    }

    /// Those of these texts that are names of countries in other languages, as [`with_names`](Self::with_names)
    /// takes them.
    pub fn names_in_languages<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> BTreeMap<String, String> {
        let known = |text: &str| {
            let name = fold(without_note(text.trim())).concat();
            let at = self.in_languages().get(&name).filter(|_| !self.names.contains_key(&name))?;
            Some((name, self.list.get(*at)?.iso3.clone()))
        };
        texts.into_iter().filter_map(known).collect()
    }

    /// It with these folded names besides, each with the code of its country.
    pub fn with_names(&self, names: &BTreeMap<String, String>) -> Self {
        let at = |iso3: &String| self.list.iter().position(|country| country.iso3 == *iso3);
        let names = names.iter().filter_map(|(name, iso3)| Some((name.clone(), at(iso3)?)));
        Self { in_languages: OnceLock::from(names.collect::<BTreeMap<_, _>>()), ..self.clone() }
    }

    /// What the country with that code is called, for a search: its names in English and Chinese, folded.
    pub fn names_of<'n>(&'n self, iso3: &str) -> impl Iterator<Item = &'n str> {
        let at = self.list.iter().position(|country| country.iso3 == iso3);
        self.names.iter().filter(move |(_, of)| Some(**of) == at).map(|(name, _)| name.as_str())
    }

    fn known(&self, words: &[&str]) -> Option<usize> {
        let name = words.concat();
        self.names.get(&name).or_else(|| self.in_languages().get(&name)).copied()
    }

    /// A formal name without what says only what kind of state it is: *Kingdom of Thailand*,
    /// *Iran (Islamic Republic of)*, *Republic of the Union of Myanmar*, 越南社会主义共和国.
    fn formal(&self, words: &[&str]) -> Option<usize> {
        if self.is_unclear(words) {
            return None;
        }
        let formal =
            |words: &[&str]| words.iter().all(|word| *word == "of" || FORMAL.contains(word));
        if let Some(of) = words.iter().rposition(|word| *word == "of")
            && of > 0
            && let (Some(before), Some(behind)) = (words.get(..of), words.get(of + 1..))
        {
            if formal(before) && !self.is_unclear(behind) {
                return self.known(behind);
            }
            let name = before.iter().take_while(|word| !FORMAL.contains(*word)).count();
            let (name, kind) = before.split_at(name);
            if behind.is_empty() && formal(kind) && !self.is_unclear(name) {
                return self.known(name);
            }
        }
        let [only] = words else { return None };
        let name = FORMAL_ZH.iter().find_map(|kind| only.strip_suffix(kind))?;
        if self.is_unclear(&[name]) { None } else { self.known(&[name]) }
    }

    /// The codes of the countries that a folded name may mean.
    fn codes(&self, name: &str) -> Option<&'static [&'static str]> {
        self.unclear.iter().find(|(unclear, _)| unclear == name).map(|(_, codes)| *codes)
    }

    fn is_unclear(&self, words: &[&str]) -> bool {
        self.codes(&words.concat()).is_some()
    }

    /// Countries that a text which [`Self::find`] does not know may mean: those of an unclear
    /// name, else those with the most similar names, at most three. Never to be applied unasked.
    pub fn suggest(&self, text: &str) -> Vec<&Country> {
        if text.len() > LONGEST {
            return Vec::new();
        }
        let words = fold(text);
        let key = words.concat();
        if is_code_like(text) {
            let mut found: Vec<&Country> = Vec::new();
            for country in CodeList::ALL.iter().filter_map(|list| self.find_code(*list, text)) {
                if !found.contains(&country) {
                    found.push(country);
                }
            }
            found.truncate(SUGGESTED);
            return found;
        }
        let inverted = text.split_once(", ").map(|(name, before)| format!("{before} {name}"));
        let inverted = inverted.and_then(|text| self.codes(&fold(&text).concat()));
        if let Some(codes) = self.codes(&key).or(inverted) {
            return self
                .list
                .iter()
                .filter(|country| codes.contains(&country.iso3.as_str()))
                .collect();
        }
        let letters: Vec<char> = key.chars().collect();
        // A name of three letters is similar to too many, as is any in Chinese with two.
        let most = match letters.len() {
            _ if !key.is_ascii() => usize::from(letters.len() > 2),
            0..4 => return Vec::new(),
            4..7 => 1,
            _ => 2,
        };
        let mut similar: Vec<(usize, usize)> = Vec::new();
        for (name, at) in &self.names {
            if name.len() <= 3 {
                continue;
            }
            let distance = distance(&letters, name, most);
            if let Some(distance) = distance {
                match similar.iter_mut().find(|(_, known)| known == at) {
                    Some(known) => known.0 = known.0.min(distance),
                    None => similar.push((distance, *at)),
                }
            }
        }
        ordered(similar, &Ord::cmp)
            .iter()
            .take(SUGGESTED)
            .filter_map(|(_, at)| self.list.get(*at))
            .collect()
    }
}

/// A text without the mark of a footnote behind it: *Laos[b]*, *Laos [2]*, *Laos\**, *Laos¹*.
fn without_note(text: &str) -> &str {
    let text = text
        .trim_end_matches(['*', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}'])
        .trim_end();
    let Some((name, note)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) else {
        return text;
    };
    let is_note =
        note.len() <= 8 && note.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
    if is_note { without_note(name.trim_end()) } else { text }
}

/// How many letters have to be put in, left out or changed, if at most so many (Levenshtein).
fn distance(letters: &[char], name: &str, most: usize) -> Option<usize> {
    let length = name.chars().count();
    if length.abs_diff(letters.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    // The row has a place for each letter and one more, so none of these is beyond it.
    for (at, c) in name.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (letter, of) in letters.iter().zip(1..) {
            let change = diagonal + usize::from(*letter != c);
            diagonal = row[of];
            row[of] = change.min(row[of] + 1).min(row[of - 1] + 1);
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}
