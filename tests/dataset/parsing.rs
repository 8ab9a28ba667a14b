//! Texts that are no dataset: the error names the file, the place and what was expected.

use explorer_dataset::{At, ParseError};
use proptest::prelude::*;
use serde_json::Value;

use super::support::{dataset, json, parse_with, text};

/// The files that the page embeds.
const FILES: [&str; 15] = [
    "codebook.json",
    "agencies.json",
    "officials.json",
    "countries.json",
    "regions.json",
    "gsi_support.json",
    "country_attributes.json",
    "gpscfl_participation.json",
    "forums.json",
    "pledges.json",
    "figures_and_tables.json",
    "published_figures.json",
    "events.json",
    "withdrawn_events.json",
    "other_names.json",
];

/// The error after the first `from` in the file became `to`.
fn error(file: &str, from: &str, to: &str) -> ParseError {
    let text = text(file);
    assert!(text.contains(from), "{file} holds no {from}");
    parse_with(file, text.replacen(from, to, 1)).unwrap_err()
}

/// Replaces `from` in the file and expects an error at the place, with a message that begins so.
fn refused(file: &str, from: &str, to: &str, place: &str, message: &str) {
    let error = error(file, from, to);
    assert_eq!((error.file, &error.at), (file, &At::Place(place.into())), "{error}");
    assert!(error.message.starts_with(message), "{error}");
    assert!(error.to_string().starts_with(&format!("{file}: {place}: {message}")), "{error}");
}

#[test]
fn unknown_keys_are_errors_in_every_file() {
    for (file, key, place) in [
        ("codebook.json", "\"licence\"", ""),
        ("codebook.json", "\"vocabularies\"", ""),
        ("codebook.json", "\"description\"", "fields[0]."),
        ("codebook.json", "\"offices\"", "vocabularies."),
        ("codebook.json", "\"label\"", "vocabularies.ranks[0]."),
        ("agencies.json", "\"note\"", "MPS "),
        ("officials.json", "\"post\"", "wang-xiaohong "),
        ("countries.json", "\"iso2\"", "AFG "),
        ("countries.json", "\"iso3\"", "[0] "),
        ("regions.json", "\"name_zh\"", "southeast-asia "),
        ("gsi_support.json", "\"evidence\"", "CUB "),
        ("country_attributes.json", "\"as_of\"", "sco_members "),
        ("gpscfl_participation.json", "\"theme\"", "2015 "),
        ("forums.json", "\"founded\"", "interpol-general-assembly "),
        ("forums.json", "\"city\"", "interpol-general-assembly sessions[0]."),
        ("pledges.json", "\"unit\"", "interpol-2017-training "),
        ("pledges.json", "\"note_numbers\"", "interpol-2017-training "),
        ("figures_and_tables.json", "\"here\"", "figure-1 "),
        ("published_figures.json", "\"unit\"", "total-interactions "),
        ("events.json", "\"date_end\"", "2022-08-19-mps-sco "),
        ("events.json", "\"office\"", "2022-08-19-mps-sco counterparts[0]."),
        ("events.json", "\"publisher\"", "2022-08-19-mps-sco sources[0]."),
    ] {
        let place = format!("{place}surprise");
        // One of several, or one or the other of two.
        let message = "unknown field `surprise`, expected ";
        refused(file, key, "\"surprise\"", &place, message);
        let error = error(file, key, "\"surprise\"");
        assert!(error.message.contains(key.trim_matches('"')), "{error}");
    }
}

#[test]
fn dates_that_do_not_exist_are_errors() {
    for bad in ["2022-02-30", "2022-13", "2022-8-19", "yesterday", ""] {
        let to = format!("\"{bad}\"");
        let message = format!("“{bad}” is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD");
        refused("events.json", "\"2022-08-19\"", &to, "2022-08-19-mps-sco date", &message);
    }
    let events = json("events.json");
    let published = events[0]["sources"][0]["published"].to_string();
    let from = format!("\"published\": {published}");
    let to = "\"published\": \"2022-02-30\"";
    let place = "2022-08-19-mps-sco sources[0].published";
    refused("events.json", &from, to, place, "“2022-02-30” is not a date");
}

