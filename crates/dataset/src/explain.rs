//! Names the record and the field that an error in a file is in.

use std::fmt::Write;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::json::{in_text, without_position};
use super::parse::{At, ParseError};

/// Longest part of a key that is told in a place, in characters: keys of people who edit the file
/// are shorter.
const KEY_MAX: usize = 40;

/// Says where the first error of a text is: the first of its syntax, or else the first of its content.
/// `error` is what reading it as a `T` gave, and `id` the key that names the records of a list.
///
/// Reads the text again, because keeping the path costs more time than the reading itself.
pub(super) fn explain<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
    id: Option<&str>,
    error: &serde_json::Error,
) -> ParseError {
    let content = match serde_json::from_str(text) {
        Ok(content) => content,
        Err(error) => return in_text(file, &error),
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let Err(error) = serde_path_to_error::deserialize::<_, T>(&mut json) else {
        return in_text(file, error);
    };
    let place = place(error.path(), &content, id);
    let at = if place.is_empty() { At::File } else { At::Place(place) };
    let error = error.into_inner();
    let (line, column) = (error.line(), error.column());
    let message = format!("{} (line {line}, column {column})", without_position(&error));
    ParseError { file, at, message }
}

/// A path in words, such as `2022-08-19-mps-sco counterparts[0].country`; empty for the file itself.
fn place(path: &Path, file: &Value, id: Option<&str>) -> String {
    let mut place = String::new();
    for (depth, segment) in path.iter().enumerate() {
        match segment {
            Segment::Seq { index } => {
                let record = if depth == 0 { file.get(index) } else { None };
                let name = record.and_then(|record| record.get(id?)?.as_str());
                match name.filter(|name| !name.trim().is_empty()) {
                    Some(name) => place.push_str(name),
                    // Writing to a string does not fail.
                    None => _ = write!(place, "[{index}]"),
                }
            }
            Segment::Map { key } => {
                // A record of the file is named before its fields, and not a part of a path.
                let is_field_of_record = depth == 1 && file.is_array();
                let plain = is_plain(key);
                match (is_field_of_record, plain) {
                    (true, _) => place.push(' '),
                    (false, true) if depth > 0 => place.push('.'),
                    (false, _) => {}
                }
                let short: String = key.chars().take(KEY_MAX).collect();
                _ = if plain { write!(place, "{short}") } else { write!(place, "[{short:?}]") };
            }
            // The records have no enumerations with values, and JSON has no keys but texts.
            Segment::Enum { .. } | Segment::Unknown => place.push('?'),
        }
    }
    place
}

/// Whether a key can be told from the words around it without quotation marks.
fn is_plain(key: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    !key.is_empty() && key.chars().all(plain)
}
