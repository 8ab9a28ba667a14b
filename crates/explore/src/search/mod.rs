//! Full-text search: whole words and their beginnings, quoted phrases, other names of what is meant.

mod fold;
mod near;

use std::ops::Range;

pub use fold::fold;
use fold::fold_into;
pub use near::{Suggestion, near};

/// Words of up to so many letters are looked for as they stand: most words begin with some of them.
const SHORT: usize = 2;

/// A text as searches look through it: folded, its words with one blank before and behind each.
pub fn index(text: &str) -> String {
    let mut index = String::with_capacity(text.len() + 2);
    index.push(' ');
    let mut folded = String::new();
    for c in text.chars() {
        // Most characters are one of these, and searching thousands of events begins with all of their texts.
        if c.is_ascii_alphanumeric() {
            index.push(c.to_ascii_lowercase());
            continue;
        }
        folded.clear();
        fold_into(c, &mut folded);
        for c in folded.chars() {
            match is_between(c) {
                false => index.push(c),
                true if index.ends_with(' ') => {}
                true => index.push(' '),
            }
        }
    }
    if !index.ends_with(' ') {
        index.push(' ');
    }
    index
}

/// Whether a character of a folded text stands between words: blanks, punctuation, symbols.
fn is_between(c: char) -> bool {
    match c {
        '\0'..='\x7f' => !c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' | '×' | '÷' => true,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => true,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => true,
        _ => false,
    }
}

/// Whether a character is of a script that puts no blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}')
}

/// One thing that must occur: a word from its beginning, or a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// As it stands in an index, with the blanks that it needs around it.
    text: String,
}

impl Term {
    /// `words` are folded and have one blank between them.
    fn new(words: &str, is_whole: bool) -> Self {
        // Chinese is found within what is written together.
        if words.chars().any(is_unspaced) {
            return Self { text: words.to_owned() };
        }
        let is_whole = is_whole || (words.chars().count() <= SHORT);
        Self { text: format!(" {words}{}", if is_whole { " " } else { "" }) }
    }
}

/// A query: terms that must all occur, in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    terms: Vec<Term>,
    /// What is marked besides: by what name a record has something whose other name was looked for.
    also_marked: Vec<Term>,
}

impl Search {
    /// Reads a query. A query without words matches everything.
    pub fn new(query: &str) -> Self {
        Self::knowing(query, &[])
    }

    /// Reads a query; names of several words (indexed, see [`index`]) are looked for as a whole.
    pub fn knowing(query: &str, names: &[String]) -> Self {
        let mut terms = Vec::new();
        // What stands between quotation marks is every second part.
        let parts = query.split(['"', '\u{201c}', '\u{201d}', '\u{201e}', '«', '»']);
        let parts: Vec<&str> = parts.collect();
        for (at, part) in parts.iter().enumerate() {
            if at % 2 == 1 {
                // While a reader types, the last word may be a beginning.
                let is_closed = at + 1 < parts.len();
                let phrase = index(part);
                let phrase = phrase.trim();
                terms.extend((!phrase.is_empty()).then(|| Term::new(phrase, is_closed)));
                continue;
            }
            // What is written together belongs together: 3+3, O'Brien, an id.
            let words: Vec<String> = part
                .split_whitespace()
                .map(|word| index(word).trim().to_owned())
                .filter(|word| !word.is_empty())
                .collect();
            let mut rest = words.as_slice();
            while let [first, others @ ..] = rest {
                let known = (2..=rest.len()).rev().find(|count| {
                    let name = format!(" {} ", rest[..*count].join(" "));
                    names.contains(&name)
                });
                match known {
                    Some(count) => {
                        terms.push(Term::new(&rest[..count].join(" "), true));
                        rest = &rest[count..];
                    }
                    None => {
                        terms.push(Term::new(first, false));
                        rest = others;
                    }
                }
            }
        }
        Self { terms, also_marked: Vec::new() }
    }

