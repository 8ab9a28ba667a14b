//! Delimited text: what RFC 4180 allows, what people make of it, and any text at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use explorer_reader::csv::{Dialect, Header, write_line};
use explorer_reader::header::Note;
use explorer_reader::{Problem, Refusal};
use proptest::prelude::*;
use support::{Kept, read_csv};

fn rows(text: &str) -> Vec<Vec<String>> {
    let (kept, summary) = read_csv(text, Dialect::default(), 7);
    assert!(summary.is_ok(), "{summary:?}");
    kept.rows.into_iter().map(|(_, cells)| cells).collect()
}

fn problems(text: &str) -> Vec<(u64, Option<String>, String)> {
    let (kept, _) = read_csv(text, Dialect::default(), 5);
    kept.problems.into_iter().map(|p: Problem| (p.row, p.column, p.value)).collect()
}

#[test]
fn reads_what_the_standard_allows() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,\"x, y\"", "\"say \"\"hi\"\"\",\"two\nlines\"", ",\"\""].join(end);
        for last in ["", end] {
            assert_eq!(
                rows(&format!("{text}{last}")),
                [["1", "x, y"], ["say \"hi\"", "two\nlines"], ["", ""]],
                "{end:?}"
            );
        }
    }
}

#[test]
fn forgives_what_cannot_be_misunderstood() {
    // A byte order mark, blanks around quotes, separators behind the last column.
    assert_eq!(rows("\u{feff}a,b\n 1 , \"x, y\" \n"), [[" 1 ", "x, y"]]);
    assert_eq!(rows("a,b\n1,2,,\n"), [["1", "2"]]);
    assert_eq!(rows("sep=,\na,b\n1,2\n"), [["1", "2"]]);
    // Empty lines and emptied rows keep their numbers.
    let (kept, summary) = read_csv("a,b\n\n,\n1,2\n", Dialect::default(), 100);
    assert_eq!(kept.rows, [(4, vec!["1".to_owned(), "2".to_owned()])]);
    let notes = summary.map(|summary| summary.notes);
    assert_eq!(notes, Ok(vec![Note::EmptyRows(1), Note::BlankLines(1)]));
    // A quote within a cell is one.
    assert_eq!(rows("a,b\n5\" pipe,2\n"), [["5\" pipe", "2"]]);
}

#[test]
fn ragged_rows_are_told_and_the_others_load() {
    let text = "a,b,c\n1,2,3\n1,2\n1,2,3,4\n5,6,7\n";
    // Without its empty last cells a row is one of the table; with more it is none.
    assert_eq!(rows(text), [["1", "2", "3"], ["1", "2", ""], ["5", "6", "7"]]);
    assert_eq!(problems(text), [(4, Some("column 4".into()), "4".into())]);
    let (_, summary) = read_csv(text, Dialect::default(), 3);
    assert_eq!(summary.map(|summary| summary.notes), Ok(vec![Note::ShortRows(1)]));
    // But for one that has another delimiter.
    assert_eq!(problems("a,b,c\n1;2;3\n"), [(2, Some("b".into()), String::new())]);
}

#[test]
fn a_quote_without_an_end_costs_one_row() {
    let text = "a,b\n1,\"open\n2,3\n4,5\n";
    assert_eq!(rows(text), [["2", "3"], ["4", "5"]]);
    assert_eq!(problems(text), [(2, Some("b".into()), "\"open".into())]);
    assert_eq!(problems("a,b\n1,\"open"), [(2, Some("b".into()), "\"open".into())]);
    // In the header it costs none.
    let (kept, _) = read_csv("a,\"b\n1,2\n", Dialect::default(), 3);
    assert_eq!((kept.rows.len(), kept.header.len(), kept.problems.len()), (1, 2, 1));
}

#[test]
fn a_forgotten_quote_does_not_take_the_rows_up_to_the_next_one() {
    let text = "a,b\n1,\"open\n2,3\n4,\"x, y\"\n5,6\n";
    assert_eq!(rows(text), [["2", "3"], ["4", "x, y"], ["5", "6"]]);
    assert_eq!(problems(text), [(2, Some("b".into()), "\"open".into())]);
    // At the end of the text, too, and time and again without ado.
    assert_eq!(rows("a,b\n1,\"open\n4,\"x\""), [["4", "x"]]);
    let many = format!("a,b\n{}", "1,\"\"\"x\n".repeat(20_000));
    assert_eq!(rows(&many).len(), 0);
    let many = format!("a,b\n1,\"x\n{}4,\"y", "1,\"\"\n".repeat(20_000));
    assert_eq!(rows(&many).len(), 20_000);
}

#[test]
fn text_behind_a_quote_is_told() {
    let text = "a,b\n\"x\"y,2\n3,4\n";
    assert_eq!(rows(text), [["3", "4"]]);
    assert_eq!(problems(text), [(2, Some("a".into()), "\"x\"y".into())]);
}

#[test]
fn damaged_characters_are_told_where_they_stand() {
    let text = "a,b\n1,2\nx\0,2\n3,\u{fffd}\n5,6\n";
    assert_eq!(rows(text).len(), 2);
    assert_eq!(
        problems(text),
        [(3, Some("a".into()), "x\0".into()), (4, Some("b".into()), "\u{fffd}".into())]
    );
}

#[test]
fn nothing_and_a_header_alone() {
    for text in ["", "\u{feff}", "\n\n", "\r\n"] {
        let (kept, summary) = read_csv(text, Dialect::default(), 1);
        assert_eq!((kept, summary), (Kept::default(), Err(Refusal::Empty)));
    }
    let (kept, summary) = read_csv("a,b", Dialect::default(), 1);
    assert_eq!((kept.header, summary.map(|s| s.rows)), (vec!["a".into(), "b".into()], Ok(0)));
}

