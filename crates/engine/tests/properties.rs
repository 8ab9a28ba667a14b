//! Random tables and random sequences of filters: the engine counts as plain loops do.

#![allow(clippy::unwrap_used, missing_docs)]

mod naive;

use explorer_engine::{Crossfilter, Kind};
use naive::{COLUMNS, DATE, Filter, LARGE, MANY, NUMBER, Naive, Row, SMALL, build, text};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    Toggle(usize, usize),
    Exclude(usize, usize),
    Select(usize, Vec<usize>),
    Choose(usize, Vec<usize>, Vec<usize>),
    Clear(usize),
    Numbers(i16, i16),
    Dates(i32, i32),
    Search(&'static str),
    StartBrush(usize),
    Brush(usize, usize),
    EndBrush,
}

fn row() -> impl Strategy<Value = Row> {
    // Most values are few, so that filters leave something.
    let skewed = prop_oneof![3 => 0..4_u16, 1 => 0..400_u16];
    (
        proptest::option::weighted(0.9, 0..3_u16),
        proptest::option::weighted(0.9, skewed),
        proptest::collection::vec(0..6_u16, 0..4),
        proptest::option::weighted(0.9, -100..100_i16),
        proptest::option::weighted(0.9, 0..40_i32),
    )
        .prop_map(|(small, large, many, number, day)| Row { small, large, many, number, day })
}

fn chosen() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(0..30_usize, 0..5)
}

fn step() -> impl Strategy<Value = Step> {
    let column = 0..COLUMNS;
    prop_oneof![
        4 => (column.clone(), 0..12_usize).prop_map(|(column, bin)| Step::Toggle(column, bin)),
        2 => (column.clone(), proptest::collection::vec(0..30_usize, 0..8))
            .prop_map(|(column, bins)| Step::Select(column, bins)),
        3 => (column.clone(), 0..12_usize).prop_map(|(column, bin)| Step::Exclude(column, bin)),
        2 => (column.clone(), chosen(), chosen())
            .prop_map(|(column, included, excluded)| Step::Choose(column, included, excluded)),
        1 => column.clone().prop_map(Step::Clear),
        1 => (-120..120_i16, -120..120_i16).prop_map(|(a, b)| Step::Numbers(a, b)),
        1 => (-5..45_i32, -5..45_i32).prop_map(|(a, b)| Step::Dates(a, b)),
        1 => prop_oneof![Just("over"), Just("üNDER 1"), Just(""), Just("value  within"), Just("nowhere")]
            .prop_map(Step::Search),
        4 => column.prop_map(Step::StartBrush),
        7 => (0..60_usize, 0..60_usize).prop_map(|(a, b)| Step::Brush(a, b)),
        1 => Just(Step::EndBrush),
    ]
}

fn compare(view: &mut Crossfilter, naive: &Naive) -> Result<(), TestCaseError> {
    for column in 0..COLUMNS {
        let bins = view.table().bins(column);
        prop_assert_eq!(view.counts(column), naive.counts(column, bins), "column {}", column);
        let sums = naive.sums(column, bins);
        let expected: Vec<f64> = sums.iter().map(|(sum, _)| *sum).collect();
        // Asked of a copy: a question must not bring the counts in step that a step left behind.
        let mut copy = view.clone();
        prop_assert_eq!(copy.sums(column, NUMBER).unwrap(), expected);
        for (mean, (sum, count)) in copy.means(column, NUMBER).unwrap().iter().zip(sums) {
            let expected = sum / f64::from(count);
            prop_assert!(*mean == expected || mean.is_nan() && expected.is_nan());
        }
    }
    let expected = naive.in_view();
    prop_assert_eq!(view.in_view() as usize, expected.len());
    let mut rows = view.clone().rows(0, usize::MAX);
    // Some of them are found in another way than all.
    for (skip, limit) in [(0, 1), (2, 3), (rows.len() / 2, rows.len() / 2)] {
        let some: Vec<u32> = rows.iter().copied().skip(skip).take(limit).collect();
        prop_assert_eq!(view.clone().rows(skip, limit), some);
    }
    rows.sort_unstable();
    prop_assert_eq!(rows, expected);
    Ok(())
}

fn chosen_of(view: &Crossfilter, column: usize) -> (Vec<usize>, Vec<usize>) {
    let bins = |bins: Vec<u32>| bins.into_iter().map(|bin| bin as usize).collect();
    (bins(view.selected(column)), bins(view.excluded(column)))
}

fn toggle(bins: &mut Vec<usize>, bin: usize) {
    match bins.iter().position(|other| *other == bin) {
        Some(at) => drop(bins.remove(at)),
        None => bins.push(bin),
    }
}

fn sorted(bins: &[usize]) -> Vec<usize> {
    let mut bins = bins.to_vec();
    bins.sort_unstable();
    bins
}

fn filter(included: Vec<usize>, excluded: Vec<usize>) -> Filter {
    match included.is_empty() && excluded.is_empty() {
        true => Filter::Open,
        false => Filter::Chosen(included, excluded),
    }
}

