//! Lists of members of organizations and mechanisms.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::date::PartialDate;
use super::event::Source;
use super::object::objects;
use super::whole;

/// Members that are territories and not in the table of countries, with their English names.
pub const TERRITORIES: [(&str, &str); 2] = [("NCL", "New Caledonia"), ("PYF", "French Polynesia")];

/// A list of members of an organization, of a mechanism or of one of its meetings
/// (`data/country_attributes.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
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
    #[serde(deserialize_with = "whole::required")]
    pub count: u32,
    /// Who joined when, in the order of the codes; empty where not recorded.
    #[serde(default, deserialize_with = "dates_by_key")]
    pub joined: Vec<(String, PartialDate)>,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
    /// What was inferred, and what is missing.
    pub note: Option<String>,
}

impl Membership {
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

/// An object that has a date under each of its keys, which may be any, in the order of the keys.
fn dates_by_key<'de, D>(deserializer: D) -> Result<Vec<(String, PartialDate)>, D::Error>
where
    D: Deserializer<'de>,
{
    struct Dates;

    impl<'de> Visitor<'de> for Dates {
        type Value = BTreeMap<String, PartialDate>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object with dates")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut dates = BTreeMap::new();
            while let Some((key, date)) = map.next_entry::<String, _>()? {
                // A map of the standard library would keep the last and be silent.
                if dates.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
                }
                dates.insert(key, date);
            }
            Ok(dates)
        }
    }

    Ok(deserializer.deserialize_map(Dates)?.into_iter().collect())
}
