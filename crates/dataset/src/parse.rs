//! From the JSON texts of a dataset to its typed records.

use std::fmt;

use super::Dataset;
use super::json::{record, records};

/// The JSON texts of a dataset, one per file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sources<'a> {
    /// `codebook.json`
    pub codebook: &'a str,
    /// `agencies.json`
    pub agencies: &'a str,
    /// `officials.json`
    pub officials: &'a str,
    /// `countries.json`
    pub countries: &'a str,
    /// `regions.json`
    pub regions: &'a str,
    /// `gsi_support.json`
    pub gsi_support: &'a str,
    /// `country_attributes.json`
    pub country_attributes: &'a str,
    /// `gpscfl_participation.json`
    pub gpscfl_participation: &'a str,
    /// `forums.json`
    pub forums: &'a str,
    /// `pledges.json`
    pub pledges: &'a str,
    /// `figures_and_tables.json`
    pub figures_and_tables: &'a str,
    /// `published_figures.json`
    pub published_figures: &'a str,
    /// `events.json`
    pub events: &'a str,
    /// `withdrawn_events.json`
    pub withdrawn_events: &'a str,
    /// `other_names.json`
    pub other_names: &'a str,
}

impl<'a> Sources<'a> {
    /// Each file's name with its text, always in the same order.
    pub fn files(&self) -> [(&'static str, &'a str); 15] {
        [
            ("codebook.json", self.codebook),
            ("agencies.json", self.agencies),
            ("officials.json", self.officials),
            ("countries.json", self.countries),
            ("regions.json", self.regions),
            ("gsi_support.json", self.gsi_support),
            ("country_attributes.json", self.country_attributes),
            ("gpscfl_participation.json", self.gpscfl_participation),
            ("forums.json", self.forums),
            ("pledges.json", self.pledges),
            ("figures_and_tables.json", self.figures_and_tables),
            ("published_figures.json", self.published_figures),
            ("events.json", self.events),
            ("withdrawn_events.json", self.withdrawn_events),
            ("other_names.json", self.other_names),
        ]
    }
}

/// Where and why a text is not a file of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// File name, such as `events.json`.
    pub file: &'static str,
    /// Where in the file.
    pub at: At,
    /// What is wrong and what was expected.
    pub message: String,
}

/// Where in a file something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The text is not JSON from here on.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in bytes; 0 at the very start of a line.
        column: usize,
    },
    /// The text is JSON, but not what this place needs: a record by its id or its position and
    /// the path in it, such as `2022-08-19-mps-sco counterparts[0].country` or `[3] id`.
    Place(String),
    /// The text is JSON, but not what the file needs as a whole.
    File,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, at, message } = self;
        match at {
            At::Text { line, column } => {
                write!(f, "{file}, line {line}, column {column}: {message}")
            }
            At::Place(place) => write!(f, "{file}: {place}: {message}"),
            At::File => write!(f, "{file}: {message}"),
        }
    }
}

impl std::error::Error for ParseError {}

impl Dataset {
    /// Parses the texts. Unknown, missing and duplicate keys, wrong types and dates that do not
    /// exist are errors; whether the records agree with the tables and the codebook says
    /// [`super::check::check`].
    pub fn parse(sources: &Sources<'_>) -> Result<Self, ParseError> {
        Ok(Self {
            codebook: record("codebook.json", sources.codebook)?,
            agencies: records("agencies.json", sources.agencies, "id")?,
            officials: records("officials.json", sources.officials, "id")?,
            countries: records("countries.json", sources.countries, "iso3")?,
            regions: records("regions.json", sources.regions, "id")?,
            gsi_support: records("gsi_support.json", sources.gsi_support, "country")?,
            memberships: records("country_attributes.json", sources.country_attributes, "id")?,
            forum_editions: records(
                "gpscfl_participation.json",
                sources.gpscfl_participation,
                "edition",
            )?,
            forums: records("forums.json", sources.forums, "id")?,
            pledges: records("pledges.json", sources.pledges, "id")?,
            exhibits: records("figures_and_tables.json", sources.figures_and_tables, "id")?,
            published: records("published_figures.json", sources.published_figures, "id")?,
            events: records("events.json", sources.events, "id")?,
            withdrawn: records("withdrawn_events.json", sources.withdrawn_events, "id")?,
            other_names: records("other_names.json", sources.other_names, "id")?,
        })
    }
}
