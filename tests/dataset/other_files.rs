//! The files that the page does not embed agree with the tables and with themselves.

use std::collections::BTreeSet;

use explorer::dataset::date::PartialDate;
use explorer::dataset::tables::SUBJECT;
use serde_json::Value;

use super::support::{dataset, json};

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
    for forum in rows("forums.json") {
        let sessions = forum["sessions"].as_array().unwrap().iter();
        let venues = sessions.filter_map(|session| session["country"].as_str());
        for code in strings(&forum["members"]).into_iter().chain(venues) {
            assert!(known.contains(code), "{}: {code}", forum["id"]);
        }
    }
}

#[test]
fn ids_are_unique() {
    for file in ["figures_and_tables.json", "forums.json", "published_figures.json"] {
        let rows = rows(file);
        let ids: BTreeSet<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rows.len(), "{file}");
    }
}

#[test]
fn dates_exist() {
    fn walk(value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(walk),
            Value::Object(map) => {
                for (key, value) in map {
                    if let ("date" | "founded" | "published", Some(text)) = (&**key, value.as_str())
                    {
                        assert!(text.parse::<PartialDate>().is_ok(), "{key} {text}");
                    }
                    walk(value);
                }
            }
            _ => {}
        }
    }
    walk(&json("forums.json"));
}

#[test]
fn the_paper_has_nine_figures_and_three_tables() {
    let rows = rows("figures_and_tables.json");
    let ids: Vec<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    let figures = (1..=9).map(|n| format!("figure-{n}"));
    let expected: Vec<_> = figures.chain((1..=3).map(|n| format!("table-{n}"))).collect();
    assert_eq!(ids, expected);
}
