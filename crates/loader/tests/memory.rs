//! What a row takes.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use explorer_loader::Loader;
use explorer_meaning::mapping::{Mapping, Role};
use support::{DATE, countries, csv, mapping};

const ROWS: usize = 200_000;

/// Bytes per row while it is loaded, and then.
fn per_row(text: &str, mapping: Mapping) -> (f64, f64) {
    let mut loader = Loader::new(csv(), mapping, countries());
    let mut most = 0;
    for piece in support::pieces(text, 1 << 20) {
        loader.push(piece).unwrap();
        assert!(loader.memory() >= most / 2, "nothing is given back but what is forgotten");
        most = most.max(loader.memory());
    }
    let loaded = loader.finish().unwrap();
    assert_eq!(loaded.view.in_view() as usize, ROWS);
    let bytes = loaded.view.memory().total();
    (most as f64 / ROWS as f64, bytes as f64 / ROWS as f64)
}

#[test]
fn categories_and_a_date_take_a_few_bytes() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "date"];
    let mut text = names.join(",") + "\n";
    for row in 0..ROWS {
        (2..10).for_each(|factor| text += &format!("value {},", row * factor % 190));
        text += &format!("2024-{:02}-{:02}\n", 1 + row % 12, 1 + row % 28);
    }
    let mut columns = [("", Role::Category, None); 9];
    columns.iter_mut().zip(names).for_each(|(column, name)| column.0 = name);
    columns[8].1 = DATE;
    let (loading, loaded) = per_row(&text, mapping(&columns));
    // Eight codes and four bytes of the date; twice that as vectors grow.
    assert!(loading <= 26.0, "{loading}");
    assert!(loaded <= 24.0, "{loaded}");
}

#[test]
fn a_text_takes_its_length_and_a_few_bytes() {
    let title = |row: usize| format!("A title like others of meeting no. {row:06}");
    let mut text = String::from("title\n");
    (0..ROWS).for_each(|row| text += &(title(row) + "\n"));
    let (loading, loaded) = per_row(&text, mapping(&[("title", Role::Text, None)]));
    let length = title(0).len() as f64;
    assert!(loading <= 2.0 * length + 32.0, "{loading}");
    assert!(loaded <= length + 10.0, "{loaded}");
}

#[test]
fn partial_dates_take_a_byte_only_where_there_are_any() {
    let mut text = String::from("date\n");
    (0..ROWS - 1).for_each(|row| text += &format!("2024-01-{:02}\n", 1 + row % 28));
    let one = [("date", DATE, None)];
    let (days, _) = per_row(&(text.clone() + "2024-02-01\n"), mapping(&one));
    let (partial, _) = per_row(&(text + "2024-02\n"), mapping(&one));
    assert!(days <= 10.0, "{days}");
    assert!((0.9..2.1).contains(&(partial - days)), "{partial} and {days}");
}

#[test]
fn bad_rows_and_json_that_waits_for_its_end_are_counted() {
    let one = mapping(&[("a", Role::Category, None)]);
    let mut loader = Loader::new(csv(), one.clone(), countries());
    loader.push("a\n").unwrap();
    let before = loader.memory();
    loader.push(&"x,y\n".repeat(1000)).unwrap();
    assert!(loader.memory() >= before + 30_000);
    let json = explorer_reader::Format::Json(explorer_reader::json::JsonKind::Whole);
    let mut loader = Loader::new(json, one, countries());
    loader.push(&" ".repeat(10_000)).unwrap();
    assert!(loader.memory() >= 10_000);
}
