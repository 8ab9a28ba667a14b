//! Former releases, each kept as one file (`data/versions/1.0.2.json`).

use serde_json::{Map, Value};

use super::json::record;
use super::{Dataset, ParseError, Sources};

/// Reads a former release: a JSON object with the content of each file under the file's name.
///
/// A list that a release did not have yet is empty.
pub fn parse_release(text: &str) -> Result<Dataset, ParseError> {
    let files: Map<String, Value> = record("versions", text)?;
    let file = |name: &str| files.get(name).map_or_else(|| "[]".to_owned(), Value::to_string);
    Dataset::parse(&Sources {
        codebook: &file("codebook.json"),
        agencies: &file("agencies.json"),
        officials: &file("officials.json"),
        countries: &file("countries.json"),
        regions: &file("regions.json"),
        gsi_support: &file("gsi_support.json"),
        country_attributes: &file("country_attributes.json"),
        gpscfl_participation: &file("gpscfl_participation.json"),
        forums: &file("forums.json"),
        pledges: &file("pledges.json"),
        figures_and_tables: &file("figures_and_tables.json"),
        published_figures: &file("published_figures.json"),
        events: &file("events.json"),
        withdrawn_events: &file("withdrawn_events.json"),
        other_names: &file("other_names.json"),
    })
}
