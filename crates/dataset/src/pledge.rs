//! What China promised: training, equipment, facilities, agreements, deployments, funding.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::date::PartialDate;
use super::event::Source;
use super::object::objects;
use super::whole;

/// The kinds of pledges.
pub const KINDS: [&str; 6] =
    ["training", "equipment", "facility", "agreement", "deployment", "funding"];

/// A pledge (`data/pledges.json`).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// Slug, unique.
    pub id: String,
    /// When it was made.
    pub date: PartialDate,
    /// Who made it.
    pub by: String,
    /// To whom, or where.
    pub forum_or_partner: String,
    /// ISO 3166-1 alpha-3 of the countries it is for, where named; the subject may be one of them.
    pub countries: Vec<String>,
    /// One of [`KINDS`].
    pub kind: String,
    /// How much, if said; then [`Self::unit`] says of what.
    #[serde(default, deserialize_with = "whole::optional")]
    pub quantity: Option<u32>,
    /// Of what, in the plural.
    pub unit: Option<String>,
    /// Over how many years, if said.
    #[serde(default, deserialize_with = "whole::optional")]
    pub period_years: Option<u32>,
    /// What was pledged, in our words.
    pub description: String,
    /// What became of it, as far as seen.
    pub status: String,
    /// Public reports.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
    /// The notes of the paper that a pledge was found by; its sources say what they say.
    note_numbers: IgnoredAny,
}
