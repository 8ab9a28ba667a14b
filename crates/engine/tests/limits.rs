//! What is refused, and what must not go wrong at the edges.

#![allow(clippy::unwrap_used, missing_docs)]

use explorer_engine::{Crossfilter, Error, Kind, TableBuilder};

#[test]
fn columns_of_different_lengths_and_second_dates_are_refused() {
    let mut builder = TableBuilder::new();
    let column = builder.category("one");
    builder.push(column, "x").unwrap();
    builder.days("two", vec![1, 2]);
    let error = builder.finish().unwrap_err();
    assert_eq!(error, Error::Length { column: "two".into(), expected: 1, found: 2 });
    assert_eq!(error.to_string(), "column “two” has 2 rows, the first one 1");

    let mut builder = TableBuilder::new();
    builder.days("one", vec![1]);
    builder.days("two", vec![1]);
    assert_eq!(builder.finish().unwrap_err(), Error::SecondDate { column: "two".into() });
}

#[test]
fn nothing_to_show_is_no_reason_to_panic() {
    let mut empty = Crossfilter::new(TableBuilder::new().finish().unwrap());
    assert_eq!((empty.in_view(), empty.counts(0).len()), (0, 0));
    assert_eq!(empty.start_brush(0), Err(Error::Kind { column: 0 }));
    empty.toggle(0, 0);
    empty.brush(0, 1);
    empty.search(&[], "x");
    assert!(empty.rows(0, 10).is_empty());

    let mut builder = TableBuilder::new();
    let names =
        [builder.category("c"), builder.categories("m"), builder.number("n"), builder.date("d")];
    let mut view = Crossfilter::new(builder.finish().unwrap());
    for column in names {
        view.toggle(column, 0);
        let _ = view.start_brush(column);
        view.brush(5, 2);
        assert_eq!(view.in_view(), 0);
    }
    assert!(view.table().bins_of(0, 0).is_empty());
}