#[test]
fn dates_may_be_spelt_with_escapes() {
    let escaped = text("events.json").replacen("\"2022-08-19\"", "\"2022\\u002d08-19\"", 1);
    assert_eq!(parse_with("events.json", escaped), Ok(dataset()));
}

#[test]
fn wrong_types_are_errors() {
    let first = |from: &str, to: &str, place: &str, message: &str| {
        refused("events.json", from, to, &format!("2022-08-19-mps-sco {place}"), message);
    };
    let flag = "\"in_paper_window\": true";
    let expected = "invalid type: string \"yes\", expected a boolean";
    first(flag, "\"in_paper_window\": \"yes\"", "in_paper_window", expected);
    first("\"MPS\"", "7", "agency", "invalid type: integer `7`, expected a string");
    first(
        "\"MPS\"",
        "-7.5e3",
        "agency",
        "invalid type: floating point `-7500.0`, expected a string",
    );
    first("\"MPS\"", "null", "agency", "invalid type: null, expected a string");
    first("\"Tashkent\"", "false", "city", "invalid type: boolean `false`, expected a string");
    first(
        "\"2022-08-19\"",
        "2022",
        "date",
        "invalid type: integer `2022`, expected a date, \"YYYY\", ",
    );
    first(
        "\"date_end\": null",
        "\"date_end\": []",
        "date_end",
        "invalid type: sequence, expected a date",
    );
    first("\"Wang Xiaohong\"", "{}", "officials[0]", "invalid type: map, expected a string");
    first(
        "\"date_end\": null",
        "\"officials\": {}",
        "officials",
        "invalid type: map, expected a sequence",
    );

    refused("officials.json", "{", "[], {", "[0]", "invalid type: sequence, expected an object");
    let also = "\"also\": null, \"country\": \"IND\"";
    let place = "2022-08-19-mps-sco counterparts[0].also";
    refused(
        "events.json",
        "\"country\": \"IND\"",
        also,
        place,
        "invalid type: null, expected a sequence",
    );
    let membership = |from: &str, to: &str, place: &str, message: &str| {
        let place = format!("sco_members {place}");
        refused("country_attributes.json", from, to, &place, message);
    };
    membership(
        "\"count\": 10",
        "\"count\": \"10\"",
        "count",
        "invalid type: string \"10\", expected a whole number from 0 to 4294967295",
    );
    for (number, found) in [
        ("-10", "type: integer `-10`"),
        ("10.5", "type: floating point `10.5`"),
        ("1e1", "type: floating point `10.0`"),
        ("4294967296", "value: integer `4294967296`"),
    ] {
        let message = format!("invalid {found}, expected a whole number from 0 to 4294967295");
        membership("\"count\": 10", &format!("\"count\": {number}"), "count", &message);
    }
    let joined = "\"joined\": [], \"was\"";
    membership(
        "\"joined\"",
        joined,
        "joined",
        "invalid type: sequence, expected an object with dates",
    );
    let joined = "\"CHN\": \"2001-06\"";
    membership(
        joined,
        "\"CHN\": 2001",
        "joined.CHN",
        "invalid type: integer `2001`, expected a date",
    );
    membership(joined, "\"CHN\": \"2001-13\"", "joined.CHN", "“2001-13” is not a date");

    let message = "duplicate field `CHN`";
    membership(joined, &format!("{joined}, {joined}"), "joined", message);

    let pledge = |to: &str, message: &str| {
        let from = "\"quantity\": 20000";
        refused("pledges.json", from, to, "interpol-2017-training quantity", message);
    };
    let expected = "expected a whole number from 0 to 4294967295";
    pledge("\"quantity\": \"many\"", &format!("invalid type: string \"many\", {expected}"));
    pledge("\"quantity\": 0.5", &format!("invalid type: floating point `0.5`, {expected}"));

    let printed = |to: &str, found: &str| {
        let expected = "expected a whole number from 0 to 4294967295 or a string";
        let message = format!("invalid {found}, {expected}");
        let place = "total-interactions value";
        refused("published_figures.json", "\"value\": 321", to, place, &message);
    };
    printed("\"value\": 27.4", "type: floating point `27.4`");
    printed("\"value\": null", "type: null");
    printed("\"value\": 4294967296", "value: integer `4294967296`");

    let vocabularies = "\"vocabularies\": 7, \"title\"";
    let message = "invalid type: integer `7`, expected an object";
    refused("codebook.json", "\"title\"", vocabularies, "vocabularies", message);
}

