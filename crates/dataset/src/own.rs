//! Records of a reader's own file: what is other in them than in the explorer's dataset.

use serde::Deserialize;

use super::codebook::Vocabularies;
use super::event::Event;
use super::json::record;
use super::object::{object, objects};
use super::tables::{Agency, Country, Official, Region};
use super::{Dataset, ParseError};

/// What stands for the rank or the confidence of a record of which the file does not say it.
pub const NOT_STATED: &str = "not stated";

/// Records that were made of a file, with the words, officials and places that only they have.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRecords {
    /// Name of the file.
    pub name: String,
    /// What the file has no column for, in the words of a saved mapping, such as `forum`.
    pub lacks: Vec<String>,
    /// Agencies that the dataset does not know.
    #[serde(deserialize_with = "objects")]
    pub agencies: Vec<Agency>,
    /// Officials that the dataset does not know.
    #[serde(deserialize_with = "objects")]
    pub officials: Vec<Official>,
    /// Words that the codebook does not have.
    #[serde(deserialize_with = "object")]
    pub words: Vocabularies,
    /// Places that are none of the dataset's countries.
    #[serde(deserialize_with = "objects")]
    pub countries: Vec<Country>,
    /// The region of these.
    #[serde(deserialize_with = "objects")]
    pub regions: Vec<Region>,
    /// Its events.
    #[serde(deserialize_with = "objects")]
    pub events: Vec<Event>,
}

impl OwnRecords {
    /// Reads what the view of a reader's own file hands over.
    ///
    /// # Errors
    /// If the text is none of such records.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        record("own records", text)
    }

    /// The records in the place of those of a dataset, whose tables they share. The dataset is then named
    /// after the file; it has no version, licence or date of release, and nothing is withdrawn.
    pub fn within(self, dataset: Dataset) -> Dataset {
        let Dataset {
            mut codebook, mut agencies, mut officials, mut countries, mut regions, ..
        } = dataset;
        let words = &mut codebook.vocabularies;
        for (all, own) in [
            (&mut words.ranks, self.words.ranks),
            (&mut words.offices, self.words.offices),
            (&mut words.topics, self.words.topics),
            (&mut words.forums, self.words.forums),
            (&mut words.organizations, self.words.organizations),
            (&mut words.confidences, self.words.confidences),
        ] {
            all.extend(own);
        }
        codebook.title = self.name;
        codebook.version = String::new();
        codebook.released = String::new();
        codebook.licence = String::new();
        agencies.extend(self.agencies);
        officials.extend(self.officials);
        countries.extend(self.countries);
        regions.extend(self.regions);
        Dataset {
            codebook,
            agencies,
            officials,
            countries,
            regions,
            events: self.events,
            withdrawn: Vec::new(),
            ..dataset
        }
    }
}
