//! Every data file conforms to its JSON Schema, and the schemas agree with the codebook.

use std::collections::BTreeSet;

use boon::{Compiler, Schemas};
use explorer_dataset::pledge::KINDS;
use serde_json::{Value, json};

use super::support::{dataset, json as read, names};

/// Why `value` does not conform to the schema `name`, if it does not.
fn violation(name: &str, value: &Value) -> Option<String> {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    // Any absolute address does: the schema is added here and refers to nothing outside itself.
    let address = format!("https://schemas.invalid/{name}.schema.json");
    compiler.add_resource(&address, read(&format!("schemas/{name}.schema.json"))).unwrap();
    let schema = compiler.compile(&address, &mut schemas).unwrap_or_else(|e| panic!("{name}: {e}"));
    schemas.validate(value, schema).err().map(|error| format!("{error:#}"))
}

#[test]
fn every_file_conforms_to_its_schema() {
    let names = names();
    assert_eq!(names.len(), 17);
    for name in names {
        let violation = violation(&name, &read(&format!("{name}.json")));
        assert_eq!(violation, None, "{name}");
    }
}

#[test]
fn every_file_with_an_unknown_or_a_missing_key_violates_its_schema() {
    for name in names() {
        let file = read(&format!("{name}.json"));
        let mut unknown = file.clone();
        first(&mut unknown)["surprise"] = json!(1);
        assert!(violation(&name, &unknown).is_some(), "{name} takes an unknown key");

        let mut missing = file;
        let record = first(&mut missing).as_object_mut().unwrap();
        let key = record.keys().next().unwrap().clone();
        record.remove(&key);
        assert!(violation(&name, &missing).is_some(), "{name} does without {key}");
    }
}

/// The first record of a file, or the file itself if it is one record.
fn first(file: &mut Value) -> &mut Value {
    if file.is_array() { &mut file[0] } else { file }
}

#[test]
fn schemas_refuse_wrong_values() {
    let wrong = |name: &str, key: &str, value: Value| {
        let mut file = read(&format!("{name}.json"));
        file[0][key] = value;
        assert!(violation(name, &file).is_some(), "{name} takes a wrong {key}");
    };
    wrong("events", "date", json!("2022"));
    wrong("events", "rank", json!("emperor"));
    wrong("events", "id", json!("Not a slug"));
    wrong("events", "city", json!(7));
    wrong("events", "counterparts", json!([]));
    wrong("events", "sources", json!([]));
    wrong("countries", "iso3", json!("Afg"));
    wrong("countries", "region", json!("organizations"));
    wrong("gsi_support", "since", json!("May 2022"));
    wrong("pledges", "kind", json!("gift"));
    wrong("pledges", "quantity", json!(0.5));
    wrong("published_figures", "value", json!(27.4));
    wrong("published_figures", "view", json!("records"));
    wrong("figures_and_tables", "numbers", json!(["Not a slug"]));
}

#[test]
fn enumerations_are_the_codebooks_words() {
    let v = dataset().codebook.vocabularies;
    let events = read("schemas/events.schema.json");
    let gsi = read("schemas/gsi_support.schema.json");
    let event = &events["items"]["properties"];
    let counterpart = &event["counterparts"]["items"]["properties"];
    for (words, schema) in [
        (v.ranks, &events["$defs"]["rank"]),
        (v.formats, &event["format"]),
        (v.channels, &event["channel"]),
        (v.topics, &event["topics"]["items"]),
        (v.offices, &counterpart["office"]),
        (v.confidences, &events["$defs"]["confidence"]),
        (v.gsi_bases, &gsi["items"]["properties"]["basis"]),
    ] {
        let words: BTreeSet<_> = words.into_iter().map(|word| word.word).collect();
        assert_eq!(values(schema), words);
    }
}

/// The texts of an enumeration.
fn values(schema: &Value) -> BTreeSet<String> {
    let values = schema["enum"].as_array().unwrap().iter();
    values.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn kinds_of_pledges_are_those_of_the_code_and_of_the_records() {
    let schema = read("schemas/pledges.schema.json");
    let kinds: BTreeSet<_> = KINDS.map(str::to_owned).into();
    assert_eq!(values(&schema["items"]["properties"]["kind"]), kinds);
    let used: BTreeSet<_> = dataset().pledges.into_iter().map(|pledge| pledge.kind).collect();
    assert_eq!(used, kinds);
}
