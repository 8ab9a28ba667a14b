//! Released versions of the dataset, each kept as one file (`data/versions/1.0.2.json.gz`).
//!
//! Such a file is a JSON object with the content of each file under the file's name, and it is never
//! written anew: the hash that citations name is that of its content. A list that a version did not
//! have yet is empty in it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::hash::{hash_of, significant};
use super::json::in_text;
use super::{Dataset, ParseError, Sources};

/// Where released versions are: in the project, and on a host of the page.
pub const FOLDER: &str = "data/versions";

/// The name of a version's file, which is packed by gzip.
pub fn file_name(version: &str) -> String {
    format!("{version}.json.gz")
}

/// A released version, unpacked: the text of each of its files.
#[derive(Debug)]
pub struct Release(BTreeMap<String, Box<RawValue>>);

impl Release {
    /// Takes apart the text of a kept version.
    ///
    /// # Errors
    /// If it is no JSON object. Whether its files are those of a dataset says [`Release::dataset`].
    pub fn read(text: &str) -> Result<Self, ParseError> {
        serde_json::from_str(text).map(Self).map_err(|error| in_text("versions", &error))
    }

    /// The texts of its files; of a list that it does not have, an empty one.
    pub fn sources(&self) -> Sources<'_> {
        let file = |name: &str| self.0.get(name).map_or("[]", |text| text.get());
        Sources {
            codebook: file("codebook.json"),
            agencies: file("agencies.json"),
            officials: file("officials.json"),
            countries: file("countries.json"),
            regions: file("regions.json"),
            gsi_support: file("gsi_support.json"),
            country_attributes: file("country_attributes.json"),
            gpscfl_participation: file("gpscfl_participation.json"),
            forums: file("forums.json"),
            pledges: file("pledges.json"),
            figures_and_tables: file("figures_and_tables.json"),
            published_figures: file("published_figures.json"),
            events: file("events.json"),
            withdrawn_events: file("withdrawn_events.json"),
            other_names: file("other_names.json"),
        }
    }

    /// Its records and tables.
    ///
    /// # Errors
    /// If a file is not one of a dataset, in words that name the file and the place in it.
    pub fn dataset(&self) -> Result<Dataset, ParseError> {
        Dataset::parse(&self.sources())
    }

    /// The content hash that its own page gave: that of the files that it has.
    pub fn content_hash(&self) -> String {
        let files = self.sources().files().into_iter();
        hash_of(files.filter(|(name, _)| self.0.contains_key(*name)))
    }
}

/// The text of a version as it is kept, made of the files that it has: everything that carries meaning.
pub fn kept<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let files: Vec<String> = files
        .map(|(name, text)| format!("\"{name}\":{}", significant(text).collect::<String>()))
        .collect();
    format!("{{{}}}\n", files.join(",\n"))
}
