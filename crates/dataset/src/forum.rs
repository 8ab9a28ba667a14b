//! Forums, mechanisms and organizations: their sessions and members.

use super::date::PartialDate;
use super::event::Source;
use super::reader::Reader;

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
#[derive(Debug, Clone, PartialEq)]
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
    pub host: Option<String>,
    /// Chinese body in the lead.
    pub lead: Option<String>,
    /// ISO 3166-1 alpha-3 of the members, as far as named; the subject may be one of them.
    pub members: Vec<String>,
    /// Sessions seen, in the order of time.
    pub sessions: Vec<Session>,
    /// What it is about, in words.
    pub focus: Vec<String>,
    /// Public reports.
    pub sources: Vec<Source>,
}

impl Forum {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        // As with pledges: the sources say what they say.
        reader.ignore("note_numbers");
        Self {
            id: reader.text("id"),
            name_en: reader.text("name_en"),
            name_zh: reader.optional_text("name_zh"),
            abbreviation: reader.optional_text("abbreviation"),
            label: reader.optional_text("label"),
            region: reader.text("region"),
            level: reader.text("level"),
            part_of: reader.optional_text("part_of"),
            founded: reader.optional_date("founded"),
            host: reader.optional_text("host_or_secretariat"),
            lead: reader.optional_text("lead_chinese_body"),
            members: reader.texts("members"),
            sessions: reader.list("sessions", Session::read),
            focus: reader.texts("focus"),
            sources: reader.list("sources", Source::read),
        }
    }
}

/// A session of a forum, or another date in its life.
#[derive(Debug, Clone, PartialEq)]
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
    pub participants: Option<u32>,
    /// The same as the source words it, such as `over 500 representatives`.
    pub participants_words: Option<String>,
    /// Which countries and organizations were represented, as the source words it.
    pub delegations: Option<String>,
}

impl Session {
    fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            date: reader.date("date"),
            city: reader.optional_text("city"),
            country: reader.optional_text("country"),
            note: reader.text("note"),
            participants: reader.optional_whole("participants"),
            participants_words: reader.optional_text("participants_words"),
            delegations: reader.optional_text("delegations"),
        }
    }
}
