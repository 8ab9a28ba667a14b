//! `datapackage.json` describes this folder and nothing else.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::support::{data, dataset, json, names};

fn strings(package: &Value, key: &str) -> Vec<String> {
    let resources = package["resources"].as_array().unwrap().iter();
    resources.map(|resource| resource[key].as_str().unwrap().to_owned()).collect()
}

#[test]
fn resources_are_exactly_the_files() {
    let package = json("datapackage.json");
    let expected: Vec<_> = names().iter().map(|name| format!("{name}.json")).collect();
    let mut paths = strings(&package, "path");
    paths.sort();
    assert_eq!(paths, expected);

    let stems: Vec<_> = strings(&package, "name").iter().map(|n| format!("{n}.json")).collect();
    assert_eq!(stems, strings(&package, "path"));
}

#[test]
fn every_resource_has_its_schema_and_every_schema_its_resource() {
    let listed: BTreeSet<_> = strings(&json("datapackage.json"), "schema").into_iter().collect();
    let present: BTreeSet<_> = fs::read_dir(data("schemas"))
        .unwrap()
        .map(|entry| format!("schemas/{}", entry.unwrap().file_name().to_str().unwrap()))
        .collect();
    assert_eq!(listed, present);
    for name in strings(&json("datapackage.json"), "name") {
        assert!(listed.contains(&format!("schemas/{name}.schema.json")), "{name}");
    }
}

#[test]
fn title_version_date_and_licence_are_the_codebooks() {
    let package = json("datapackage.json");
    let codebook = dataset().codebook;
    assert_eq!(package["title"], *codebook.title);
    assert_eq!(package["version"], *codebook.version);
    assert_eq!(package["created"], format!("{}T00:00:00Z", codebook.released));
    assert_eq!(package["licenses"][0]["name"], codebook.licence.replace(' ', "-"));
}