#[test]
fn headers_can_be_missing() {
    let dialect = Dialect { delimiter: b';', header: Header::none() };
    let (kept, _) = read_csv("1;2\n3;4\n", dialect, 2);
    assert_eq!(kept.header, ["Column 1", "Column 2"]);
    assert_eq!(kept.rows.len(), 2);
}

#[test]
fn the_header_can_stand_in_any_row() {
    let text = "A title\n\nday,n,\n,persons,x\n1,2,3\n4,5,6\n";
    let header = Header::Rows { first: 3, last: 4, data: 5 };
    for size in [1, 4, 99] {
        let (kept, summary) = read_csv(text, Dialect { delimiter: b',', header }, size);
        assert_eq!(kept.header, ["day", "n persons", "n x"]);
        assert_eq!((kept.rows.len(), kept.rows[0].0, kept.problems.len()), (2, 5, 0));
        let notes = summary.map(|summary| summary.notes);
        assert_eq!(notes, Ok(vec![Note::AboveHeader(1), Note::BlankLines(1)]));
    }
    let header = Header::Rows { first: 3, last: 3, data: 5 };
    let (kept, summary) = read_csv(text, Dialect { delimiter: b',', header }, 5);
    assert_eq!((kept.header[1].as_str(), kept.rows.len()), ("n", 2));
    let below = Note::BelowHeader { row: 4, text: ",persons,x".into() };
    assert!(summary.is_ok_and(|summary| summary.notes.contains(&below)));
    // One beyond the end.
    let (_, summary) = read_csv(text, Dialect { delimiter: b',', header: Header::row(99) }, 5);
    assert_eq!(summary, Err(Refusal::Empty));
    let header = Header::Rows { first: 6, last: 9, data: 10 };
    let (kept, _) = read_csv(text, Dialect { delimiter: b',', header }, 5);
    assert_eq!((kept.header, kept.rows.len()), (vec!["4".into(), "5".into(), "6".into()], 0));
}

#[test]
fn too_many_columns_are_refused() {
    let (_, summary) = read_csv(&"x,".repeat(1000), Dialect::default(), 64);
    assert_eq!(summary, Err(Refusal::TooManyColumns { found: 1001, most: 1000 }));
    // A row may have any number: it is bad, and its cells are not all kept.
    let (kept, summary) =
        read_csv(&format!("a\n{}\nb\n", "x,".repeat(9999)), Dialect::default(), 64);
    assert_eq!((kept.rows.len(), kept.bad.len(), summary.map(|s| s.bad_rows)), (1, 1, Ok(1)));
}

/// Text in which everything that means something is frequent.
fn any_csv() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        6 => Just(","), 4 => Just("\n"), 1 => Just("\r"), 2 => Just("\r\n"), 5 => Just("\""),
        3 => Just("\"\""), 4 => Just("a"), 2 => Just(" "), 1 => Just("越南"), 1 => Just("\0"),
        1 => Just("\u{fffd}"), 1 => Just("\u{feff}"), 1 => Just("sep=,"), 1 => Just("some longer text"),
    ];
    prop::collection::vec(part, 0..120).prop_map(|parts| parts.concat())
}

fn any_table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        3 => "[a-z0-9]{0,12}",
        1 => r#"[ ,;"'\n\r\t=|é越\u{1F600}]{0,8}"#,
        1 => any::<String>().prop_map(|text| text.replace(['\0', '\u{fffd}'], "")),
    ];
    (1..6_usize).prop_flat_map(move |width| {
        prop::collection::vec(prop::collection::vec(cell.clone(), width), 0..12)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_table_comes_back_at_every_size_of_pieces(table in any_table()) {
        let width = table.first().map_or(1, Vec::len);
        let names: Vec<String> = (0..width).map(|at| format!("n{at}")).collect();
        let mut text = String::new();
        write_line(&mut text, names.iter().map(String::as_str));
        for row in &table {
            write_line(&mut text, row.iter().map(String::as_str));
        }
        for size in (1..9).chain([16, 63, 64, 65, text.len()]) {
            let (kept, summary) = read_csv(&text, Dialect::default(), size);
            prop_assert!(summary.is_ok());
            prop_assert_eq!(&kept.header, &names);
            prop_assert_eq!(&kept.problems, &[]);
            let rows: Vec<Vec<String>> = kept.rows.into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(&rows, &table, "{:?} by {}", text, size);
        }
    }

    #[test]
    fn pieces_never_change_the_outcome(text in any_csv()) {
        let whole = read_csv(&text, Dialect::default(), text.len().max(1));
        for size in [1, 2, 3, 5, 17, 64] {
            prop_assert_eq!(&read_csv(&text, Dialect::default(), size), &whole);
        }
    }

    #[test]
    fn every_text_gives_rows_problems_or_a_refusal(text in any_csv()) {
        let (kept, summary) = read_csv(&text, Dialect::default(), 64);
        match summary {
            Ok(summary) => {
                prop_assert_eq!(summary.rows as usize, kept.rows.len());
                prop_assert_eq!(summary.bad_rows as usize, kept.bad.len());
                prop_assert!(!kept.header.is_empty());
                prop_assert!(kept.problems.len() >= kept.bad.len());
            }
            Err(refusal) => prop_assert_eq!(refusal, Refusal::Empty),
        }
    }
}
