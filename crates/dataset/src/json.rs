//! From the JSON text of one file to its records, or to the place of what does not fit.

use std::fmt::Write;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment, Track};

use super::object::{Object, objects};
use super::parse::{At, ParseError};

/// Longest part of a key that is told in a place, in characters: keys of people who edit the file
/// are shorter.
const KEY_MAX: usize = 40;

/// Reads a file that is one record.
pub(super) fn record<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, ParseError> {
    let Object(record) = read(file, text, None)?;
    Ok(record)
}

/// Reads a file that is a list of records. An error names a record by what it has under the key
/// `id`, and by its position from 0 if that is no text or blank.
pub(super) fn records<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
    id: &str,
) -> Result<Vec<T>, ParseError> {
    #[derive(Deserialize)]
    #[serde(transparent, bound = "T: Deserialize<'de>")]
    struct Records<T>(#[serde(deserialize_with = "objects")] Vec<T>);

    let Records(records) = read(file, text, Some(id))?;
    Ok(records)
}

fn read<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
    id: Option<&str>,
) -> Result<T, ParseError> {
    // Editors on some systems put a byte order mark in front, which JSON does not allow.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = Track::new();
    let value = T::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    let value = value.and_then(|value| json.end().map(|()| value));
    value.map_err(|error| explain(file, text, id, &error, &track.path()))
}

/// Says where the first error in a text is: of its syntax, if there is any, or else of its content.
fn explain(
    file: &'static str,
    text: &str,
    id: Option<&str>,
    error: &serde_json::Error,
    path: &Path,
) -> ParseError {
    let syntax = |error: &serde_json::Error| ParseError {
        file,
        at: At::Text { line: error.line(), column: error.column() },
        message: without_position(error),
    };
    match serde_json::from_str(text) {
        Err(error) => syntax(&error),
        Ok(_) if !error.is_data() => syntax(error),
        Ok(value) => {
            let place = place(path, &value, id);
            let at = if place.is_empty() { At::File } else { At::Place(place) };
            let (line, column) = (error.line(), error.column());
            let message = format!("{} (line {line}, column {column})", without_position(error));
            ParseError { file, at, message }
        }
    }
}

/// What is wrong, without the place in the text.
fn without_position(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    full.strip_suffix(&position).unwrap_or(&full).to_owned()
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

#[cfg(test)]
mod tests {
    use super::super::tables::Country;
    use super::*;

    /// What is wrong with a file of countries.
    fn error(text: &str) -> Option<String> {
        let countries = records::<Country>("countries.json", text, "iso3");
        countries.err().map(|error| error.to_string())
    }

    #[test]
    fn names_file_line_and_column_once() {
        let expected = "countries.json, line 2, column 5: expected value";
        assert_eq!(error("[\n {},,").as_deref(), Some(expected));
    }

    #[test]
    fn a_fault_of_the_syntax_comes_before_one_of_the_content() {
        let expected = "countries.json, line 2, column 5: expected value";
        assert_eq!(error("[{\"iso3\": 7},\n {},,]").as_deref(), Some(expected));
    }

    #[test]
    fn names_a_record_by_its_id_or_its_position() {
        let mut record = r#"{"iso3": 7, "iso2": "AF", "name_en": "a", "name_zh": "b"}"#.to_owned();
        let expected = "countries.json: [0] iso3: invalid type: integer `7`, expected a string \
                        (line 1, column 11)";
        assert_eq!(error(&format!("[{record}]")).as_deref(), Some(expected));
        record = record.replace('7', r#""AFG""#);
        assert_eq!(error(&format!("[{record}]")), None);
        record = record.replace("iso2", "iso");
        let expected = "countries.json: AFG iso: unknown field `iso`, expected one of `iso3`, \
                        `iso2`, `m49`, `name_en`, `name_zh`, `region` (line 1, column 22)";
        assert_eq!(error(&format!("[{record}]")).as_deref(), Some(expected));
    }

    #[test]
    fn takes_a_byte_order_mark() {
        assert_eq!(error("\u{feff}[]"), None);
    }
}
