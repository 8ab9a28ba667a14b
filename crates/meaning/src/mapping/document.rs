//! A mapping as JSON, to be saved.
//!
//! Read and written by hand, so that what is wrong is named by its place in the words of the
//! document, and the page carries one JSON parser less.

use std::collections::BTreeMap;
use std::fmt;

use explorer_reader::date::{Century, Count, DateForm, Order, Pairs};
use explorer_reader::json::{Node, parse, quote};
use explorer_reader::number::Decimal;

use super::column::{ColumnMapping, Mapping, Role};
use super::meaning::Meaning;
use crate::country::{CodeList, Naming};

/// The version of the document that is written.
const VERSION: &str = "1";

/// Why a document is no mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappingError {
    /// The place, such as `columns[2].role`; empty for the document itself.
    pub place: String,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            return f.write_str(&self.message);
        }
        write!(f, "{}: {}", self.place, self.message)
    }
}

impl std::error::Error for MappingError {}

fn wrong<T>(place: &str, message: impl Into<String>) -> Result<T, MappingError> {
    Err(MappingError { place: place.to_owned(), message: message.into() })
}

impl Mapping {
    /// The mapping as a JSON document.
    pub fn to_json(&self) -> String {
        let mut text = format!(
            "{{\n  \"version\": {VERSION},\n  \"header\": {},\n  \"columns\": [",
            quote(&self.header)
        );
        for (at, column) in self.columns.iter().enumerate() {
            text.push_str(if at > 0 { ",\n    {" } else { "\n    {" });
            text.push_str(&format!(
                "\"name\": {}, \"role\": \"{}\"",
                quote(&column.name),
                column.role.word()
            ));
            match column.role {
                Role::Date(form) => {
                    let order = ORDERS.iter().find(|(_, order)| *order == form.order);
                    let order = order.map_or("ambiguous", |(word, _)| word);
                    text.push_str(&format!(
                        ", \"order\": \"{order}\", \"serial\": {}",
                        form.count == Count::Days
                    ));
                    write_more(form, &mut text);
                }
                Role::MultiValue(separator) => {
                    text.push_str(&format!(", \"separator\": {}", quote(&separator.to_string())));
                }
                Role::Number(decimal) => {
                    let mark = MARKS.iter().find(|(_, mark)| *mark == decimal);
                    let mark = mark.map_or("ambiguous", |(word, _)| word);
                    text.push_str(&format!(", \"decimal\": \"{mark}\""));
                }
                _ => {}
            }
            if let Some(meaning) = column.meaning {
                text.push_str(&format!(", \"meaning\": \"{}\"", meaning.word()));
            }
            if let Some(codes) = column.naming.word() {
                text.push_str(&format!(", \"codes\": \"{codes}\""));
            }
            text.push('}');
        }
        text.push_str("\n  ],\n  \"countries\": {");
        for (at, (name, code)) in self.countries.iter().enumerate() {
            text.push_str(if at > 0 { ",\n    " } else { "\n    " });
            text.push_str(&format!("{}: {}", quote(name), quote(code)));
        }
        text.push_str(if self.countries.is_empty() { "}" } else { "\n  }" });
        if let Some(events) = &self.events {
            text.push_str(&format!(",\n  \"events\": {}", quote(events)));
        }
        let lists = self.words.iter().filter(|(_, words)| !words.is_empty());
        for (at, (list, words)) in lists.enumerate() {
            text.push_str(if at > 0 { ",\n    " } else { ",\n  \"words\": {\n    " });
            text.push_str(&format!("{}: {{", quote(list)));
            for (at, (word, stands_for)) in words.iter().enumerate() {
                let stands_for = stands_for.as_deref().map_or("null".to_owned(), quote);
                text.push_str(if at > 0 { ", " } else { "" });
                text.push_str(&format!("{}: {stands_for}", quote(word)));
            }
            text.push('}');
        }
        if self.words.values().any(|words| !words.is_empty()) {
            text.push_str("\n  }");
        }
        text.push_str("\n}\n");
        text
    }

