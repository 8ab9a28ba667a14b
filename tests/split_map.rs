//! Maps split by agency or year: each is what its own link counts, and together they lose nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::map::map_model;
use explorer_view::split_map::{MapSplit, split_map};
use naive::{EXPLORER, Pair, filters, measured, passing};
use proptest::prelude::*;

proptest! {
    // The naive reading looks each word up anew.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn panels_count_what_a_naive_reading_counts(
        filters in filters(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
        by in prop::sample::select(MapSplit::ALL.to_vec()),
    ) {
        let outcome = EXPLORER.explore(&filters, measure);
        let whole = outcome.facet(Facet::Country);
        let panels = split_map(&EXPLORER, &filters, measure, by);
        prop_assert!(panels.len() <= 12);
        let entries = EXPLORER.table().dictionary(Facet::Country).entries();
        let mut others = filters.clone();
        others.clear(Facet::Country);
        let pairs = passing(&others, true);
        let value = |pair: &Pair| match by {
            MapSplit::Agency => pair.values(Facet::Agency)[0].clone(),
            MapSplit::Year => pair.date().year().to_string(),
        };
        // Every row with a country is in the panel of its value.
        let with_country: Vec<&Pair> = pairs.iter().filter(|pair| pair.country().is_some()).collect();
        for pair in &with_country {
            prop_assert!(panels.iter().any(|panel| panel.id == value(pair)), "{}", value(pair));
        }
        for panel in &panels {
            for (entry, (count, some)) in entries.iter().zip(panel.counts.iter().zip(&panel.uncertain)) {
                let of_both = |certain_only: bool| -> Vec<Pair> {
                    let all = with_country.iter().map(|pair| **pair);
                    let all = all.filter(|pair| pair.country() == Some(&entry.id) && value(pair) == panel.id);
                    all.filter(|pair| !certain_only || pair.is_certain()).collect()
                };
                let all = measured(&of_both(false), measure);
                prop_assert_eq!(*count, all, "{} {}", panel.id, entry.id);
                prop_assert_eq!(*some, all - measured(&of_both(true), measure));
            }
            prop_assert!(panel.countries() > 0);
        }
        for (code, count) in whole.iter().enumerate() {
            let together: u32 = panels.iter().map(|panel| panel.counts[code]).sum();
            match measure {
                // Two agencies can have met the same country.
                Measure::Countries => prop_assert_eq!(together > 0, *count > 0),
                _ => prop_assert_eq!(together, *count),
            }
        }
        // One colour is one number in all of them, and on the whole map.
        let model = map_model(&EXPLORER, &filters, &outcome, &Layer::Measure);
        for panel in &panels {
            for (code, class) in panel.classes(&EXPLORER, measure).iter().enumerate() {
                if panel.counts[code] == whole[code] {
                    prop_assert_eq!(*class, model.classes[code]);
                }
                prop_assert_eq!(class.is_some(), panel.counts[code] > 0);
            }
        }
    }
}

#[test]
fn a_country_of_a_panel_is_chosen_with_what_the_panel_is_of_and_let_go_again() {
    let panels = split_map(&EXPLORER, &Filters::default(), Measure::Interactions, MapSplit::Agency);
    let ids: Vec<&str> = panels.iter().map(|panel| panel.id.as_str()).collect();
    assert_eq!(ids, ["MPS", "CPLC", "MSS"]);
    let mut filters = Filters::default();
    panels[1].choose(&mut filters, "VNM");
    let mut expected = Filters::default();
    expected.set(Facet::Agency, "CPLC", Standing::Included);
    expected.set(Facet::Country, "VNM", Standing::Included);
    assert_eq!(filters, expected);
    panels[1].choose(&mut filters, "VNM");
    assert!(filters.is_empty());

    let years = split_map(&EXPLORER, &Filters::default(), Measure::Events, MapSplit::Year);
    assert!(years.iter().map(|panel| &panel.id).is_sorted());
    let year = years.iter().find(|panel| panel.id == "2024").unwrap();
    year.choose(&mut filters, "LAO");
    let all = DateRange::new("2024-01".parse().ok(), "2024-12".parse().ok());
    assert_eq!(filters.range, all);
    year.choose(&mut filters, "LAO");
    assert!(filters.is_empty());
}

#[test]
fn a_link_says_what_maps_are_split_by() {
    for by in MapSplit::ALL {
        let link = format!("#/map?maps={}", by.id());
        let (state, notices) = decode(&link, &EXPLORER);
        assert_eq!((state.map_split, notices.len()), (Some(by), 0));
        assert_eq!(encode(&state), link);
    }
    let (state, notices) = decode("#/map?maps=region", &EXPLORER);
    assert_eq!((state.map_split, notices.len()), (None, 1));
    assert!(notices[0].to_string().contains("agency, year"), "{}", notices[0]);
}
