//! What the paper prints: its figures and tables, and its numbers.

use std::fmt;

use serde::de::{Error, IgnoredAny, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

/// A figure or table of the paper (`data/figures_and_tables.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exhibit {
    /// `figure-1` to `figure-9`, `table-1` to `table-3`.
    pub id: String,
    /// What it is about, in our words.
    pub title: String,
    /// What the paper shows in it, as far as its text says.
    pub what_it_shows: String,
    /// What the explorer draws in its place.
    pub here: String,
    /// Why that differs from the paper, and what is missing.
    pub differs: String,
    /// The same in the explorer, as a link from `#` on.
    pub view: String,
    /// What the view shows, where that is something else: then nothing is drawn in the exhibit's place.
    pub instead: Option<String>,
    /// Ids of the numbers that say how far the open dataset reaches here.
    pub numbers: Vec<String>,
    /// What it takes to rebuild the exhibit; for whoever edits the file.
    data_needed: IgnoredAny,
    /// Where the paper's text speaks of the exhibit; for whoever edits the file.
    text_evidence: IgnoredAny,
}

/// A number that the paper prints (`data/published_figures.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedNumber {
    /// Slug, unique.
    pub id: String,
    /// What it states, in our words.
    pub statement: String,
    /// As printed, without its unit: most are whole numbers.
    #[serde(deserialize_with = "printed")]
    pub value: String,
    /// Of what.
    pub unit: String,
    /// Heading that it stands under; those of a group stand side by side.
    pub group: String,
    /// Section of the paper.
    pub paper_section: String,
    /// The view that shows it, as a link from `#` on; `None` if nothing in the dataset gives it.
    pub view: Option<String>,
    /// The view that it is a share of, in percent.
    pub share_of: Option<String>,
    /// The region whose place by the view's measure it is.
    pub rank_of: Option<String>,
    /// The pledge whose quantity it is.
    pub pledge: Option<String>,
    /// The view that counts the same in the other unit, where the paper's unit could mean events or
    /// interactions.
    pub other_view: Option<String>,
    /// Why what the dataset gives is not of the same thing, so that neither difference nor ratio says
    /// anything.
    pub unlike: Option<String>,
    /// What is right, where it is a slip of the paper rather than a number that it states.
    pub erratum: Option<String>,
    /// Where the paper's numbers do not add up, or what to know of this one.
    #[serde(rename = "consistency_note")]
    pub note: Option<String>,
    /// What is counted, for whoever edits the file; the view says it as well.
    scope: IgnoredAny,
    /// The note of the paper that has the number; for whoever edits the file.
    note_number: IgnoredAny,
    /// Whether records can give the number; for whoever edits the file.
    computable_from_records: IgnoredAny,
    /// How records give the number; for whoever edits the file.
    how: IgnoredAny,
}

impl PublishedNumber {
    /// Whether the dataset can give it.
    pub fn is_computable(&self) -> bool {
        self.view.is_some() || self.pledge.is_some()
    }
}

/// A number as it is printed: a whole one, or a text where it is something else.
fn printed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Printed;

    impl Visitor<'_> for Printed {
        type Value = String;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a whole number from 0 to 4294967295 or a string")
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<String, E> {
            match u32::try_from(number) {
                Ok(number) => Ok(number.to_string()),
                Err(_) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
            }
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }
    }

    deserializer.deserialize_any(Printed)
}
