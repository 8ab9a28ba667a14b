//! Texts that are no dataset: the error names the file, the place and what was expected.

use explorer_dataset::{At, ParseError};
use proptest::prelude::*;
use serde_json::Value;

use super::support::{dataset, json, parse_with, text};

/// The files that the page embeds.
const FILES: [&str; 13] = [
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
        let message = "unknown key “surprise”, expected one of ";
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
    let expected = "expected true or false, found a text";
    first(flag, "\"in_paper_window\": \"yes\"", "in_paper_window", expected);
    first("\"MPS\"", "7", "agency", "expected a text, found a number");
    first("\"MPS\"", "-7.5e3", "agency", "expected a text, found a number");
    first("\"MPS\"", "null", "agency", "expected a text, found null");
    first("\"Tashkent\"", "false", "city", "expected a text or null, found true or false");
    first("\"2022-08-19\"", "2022", "date", "expected a date, found a number");
    first("\"date_end\": null", "\"date_end\": []", "date_end", "expected a date or null");
    first("\"Wang Xiaohong\"", "{}", "officials[0]", "expected a text, found a record");
    first("\"date_end\": null", "\"officials\": {}", "officials", "expected a list");

    refused("officials.json", "{", "[], {", "[0]", "expected a record, found a list");
    let also = "\"also\": null, \"country\": \"IND\"";
    let place = "2022-08-19-mps-sco counterparts[0].also";
    refused("events.json", "\"country\": \"IND\"", also, place, "expected a list, found null");
    let membership = |from: &str, to: &str, place: &str, message: &str| {
        let place = format!("sco_members {place}");
        refused("country_attributes.json", from, to, &place, message);
    };
    membership(
        "\"count\": 10",
        "\"count\": \"10\"",
        "count",
        "expected a whole number, found a text",
    );
    let message = "expected a whole number from 0 to 4294967295, found another";
    for number in ["-10", "10.5", "1e1", "4294967296"] {
        membership("\"count\": 10", &format!("\"count\": {number}"), "count", message);
    }
    let joined = "\"joined\": [], \"was\"";
    membership("\"joined\"", joined, "joined", "expected a record, found a list");
    let joined = "\"CHN\": \"2001-06\"";
    membership(joined, "\"CHN\": 2001", "joined.CHN", "expected a date, found a number");
    membership(joined, "\"CHN\": \"2001-13\"", "joined.CHN", "“2001-13” is not a date");

    let message = "the key “CHN” stands here twice";
    membership(joined, &format!("{joined}, {joined}"), "joined.CHN", message);

    let pledge = |to: &str, message: &str| {
        let from = "\"quantity\": 20000";
        refused("pledges.json", from, to, "interpol-2017-training quantity", message);
    };
    let expected = "expected a whole number or null";
    pledge("\"quantity\": \"many\"", &format!("{expected}, found a text"));
    pledge("\"quantity\": 0.5", &format!("{expected} from 0 to 4294967295, found another"));

    let printed = |to: &str, found: &str| {
        let message = format!("expected a whole number or a text, found {found}");
        let place = "total-interactions value";
        refused("published_figures.json", "\"value\": 321", to, place, &message);
    };
    printed("\"value\": 27.4", "a number");
    printed("\"value\": null", "null");

    let vocabularies = "\"vocabularies\": 7, \"title\"";
    let message = "expected a record, found a number";
    refused("codebook.json", "\"title\"", vocabularies, "vocabularies", message);
}

#[test]
fn duplicate_keys_are_errors_in_every_file() {
    for (file, key, place) in [
        ("codebook.json", "title", ""),
        ("agencies.json", "note", "MPS "),
        ("officials.json", "id", "wang-xiaohong "),
        ("countries.json", "region", "AFG "),
        ("regions.json", "id", "southeast-asia "),
        ("gsi_support.json", "basis", "CUB "),
        ("country_attributes.json", "as_of", "sco_members "),
        ("gpscfl_participation.json", "edition", "2015 "),
        ("forums.json", "founded", "interpol-general-assembly "),
        ("pledges.json", "unit", "interpol-2017-training "),
        ("figures_and_tables.json", "view", "figure-1 "),
        ("published_figures.json", "how", "total-interactions "),
        ("events.json", "agency", "2022-08-19-mps-sco "),
        ("events.json", "country", "2022-08-19-mps-sco counterparts[0]."),
    ] {
        let first = text(file).find(&format!("\"{key}\"")).unwrap();
        let value: String = text(file)[first..].lines().next().unwrap().into();
        let value = value.trim_end_matches(['}', ']', ',', ' ']);
        let twice = format!("{value}, {value}");
        let message = format!("the key “{key}” stands here twice");
        refused(file, value, &twice, &format!("{place}{key}"), &message);
    }
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
        "forum",
        "forum_session",
        "founded",
        "host_or_secretariat",
        "lead_chinese_body",
        "m49",
        "name",
        "note",
        "office",
        "organization",
        "participants",
        "period_years",
        "pledge",
        "published",
        "quantity",
        "rank_of",
        "region",
        "share_of",
        "since",
        "theme",
        "title",
        "unit",
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
                ("events.json", "title") if pointer.matches('/').count() == 2 => true,
                // Elsewhere they have to be there.
                ("forums.json", "label" | "name_zh") => false,
                _ => !optional.contains(&&*key),
            };
            let parsed = parse_with(file, damaged.to_string());
            if required {
                let error = parsed.unwrap_err();
                assert_eq!(error.message, format!("the key “{key}” is missing"), "{pointer}");
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
    let message = "the key “agency” is missing";
    refused("events.json", "\"agency\": \"MPS\",", "", "2022-08-19-mps-sco", message);
    let mut codebook = json("codebook.json");
    codebook.as_object_mut().unwrap().remove("vocabularies");
    let error = parse_with("codebook.json", codebook.to_string()).unwrap_err();
    assert_eq!(error.to_string(), "codebook.json: the key “vocabularies” is missing");
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
    assert_eq!(error.to_string(), "regions.json: expected a list, found a record");
    let error = parse_with("codebook.json", "[]".into()).unwrap_err();
    assert_eq!(error.to_string(), "codebook.json: expected a record, found a list");
    let error = parse_with("regions.json", "[{\"name_en\": 7}]".into()).unwrap_err();
    let message = "regions.json: [0] name_en: expected a text, found a number";
    assert_eq!(error.to_string(), message);
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
