//! Texts that are no dataset: the error names the file, the line and what was expected.

use explorer::dataset::ParseError;

use super::support::{parse_with, text};

fn error(file: &str, from: &str, to: &str) -> ParseError {
    let text = text(file);
    assert!(text.contains(from), "{file} holds no {from}");
    parse_with(file, text.replacen(from, to, 1)).unwrap_err()
}

/// The line on which `needle` first stands in `file`.
fn line_of(file: &str, needle: &str) -> usize {
    text(file).lines().position(|line| line.contains(needle)).unwrap() + 1
}

#[test]
fn unknown_keys_are_errors_in_every_file() {
    for (file, key) in [
        ("codebook.json", "\"licence\""),
        ("agencies.json", "\"note\""),
        ("officials.json", "\"post\""),
        ("countries.json", "\"iso2\""),
        ("regions.json", "\"name_zh\""),
        ("gsi_support.json", "\"evidence\""),
        ("events.json", "\"office\""),
        ("events.json", "\"publisher\""),
    ] {
        let error = error(file, key, "\"surprise\"");
        assert_eq!((error.file, error.line), (file, line_of(file, key)), "{error}");
        assert!(error.message.starts_with("unknown field `surprise`, expected"), "{error}");
    }
}

#[test]
fn dates_that_do_not_exist_are_errors() {
    for bad in ["2022-02-30", "2022-13", "2022-8-19", "yesterday", ""] {
        let error = error("events.json", "\"2022-08-19\"", &format!("\"{bad}\""));
        assert_eq!((error.file, error.line), ("events.json", line_of("events.json", "\"date\"")));
        let expected = format!("“{bad}” is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD");
        assert!(error.message.starts_with(&expected), "{error}");
    }
}

#[test]
fn missing_keys_and_wrong_types_are_errors() {
    let missing = error("events.json", "\"agency\": \"MPS\",", "");
    assert!(missing.message.contains("missing field `agency`"), "{missing}");
    let wrong = error("events.json", "\"in_paper_window\": true", "\"in_paper_window\": \"yes\"");
    assert_eq!(wrong.message, "invalid type: string \"yes\", expected a boolean");
    assert_eq!(wrong.line, line_of("events.json", "\"in_paper_window\""));
}

#[test]
fn a_text_cut_anywhere_is_an_error() {
    let text = text("events.json").trim_end().to_owned();
    let step = text.len() / 100;
    for cut in (0..text.len()).step_by(step).chain([text.len() - 1]) {
        let cut = (0..=cut).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let error = parse_with("events.json", text[..cut].to_owned()).unwrap_err();
        assert_eq!(error.file, "events.json", "{error}");
    }
    let trailing = parse_with("events.json", format!("{text}]")).unwrap_err();
    assert_eq!(trailing.message, "trailing characters");
}

#[test]
fn the_error_reads_as_a_place_and_a_reason() {
    let error = parse_with("regions.json", "{}".into()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "regions.json, line 1, column 0: invalid type: map, expected a sequence"
    );
}