    /// Reads a document that [`Self::to_json`] wrote, or somebody by hand.
    ///
    /// # Errors
    /// The first thing that is wrong, with its place.
    pub fn from_json(text: &str) -> Result<Self, MappingError> {
        let root = match parse(text.strip_prefix('\u{feff}').unwrap_or(text)) {
            Ok(root) => root,
            Err(error) => {
                let line = text.get(..error.at).unwrap_or_default().matches('\n').count() + 1;
                return wrong("", format!("no JSON: expected {} in line {line}", error.expected));
            }
        };
        known_keys(&root, "", &["version", "header", "columns", "countries", "events", "words"])?;
        match root.get("version") {
            Some(Node::Number(VERSION)) => {}
            Some(Node::Number(other)) => {
                return wrong(
                    "version",
                    format!("version {other} is not known here, only {VERSION}"),
                );
            }
            _ => return wrong("version", format!("expected the number {VERSION}")),
        }
        let header = text_of(&root, "", "header")?.to_owned();
        let Some(Node::List(items)) = root.get("columns") else {
            return wrong("columns", "expected a list of columns");
        };
        let mut columns: Vec<ColumnMapping> = Vec::new();
        let mut meant: BTreeMap<Meaning, usize> = BTreeMap::new();
        for (at, item) in items.iter().enumerate() {
            let place = format!("columns[{at}]");
            let column = column(item, &place)?;
            if let Some(before) = column.meaning.and_then(|meaning| meant.insert(meaning, at)) {
                let place = format!("{place}.meaning");
                return wrong(&place, format!("columns[{before}] has this meaning already"));
            }
            columns.push(column);
        }
        let mut countries = BTreeMap::new();
        match root.get("countries") {
            None => {}
            Some(Node::Record(fields)) => {
                for (name, code) in fields {
                    match code {
                        Node::Text(code) if is_code(code) => {
                            countries.insert(name.to_string(), code.to_string());
                        }
                        _ => {
                            let place = format!("countries.{name}");
                            return wrong(&place, "expected three capitals, an ISO alpha-3 code");
                        }
                    }
                }
            }
            Some(_) => return wrong("countries", "expected an object of names and codes"),
        }
        let events = optional_text(&root, "", "events")?.map(str::to_owned);
        let words = words(&root)?;
        Ok(Self { header, columns, countries, events, words })
    }
}

/// What words stand for, by list.
fn words(
    root: &Node<'_>,
) -> Result<BTreeMap<String, BTreeMap<String, Option<String>>>, MappingError> {
    let lists = match root.get("words") {
        None => return Ok(BTreeMap::new()),
        Some(Node::Record(lists)) => lists,
        Some(_) => return wrong("words", "expected an object of lists"),
    };
    let mut all = BTreeMap::new();
    for (list, words) in lists {
        let Node::Record(words) = words else {
            return wrong(&format!("words.{list}"), "expected an object of words");
        };
        let mut known = BTreeMap::new();
        for (word, stands_for) in words {
            let stands_for = match stands_for {
                Node::Null => None,
                Node::Text(text) => Some(text.to_string()),
                _ => {
                    let place = format!("words.{list}.{word}");
                    return wrong(&place, "expected the word that it stands for, or null");
                }
            };
            known.insert(word.to_string(), stands_for);
        }
        all.insert(list.to_string(), known);
    }
    Ok(all)
}

/// What a form has besides order and days of spreadsheets, if it has it.
fn write_more(form: DateForm, text: &mut String) {
    match form.century {
        Century::Ambiguous => {}
        Century::Until(last) => text.push_str(&format!(", \"until\": {last}")),
        Century::Beside(column) => text.push_str(&format!(", \"year-column\": {column}")),
    }
    if let Some((word, _)) = EPOCHS.iter().find(|(_, count)| *count == form.count) {
        text.push_str(&format!(", \"epoch\": \"{word}\""));
    }
    if let Some((word, _)) = PAIRS.iter().find(|(_, pairs)| *pairs == form.pairs) {
        text.push_str(&format!(", \"pairs\": \"{word}\""));
    }
}

const EPOCHS: [(&str, Count); 4] = [
    ("seconds", Count::Seconds),
    ("milliseconds", Count::Milliseconds),
    ("months", Count::Months),
    ("days-of-year", Count::DaysOfYear),
];

/// Months go without saying.
const PAIRS: [(&str, Pairs); 2] =
    [("fiscal-years", Pairs::FiscalYears), ("ambiguous", Pairs::Ambiguous)];

const ORDERS: [(&str, Order); 4] = [
    ("month-first", Order::MonthFirst),
    ("day-first", Order::DayFirst),
    ("year-first", Order::YearFirst),
    ("ambiguous", Order::Ambiguous),
];

const MARKS: [(&str, Decimal); 3] =
    [(".", Decimal::Point), (",", Decimal::Comma), ("ambiguous", Decimal::Ambiguous)];

fn is_code(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The keys each role has besides `name`, `role` and `meaning`.
fn keys_of(role: &str) -> &'static [&'static str] {
    match role {
        "date" => &[
            "name",
            "role",
            "meaning",
            "codes",
            "order",
            "serial",
            "until",
            "year-column",
            "epoch",
            "pairs",
        ],
        "multi-value" => &["name", "role", "meaning", "codes", "separator"],
        "number" => &["name", "role", "meaning", "codes", "decimal"],
        _ => &["name", "role", "meaning", "codes"],
    }
}

