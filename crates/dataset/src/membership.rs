//! Lists of members of organizations and mechanisms.

use super::date::PartialDate;
use super::event::Source;
use super::reader::Reader;

/// Members that are territories and not in the table of countries, with their English names.
pub const TERRITORIES: [(&str, &str); 2] = [("NCL", "New Caledonia"), ("PYF", "French Polynesia")];

/// A list of members of an organization, of a mechanism or of one of its meetings
/// (`data/country_attributes.json`).
#[derive(Debug, Clone, PartialEq)]
pub struct Membership {
    /// Id in the file, such as `sco_members`; for links see [`Self::slug`].
    pub id: String,
    /// What the list holds.
    pub name: String,
    /// When the list held, in words.
    pub as_of: String,
    /// ISO 3166-1 alpha-3 of the members: countries, the subject itself, and [`TERRITORIES`].
    pub members: Vec<String>,
    /// How many members there are, as the file says; the check compares it with the list.
    pub count: u32,
    /// Who joined when, in the order of the codes; empty where not recorded.
    pub joined: Vec<(String, PartialDate)>,
    /// Public reports.
    pub sources: Vec<Source>,
    /// What was inferred, and what is missing.
    pub note: Option<String>,
}

impl Membership {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            id: reader.text("id"),
            name: reader.text("name"),
            as_of: reader.text("as_of"),
            members: reader.texts("members"),
            count: reader.whole("count"),
            joined: reader.dates("joined"),
            sources: reader.list("sources", Source::read),
            note: reader.optional_text("note"),
        }
    }

    /// The id as links have it: `sco-members`. As unique as the id, whose parts only underscores
    /// may join.
    pub fn slug(&self) -> String {
        self.id.replace('_', "-")
    }

    /// Whether a country is on the list.
    pub fn has(&self, iso3: &str) -> bool {
        self.members.iter().any(|member| member == iso3)
    }

    /// When a member joined, if recorded.
    pub fn when_joined(&self, iso3: &str) -> Option<PartialDate> {
        self.joined.iter().find(|(member, _)| member == iso3).map(|&(_, date)| date)
    }
}