fn take(step: &Step, view: &mut Crossfilter, naive: &mut Naive, brushed: &mut Option<usize>) {
    let bins_of = |view: &Crossfilter, column: usize| view.table().bins(column);
    match step {
        Step::Toggle(column, bin) => {
            let (mut wanted, mut excluded) = chosen_of(view, *column);
            view.toggle(*column, *bin as u32);
            if *bin < bins_of(view, *column) {
                excluded.retain(|other| other != bin);
                toggle(&mut wanted, *bin);
                naive.filters[*column] = filter(wanted, excluded);
                *brushed = brushed.filter(|brushed| brushed == column);
            }
        }
        Step::Exclude(column, bin) => {
            let (mut wanted, mut excluded) = chosen_of(view, *column);
            view.toggle_excluded(*column, *bin as u32);
            if *bin < bins_of(view, *column) {
                wanted.retain(|other| other != bin);
                toggle(&mut excluded, *bin);
                assert_eq!(chosen_of(view, *column).1, sorted(&excluded));
                naive.filters[*column] = filter(wanted, excluded);
                *brushed = brushed.filter(|brushed| brushed == column);
            }
        }
        Step::Choose(column, included, excluded) => {
            let there = |bins: &[usize]| -> Vec<usize> {
                bins.iter().copied().filter(|&bin| bin < bins_of(view, *column)).collect()
            };
            let (mut wanted, excluded) = (there(included), there(excluded));
            wanted.retain(|bin| !excluded.contains(bin));
            let bins = |bins: &[usize]| bins.iter().map(|&bin| bin as u32).collect::<Vec<_>>();
            view.choose(*column, &bins(included), &bins(&excluded));
            naive.filters[*column] = filter(wanted, excluded);
            *brushed = brushed.filter(|brushed| brushed == column);
        }
        Step::Select(column, bins) => {
            let all: Vec<u32> = bins.iter().map(|&bin| bin as u32).collect();
            view.select(*column, &all);
            let wanted: Vec<usize> =
                bins.iter().copied().filter(|&bin| bin < bins_of(view, *column)).collect();
            naive.filters[*column] =
                if wanted.is_empty() { Filter::Open } else { Filter::Bins(wanted) };
            *brushed = brushed.filter(|brushed| brushed == column);
        }
        Step::Clear(column) => {
            view.clear(*column);
            naive.filters[*column] = Filter::Open;
            *brushed = brushed.filter(|brushed| brushed == column);
        }
        Step::Numbers(low, high) => {
            view.number_range(NUMBER, Some((f64::from(*low), f64::from(*high)))).unwrap();
            naive.filters[NUMBER] = Filter::Numbers(f64::from(*low), f64::from(*high));
            *brushed = brushed.filter(|&brushed| brushed == NUMBER);
        }
        Step::Dates(first, last) => {
            view.date_range(DATE, Some((*first, *last))).unwrap();
            let days = view.table().days(DATE).unwrap();
            let wanted = (0..days.len()).filter(|&bin| (*first..=*last).contains(&days[bin]));
            naive.filters[DATE] = Filter::Bins(wanted.collect());
            *brushed = brushed.filter(|&brushed| brushed == DATE);
        }
        Step::Search(query) => {
            view.search(&[], query);
            naive.query = (*query).into();
            *brushed = None;
        }
        Step::StartBrush(column) => {
            let started = view.start_brush(*column);
            assert_eq!(started.is_ok(), view.table().kind(*column) != Some(Kind::Categories));
            if started.is_ok() {
                *brushed = Some(*column);
            }
        }
        Step::Brush(from, to) => {
            view.brush(*from, *to);
            if let Some(column) = *brushed {
                let to = (*to).min(bins_of(view, column));
                naive.filters[column] = Filter::Bins((*from..to).collect());
            }
        }
        Step::EndBrush => view.end_brush(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..Default::default() })]

    #[test]
    fn counts_sums_and_means_are_those_of_plain_loops(
        rows in proptest::collection::vec(row(), 0..400),
        steps in proptest::collection::vec(step(), 0..16),
    ) {
        let mut view = build(&rows).unwrap();
        let mut naive = Naive::new(rows, &view);
        compare(&mut view, &naive)?;
        let mut brushed = None;
        for step in &steps {
            take(step, &mut view, &mut naive, &mut brushed);
            compare(&mut view, &naive)?;
        }
    }

    #[test]
    fn bins_hold_their_values(rows in proptest::collection::vec(row(), 0..300)) {
        let view = build(&rows).unwrap();
        let table = view.table();
        let mut last = None;
        for at in 0..table.len() {
            let row = &rows[table.original(at)];
            for (column, value) in [(SMALL, row.small), (LARGE, row.large)] {
                let bins = table.bins_of(column, at);
                let values = table.dictionary(column).unwrap();
                let expected = value.map_or(String::new(), text);
                prop_assert_eq!((bins.len(), values.value(bins[0])), (1, expected.as_str()));
                prop_assert_eq!(value.is_none(), bins[0] == values.len());
            }
            let values = table.dictionary(MANY).unwrap();
            let mut found: Vec<_> = table.bins_of(MANY, at).iter().map(|&bin| values.value(bin).to_owned()).collect();
            let mut expected: Vec<_> = row.many.iter().map(|&value| text(value)).collect();
            if expected.is_empty() {
                expected.push(String::new());
            }
            found.sort();
            expected.sort();
            expected.dedup();
            prop_assert_eq!(found, expected);
            let bin = table.bins_of(DATE, at)[0];
            prop_assert_eq!(table.days(DATE).unwrap().get(bin).copied(), row.day);
            let bin = table.bins_of(NUMBER, at)[0];
            match row.number.map(f64::from) {
                None => prop_assert_eq!(bin, table.bins(NUMBER) - 1),
                Some(value) => {
                    prop_assert!(table.edge(NUMBER, bin).unwrap() <= value + 1e-9);
                    prop_assert!(value <= table.edge(NUMBER, bin + 1).unwrap() + 1e-9);
                }
            }
            // By date, those of a day as they came, and those without one at the end.
            let key = (row.day.unwrap_or(i32::MAX), table.original(at));
            prop_assert!(last.is_none_or(|last| last < key));
            last = Some(key);
        }
    }
}
