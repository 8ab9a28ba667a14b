//! What the explorer's dataset knows of agencies, officials and words.

use std::collections::BTreeMap;
use std::rc::Rc;

use explorer_meaning::country::{Countries, fold};
use explorer_reader::json::{Node, parse};

use crate::choices::folded;
use crate::spellings::usual;
use crate::vocabulary::Vocabulary;

/// A word that a cell can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// As records have it.
    pub word: String,
    /// As the page shows it.
    pub label: String,
}

/// What is known of an official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownOfficial {
    pub agency: String,
    pub rank: String,
}

/// The agencies, officials, countries and words that rows are compared with.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    words: BTreeMap<Vocabulary, Vec<Known>>,
    /// By folded spelling; `None` if it is of two.
    spellings: BTreeMap<Vocabulary, BTreeMap<String, Option<usize>>>,
    officials: BTreeMap<String, KnownOfficial>,
    ids: BTreeMap<Vocabulary, Vec<String>>,
    /// Codes of the countries of the dataset.
    iso3: Vec<String>,
    countries: Option<Rc<Countries>>,
}

/// The lists of `codebook.json`, by their names there.
const LISTS: [(Vocabulary, &str); 8] = [
    (Vocabulary::Rank, "ranks"),
    (Vocabulary::Format, "formats"),
    (Vocabulary::Channel, "channels"),
    (Vocabulary::Office, "offices"),
    (Vocabulary::Topic, "topics"),
    (Vocabulary::Forum, "forums"),
    (Vocabulary::Organization, "organizations"),
    (Vocabulary::Confidence, "confidences"),
];

/// The texts that [`Tables`] are read from, each as the file of that name has it.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableTexts<'t> {
    /// `codebook.json`
    pub codebook: &'t str,
    /// `agencies.json`
    pub agencies: &'t str,
    /// `officials.json`
    pub officials: &'t str,
    /// `countries.json`
    pub countries: &'t str,
    /// `other_names.json`
    pub other_names: &'t str,
}

impl Tables {
    /// Reads the tables. What is missing in a text is not known; the build has checked them.
    pub fn read(texts: TableTexts<'_>, countries: Rc<Countries>) -> Self {
        let mut tables = Self { countries: Some(countries), ..Self::default() };
        for item in items(texts.countries) {
            tables.iso3.extend(text(&item, "iso3"));
        }
        for item in items(texts.agencies) {
            let Some(id) = text(&item, "id") else { continue };
            let names = [text(&item, "name_en"), text(&item, "name_zh")];
            tables.add(Vocabulary::Agency, &id, &id, names.into_iter().flatten());
        }
        for item in items(texts.officials) {
            let Some(name) = text(&item, "name_en") else { continue };
            let of = |key| text(&item, key).unwrap_or_default();
            let known = KnownOfficial { agency: of("agency"), rank: of("rank") };
            tables.officials.insert(name.clone(), known);
            tables.ids.entry(Vocabulary::Official).or_default().extend(text(&item, "id"));
            let names = [text(&item, "id"), text(&item, "name_zh")];
            tables.add(Vocabulary::Official, &name, &name, names.into_iter().flatten());
        }
        if let Ok(codebook) = parse(texts.codebook)
            && let Some(vocabularies) = codebook.get("vocabularies")
        {
            for (vocabulary, list) in LISTS {
                let Some(Node::List(words)) = vocabularies.get(list) else { continue };
                for item in words {
                    let Some(word) = text(item, "word") else { continue };
                    let label = text(item, "label").unwrap_or_else(|| word.clone());
                    let id = text(item, "id");
                    tables.ids.entry(vocabulary).or_default().extend(id.clone());
                    tables.add(vocabulary, &word, &label, id.into_iter());
                }
            }
        }
        for item in items(texts.other_names) {
            let (Some(kind), Some(of)) = (text(&item, "kind"), text(&item, "of")) else { continue };
            let Some(vocabulary) = Vocabulary::from_key(&kind) else { continue };
            let Some(Node::List(names)) = item.get("names") else { continue };
            for name in names {
                if let Node::Text(name) = name {
                    tables.also(vocabulary, &of, name);
                }
            }
        }
        tables
    }

    fn add(
        &mut self,
        vocabulary: Vocabulary,
        word: &str,
        label: &str,
        more: impl Iterator<Item = String>,
    ) {
        let words = self.words.entry(vocabulary).or_default();
        words.push(Known { word: word.to_owned(), label: label.to_owned() });
        for spelling in [word.to_owned(), label.to_owned()].into_iter().chain(more) {
            self.also(vocabulary, word, &spelling);
        }
    }

    fn also(&mut self, vocabulary: Vocabulary, word: &str, spelling: &str) {
        let words = self.words.get(&vocabulary);
        let Some(at) = words.and_then(|words| words.iter().position(|known| known.word == word))
        else {
            return;
        };
        let spellings = self.spellings.entry(vocabulary).or_default();
        let known = spellings.entry(key(vocabulary, spelling)).or_insert(Some(at));
        if *known != Some(at) {
            *known = None;
        }
    }

    /// The words of a list, in its order. Of counterparts and venues these are the organizations; countries
    /// are [`Tables::countries`].
    pub fn words(&self, vocabulary: Vocabulary) -> &[Known] {
        let vocabulary = match vocabulary {
            Vocabulary::Counterpart => Vocabulary::Organization,
            other => other,
        };
        self.words.get(&vocabulary).map_or(&[], Vec::as_slice)
    }

    /// The word that a cell means; none that is sure if `None`.
    pub(crate) fn find(&self, vocabulary: Vocabulary, text: &str) -> Option<&str> {
        let known = self.spellings.get(&vocabulary)?;
        let at = match known.get(&key(vocabulary, text)) {
            Some(at) => *at,
            None => {
                let word = usual(vocabulary, text)?;
                known.get(&key(vocabulary, word)).copied().flatten()
            }
        };
        self.words.get(&vocabulary)?.get(at?).map(|known| known.word.as_str())
    }

    /// What is known of an official of that name.
    pub(crate) fn official(&self, name: &str) -> Option<&KnownOfficial> {
        self.officials.get(name)
    }

    /// The ids that words of a list have in links.
    pub(crate) fn ids(&self, vocabulary: Vocabulary) -> &[String] {
        self.ids.get(&vocabulary).map_or(&[], Vec::as_slice)
    }

    /// Whether the dataset has a country with that code.
    pub(crate) fn has_country(&self, iso3: &str) -> bool {
        self.iso3.iter().any(|known| known == iso3)
    }

    /// The places of the world.
    pub fn countries(&self) -> Option<&Countries> {
        self.countries.as_deref()
    }
}

/// What spellings of a word have in common. Names of people are written in two orders.
fn key(vocabulary: Vocabulary, text: &str) -> String {
    if vocabulary != Vocabulary::Official {
        return folded(text);
    }
    let mut words = fold(text);
    words = explorer_order::ordered(words, &String::cmp);
    let key = words.concat();
    if key.is_empty() { text.trim().to_owned() } else { key }
}

fn items(json: &str) -> Vec<Node<'_>> {
    match parse(json) {
        Ok(Node::List(items)) => items,
        _ => Vec::new(),
    }
}

fn text(node: &Node<'_>, key: &str) -> Option<String> {
    match node.get(key)? {
        Node::Text(text) => Some(text.to_string()),
        _ => None,
    }
}