#[test]
fn duplicate_keys_are_errors_in_every_file() {
    for (file, key, place) in [
        ("agencies.json", "note", "MPS"),
        ("officials.json", "id", "wang-xiaohong"),
        ("countries.json", "region", "AFG"),
        ("regions.json", "id", "southeast-asia"),
        ("gsi_support.json", "basis", "CUB"),
        ("country_attributes.json", "as_of", "sco_members"),
        ("gpscfl_participation.json", "edition", "2015"),
        ("forums.json", "founded", "interpol-general-assembly"),
        ("pledges.json", "unit", "interpol-2017-training"),
        ("figures_and_tables.json", "view", "figure-1"),
        ("published_figures.json", "how", "total-interactions"),
        ("events.json", "agency", "2022-08-19-mps-sco"),
        ("events.json", "country", "2022-08-19-mps-sco counterparts[0]"),
    ] {
        let first = text(file).find(&format!("\"{key}\"")).unwrap();
        let value: String = text(file)[first..].lines().next().unwrap().into();
        let value = value.trim_end_matches(['}', ']', ',', ' ']);
        let twice = format!("{value}, {value}");
        refused(file, value, &twice, place, &format!("duplicate field `{key}`"));
    }
    let error = error("codebook.json", "\"title\"", "\"title\": \"\", \"title\"");
    assert_eq!(error.at, At::File);
    let message = "codebook.json: duplicate field `title` (line 2, column 21)";
    assert_eq!(error.to_string(), message);
}