    /// Marks names besides, each as a whole: those that records have for what somebody looks for by
    /// another name.
    pub fn also_marking<'n>(mut self, names: impl Iterator<Item = &'n str>) -> Self {
        let names = names.map(index).map(|name| Term::new(name.trim(), true));
        self.also_marked.extend(names.filter(|term| !term.text.trim().is_empty()));
        self
    }

    /// Whether some term occurs in one of these names, in full or from the beginning of a word.
    pub fn is_about(&self, names: &[String]) -> bool {
        let names: Vec<String> = names.iter().map(|name| index(name)).collect();
        self.terms.iter().any(|term| names.iter().any(|name| name.contains(&term.text)))
    }

    /// Whether all terms occur in a text that went through [`index`].
    pub fn matches(&self, index: &str) -> bool {
        self.terms.iter().all(|term| index.contains(&term.text))
    }

    /// The terms that none of the indexed texts has, as they are looked for.
    fn without_hit<'s>(&'s self, texts: &[&str]) -> Vec<&'s str> {
        let misses = |term: &&Term| !texts.iter().any(|text| text.contains(&term.text));
        self.terms.iter().filter(misses).map(|term| term.text.trim()).collect()
    }

    /// Where in a text some term stands: ranges of bytes, in order, apart from each other.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        // Character by character, so that each place of the index is one of the text.
        let mut index = String::from(" ");
        let mut places = vec![0];
        for (at, c) in text.char_indices() {
            let mut buffer = [0; 4];
            let folded = fold(c.encode_utf8(&mut buffer));
            let folded = match folded.chars().next() {
                Some(first) if is_between(first) => " ".to_owned(),
                _ => folded,
            };
            if folded == " " && index.ends_with(' ') {
                continue;
            }
            places.extend(std::iter::repeat_n(at, folded.len()));
            index.push_str(&folded);
        }
        places.push(text.len());
        index.push(' ');
        let mut marks: Vec<Range<usize>> = Vec::new();
        for term in self.terms.iter().chain(&self.also_marked) {
            let inner = term.text.trim();
            let before = term.text.len() - term.text.trim_start().len();
            for (at, _) in index.match_indices(&term.text) {
                let start = at + before;
                let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
                marks.push(place(start)..place(start + inner.len()));
            }
        }
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match apart.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => apart.push(mark),
            }
        }
        apart.retain(|mark| {
            mark.start < mark.end
                && text.is_char_boundary(mark.start)
                && text.is_char_boundary(mark.end)
        });
        apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_names_however_they_are_typed() {
        let text =
            index("Tô Lâm, General Secretary; Łukasz O\u{2019}Brien; 王小洪 (China-Vietnam 3+3)");
        for hit in [
            "to lam",
            "TÔ",
            "lukasz",
            "o'brien",
            "王小",
            "secretary lam",
            "sec",
            "",
            "  ",
            "\"to lam\"",
            "(lam)",
            "lam,",
            "general secretary.",
            "\u{ff08}王小洪\u{ff09}",
            "\u{201c}\u{ff08}王小洪\u{ff09}\u{201d}",
            "\u{ff34}\u{ff2f} lam",
            "vietnam\u{200b}",
            "\u{feff}lam",
            "3+3",
            "China-Vietnam",
            "vietnam",
            "\u{201c}General Secretary\u{201d}",
        ] {
            assert!(Search::new(hit).matches(&text), "{hit}");
        }
        for miss in
            ["lam to x", "陈", "retary", "ukas", "\"lam to\"", "t", "\"General Secret\"", "3+4"]
        {
            assert!(!Search::new(miss).matches(&text), "{miss}");
        }
    }

    #[test]
    fn a_known_name_is_looked_for_as_a_whole() {
        let names = [index("Viet Nam")];
        let (vietnam, other) = (index("Vietnam Viet Nam"), index("Namibia and Viet Tan"));
        assert!(Search::knowing("viet nam", &names).matches(&vietnam));
        assert!(!Search::knowing("Viet Nam", &names).matches(&other));
        // A name that nobody has told of is two words.
        assert!(Search::new("viet nam").matches(&other));
    }

    #[test]
    fn marks_what_matched() {
        let marked = |query: &str, text: &str| -> Vec<String> {
            Search::new(query).marks(text).into_iter().map(|mark| text[mark].to_owned()).collect()
        };
        assert_eq!(marked("lam", "Tô Lâm meets the Islamic bloc"), ["Lâm"]);
        assert_eq!(marked("to lam", "Tô  Lâm"), ["Tô", "Lâm"]);
        assert_eq!(marked("\"to lam\"", "With Tô Lâm."), ["Tô Lâm"]);
        assert_eq!(marked("王", "公安部长王小洪"), ["王"]);
        assert_eq!(marked("straße", "Strasse, Straße"), ["Strasse", "Straße"]);
    }

    proptest! {
        #[test]
        fn marks_are_within_the_text_and_there_wherever_it_matches(query in "[a-zß \"王'-]{0,12}", text in "[A-Za-zéß ,.王'-]{0,40}") {
            let search = Search::new(&query);
            let marks = search.marks(&text);
            for pair in marks.windows(2) {
                prop_assert!(pair[0].end < pair[1].start);
            }
            for mark in &marks {
                prop_assert!(text.get(mark.clone()).is_some());
            }
            if search.matches(&index(&text)) && !search.terms.is_empty() {
                prop_assert!(!marks.is_empty(), "{:?} in {:?}", query, text);
            }
        }
    }
}
