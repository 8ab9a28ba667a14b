//! Tables in JSON: lists, lines, our own export, and damage.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer_reader::format::{Format, sniff};
use explorer_reader::header::Note;
use explorer_reader::json::JsonKind;
use explorer_reader::{Problem, Refusal, Summary, TableReader};
use proptest::prelude::*;
use support::{Kept, pieces};

fn read_as(kind: JsonKind, text: &str, size: usize) -> (Kept, Result<Summary, Refusal>) {
    let mut kept = Kept::default();
    let mut reader = TableReader::new(Format::Json(kind));
    for piece in pieces(text, size) {
        if let Err(refusal) = reader.push(piece, &mut kept) {
            return (kept, Err(refusal));
        }
    }
    let summary = reader.finish(&mut kept);
    (kept, summary)
}

fn read(text: &str) -> (Kept, Result<Summary, Refusal>) {
    match sniff(text, true) {
        Ok(Format::Json(kind)) => read_as(kind, text, 5),
        other => panic!("{other:?}"),
    }
}

fn cells(kept: &Kept) -> Vec<Vec<&str>> {
    kept.rows.iter().map(|(_, cells)| cells.iter().map(String::as_str).collect()).collect()
}

fn places(kept: &Kept) -> Vec<(u64, Option<&str>)> {
    kept.problems.iter().map(|p: &Problem| (p.row, p.column.as_deref())).collect()
}

#[test]
fn lists_and_lines_give_the_same_rows() {
    let list = r#"[{"a": 1, "b": "x, \"y\""}, {"b": null, "c": true, "a": 1.50},]"#;
    let lines =
        "{\"a\": 1, \"b\": \"x, \\\"y\\\"\"}\r\n\n{\"b\": null, \"c\": true, \"a\": 1.50}\n";
    for text in [list, lines] {
        let (kept, summary) = read(text);
        assert_eq!(kept.header, ["a", "b", "c"]);
        assert_eq!(cells(&kept), [["1", "x, \"y\"", ""], ["1.50", "", "true"]]);
        assert_eq!((kept.problems.len(), summary.map(|s| s.rows)), (0, Ok(2)));
    }
}

#[test]
fn what_is_nested_becomes_columns_and_lists() {
    let text = r#"[{"a": {"b": {"c": 1}}, "t": ["x", null, "y"], "s": [{"u": 1}, {"u": 2, "v": 3}], "e": []}]"#;
    let (kept, summary) = read(text);
    assert_eq!(kept.header, ["a.b.c", "t", "s.u", "s.v", "e"]);
    assert_eq!(cells(&kept), [["1", "x; y", "1; 2", "3", ""]]);
    let notes = summary.map(|s| s.notes).unwrap_or_default();
    assert!(notes.contains(&Note::Joined { column: "t".into() }));
    assert!(notes.contains(&Note::Flattened { column: "a".into() }));
}

