//! Small multiples: every panel is what its own link counts, and nothing is lost between them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use std::collections::BTreeMap;

use explorer_explore::grain::{Grain, month_number};
use explorer_explore::measure::Measure;
use explorer_view::hash::{decode, encode};
use explorer_view::split::{SplitBy, split};
use explorer_view::time::timeline;
use naive::{EXPLORER, Pair, filters, measured, passing};
use proptest::prelude::*;

proptest! {
    // The naive reading looks each word up anew.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn panels_count_what_a_naive_reading_counts(
        filters in filters(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
        grain in prop::sample::select(Grain::ALL.to_vec()),
        by in prop::sample::select(SplitBy::ALL.to_vec()),
    ) {
        let outcome = EXPLORER.explore(&filters, measure);
        let bins = timeline(&EXPLORER, &outcome, grain);
        let panels = split(&EXPLORER, &outcome, &bins, grain, by);

        // The rows of each value, and of what has none, by period.
        let mut expected: BTreeMap<String, Vec<Vec<Pair>>> = BTreeMap::new();
        for row in passing(&filters, false) {
            let month = month_number(row.date());
            let at = bins.iter().position(|count| {
                (count.bin.first..count.bin.first + count.bin.months).contains(&month)
            });
            let mut ids = row.values(by.facet());
            if ids.is_empty() {
                ids.push(String::new());
            }
            for id in ids {
                let of_value = expected.entry(id).or_insert_with(|| vec![Vec::new(); bins.len()]);
                of_value[at.unwrap()].push(row);
            }
        }
        let expected: BTreeMap<String, Vec<u32>> = expected
            .into_iter()
            .map(|(id, rows)| (id, rows.iter().map(|rows| measured(rows, measure)).collect()))
            // Organizations are no countries.
            .filter(|(_, counts): &(String, Vec<u32>)| counts.iter().any(|count| *count > 0))
            .collect();
        let found: BTreeMap<String, Vec<u32>> =
            panels.iter().map(|panel| (panel.id.clone(), panel.counts.clone())).collect();
        prop_assert_eq!(found.len(), panels.len(), "a value has one panel");
        prop_assert_eq!(found, expected);

        for panel in &panels {
            prop_assert_eq!(panel.sum, panel.counts.iter().sum::<u32>());
        }
        let named: Vec<u32> =
            panels.iter().filter(|panel| !panel.id.is_empty()).map(|panel| panel.sum).collect();
        prop_assert!(named.is_sorted_by(|a, b| a >= b), "{named:?}");
        // A meeting has one agency, and its counterpart one region or none.
        if measure == Measure::Interactions && matches!(by, SplitBy::Agency | SplitBy::Region) {
            for (at, count) in bins.iter().enumerate() {
                let together: u32 = panels.iter().map(|panel| panel.counts[at]).sum();
                prop_assert_eq!(together, count.count);
            }
        }
    }
}

#[test]
fn a_link_says_what_a_timeline_is_split_by() {
    for by in SplitBy::ALL {
        let link = format!("#/overview?split={}", by.id());
        let (state, notices) = decode(&link, &EXPLORER);
        assert_eq!((state.split, notices.len()), (Some(by), 0));
        assert_eq!(encode(&state), link);
    }
    let (state, notices) = decode("#/overview?split=topic", &EXPLORER);
    assert_eq!(state.split, None);
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("agency, region, official, country"), "{said:?}");
}
