//! Reading and damaging copies of the data files.

use std::fs;
use std::path::PathBuf;

use explorer_dataset::check::check;
use explorer_dataset::{Dataset, ParseError, Sources};
use serde_json::Value;

/// `path` inside `data/`.
pub fn data(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data").join(path)
}

pub fn text(file: &str) -> String {
    fs::read_to_string(data(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

pub fn json(file: &str) -> Value {
    serde_json::from_str(&text(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// Names without `.json` of all data files, sorted.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(data(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .filter(|name| name != "datapackage")
        .collect();
    names.sort();
    names
}

pub fn dataset() -> Dataset {
    parse_with("", String::new()).unwrap()
}

/// Parses the dataset with the text of one file replaced.
pub fn parse_with(file: &str, replacement: String) -> Result<Dataset, ParseError> {
    let read = |name: &str| if name == file { replacement.clone() } else { text(name) };
    Dataset::parse(&Sources {
        codebook: &read("codebook.json"),
        agencies: &read("agencies.json"),
        officials: &read("officials.json"),
        countries: &read("countries.json"),
        regions: &read("regions.json"),
        gsi_support: &read("gsi_support.json"),
        country_attributes: &read("country_attributes.json"),
        gpscfl_participation: &read("gpscfl_participation.json"),
        forums: &read("forums.json"),
        pledges: &read("pledges.json"),
        figures_and_tables: &read("figures_and_tables.json"),
        published_figures: &read("published_figures.json"),
        events: &read("events.json"),
        withdrawn_events: &read("withdrawn_events.json"),
        other_names: &read("other_names.json"),
    })
}

/// What the check says of the dataset with one file damaged.
pub fn problems(file: &str, damage: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut value = json(file);
    damage(&mut value);
    let dataset = parse_with(file, value.to_string()).unwrap();
    check(&dataset).iter().map(ToString::to_string).collect()
}
