//! What else readers call what the dataset names, for the search.

use serde::Deserialize;

/// Other names of a country, a topic, a forum, an organization or an agency (`data/other_names.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherNames {
    /// Kind and what it is about, with a blank between.
    pub id: String,
    /// What is named.
    pub kind: NamedKind,
    /// The country's or the agency's id, or the codebook's word.
    pub of: String,
    /// Its other names.
    pub names: Vec<String>,
}

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NamedKind {
    /// A country of `countries.json`.
    Country,
    /// A topic of the codebook.
    Topic,
    /// A forum of the codebook.
    Forum,
    /// An organization of the codebook.
    Organization,
    /// An agency of `agencies.json`.
    Agency,
}