#[test]
fn codes_beyond_their_labels_are_rows_without_a_value() {
    let mut builder = TableBuilder::new();
    builder.category_codes("bytes", &["a", "b"], vec![0_u8, 1, 2, 255]).unwrap();
    builder.category_codes("words", &["a", "b", "a"], vec![0_u32, 1, 2, u32::MAX]).unwrap();
    let labels: Vec<String> = (0..256).map(|label| label.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    builder.category_codes("full", &labels, vec![0_u8, 1, 254, 255]).unwrap();
    let view = Crossfilter::new(builder.finish().unwrap());
    assert_eq!(view.counts(0), [1, 1, 2]);
    // A label that comes twice is one value.
    assert_eq!(view.counts(1), [2, 1, 1]);
    assert_eq!((view.counts(2)[255], view.counts(2)[256]), (1, 0));
}

#[test]
fn a_dimension_with_too_many_values_for_a_tile_is_counted_all_the_same() {
    let mut builder = TableBuilder::new();
    let (id, date) = (builder.category("id"), builder.date("date"));
    for row in 0..70_000 {
        builder.push(id, &row.to_string()).unwrap();
        builder.push_day(date, Some(row % 500));
    }
    let mut view = Crossfilter::new(builder.finish().unwrap());
    view.start_brush(date).unwrap();
    for (from, to) in [(10, 20), (11, 21), (400, 500), (0, 501)] {
        view.brush(from, to);
        let expected: Vec<u32> =
            (0..70_000).map(|row| u32::from((from..to).contains(&(row % 500)))).collect();
        assert_eq!(view.counts(id)[..70_000], expected);
        assert_eq!(view.in_view(), expected.iter().sum::<u32>());
    }
    // And a step over a dimension of 70,001 bins.
    view.clear(date);
    view.start_brush(id).unwrap();
    view.brush(500, 1500);
    assert_eq!(view.counts(date)[..500], [2; 500]);
}

#[test]
fn a_brush_leaves_out_the_own_filter_of_every_other_dimension() {
    let mut builder = TableBuilder::new();
    let (one, other) = (builder.category("one"), builder.category("other"));
    let date = builder.date("date");
    for row in 0..100 {
        builder.push(one, ["a", "b"][row % 2]).unwrap();
        builder.push(other, ["c", "d", "e"][row % 3]).unwrap();
        builder.push_day(date, Some(row as i32));
    }
    let mut view = Crossfilter::new(builder.finish().unwrap());
    view.toggle(one, 0);
    view.start_brush(date).unwrap();
    for (from, to) in [(0, 12), (1, 13), (40, 100), (7, 7)] {
        view.brush(from, to);
        let rows = || from..to;
        let count = |keep: &dyn Fn(usize) -> bool| rows().filter(|&row| keep(row)).count() as u32;
        // Both values of the filtered one, and of the other those rows that pass.
        assert_eq!(view.counts(one), [count(&|row| row % 2 == 0), count(&|row| row % 2 == 1), 0]);
        let passing = |value: usize| count(&|row| row % 2 == 0 && row % 3 == value);
        assert_eq!(view.counts(other), [passing(0), passing(1), passing(2), 0]);
        assert_eq!(view.in_view(), count(&|row| row % 2 == 0));
        // The date itself is counted as if it was not brushed.
        assert_eq!(view.counts(date).iter().sum::<u32>(), 50);
    }
}

#[test]
fn a_text_is_searched_and_shown_and_counts_nothing() {
    let mut builder = TableBuilder::new();
    let (title, kind) = (builder.text("title"), builder.category("kind"));
    let (date, number) = (builder.date("date"), builder.number("number"));
    let rows = 1000;
    for row in 0..rows {
        match row % 10 {
            0 => builder.push_missing(title),
            1 => {
                let code = builder.code(title, "the same").unwrap();
                builder.push_code(title, code);
            }
            _ => builder.push(title, &format!("Title {row}")).unwrap(),
        }
        builder.push(kind, ["a", "b"][row % 2]).unwrap();
        // Newest first, so that rows are moved.
        builder.push_day(date, Some(-(row as i32)));
        builder.push_number(number, 1.0);
    }
    assert!(builder.code(number, "x").is_err());
    let mut view = Crossfilter::new(builder.finish().unwrap());
    let table = view.table();
    assert_eq!((table.kind(title), table.bins(title)), (Some(Kind::Text), 0));
    assert!(table.bins_of(title, 0).is_empty());
    let texts = table.dictionary(title).unwrap();
    assert_eq!(texts.len(), 801);
    for row in 0..rows {
        let original = table.original(row);
        let values: Vec<&str> = table.codes_of(title, row).map(|code| texts.value(code)).collect();
        match original % 10 {
            0 => assert!(values.is_empty()),
            1 => assert_eq!(values, ["the same"]),
            _ => assert_eq!(values, [format!("Title {original}")]),
        }
        assert_eq!(table.day_of(date, row), Some(-(original as i32)));
    }
    assert_eq!((table.codes_of(title, rows).next(), table.day_of(date, rows)), (None, None));
    view.search(&[], "SAME");
    assert_eq!((view.in_view(), view.counts(kind)), (100, &[0, 100, 0][..]));
    assert!(view.counts(title).is_empty());
    view.toggle(title, 0);
    view.select(title, &[0, 1]);
    assert!(!view.is_filtered(title) && view.start_brush(title).is_err());
    view.start_brush(date).unwrap();
    view.brush(0, 500);
    assert_eq!((view.in_view(), view.counts(kind)), (50, &[0, 50, 0][..]));
    assert_eq!(view.table_rows(0, 2).len(), 2);
    assert_eq!(view.sums(kind, number).unwrap(), [0.0, 50.0, 0.0]);
    assert!(view.sums(title, number).unwrap().is_empty());
    view.search(&[title], "title 999");
    assert_eq!(view.rows(0, 9), [999]);
}

#[test]
fn several_values_are_pushed_by_their_codes() {
    let mut builder = TableBuilder::new();
    let topics = builder.categories("topics");
    let codes: Vec<u32> = ["a", "b"].map(|value| builder.code(topics, value).unwrap()).into();
    builder.push_codes(topics, &codes);
    builder.push_codes(topics, &[]);
    builder.push_codes(topics, &codes[1..]);
    assert!(builder.bytes().0 > 0 && builder.bytes().1 > 0);
    let view = Crossfilter::new(builder.finish().unwrap());
    assert_eq!(view.counts(topics), [1, 2, 1]);
    assert_eq!(view.table().codes_of(topics, 0).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(view.table().codes_of(topics, 1).count(), 0);
}