fn column(node: &Node<'_>, place: &str) -> Result<ColumnMapping, MappingError> {
    let name = text_of(node, place, "name")?.to_owned();
    let word = text_of(node, place, "role")?;
    let at = |key: &str| format!("{place}.{key}");
    let role = match word {
        "date" => Role::Date(date_form(node, place)?),
        "multi-value" => {
            let separator = text_of(node, place, "separator")?;
            let mut chars = separator.chars();
            match (chars.next(), chars.next()) {
                (Some(separator), None) => Role::MultiValue(separator),
                _ => return wrong(&at("separator"), "expected a single character"),
            }
        }
        "number" => match optional_text(node, place, "decimal")? {
            None => Role::Number(Decimal::Point),
            Some(word) => match MARKS.iter().find(|(known, _)| *known == word) {
                Some((_, mark)) => Role::Number(*mark),
                None => {
                    return wrong(&at("decimal"), one_of(word, &MARKS.map(|(word, _)| word)));
                }
            },
        },
        "category" => Role::Category,
        "text" => Role::Text,
        "link" => Role::Link,
        "ignored" => Role::Ignored,
        other => return wrong(&at("role"), one_of(other, &Role::WORDS)),
    };
    known_keys(node, place, keys_of(word))?;
    let meaning = match optional_text(node, place, "meaning")? {
        None => None,
        Some(word) => match Meaning::from_word(word) {
            Some(meaning) => Some(meaning),
            None => {
                let words: Vec<&str> = Meaning::all().map(Meaning::word).collect();
                return wrong(&at("meaning"), one_of(word, &words));
            }
        },
    };
    let naming = match optional_text(node, place, "codes")? {
        None => Naming::Names,
        Some(word) => match Naming::from_word(word) {
            Some(naming) => naming,
            None => return wrong(&at("codes"), one_of(word, &CodeList::ALL.map(CodeList::word))),
        },
    };
    Ok(ColumnMapping { name, role, meaning, naming })
}

fn date_form(node: &Node<'_>, place: &str) -> Result<DateForm, MappingError> {
    let order = chosen(node, place, "order", &ORDERS)?.unwrap_or_default();
    let pairs = chosen(node, place, "pairs", &PAIRS)?.unwrap_or_default();
    let count = match (serial(node, place)?, chosen(node, place, "epoch", &EPOCHS)?) {
        (true, Some(_)) => {
            return wrong(&within(place, "epoch"), "numbers are days already, as serial says");
        }
        (true, None) => Count::Days,
        (false, epoch) => epoch.unwrap_or_default(),
    };
    let until = whole_number(node, place, "until", "a year of four digits")?;
    let until = until.filter(|year| (100..=9999).contains(year));
    let beside = whole_number(node, place, "year-column", "the position of a column")?;
    let century = match (until, beside) {
        (Some(_), Some(_)) => {
            return wrong(&within(place, "year-column"), "the century is known already, by until");
        }
        (Some(last), None) => Century::Until(last.cast_signed()),
        (None, Some(column)) => Century::Beside(column),
        (None, None) => Century::Ambiguous,
    };
    Ok(DateForm { order, century, pairs, count })
}

/// The value of a key that is one of some words.
fn chosen<T: Copy, const N: usize>(
    node: &Node<'_>,
    place: &str,
    key: &str,
    known: &[(&str, T); N],
) -> Result<Option<T>, MappingError> {
    let Some(word) = optional_text(node, place, key)? else { return Ok(None) };
    match known.iter().find(|(known, _)| *known == word) {
        Some((_, value)) => Ok(Some(*value)),
        None => wrong(&within(place, key), one_of(word, &known.each_ref().map(|(word, _)| *word))),
    }
}

fn whole_number(
    node: &Node<'_>,
    place: &str,
    key: &str,
    expected: &str,
) -> Result<Option<u16>, MappingError> {
    match node.get(key) {
        None => Ok(None),
        Some(Node::Number(number)) if number.parse::<u16>().is_ok() => Ok(number.parse().ok()),
        Some(_) => wrong(&within(place, key), format!("expected {expected}")),
    }
}

fn serial(node: &Node<'_>, place: &str) -> Result<bool, MappingError> {
    match node.get("serial") {
        None => Ok(false),
        Some(Node::Flag(serial)) => Ok(*serial),
        Some(_) => wrong(&format!("{place}.serial"), "expected true or false"),
    }
}

fn one_of(found: &str, known: &[&str]) -> String {
    let found = explorer_reader::problem::shortened(found, 40);
    format!("\u{201c}{found}\u{201d} is none of {}", known.join(", "))
}

fn within(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

fn text_of<'n>(node: &'n Node<'_>, place: &str, key: &str) -> Result<&'n str, MappingError> {
    match optional_text(node, place, key)? {
        Some(text) => Ok(text),
        None => wrong(&within(place, key), "expected a text, which is missing"),
    }
}

fn optional_text<'n>(
    node: &'n Node<'_>,
    place: &str,
    key: &str,
) -> Result<Option<&'n str>, MappingError> {
    match node.get(key) {
        None => Ok(None),
        Some(Node::Text(text)) => Ok(Some(text)),
        Some(_) => wrong(&within(place, key), "expected a text"),
    }
}

fn known_keys(node: &Node<'_>, place: &str, known: &[&str]) -> Result<(), MappingError> {
    let Node::Record(fields) = node else { return wrong(place, "expected an object") };
    for (at, (key, _)) in fields.iter().enumerate() {
        if !known.contains(&key.as_ref()) {
            return wrong(
                &within(place, key),
                format!("unknown key, expected one of {}", known.join(", ")),
            );
        }
        if fields.iter().take(at).any(|(before, _)| before == key) {
            return wrong(&within(place, key), "the key stands here twice");
        }
    }
    Ok(())
}