#[test]
fn damage_is_told_by_line_and_item() {
    let (kept, _) = read("{\"a\":1}\n{\"a\":}\nnull\n{\"a\":2}\n");
    assert_eq!(cells(&kept), [["1"], ["2"]]);
    assert_eq!(places(&kept), [(2, None), (3, None)]);
    assert!(kept.problems[0].expected.contains("character 6"), "{:?}", kept.problems);

    let (kept, _) = read(r#"[{"a":1}, {"a":1 "b":2}, 7, {"a":3, "a":4}, {"a":5}"#);
    assert_eq!(cells(&kept), [["1"], ["4"], ["5"]]);
    assert_eq!(places(&kept), [(2, None), (3, None), (6, None), (4, Some("a"))]);
}

#[test]
fn a_key_that_comes_late_is_told() {
    let mut text = "{\"a\":1}\n".repeat(1000);
    text.push_str("{\"a\":2,\"late\":\"x\"}\n");
    let (kept, _) = read(&text);
    assert_eq!(kept.rows.len(), 1001);
    assert_eq!(places(&kept), [(1001, Some("late"))]);
}

#[test]
fn long_keys_within_each_other_do_not_grow() {
    let key = "k".repeat(10_000);
    let leaves: String = (0..20_000).map(|n| format!("\"{n}\":1,")).collect();
    let text =
        format!("[{}{{{leaves}\"z\":1}}{}]", format!("{{\"{key}\":").repeat(40), "}".repeat(40));
    let (kept, _) = read_as(JsonKind::List, &text, 1 << 16);
    assert!(kept.header.iter().all(|name| name.chars().count() <= 410));
    let text = format!("[{{{leaves}\"z\":1}}]");
    assert!(matches!(
        read_as(JsonKind::List, &text, 1 << 16).1,
        Err(Refusal::TooManyColumns { .. })
    ));
}

#[test]
fn nothing_and_no_table_are_refused() {
    for (kind, text) in [
        (JsonKind::List, "[]"),
        (JsonKind::Lines, "\n"),
        (JsonKind::Whole, " "),
        (JsonKind::Lines, "{}\n{}"),
    ] {
        assert_eq!(read_as(kind, text, 1).1, Err(Refusal::Empty));
    }
    let (kept, summary) = read("[{},{\"a\":1},{}]");
    assert_eq!((kept.rows.len(), kept.rows[0].0), (1, 2));
    assert_eq!(summary.map(|s| s.notes), Ok(vec![Note::EmptyRows(2)]));
    assert!(matches!(read_as(JsonKind::List, "[1,2]", 1).1, Err(Refusal::NoTable(_))));
    let (_, summary) = read_as(JsonKind::Whole, "{\n \"a\": }", 2);
    let words = summary.map_err(|refusal| refusal.to_string());
    assert!(words.is_err_and(|words| words.contains("line 2, character 7")));
}

#[test]
fn our_own_export_opens_like_our_own_table() {
    let text = r#"{"dataset":"d","view":"v","events":[
      {"id":"e1","date":"2024-09-06","agency":"MPS","officials":["A","B"],
       "counterparts":[{"country":"VNM","organization":null,"name":"N","title":"T","office":null,"also":[{"name":"O","title":"P"}]},
                       {"country":"LAO","organization":null,"name":null,"title":null,"office":null,"also":[]}],
       "topics":["x"],"sources":[{"url":"http://a","publisher":"p","published":null},{"url":"http://b","publisher":"q","published":"2024"}]}]}"#;
    let (kept, summary) = read(text);
    assert_eq!(summary.map(|s| s.rows), Ok(2));
    let cell = |row: usize, name: &str| {
        let at = kept.header.iter().position(|column| column == name);
        at.map(|at| kept.rows[row].1[at].as_str())
    };
    for (name, first, second) in [
        ("event_id", "e1", "e1"),
        ("officials", "A; B", "A; B"),
        ("country", "VNM", "LAO"),
        ("counterpart_name", "N", ""),
        ("also", "O", ""),
        ("sources", "http://a; http://b", "http://a; http://b"),
    ] {
        assert_eq!((cell(0, name), cell(1, name)), (Some(first), Some(second)), "{name}");
    }
}

#[test]
fn data_packages_and_lists_of_lists_are_tables() {
    let package = r#"{"name":"p","resources":[{"name":"i","data":[["a","b"],["1","x"],["2"]]}]}"#;
    for text in
        [package, r#"[["a","b"],[1,"x"],["2"]]"#, r#"{"n":1,"rows":[["a","b"],["1","x"],["2"]]}"#]
    {
        let (kept, _) = read(text);
        // A list that is too short has empty cells at its end.
        assert_eq!((kept.header.len(), cells(&kept)), (2, vec![vec!["1", "x"], vec!["2", ""]]));
        assert!(places(&kept).is_empty());
    }
    let (kept, _) = read("{\n\"type\":\"x\",\"features\":[{\"properties\":{\"a\":1}}]}");
    assert_eq!((kept.header, kept.rows.len()), (vec!["properties.a".to_owned()], 1));
}

#[test]
fn the_published_dataset_is_read_as_it_is() {
    let text = include_str!("../../../data/events.json");
    let (kept, summary) = read_as(JsonKind::List, text, 1 << 16);
    assert_eq!((summary.map(|s| (s.rows, s.bad_rows)), kept.problems.len()), (Ok((242, 0)), 0));
    assert!(kept.header.iter().any(|name| name == "counterparts.country"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn pieces_never_change_the_outcome_and_every_text_is_answered(
        parts in prop::collection::vec(prop::sample::select(vec![
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":1", "{\"a\":1}", "{\"b\":[1,{\"c\":2}]}", "\n",
            "null", "\"", "\\", "é", "\0", "\u{feff}", " ", "\r", "{\"a\":\"\u{fffd}\"}", "{\"counterparts\":[]}",
            "{\"events\":[", "{\"resources\":[{\"data\":[",
        ]), 0..40)
    ) {
        let text = parts.concat();
        for kind in [JsonKind::List, JsonKind::Lines, JsonKind::Whole] {
            let whole = read_as(kind, &text, text.len().max(1));
            if let Ok(summary) = &whole.1 {
                prop_assert_eq!(summary.rows as usize, whole.0.rows.len());
                prop_assert!(!whole.0.header.is_empty());
            }
            for size in [1, 2, 7] {
                prop_assert_eq!(&read_as(kind, &text, size), &whole);
            }
        }
    }
}
