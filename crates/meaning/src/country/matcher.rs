//! Finds the country that a name or a code stands for.

use std::collections::BTreeMap;

use explorer_order::ordered;
use explorer_reader::json::{Node, parse};

use super::fold::fold;
use super::variants::{FORMAL, FORMAL_ZH, UNCLEAR, VARIANTS};

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
}

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
            for name in [&country.name_en, &country.name_zh, &country.iso3] {
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
        Self { list, names, unclear }
    }

    /// The countries of a JSON list such as `data/countries.json`.
    ///
    /// # Errors
    /// What is wrong with it and where.
    pub fn from_json(json: &str) -> Result<Self, String> {
        let Ok(Node::List(items)) = parse(json) else {
            return Err("expected a list of countries in JSON".to_owned());
        };
        let mut list = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let text = |key: &str| match item.get(key) {
                Some(Node::Text(text)) => Ok(text.to_string()),
                _ => Err(format!("[{at}].{key}: expected a text")),
            };
            let (iso3, iso2) = (text("iso3")?, text("iso2")?);
            list.push(Country { iso3, iso2, name_en: text("name_en")?, name_zh: text("name_zh")? });
        }
        Ok(Self::new(list))
    }

    /// All countries, in the order they were given in.
    pub fn list(&self) -> &[Country] {
        &self.list
    }

    /// The country that a text names, surely: by its English or Chinese name, a known variant,
    /// its formal name, ISO alpha-3 in any case, or ISO alpha-2 in capitals (in small letters they
    /// are words: *in*, *no*, *is*). `None` for everything else, and for names that are of two
    /// countries, such as *Korea*.
    pub fn find(&self, text: &str) -> Option<&Country> {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let by_code = self.list.iter().find(|country| country.iso2 == text);
            // UK and EU’s EL are no ISO codes, but no other country’s either.
            if by_code.is_some() {
                return by_code;
            }
        } else if text.len() == 2 && text.is_ascii() {
            return None;
        }
        let words = fold(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let at = self.known(&words).or_else(|| self.formal(&words))?;
        self.list.get(at)
    }

    fn known(&self, words: &[&str]) -> Option<usize> {
        self.names.get(&words.concat()).copied()
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
        if let Some(codes) = self.codes(&key) {
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
