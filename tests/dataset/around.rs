//! What happened around the meetings: the file is sound, and damage to it is found and named.

use explorer_dataset::around::parse_around;
use explorer_dataset::check::check_around;
use serde_json::{Value, json};

use super::support::text;

/// What is wrong with the file once it is damaged, as “place: message”.
fn problems(damage: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut file: Value = serde_json::from_str(&text("around.json")).unwrap();
    damage(&mut file);
    match parse_around(&file.to_string()) {
        Ok(around) => check_around(&around).iter().map(ToString::to_string).collect(),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn the_file_is_sound() {
    assert_eq!(problems(|_| ()), [""; 0]);
}

#[test]
fn what_cannot_be_marked_is_named() {
    let first = "around.json: gsi-proposed";
    let is = |damage: fn(&mut Value), expected: &str| {
        assert_eq!(problems(damage), [format!("{first} {expected}")]);
    };
    is(|file| file[0]["date"] = json!("2022-04"), "date: is no day: a mark stands at a day");
    is(|file| file[0]["label"] = json!(" "), "label: empty: a mark says what happened");
    is(|file| file[0]["title"] = json!(""), "title: empty: a mark says what happened");
    is(
        |file| file[0]["sources"] = json!([]),
        "sources: no source: every record needs at least one",
    );
    is(
        |file| file[0]["sources"][0]["url"] = json!("ftp://a"),
        "sources[0].url: \u{201c}ftp://a\u{201d} is not an http or https address",
    );
}

#[test]
fn they_stand_in_the_order_of_time_and_each_once() {
    let found = problems(|file| file.as_array_mut().unwrap().swap(0, 1));
    let expected = "around.json: gsi-proposed date: is before that of the one above: they stand in \
                    the order of time";
    assert_eq!(found, [expected]);
    let found = problems(|file| file[1]["id"] = json!("gsi-proposed"));
    let expected = "around.json: gsi-proposed id: \u{201c}gsi-proposed\u{201d} stands here twice";
    assert_eq!(found, [expected]);
}

#[test]
fn an_unknown_kind_is_named_with_those_that_there_are() {
    let found = problems(|file| file[0]["kind"] = json!("war"));
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("around.json: gsi-proposed kind: unknown variant `war`"), "{found}");
}
