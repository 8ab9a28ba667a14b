//! Two lists compared.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explorer_meaning::side_by_side::{Comparison, Interaction, compare};
use explorer_reader::date::{DateForm, PartialDate};
use proptest::prelude::*;

fn date(text: &str) -> PartialDate {
    match DateForm::default().read(text) {
        Ok(date) => date,
        Err(error) => panic!("{text}: {error}"),
    }
}

fn list<'i>(texts: &[&'i str]) -> Vec<Interaction<'i>> {
    texts
        .iter()
        .map(|text| {
            let mut parts = text.split(' ');
            let mut part = || parts.next().unwrap_or_default();
            Interaction { date: date(part()), country: part(), agency: part() }
        })
        .collect()
}

fn compared(here: &[&str], there: &[&str]) -> Comparison {
    compare(&list(here), &list(there))
}

#[test]
fn alike_ones_are_paired_once_each() {
    let same = "2024-09-06 VNM MPS";
    let result = compared(&[same, same, same], &[same, "2024-09-06 VNM MSS", same]);
    assert_eq!(result.both, [(0, 0), (1, 2)]);
    assert_eq!((result.only_here, result.only_there), (vec![2], vec![1]));
}

#[test]
fn a_month_is_paired_with_a_day_of_it() {
    let result = compared(
        &["2024-09 VNM MPS", "2024-09-06 VNM MPS", "2024-10-01 LAO MPS", "2024 RUS MPS"],
        &["2024-09-06 VNM MPS", "2024-09-20 VNM MPS", "2024-10 LAO MPS", "2024-05 RUS MPS"],
    );
    assert_eq!(result.both, [(0, 1), (1, 0), (2, 2)]);
    assert_eq!((result.only_here, result.only_there), (vec![3], vec![3]));
    // Equal dates first: the days left over contradict each other.
    let result = compared(
        &["2024-09 VNM MPS", "2024-09-06 VNM MPS"],
        &["2024-09-20 VNM MPS", "2024-09 VNM MPS"],
    );
    assert_eq!((result.both, result.only_here), (vec![(0, 1)], vec![1]));
}

#[test]
fn agencies_count_only_if_both_know_them() {
    let result = compared(&["2024-09-06 VNM"], &["2024-09-06 VNM MPS"]);
    assert_eq!(result.both.len(), 1);
    let result = compared(&["2024-09-06 VNM", "2024-09-06 LAO MPS"], &["2024-09-06 VNM MPS"]);
    assert_eq!(result.both.len(), 0);
    assert_eq!(compared(&[], &[]), Comparison::default());
}

fn any_list() -> impl Strategy<Value = Vec<Interaction<'static>>> {
    let dates = ["2024", "2024-09", "2024-09-06", "2024-09-07", "2024-10", "2024-10-01"];
    let one = (
        prop::sample::select(dates.to_vec()),
        prop::sample::select(vec!["MPS", "MSS", ""]),
        prop::sample::select(vec!["VNM", "LAO"]),
    );
    let one =
        one.prop_map(|(text, agency, country)| Interaction { date: date(text), agency, country });
    prop::collection::vec(one, 0..30)
}

proptest! {
    #[test]
    fn every_interaction_stands_once(here in any_list(), there in any_list()) {
        let result = compare(&here, &there);
        let mut ours: Vec<usize> = result.both.iter().map(|(at, _)| *at).chain(result.only_here.clone()).collect();
        let mut theirs: Vec<usize> = result.both.iter().map(|(_, at)| *at).chain(result.only_there.clone()).collect();
        ours.sort_unstable();
        theirs.sort_unstable();
        prop_assert!(ours.into_iter().eq(0..here.len()));
        prop_assert!(theirs.into_iter().eq(0..there.len()));
        for (one, other) in &result.both {
            let (one, other) = (here[*one], there[*other]);
            prop_assert_eq!(one.country, other.country);
            prop_assert_eq!((one.date.year(), one.date.month()), (other.date.year(), other.date.month()));
        }
        // The other way round the numbers are the same.
        let back = compare(&there, &here);
        prop_assert_eq!(back.both.len(), result.both.len());
    }

    #[test]
    fn a_list_is_all_of_itself(list in any_list()) {
        prop_assert_eq!(compare(&list, &list).both.len(), list.len());
    }
}
