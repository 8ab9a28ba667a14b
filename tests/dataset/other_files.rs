//! The files that the page does not embed agree with themselves.

use std::collections::BTreeSet;

use serde_json::Value;

use super::support::json;

fn rows(file: &str) -> Vec<Value> {
    json(file).as_array().unwrap().clone()
}

#[test]
fn ids_are_unique() {
    for file in ["figures_and_tables.json", "published_figures.json"] {
        let rows = rows(file);
        let ids: BTreeSet<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rows.len(), "{file}");
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
