//! The codebook: dataset identity, fields, and the vocabularies that words come from.

use super::reader::Reader;

/// `data/codebook.json`.
#[derive(Debug, Clone, PartialEq)]
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
    pub fields: Vec<Field>,
    /// The vocabularies.
    pub vocabularies: Vocabularies,
}

impl Codebook {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            title: reader.text("title"),
            version: reader.text("version"),
            released: reader.text("released"),
            licence: reader.text("licence"),
            fields: reader.list("fields", Field::read),
            vocabularies: reader.record("vocabularies", Vocabularies::read),
        }
    }
}

/// One documented field of an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Key in `events.json`.
    pub name: String,
    /// What it holds.
    pub description: String,
}

impl Field {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self { name: reader.text("name"), description: reader.text("description") }
    }
}

/// All vocabularies, each in display order.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabularies {
    /// Ranks of Chinese officials, most senior first.
    pub ranks: Vec<Word>,
    /// Formats of a meeting.
    pub formats: Vec<Word>,
    /// Channels.
    pub channels: Vec<Word>,
    /// Kinds of the counterpart's office.
    pub offices: Vec<Word>,
    /// Topics.
    pub topics: Vec<Word>,
    /// Forums and mechanisms that events name.
    pub forums: Vec<Word>,
    /// Organizations that are counterparts.
    pub organizations: Vec<Word>,
    /// Confidence of a record, best first.
    pub confidences: Vec<Word>,
    /// What a statement of GSI support rests on.
    pub gsi_bases: Vec<Word>,
}

impl Vocabularies {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            ranks: reader.list("ranks", Word::read),
            formats: reader.list("formats", Word::read),
            channels: reader.list("channels", Word::read),
            offices: reader.list("offices", Word::read),
            topics: reader.list("topics", Word::read),
            forums: reader.list("forums", Word::read),
            organizations: reader.list("organizations", Word::read),
            confidences: reader.list("confidences", Word::read),
            gsi_bases: reader.list("gsi_bases", Word::read),
        }
    }
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq)]
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

impl Word {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            word: reader.text("word"),
            id: reader.text("id"),
            label: reader.text("label"),
            definition: reader.text("definition"),
        }
    }
}
