//! What China promised: training, equipment, facilities, agreements, deployments, funding.

use super::date::PartialDate;
use super::event::Source;
use super::reader::Reader;

/// The kinds of pledges.
pub const KINDS: [&str; 6] =
    ["training", "equipment", "facility", "agreement", "deployment", "funding"];

/// A pledge (`data/pledges.json`).
#[derive(Debug, Clone, PartialEq)]
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
    pub quantity: Option<u32>,
    /// Of what, in the plural.
    pub unit: Option<String>,
    /// Over how many years, if said.
    pub period_years: Option<u32>,
    /// What was pledged, in our words.
    pub description: String,
    /// What became of it, as far as seen.
    pub status: String,
    /// Public reports.
    pub sources: Vec<Source>,
}

impl Pledge {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        // The notes of the paper that a pledge was found by; its sources say what they say.
        reader.ignore("note_numbers");
        Self {
            id: reader.text("id"),
            date: reader.date("date"),
            by: reader.text("by"),
            forum_or_partner: reader.text("forum_or_partner"),
            countries: reader.texts("countries"),
            kind: reader.text("kind"),
            quantity: reader.optional_whole("quantity"),
            unit: reader.optional_text("unit"),
            period_years: reader.optional_whole("period_years"),
            description: reader.text("description"),
            status: reader.text("status"),
            sources: reader.list("sources", Source::read),
        }
    }
}
