//! The Lianyungang forum: its editions, and who is named as taking part.

use serde::Deserialize;

use super::date::PartialDate;
use super::event::Source;
use super::object::objects;

/// What an edition is named that did not take place.
const NOT_HELD: &str = "not held";

/// An edition of the Global Public Security Cooperation Forum (Lianyungang) or its predecessor
/// (`data/gpscfl_participation.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForumEdition {
    /// Year.
    pub edition: String,
    /// Name of the edition; `not held` where there was none.
    pub name: String,
    /// Days, in words, as far as seen.
    pub dates: Option<String>,
    /// City.
    pub city: Option<String>,
    /// Number of participants as reported, in words.
    pub participants: Option<String>,
    /// Number of countries, regions and organizations as reported, in words.
    pub countries_regions_orgs: Option<String>,
    /// ISO 3166-1 alpha-3 of those that a source names as taking part: far fewer than did.
    pub countries_named: Vec<String>,
    /// Those named only at meetings beside the forum; none of them is in the list above.
    #[serde(rename = "countries_named_only_beside_the_forum")]
    pub countries_named_beside: Vec<String>,
    /// Organizations that a source names.
    pub organizations_named: Vec<String>,
    /// Sub-forums.
    pub subforums: Vec<String>,
    /// Theme.
    pub theme: Option<String>,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
    /// What was inferred, and what is missing.
    pub note: Option<String>,
}

impl ForumEdition {
    /// Its first and last day, as far as seen; `None` where not even a day of it was.
    pub fn days(&self) -> Option<(PartialDate, PartialDate)> {
        let dates = self.dates.as_deref()?;
        // What stands behind a blank is in words.
        let days = dates.split(' ').next()?;
        let (first, last) = days.split_once('/').unwrap_or((days, days));
        Some((first.parse().ok()?, last.parse().ok()?))
    }

    /// Whether it took place.
    pub fn held(&self) -> bool {
        self.name != NOT_HELD
    }
}
