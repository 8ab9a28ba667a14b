//! The dataset and the map that the page carries, checked and packed by the build script.

use explorer_dataset::around::{Around, parse_around};
use explorer_dataset::changes::{Changes, parse_changes};
use explorer_dataset::{Dataset, ParseError, Sources};

macro_rules! text {
    ($file:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/data/", $file))
    };
}

/// The embedded texts.
pub const EMBEDDED: Sources<'static> = Sources {
    codebook: text!("codebook.json"),
    agencies: text!("agencies.json"),
    officials: text!("officials.json"),
    countries: text!("countries.json"),
    regions: text!("regions.json"),
    gsi_support: text!("gsi_support.json"),
    country_attributes: text!("country_attributes.json"),
    gpscfl_participation: text!("gpscfl_participation.json"),
    forums: text!("forums.json"),
    pledges: text!("pledges.json"),
    figures_and_tables: text!("figures_and_tables.json"),
    published_figures: text!("published_figures.json"),
    events: text!("events.json"),
    withdrawn_events: text!("withdrawn_events.json"),
    other_names: text!("other_names.json"),
};

/// What happened around the meetings, in the order of time. Parsed when it is asked for: it stands on few
/// timelines. The build script has refused what does not parse.
pub fn around() -> Result<Vec<Around>, ParseError> {
    parse_around(text!("around.json"))
}

/// The map, for `World::unpack`.
pub const MAP: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/data/map"));

/// Identity of the embedded dataset: what [`explorer_dataset::hash::content_hash`] gives for the files in
/// `data/`, computed by the build script. (The page embeds them without what no view shows yet.)
pub const CONTENT_HASH: &str = env!("EXPLORER_DATASET_HASH");

/// Version of the embedded dataset: the newest that this page knows.
pub const VERSION: &str = env!("EXPLORER_DATASET_VERSION");

/// A version of the dataset before this one. It is not embedded: a host of the page has it as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormerVersion {
    /// Such as `1.0.2`.
    pub version: &'static str,
    /// Its content hash, as its own page gave it.
    pub hash: &'static str,
}

/// The former versions that are kept in `data/versions/`.
pub const FORMER: &[FormerVersion] = include!(concat!(env!("OUT_DIR"), "/data/former.rs"));

/// What each version of the dataset changed, the newest first: computed by the build script from the
/// releases in `data/versions/`. Parsed when it is asked for, as few readers ask.
pub fn changes() -> Result<Vec<Changes>, ParseError> {
    parse_changes(text!("changes.json"))
}

/// Parses the embedded dataset. The build script has already refused one that does not parse,
/// so an error means that the file was damaged after the build.
pub fn embedded() -> Result<Dataset, ParseError> {
    Dataset::parse(&EMBEDDED)
}
