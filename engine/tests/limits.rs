//! What is refused, and what must not go wrong at the edges.

#![allow(clippy::unwrap_used, missing_docs)]

use explorer_engine::{Crossfilter, Error, TableBuilder};

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