/// Every key of every record in `value`, as a JSON pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            // Later items have the same keys.
            for (i, item) in items.iter().enumerate().take(2) {
                pointers(item, &format!("{at}/{i}"), found);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                found.push(format!("{at}/{key}"));
                pointers(value, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// The record that a pointer's key is in, and the key.
fn at<'v>(value: &'v mut Value, pointer: &str) -> (&'v mut serde_json::Map<String, Value>, String) {
    let (record, key) = pointer.rsplit_once('/').unwrap();
    (value.pointer_mut(record).unwrap().as_object_mut().unwrap(), key.to_owned())
}

#[test]
fn a_key_may_be_missing_only_where_it_may_be_null() {
    let optional = [
        "abbreviation",
        "city",
        "consistency_note",
        "countries_regions_orgs",
        "country",
        "date_end",
        "dates",
        "erratum",
        "forum",
        "forum_session",
        "founded",
        "host_or_secretariat",
        "instead",
        "lead_chinese_body",
        "m49",
        "name",
        "note",
        "office",
        "organization",
        "other_view",
        "participants",
        "period_years",
        "pledge",
        "published",
        "quantity",
        "rank_of",
        "region",
        "see",
        "share_of",
        "since",
        "theme",
        "title",
        "unit",
        "unlike",
        "venue_country",
        "view",
    ];
    let dataset = dataset();
    for file in FILES {
        let whole = json(file);
        let mut found = Vec::new();
        pointers(&whole, "", &mut found);
        assert!(!found.is_empty(), "{file}");
        for pointer in found {
            let mut damaged = whole.clone();
            let (record, key) = at(&mut damaged, &pointer);
            // Joining is recorded by country, for some or for none.
            if pointer.contains("/joined") {
                record.remove(&key);
                assert!(parse_with(file, damaged.to_string()).is_ok(), "{pointer}");
                continue;
            }
            let was = record.remove(&key).unwrap();
            let required = match (file, &*key) {
                ("agencies.json", "note")
                | ("codebook.json", "name" | "title")
                | ("country_attributes.json", "name")
                | ("forums.json", "note" | "region")
                | ("gpscfl_participation.json", "name")
                | ("gsi_support.json", "country")
                | ("published_figures.json", "unit")
                | ("figures_and_tables.json", "title" | "view") => true,
                ("events.json" | "withdrawn_events.json", "title")
                    if pointer.matches('/').count() == 2 =>
                {
                    true
                }
                // Elsewhere they have to be there.
                ("forums.json", "label" | "name_zh") => false,
                _ => !optional.contains(&&*key),
            };
            let parsed = parse_with(file, damaged.to_string());
            if required {
                let error = parsed.unwrap_err();
                let message = format!("missing field `{key}` (line 1, column ");
                assert!(error.message.starts_with(&message), "{pointer}: {error}");
                assert_eq!(error.file, file);
            } else {
                let parsed = parsed.unwrap();
                assert_eq!(parsed == dataset, was.is_null(), "{file} {pointer}");
                let (record, key) = at(&mut damaged, &pointer);
                record.insert(key, Value::Null);
                let null = parse_with(file, damaged.to_string());
                assert_eq!(null.unwrap(), parsed, "{file} {pointer}");
            }
        }
    }
}

#[test]
fn a_missing_key_is_told_with_the_record_it_misses() {
    let message = "missing field `agency`";
    refused("events.json", "\"agency\": \"MPS\",", "", "2022-08-19-mps-sco", message);
    let mut codebook = json("codebook.json");
    codebook.as_object_mut().unwrap().remove("vocabularies");
    let error = parse_with("codebook.json", codebook.to_string()).unwrap_err();
    let message = "codebook.json: missing field `vocabularies` (line 1, column ";
    assert!(error.to_string().starts_with(message), "{error}");
}

#[test]
fn the_first_problem_of_the_file_is_the_one_that_is_told() {
    let broken = text("events.json").replace("\"MPS\"", "7").replace("\"bilateral\"", "8");
    let error = parse_with("events.json", broken).unwrap_err();
    assert_eq!(error.at, At::Place("2022-08-19-mps-sco agency".into()));
}

#[test]
fn the_order_of_keys_does_not_matter() {
    // `serde_json::Value` sorts keys.
    for file in FILES {
        assert_eq!(parse_with(file, json(file).to_string()), Ok(dataset()), "{file}");
    }
}

#[test]
fn text_that_is_not_json_is_an_error_with_its_line_and_column() {
    let broken = "[\n {\n  \"id\" \"a\"\n }\n]\n";
    for file in FILES {
        let error = parse_with(file, broken.into()).unwrap_err();
        assert_eq!(error.to_string(), format!("{file}, line 3, column 8: expected `:`"));
        assert_eq!(error.at, At::Text { line: 3, column: 8 });
    }
    let error = parse_with("events.json", String::new()).unwrap_err();
    assert_eq!(error.to_string(), "events.json, line 1, column 0: EOF while parsing a value");
}

#[test]
fn a_text_cut_anywhere_is_an_error() {
    let text = text("events.json").trim_end().to_owned();
    let step = text.len() / 100;
    for cut in (0..text.len()).step_by(step).chain([text.len() - 1]) {
        let cut = (0..=cut).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let error = parse_with("events.json", text[..cut].to_owned()).unwrap_err();
        assert_eq!(error.file, "events.json", "{error}");
        assert!(matches!(error.at, At::Text { line: 1.., .. }), "{error}");
    }
    let trailing = parse_with("events.json", format!("{text}]")).unwrap_err();
    assert_eq!(trailing.message, "trailing characters");
}

#[test]
fn deep_nesting_is_an_error_and_no_stack_overflow() {
    let deep = 100_000;
    for text in [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("{}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("[{{\"id\": {}{}}}]", "[{\"a\":".repeat(deep), "}]".repeat(deep)),
    ] {
        for file in FILES {
            let error = parse_with(file, text.clone()).unwrap_err();
            assert_eq!((error.file, &*error.message), (file, "recursion limit exceeded"));
            assert!(matches!(error.at, At::Text { line: 1, .. }), "{error}");
        }
    }
}

#[test]
fn the_error_reads_as_a_place_and_a_reason() {
    let error = parse_with("regions.json", "{}".into()).unwrap_err();
    assert_eq!(error.at, At::File);
    assert_eq!(
        error.to_string(),
        "regions.json: invalid type: map, expected a sequence (line 1, column 0)"
    );
    let error = parse_with("codebook.json", "[]".into()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "codebook.json: invalid type: sequence, expected an object (line 1, column 0)"
    );
    let error = parse_with("regions.json", "[{\"name_en\": 7}]".into()).unwrap_err();
    let message = "regions.json: [0] name_en: invalid type: integer `7`, expected a string \
                   (line 1, column 14)";
    assert_eq!(error.to_string(), message);
}

/// Every object in `value`, as a JSON pointer; of a list its first two.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate().take(2) {
                objects(item, &format!("{at}/{i}"), found);
            }
        }
        Value::Object(map) => {
            found.push(at.to_owned());
            for (key, value) in map {
                objects(value, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// What stands behind the record's name in the place of an object: ` counterparts[0]` for
/// `/3/counterparts/0`.
fn within_record(pointer: &str) -> String {
    let mut place = String::new();
    for step in pointer.split('/').skip(1) {
        if step.parse::<usize>().is_ok() {
            place.push_str(&format!("[{step}]"));
        } else {
            place.push_str(if place.is_empty() { "" } else { "." });
            place.push_str(step);
        }
    }
    // The record's own position stands for its name.
    place
        .split_once(']')
        .filter(|_| place.starts_with('['))
        .map_or(place.clone(), |(_, rest)| rest.replacen('.', " ", 1))
}

#[test]
fn an_unknown_key_of_any_kind_is_told_with_its_place() {
    let long = "k".repeat(100_000);
    let mut kinds = vec![
        // Key, and how a place has it.
        ("".to_owned(), r#"[""]"#.to_owned()),
        (" ".to_owned(), r#"[" "]"#.to_owned()),
        ("\n\t".to_owned(), r#"["\n\t"]"#.to_owned()),
        ("\0".to_owned(), r#"["\0"]"#.to_owned()),
        ("a.b[0]".to_owned(), r#"["a.b[0]"]"#.to_owned()),
        ("\"\\/".to_owned(), r#"["\"\\/"]"#.to_owned()),
        ("~1".to_owned(), r#"["~1"]"#.to_owned()),
        ("\u{200b}".to_owned(), r#"["\u{200b}"]"#.to_owned()),
        ("🚓".to_owned(), r#"["🚓"]"#.to_owned()),
        ("公安部".to_owned(), "公安部".to_owned()),
        ("É".to_owned(), "É".to_owned()),
        ("0".to_owned(), "0".to_owned()),
        ("null".to_owned(), "null".to_owned()),
        ("ID".to_owned(), "ID".to_owned()),
    ];
    kinds.push((long, "k".repeat(40)));
    for file in FILES {
        // Two records are as good as all of them, and faster.
        let mut whole = json(file);
        if let Some(records) = whole.as_array_mut() {
            records.truncate(2);
        }
        let mut found = Vec::new();
        objects(&whole, "", &mut found);
        for pointer in found {
            // Joining is recorded by country, so any key is known there.
            let any_key = pointer.ends_with("/joined");
            for (key, told) in &kinds {
                // A text under an empty key was once taken for the name of a record.
                let values = [Value::Null, "2022-00".into()];
                for value in values.into_iter().take(if key.is_empty() { 2 } else { 1 }) {
                    let mut damaged = whole.clone();
                    let object = damaged.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
                    object.insert(key.clone(), value);
                    let error = parse_with(file, damaged.to_string()).unwrap_err();
                    let At::Place(place) = &error.at else { panic!("{pointer}: {error}") };
                    let within = within_record(&pointer);
                    let joint = match within.as_str() {
                        "" if whole.is_array() => " ",
                        "" => "",
                        _ if told.starts_with('[') => "",
                        _ => ".",
                    };
                    let end = format!("{within}{joint}{told}");
                    assert!(place.ends_with(&end), "{file} {pointer}: {place} and not {end}");
                    let message = format!("unknown field `{key}`, expected ");
                    assert!(any_key || error.message.starts_with(&message), "{error}");
                }
            }
        }
    }
}

#[test]
fn an_object_written_as_an_array_of_its_values_is_refused_everywhere() {
    for file in FILES {
        // Two records are as good as all of them, and faster.
        let mut whole = json(file);
        if let Some(records) = whole.as_array_mut() {
            records.truncate(2);
        }
        let mut found = Vec::new();
        objects(&whole, "", &mut found);
        for pointer in found {
            let mut damaged = whole.clone();
            let object = damaged.pointer_mut(&pointer).unwrap();
            *object = object.as_object().unwrap().values().cloned().collect();
            let error = parse_with(file, damaged.to_string()).unwrap_err();
            let message = "invalid type: sequence, expected an object";
            assert!(error.message.starts_with(message), "{pointer}: {error}");
            let At::Place(place) = &error.at else {
                assert_eq!((pointer.as_str(), &error.at), ("", &At::File), "{error}");
                continue;
            };
            assert!(place.ends_with(&within_record(&pointer)), "{pointer}: {error}");
        }
    }
}

/// JSON values with keys and texts that records have, and others.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "(2022-0[0-9]|MPS|[a-z-]{0,4}|\\PC{0,4})".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let key = "(id|iso3|date|also|sources|counterparts|title|fields|vocabularies|[a-z]{0,3})";
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6)
                .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn random_text_that_looks_like_json_does_not_panic(
        file in prop::sample::select(&FILES[..]),
        text in r#"([\[\]{}:,0-9 \n\\"-]|true|null|"id"|"also":|\\u00|\\PC){0,60}"#,
    ) {
        let parsed = parse_with(file, text);
        prop_assert!(parsed.map_or_else(|error| error.file == file, |_| true));
    }

    #[test]
    fn random_json_is_refused_at_a_place_and_does_not_panic(
        file in prop::sample::select(&FILES[..]),
        value in value(),
    ) {
        let parsed = parse_with(file, value.to_string());
        if let Err(error) = parsed {
            prop_assert!(!matches!(error.at, At::Text { .. }), "{error}");
            prop_assert_eq!(error.file, file);
        } else {
            prop_assert_eq!(value, serde_json::json!([]));
        }
    }

    #[test]
    fn a_value_replaced_anywhere_is_refused_or_read_but_does_not_panic(
        file in prop::sample::select(&FILES[..]),
        choice in any::<prop::sample::Index>(),
        value in value(),
    ) {
        let mut damaged = json(file);
        let mut found = Vec::new();
        pointers(&damaged, "", &mut found);
        let pointer = choice.get(&found);
        let (record, key) = at(&mut damaged, pointer);
        record.insert(key.clone(), value);
        if let Err(error) = parse_with(file, damaged.to_string()) {
            let At::Place(place) = &error.at else { panic!("{error}") };
            prop_assert!(place.contains(&key), "{}", error);
        }
    }
}
