//! What may be meant by a word that no record has.

use std::collections::BTreeMap;

use strsim::osa_distance;

use super::Search;

/// How many words are offered for one without a hit.
const OFFERED: usize = 3;

/// Words that some records have, for a word of a query that none has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The word without a hit.
    pub word: String,
    /// What is near it, the nearest and then the most frequent first.
    pub near: Vec<String>,
}

/// Suggestions for the words of a query that occur in none of the texts, which are indexed.
pub fn near(search: &Search, texts: &[&str]) -> Vec<Suggestion> {
    let missing = search.without_hit(texts);
    if missing.is_empty() {
        return Vec::new();
    }
    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for word in texts.iter().flat_map(|text| text.split(' ')).filter(|word| !word.is_empty()) {
        *frequency.entry(word).or_default() += 1;
    }
    missing.into_iter().map(|word| of(word, &frequency)).collect()
}

fn of(word: &str, frequency: &BTreeMap<&str, usize>) -> Suggestion {
    let letters = word.chars().count();
    // One slip in a short word, two in a longer one.
    let most = if letters < 6 { 1 } else { 2 };
    let mut found: Vec<(usize, usize, &str)> = frequency
        .iter()
        .filter(|(known, _)| known.chars().count().abs_diff(letters) <= most && letters > 2)
        .map(|(known, count)| (osa_distance(word, known), usize::MAX - count, *known))
        .filter(|(distance, ..)| *distance <= most)
        .collect();
    found.sort_unstable();
    let near = found.into_iter().take(OFFERED).map(|(.., known)| known.to_owned()).collect();
    Suggestion { word: word.to_owned(), near }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index;

    #[test]
    fn offers_what_is_near_a_word_without_a_hit() {
        let texts = [index("Vietnam narcotics police"), index("Vietnam, Viet Nam")];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let near = |query: &str| near(&Search::new(query), &texts);
        assert_eq!(near("vietnam"), []);
        let offered = near("police vitenam xyzzy");
        assert_eq!(offered.len(), 2);
        assert_eq!(
            (offered[0].word.as_str(), offered[0].near.as_slice()),
            ("vitenam", &["vietnam".to_owned()][..])
        );
        assert!(offered[1].near.is_empty());
    }
}
