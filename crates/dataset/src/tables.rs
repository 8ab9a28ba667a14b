//! The tables that events refer to: agencies, officials, countries, regions, GSI support.

use super::date::PartialDate;
use super::event::Source;
use super::reader::Reader;

/// China's code. China is the subject: a place of meetings, never a counterpart, so it is not
/// in the table of countries.
pub const SUBJECT: &str = "CHN";

/// One of the three Chinese agencies (`data/agencies.json`).
#[derive(Debug, Clone, PartialEq)]
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

impl Agency {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            id: reader.text("id"),
            name_en: reader.text("name_en"),
            name_zh: reader.text("name_zh"),
            note: reader.text("note"),
        }
    }
}

/// A Chinese official (`data/officials.json`).
#[derive(Debug, Clone, PartialEq)]
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

impl Official {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            id: reader.text("id"),
            name_en: reader.text("name_en"),
            name_zh: reader.text("name_zh"),
            agency: reader.text("agency"),
            rank: reader.text("rank"),
            post: reader.text("post"),
        }
    }
}

/// A country (`data/countries.json`).
#[derive(Debug, Clone, PartialEq)]
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

impl Country {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            iso3: reader.text("iso3"),
            iso2: reader.text("iso2"),
            m49: reader.optional_text("m49"),
            name_en: reader.text("name_en"),
            name_zh: reader.text("name_zh"),
            region: reader.optional_text("region"),
        }
    }
}

/// A region of the paper's scheme (`data/regions.json`).
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Slug used in links.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
}

impl Region {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            id: reader.text("id"),
            name_en: reader.text("name_en"),
            name_zh: reader.text("name_zh"),
        }
    }
}

/// A country's public support for the Global Security Initiative (`data/gsi_support.json`).
#[derive(Debug, Clone, PartialEq)]
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
    pub sources: Vec<Source>,
    /// What was inferred.
    pub note: Option<String>,
}

impl GsiSupport {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            country: reader.text("country"),
            since: reader.optional_date("since"),
            evidence: reader.text("evidence"),
            basis: reader.text("basis"),
            confidence: reader.text("confidence"),
            sources: reader.list("sources", Source::read),
            note: reader.optional_text("note"),
        }
    }
}
