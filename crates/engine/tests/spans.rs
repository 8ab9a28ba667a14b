//! Dates that are not known to the day are in every range of which they can mean a day.
#![allow(clippy::unwrap_used, missing_docs)]

use explorer_engine::{Crossfilter, TableBuilder};
use proptest::prelude::*;

/// A table of dates, each with the days that it can mean, and a category beside.
fn view(dates: &[Option<(i32, i32)>]) -> (Crossfilter, usize, usize) {
    let mut builder = TableBuilder::new();
    let (date, kind) = (builder.date("date"), builder.category("kind"));
    for (row, span) in dates.iter().enumerate() {
        match span {
            Some((first, last)) if first == last => builder.push_day(date, Some(*first)),
            Some((first, last)) => builder.push_span(date, *first, *last),
            None => builder.push_missing(date),
        }
        builder.push(kind, ["a", "b", "c"][row % 3]).unwrap();
    }
    (Crossfilter::new(builder.finish().unwrap()), date, kind)
}

#[test]
fn a_year_has_a_bin_of_its_own_and_is_in_each_of_its_months() {
    let dates = [Some((0, 0)), Some((0, 364)), None, Some((0, 30)), Some((0, 364)), Some((90, 90))];
    let (mut view, date, kind) = view(&dates);
    // The longest first, as a reader reads them.
    assert_eq!(view.rows(0, 9), [1, 4, 3, 0, 5, 2]);
    assert_eq!(view.table().days(date).unwrap(), [0, 0, 0, 90]);
    let last = |bin| view.table().last_day(date, bin);
    assert_eq!([0, 1, 2, 3, 4].map(last), [Some(364), Some(30), Some(0), Some(90), None]);
    assert_eq!(
        (view.table().last_day_of(date, 0), view.table().day_of(date, 0)),
        (Some(364), Some(0))
    );
    assert_eq!(view.totals(date), [2, 1, 1, 1, 1]);
    view.date_range(date, Some((60, 364))).unwrap();
    assert_eq!((view.rows(0, 9), view.in_view()), (vec![1, 4, 5], 3));
    assert_eq!(view.selected(date), [0, 3]);
    assert_eq!(view.range_of_days(date), Some((60, 364)));
    assert_eq!(view.counts(kind), [0, 2, 1, 0]);
    // Where no row is, and where only one is that is not known to the day.
    view.date_range(date, Some((200, 210))).unwrap();
    assert_eq!((view.in_view(), view.range_of_days(date)), (2, Some((200, 210))));
    view.date_range(date, Some((400, 500))).unwrap();
    assert_eq!((view.in_view(), view.is_filtered(date)), (0, true));
    view.date_range(date, None).unwrap();
    assert_eq!((view.in_view(), view.range_of_days(date)), (6, None));
    // A drag does the same.
    view.start_brush(date).unwrap();
    view.brush_days(date, 31, 60).unwrap();
    assert_eq!(view.in_view(), 2);
    view.end_brush();
    view.select(date, &[3]);
    assert_eq!((view.in_view(), view.range_of_days(date)), (1, None));
    assert!(view.date_range(kind, Some((0, 1))).is_err() && view.brush_days(kind, 0, 1).is_err());
}

#[test]
fn a_drag_over_days_costs_bins_and_remembers_its_days() {
    let dates: Vec<Option<(i32, i32)>> = (0..50).map(|day| Some((day, day))).collect();
    let (mut view, date, kind) = view(&dates);
    view.start_brush(date).unwrap();
    view.brush_days(date, 10, 19).unwrap();
    assert_eq!((view.in_view(), view.range_of_days(date)), (10, Some((10, 19))));
    view.toggle(kind, 0);
    assert_eq!((view.in_view(), view.range_of_days(date)), (3, Some((10, 19))));
    view.clear(date);
    assert_eq!(view.range_of_days(date), None);
}

fn span() -> impl Strategy<Value = Option<(i32, i32)>> {
    let days = (0..60_i32, prop_oneof![3 => Just(0), 1 => 1..30_i32]);
    proptest::option::weighted(0.9, days.prop_map(|(first, more)| (first, first + more)))
}

proptest! {
    #[test]
    fn ranges_count_as_a_plain_loop_does(
        dates in proptest::collection::vec(span(), 0..80),
        ranges in proptest::collection::vec((-5..95_i32, 0..40_i32, any::<bool>(), 0..5_u32), 1..6),
    ) {
        let (mut view, date, kind) = view(&dates);
        let mut chosen = Vec::new();
        for (first, more, drags, toggled) in ranges {
            let range = (first, first + more);
            if drags {
                view.start_brush(date).unwrap();
                view.brush_days(date, range.0, range.1).unwrap();
            } else {
                view.date_range(date, Some(range)).unwrap();
            }
            if (toggled as usize) + 1 < view.table().bins(kind) {
                view.toggle(kind, toggled);
                match chosen.iter().position(|other| *other == toggled) {
                    Some(at) => _ = chosen.remove(at),
                    None => chosen.push(toggled),
                }
            }
            let values = view.table().dictionary(kind).unwrap().clone();
            let passes = |row: usize| {
                let in_range =
                    dates[row].is_some_and(|(first, last)| last >= range.0 && first <= range.1);
                let code = values.code(["a", "b", "c"][row % 3]).unwrap();
                in_range && (chosen.is_empty() || chosen.contains(&code))
            };
            let expected: Vec<u32> =
                (0..dates.len()).filter(|row| passes(*row)).map(|row| row as u32).collect();
            prop_assert_eq!(view.in_view() as usize, expected.len());
            prop_assert_eq!(view.range_of_days(date), Some(range));
            let mut rows = view.clone().rows(0, 999);
            rows.sort_unstable();
            prop_assert_eq!(rows, expected);
            let counted: u32 = view.counts(date).iter().sum();
            let of_kind = |row: &usize| {
                let code = values.code(["a", "b", "c"][row % 3]).unwrap();
                chosen.is_empty() || chosen.contains(&code)
            };
            prop_assert_eq!(counted as usize, (0..dates.len()).filter(of_kind).count());
        }
    }
}
