//! From the JSON text of one file to its records.

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[cfg(not(target_arch = "wasm32"))]
use super::explain::explain;
use super::object::{Object, objects};
use super::parse::{At, ParseError};

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
    serde_json::from_str(text).map_err(|error| explain::<T>(file, text, id, &error))
}

/// The page only reads texts that the build has read before it, so line and column are enough there:
/// whatever can name the record and the field would be 16 kB of the first load.
#[cfg(target_arch = "wasm32")]
#[allow(clippy::extra_unused_type_parameters)] // It is called as the other one is.
fn explain<T>(
    file: &'static str,
    _: &str,
    _: Option<&str>,
    error: &serde_json::Error,
) -> ParseError {
    in_text(file, error)
}

/// An error at a line and a column of the text.
pub(super) fn in_text(file: &'static str, error: &serde_json::Error) -> ParseError {
    let at = At::Text { line: error.line(), column: error.column() };
    ParseError { file, at, message: without_position(error) }
}

/// What is wrong, without the place in the text.
pub(super) fn without_position(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    full.strip_suffix(&position).unwrap_or(&full).to_owned()
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
