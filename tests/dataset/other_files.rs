//! The files that the page does not embed yet agree with the tables and with themselves.

use std::collections::BTreeSet;

use explorer::dataset::date::PartialDate;
use explorer::dataset::tables::SUBJECT;
use serde_json::Value;

use super::support::{dataset, json};

/// Members of the Pacific Islands Forum that are territories, not countries.
const TERRITORIES: [&str; 2] = ["NCL", "PYF"];

fn rows(file: &str) -> Vec<Value> {
    json(file).as_array().unwrap().clone()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn country_codes_are_in_the_table_of_countries() {
    let dataset = dataset();
    let mut known: BTreeSet<&str> = dataset.countries.iter().map(|c| &*c.iso3).collect();
    known.insert(SUBJECT);
    let check = |file: &str, codes: Vec<&str>, extra: &[&str]| {
        for code in codes {
            assert!(known.contains(code) || extra.contains(&code), "{file}: {code}");
        }
    };
    for forum in rows("forums.json") {
        check("forums.json", strings(&forum["members"]), &[]);
        for session in forum["sessions"].as_array().unwrap() {
            check("forums.json", session["country"].as_str().into_iter().collect(), &[]);
        }
    }
    for pledge in rows("pledges.json") {
        check("pledges.json", strings(&pledge["countries"]), &[]);
    }
    for edition in rows("gpscfl_participation.json") {
        for key in ["countries_named", "countries_named_only_beside_the_forum"] {
            check("gpscfl_participation.json", strings(&edition[key]), &[]);
        }
    }
    for list in rows("country_attributes.json") {
        check("country_attributes.json", strings(&list["members"]), &TERRITORIES);
    }
}

#[test]
fn ids_are_unique() {
    for (file, key) in [
        ("country_attributes.json", "id"),
        ("figures_and_tables.json", "id"),
        ("forums.json", "id"),
        ("gpscfl_participation.json", "edition"),
        ("pledges.json", "id"),
        ("published_figures.json", "id"),
    ] {
        let rows = rows(file);
        let ids: BTreeSet<_> = rows.iter().map(|row| row[key].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rows.len(), "{file}");
    }
}

#[test]
fn membership_lists_count_their_members() {
    for list in rows("country_attributes.json") {
        let members = strings(&list["members"]);
        assert_eq!(list["count"], members.len(), "{}", list["id"]);
        for code in list["joined"].as_object().into_iter().flat_map(|joined| joined.keys()) {
            assert!(members.contains(&code.as_str()), "{}: {code}", list["id"]);
        }
    }
}

#[test]
fn dates_exist() {
    fn walk(file: &str, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(file, item)),
            Value::Object(map) => {
                for (key, value) in map {
                    if let ("date" | "founded" | "published", Some(text)) = (&**key, value.as_str())
                    {
                        assert!(text.parse::<PartialDate>().is_ok(), "{file}: {key} {text}");
                    }
                    walk(file, value);
                }
            }
            _ => {}
        }
    }
    for file in
        ["country_attributes.json", "forums.json", "gpscfl_participation.json", "pledges.json"]
    {
        walk(file, &json(file));
    }
}

#[test]
fn the_paper_has_nine_figures_and_three_tables() {
    let rows = rows("figures_and_tables.json");
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    let figures = (1..=9).map(|n| format!("figure-{n}"));
    let expected: Vec<_> = figures.chain((1..=3).map(|n| format!("table-{n}"))).collect();
    assert_eq!(ids, expected);
}
