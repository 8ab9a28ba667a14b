//! A hundred kinds of damage in one file: rows that are none are kept to be given back, cells that
//! nobody can read are missing from their rows, and each problem names its place.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../../reader/tests/support/kinds_of_damage.rs"]
mod kinds_of_damage;
mod support;

use explorer_loader::Loaded;
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use kinds_of_damage::{HEADER, OF_CELLS, OF_ROWS, all};
use support::{DATE, NUMBER, load, mapping};

fn columns() -> Mapping {
    mapping(&[
        ("date", DATE, Some(Meaning::Date)),
        ("country", Role::Category, Some(Meaning::Country)),
        ("topics", Role::MultiValue(';'), Some(Meaning::Topic)),
        ("amount", NUMBER, None),
        ("link", Role::Link, Some(Meaning::Source)),
        ("title", Role::Text, Some(Meaning::Title)),
    ])
}

/// Rows by their numbers in the file, with all their cells.
fn rows(loaded: &mut Loaded) -> Vec<(u64, Vec<String>)> {
    let cells = |row| (0..loaded.columns.len()).map(|column| loaded.cell(row, column)).collect();
    let all = loaded.view.table().len();
    let mut rows: Vec<(u64, Vec<String>)> =
        (0..all).map(|row| (loaded.row_number(row), cells(row))).collect();
    rows.sort();
    rows
}

#[test]
fn each_damage_is_told_in_its_place_and_what_can_be_read_is_loaded() {
    let good = "2024-03-04,Viet Nam,\"a; b\",\"1,000\",https://b.example,\"A title, quoted\"";
    let shown = ["2024-03-04", "VNM", "a; b", "1000", "https://b.example", "A title, quoted"];
    let names: Vec<&str> = HEADER.split(',').collect();
    for end in ["\n", "\r\n", "\r"] {
        let mut lines = vec![HEADER];
        all().for_each(|(line, _)| lines.extend([*line, good]));
        let text = lines.join(end);
        for size in [1, 7, 64, text.len()] {
            let mut loaded = load(&text, size, &columns()).unwrap();
            let mut said: Vec<(u64, &str)> = loaded
                .problems
                .kept()
                .iter()
                .map(|problem| (problem.row, problem.column.as_deref().unwrap_or("the row")))
                .collect();
            said.dedup();
            let damaged: Vec<(u64, &str)> = (2..)
                .step_by(2)
                .zip(all())
                .filter(|(_, (_, column))| !column.is_empty())
                .map(|(row, (_, column))| (row, *column))
                .collect();
            assert_eq!(said, damaged);
            let bad = OF_ROWS.iter().filter(|(_, column)| !column.is_empty()).count();
            assert_eq!((loaded.bad_rows.len(), loaded.summary.bad_rows), (bad, bad as u64));

            let rows = rows(&mut loaded);
            assert_eq!(rows.len(), 2 * all().count() - bad);
            assert!(rows.iter().filter(|(row, _)| row % 2 == 1).all(|(_, cells)| cells == &shown));
            for (at, (line, column)) in OF_CELLS.iter().enumerate() {
                let number = 2 + 2 * (OF_ROWS.len() + at) as u64;
                let found = rows.binary_search_by_key(&number, |(row, _)| *row).unwrap();
                let Some(at) = names.iter().position(|name| name == column) else { continue };
                let cell = &rows[found].1[at];
                // An address among other words is still one.
                let rest = if line.contains("see there") { "https://a.example" } else { "" };
                assert_eq!(cell, rest, "{line}");
                let others = rows[found].1.iter().filter(|cell| cell.is_empty()).count();
                assert_eq!(others, usize::from(rest.is_empty()), "{line}");
            }
        }
    }
}

#[test]
fn names_that_are_no_countries_are_gathered() {
    let loaded = load(
        "date,country,topics,amount,link,title\n\
         2024,Atlantis,,,,\n2024,Laoss,,,,\n2024,Atlantis,,,,\n2024,Laos,,,,\n",
        9,
        &columns(),
    )
    .unwrap();
    let countries = support::countries();
    let list = loaded.unmatched.list(&countries);
    let names: Vec<(&str, u64)> = list.iter().map(|(name, rows, _)| (*name, *rows)).collect();
    assert_eq!(names, [("Atlantis", 2), ("Laoss", 1)]);
    assert_eq!(list[1].2[0].iso3, "LAO");
    assert_eq!((loaded.problems.total(), loaded.view.in_view()), (3, 4));
    let problem = &loaded.problems.kept()[2];
    assert_eq!(
        (problem.row, problem.column.as_deref(), problem.value.as_str()),
        (4, Some("country"), "Atlantis")
    );
    assert!(problem.expected.contains("a country"));
}
