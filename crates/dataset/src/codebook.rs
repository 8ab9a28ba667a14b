//! The codebook: dataset identity, fields, and the vocabularies that words come from.

use serde::Deserialize;

use super::object::{object, objects};

/// `data/codebook.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codebook {
    /// Dataset title.
    pub title: String,
    /// Version, such as `1.0.0`.
    pub version: String,
    /// Date of the version, `YYYY-MM-DD`.
    pub released: String,
    /// Licence of the compilation, such as `CC BY 4.0`.
    pub licence: String,
    /// Fields of an event, in the order of the file.
    #[serde(deserialize_with = "objects")]
    pub fields: Vec<Field>,
    /// The vocabularies.
    #[serde(deserialize_with = "object")]
    pub vocabularies: Vocabularies,
}

/// One documented field of an event.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Key in `events.json`.
    pub name: String,
    /// What it holds.
    pub description: String,
}

/// All vocabularies, each in display order.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabularies {
    /// Ranks of Chinese officials, most senior first.
    #[serde(deserialize_with = "objects")]
    pub ranks: Vec<Word>,
    /// Formats of a meeting.
    #[serde(deserialize_with = "objects")]
    pub formats: Vec<Word>,
    /// Channels.
    #[serde(deserialize_with = "objects")]
    pub channels: Vec<Word>,
    /// Kinds of the counterpart's office.
    #[serde(deserialize_with = "objects")]
    pub offices: Vec<Word>,
    /// Topics.
    #[serde(deserialize_with = "objects")]
    pub topics: Vec<Word>,
    /// Forums and mechanisms that events name.
    #[serde(deserialize_with = "objects")]
    pub forums: Vec<Word>,
    /// Organizations that are counterparts.
    #[serde(deserialize_with = "objects")]
    pub organizations: Vec<Word>,
    /// Confidence of a record, best first.
    #[serde(deserialize_with = "objects")]
    pub confidences: Vec<Word>,
    /// What a statement of GSI support rests on.
    #[serde(deserialize_with = "objects")]
    pub gsi_bases: Vec<Word>,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// The word as records hold it.
    pub word: String,
    /// Its slug in links: lower-case ASCII letters, digits and single hyphens.
    pub id: String,
    /// How the page shows it; short enough for a chart's label.
    pub label: String,
    /// What it means, in one sentence.
    pub definition: String,
}
