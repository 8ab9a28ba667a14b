//! The tables that events refer to: agencies, officials, countries, regions, GSI support.

use serde::Deserialize;

use super::date::{Day, PartialDate};
use super::event::Source;
use super::object::objects;

/// China's code. China is the subject: a place of meetings, never a counterpart, so it is not
/// in the table of countries.
pub const SUBJECT: &str = "CHN";

/// One of the three Chinese agencies (`data/agencies.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// `MPS`, `MSS` or `CPLC`.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// Who of the agency is recorded.
    pub note: String,
}

/// A Chinese official (`data/officials.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// Slug used in links.
    pub id: String,
    /// English name, as in [`super::event::Event::officials`].
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// Agency id.
    pub agency: String,
    /// Rank, a codebook word.
    pub rank: String,
    /// Post and term in words.
    pub post: String,
}

/// A country (`data/countries.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// ISO 3166-1 alpha-3; `XKX` for Kosovo.
    pub iso3: String,
    /// ISO 3166-1 alpha-2.
    pub iso2: String,
    /// UN M49 code, three digits.
    pub m49: Option<String>,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// Region id; none for the subject itself.
    pub region: Option<String>,
}

/// A region of the paper's scheme (`data/regions.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Slug used in links.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
}

/// A country's public support for the Global Security Initiative (`data/gsi_support.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GsiSupport {
    /// ISO 3166-1 alpha-3.
    pub country: String,
    /// When support was first stated.
    pub since: Option<PartialDate>,
    /// What was said, in our words.
    pub evidence: String,
    /// Codebook word: a statement of the country's own, or a collective text.
    pub basis: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
    /// What was inferred.
    pub note: Option<String>,
}

/// The basis of what names the initiative and does not support it.
pub const MENTION: &str = "mention";

/// The basis of support that is not in a country's own words.
pub const COLLECTIVE: &str = "collective statement";

impl GsiSupport {
    /// Whether it is support, rather than a mention.
    pub fn is_support(&self) -> bool {
        self.basis != MENTION
    }

    /// Whether the country supports it in its own words.
    pub fn is_own(&self) -> bool {
        self.is_support() && self.basis != COLLECTIVE
    }

    /// Whether it was said until the end of a day; what is not dated was.
    pub fn is_until(&self, day: Option<Day>) -> bool {
        match (self.since, day) {
            (Some(since), Some(day)) => since.first_day() <= day,
            _ => true,
        }
    }
}
