//! What happened around the meetings: dated events that are none themselves, to be marked on an axis of
//! time. They are context, not records: no version of the dataset counts them.

use serde::Deserialize;

use super::ParseError;
use super::date::PartialDate;
use super::event::Source;
use super::json::records;
use super::object::objects;

/// Something that happened (`data/around.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    /// Slug, unique.
    pub id: String,
    /// The day.
    pub date: PartialDate,
    /// What kind of thing.
    pub kind: AroundKind,
    /// A few words for a key, such as `Quarantine ends`.
    pub label: String,
    /// What happened, in a sentence.
    pub title: String,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
}

/// What kind of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AroundKind {
    /// An initiative was announced, or spelt out.
    Initiative,
    /// Somebody came into an office.
    Office,
    /// The border opened.
    Opening,
}

/// Reads `around.json`.
///
/// # Errors
/// Where and why the text is no such file.
pub fn parse_around(text: &str) -> Result<Vec<Around>, ParseError> {
    records("around.json", text, "id")
}
