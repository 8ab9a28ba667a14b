//! Forums, mechanisms and organizations: their sessions and members.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::date::PartialDate;
use super::event::Source;
use super::object::objects;
use super::whole;

/// How far a forum reaches.
pub const LEVELS: [&str; 4] = ["global", "regional", "subregional", "bilateral mechanism"];

/// The parts of the world that forums are of. They are wider and narrower than the regions of the
/// records, so they are words of their own.
pub const REGIONS: [&str; 12] = [
    "World",
    "Eurasia",
    "Central Asia",
    "Southeast Asia",
    "Pacific Islands",
    "Asia",
    "Asia-Pacific",
    "Middle East",
    "Africa",
    "East Africa",
    "Latin America and Caribbean",
    "North America",
];

/// A forum, a mechanism or an organization (`data/forums.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forum {
    /// Slug, unique. Where records name the forum, it is the codebook's id of that word.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: Option<String>,
    /// Abbreviation.
    pub abbreviation: Option<String>,
    /// Short name for charts; `None` where the codebook has one.
    pub label: Option<String>,
    /// One of [`REGIONS`].
    pub region: String,
    /// One of [`LEVELS`].
    pub level: String,
    /// Id of the larger forum that it belongs to. Where records name only that one, its meetings
    /// are counted there.
    pub part_of: Option<String>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// Host or secretariat, in words.
    #[serde(rename = "host_or_secretariat")]
    pub host: Option<String>,
    /// Chinese body in the lead.
    #[serde(rename = "lead_chinese_body")]
    pub lead: Option<String>,
    /// ISO 3166-1 alpha-3 of the members, as far as named; the subject may be one of them.
    pub members: Vec<String>,
    /// Sessions seen, in the order of time.
    #[serde(deserialize_with = "objects")]
    pub sessions: Vec<Session>,
    /// What it is about, in words.
    pub focus: Vec<String>,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
    /// As with pledges: the sources say what they say.
    note_numbers: IgnoredAny,
}

/// A session of a forum, or another date in its life.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// When it began, as far as known.
    pub date: PartialDate,
    /// City.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-3 of the country; the subject too.
    pub country: Option<String>,
    /// What happened.
    pub note: String,
    /// How many took part, as reported.
    #[serde(default, deserialize_with = "whole::optional")]
    pub participants: Option<u32>,
    /// The same as the source words it, such as `over 500 representatives`.
    pub participants_words: Option<String>,
    /// Which countries and organizations were represented, as the source words it.
    pub delegations: Option<String>,
}
