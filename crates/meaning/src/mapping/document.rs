//! A mapping as JSON, to be saved.
//!
//! Read and written by hand, so that what is wrong is named by its place in the words of the
//! document, and the page carries one JSON parser less.

use std::collections::BTreeMap;
use std::fmt;

use explorer_reader::date::{DateForm, Order};
use explorer_reader::json::{Node, parse, quote};
use explorer_reader::number::Decimal;

use super::column::{ColumnMapping, Mapping, Role};
use super::meaning::Meaning;

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
                        form.serial
                    ));
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
            text.push('}');
        }
        text.push_str("\n  ],\n  \"countries\": {");
        for (at, (name, code)) in self.countries.iter().enumerate() {
            text.push_str(if at > 0 { ",\n    " } else { "\n    " });
            text.push_str(&format!("{}: {}", quote(name), quote(code)));
        }
        text.push_str(if self.countries.is_empty() { "}\n}\n" } else { "\n  }\n}\n" });
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
        known_keys(&root, "", &["version", "header", "columns", "countries"])?;
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
        Ok(Self { header, columns, countries })
    }
}

const ORDERS: [(&str, Order); 3] = [
    ("month-first", Order::MonthFirst),
    ("day-first", Order::DayFirst),
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
        "date" => &["name", "role", "meaning", "order", "serial"],
        "multi-value" => &["name", "role", "meaning", "separator"],
        "number" => &["name", "role", "meaning", "decimal"],
        _ => &["name", "role", "meaning"],
    }
}

fn column(node: &Node<'_>, place: &str) -> Result<ColumnMapping, MappingError> {
    let name = text_of(node, place, "name")?.to_owned();
    let word = text_of(node, place, "role")?;
    let at = |key: &str| format!("{place}.{key}");
    let role = match word {
        "date" => Role::Date(DateForm { order: order(node, place)?, serial: serial(node, place)? }),
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
    Ok(ColumnMapping { name, role, meaning })
}

fn order(node: &Node<'_>, place: &str) -> Result<Order, MappingError> {
    let Some(word) = optional_text(node, place, "order")? else { return Ok(Order::Ambiguous) };
    match ORDERS.iter().find(|(known, _)| *known == word) {
        Some((_, order)) => Ok(*order),
        None => wrong(&format!("{place}.order"), one_of(word, &ORDERS.map(|(word, _)| word))),
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
