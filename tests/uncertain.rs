//! What is uncertain, against a naive reading of the records: in every value, period and panel, and in
//! what is said of it; and what is left when it is left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use explorer_explore::certainty::{self, CERTAIN, Doubt};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::grain::{Grain, month_number};
use explorer_explore::measure::Measure;
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::map::map_model;
use explorer_view::ranking::ranking;
use explorer_view::sentence::{chips, filter_words};
use explorer_view::split::{SplitBy, split};
use explorer_view::state::{Page, ViewState};
use explorer_view::time::timeline;
use explorer_view::uncertain::{self, Uncertain};
use naive::{EXPLORER, FACETS, PAIRS, Pair, filters, measured, passing};
use proptest::prelude::*;

fn certain(pairs: &[Pair]) -> Vec<Pair> {
    pairs.iter().copied().filter(|pair| pair.is_certain()).collect()
}

/// How much of some pairs is uncertain: what would be missing without it.
fn missing(pairs: &[Pair], measure: Measure) -> u32 {
    measured(pairs, measure) - measured(&certain(pairs), measure)
}

/// The pairs of a period, under all filters but the date range.
fn within(filters: &Filters, first: i32, months: i32) -> Vec<Pair> {
    let mut pairs = passing(filters, false);
    pairs.retain(|pair| (first..first + months).contains(&month_number(pair.date())));
    pairs
}

fn without_uncertain(filters: &Filters) -> Filters {
    let mut only = filters.clone();
    certainty::leave_out(&mut only, true);
    only
}

/// The numbers of a clause: how many are uncertain, and of how many.
fn numbers(clause: &str) -> Vec<u32> {
    let words = clause.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap()).collect()
}

/// Whether a clause is about these numbers and true; an empty one says that less than half is uncertain.
fn says(clause: &str, whole: u32, some: u32) -> bool {
    match clause {
        "" => some == 0 || some * 2 < whole,
        _ if clause.starts_with("; it ") => (whole, some) == (1, 1),
        _ if clause.starts_with("; both ") => (whole, some) == (2, 2),
        _ if clause.starts_with("; all ") => some == whole && numbers(clause) == [whole],
        _ => numbers(clause) == [some, whole] && some > 0,
    }
}

/// Whether a clause about the largest of some counts, with what is uncertain of each, says something
/// exactly where half or more is uncertain or another one would be the largest without.
fn says_of_largest(clause: &str, all: &[(u32, u32)], first: (u32, u32)) -> bool {
    let is_passed = all.iter().any(|(count, some)| count - some > first.0 - first.1);
    let matters = first.1 * 2 >= first.0 && first.1 > 0;
    match clause {
        "" => !is_passed && !matters,
        _ => (is_passed || matters) && says(clause, first.0, first.1),
    }
}

proptest! {
    // The naive reading looks each word up anew.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_value_is_as_uncertain_as_its_records(
        filters in filters(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
    ) {
        let outcome = EXPLORER.explore(&filters, measure);
        let only = EXPLORER.explore(&without_uncertain(&filters), measure);
        let in_view = passing(&filters, true);
        prop_assert_eq!(outcome.uncertain(), missing(&in_view, measure));
        for facet in FACETS {
            let mut others = filters.clone();
            others.clear(facet);
            let pairs = passing(&others, true);
            for value in ranking(&EXPLORER, &filters, &outcome, facet) {
                let of_value: Vec<Pair> =
                    pairs.iter().copied().filter(|pair| pair.values(facet).contains(&value.id)).collect();
                prop_assert_eq!(value.uncertain, missing(&of_value, measure), "{:?} {}", facet, value.id);
                let left = only.facet(facet)[usize::from(value.code)];
                prop_assert_eq!(left, value.count - value.uncertain, "{:?} {}", facet, value.id);
            }
        }
        let model = map_model(&EXPLORER, &filters, &outcome, &Layer::Measure);
        for (dotted, (some, all)) in
            model.dotted.iter().zip(outcome.uncertain_of(Facet::Country).iter().zip(outcome.facet(Facet::Country)))
        {
            prop_assert_eq!(*dotted, *some > 0 && some * 2 >= *all);
        }
    }

    #[test]
    fn every_period_is_as_uncertain_as_its_records(
        filters in filters(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
        grain in prop::sample::select(Grain::ALL.to_vec()),
        by in prop::sample::select(SplitBy::ALL.to_vec()),
    ) {
        let outcome = EXPLORER.explore(&filters, measure);
        let bins = timeline(&EXPLORER, &outcome, grain);
        let only = timeline(&EXPLORER, &EXPLORER.explore(&without_uncertain(&filters), measure), grain);
        let agencies = EXPLORER.table().dictionary(Facet::Agency).entries();
        let panels = split(&EXPLORER, &outcome, &bins, grain, by);
        for (at, (bin, left)) in bins.iter().zip(&only).enumerate() {
            let pairs = within(&filters, bin.bin.first, bin.bin.months);
            prop_assert_eq!(bin.uncertain, missing(&pairs, measure));
            prop_assert_eq!(left.count, bin.count - bin.uncertain);
            let of = |facet: Facet, id: &str| -> Vec<Pair> {
                pairs.iter().copied().filter(|pair| pair.values(facet).iter().any(|v| v == id)).collect()
            };
            for (agency, some) in agencies.iter().zip(&bin.uncertain_by_agency) {
                prop_assert_eq!(*some, missing(&of(Facet::Agency, &agency.id), measure));
            }
            for panel in panels.iter().filter(|panel| !panel.id.is_empty()) {
                prop_assert_eq!(panel.uncertain[at], missing(&of(by.facet(), &panel.id), measure));
                prop_assert!(panel.uncertain[at] <= panel.counts[at]);
            }
            // An event has one agency: the parts of a column add up.
            if measure != Measure::Countries {
                prop_assert_eq!(bin.uncertain_by_agency.iter().sum::<u32>(), bin.uncertain);
            }
        }
    }

    #[test]
    fn what_is_said_of_it_is_true(
        filters in filters(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
        grain in prop::sample::select(Grain::ALL.to_vec()),
    ) {
        let outcome = EXPLORER.explore(&filters, measure);
        let in_view = passing(&filters, true);
        let (whole, some) = (measured(&in_view, measure), missing(&in_view, measure));
        for facet in FACETS {
            let values = ranking(&EXPLORER, &filters, &outcome, facet);
            let clause = uncertain::of_ranking(&filters, &outcome, facet, &values);
            let all = values.iter().filter(|value| !value.is_absence());
            let all: Vec<(u32, u32)> = all.map(|value| (value.count, value.uncertain)).collect();
            let is_of_first = all.first().is_some_and(|first| says_of_largest(&clause, &all, *first));
            prop_assert!(is_of_first || says(&clause, whole, some), "{:?}: {}", facet, clause);
        }
        let bins = timeline(&EXPLORER, &outcome, grain);
        let clause = uncertain::of_time(&filters, &outcome, &bins);
        let all = bins.iter().filter(|bin| !bin.is_partial).map(|bin| (bin.count, bin.uncertain));
        let all: Vec<(u32, u32)> = all.collect();
        let is_of_bin = all.iter().max().is_some_and(|top| says_of_largest(&clause, &all, *top));
        prop_assert!(is_of_bin || says(&clause, whole, some), "{}", clause);
        let interactions = uncertain::of_interactions(&outcome);
        let (whole, some) = (in_view.len() as u32, missing(&in_view, Measure::Interactions));
        prop_assert!(says(&interactions, whole, some), "{}", interactions);
    }

    #[test]
    fn the_line_above_the_charts_counts_what_is_or_would_be_in_view(filters in filters()) {
        let pairs = passing(&filters, true);
        let expected = missing(&pairs, Measure::Interactions);
        for is_left_out in [false, true] {
            let mut state = ViewState::default();
            state.filters = filters.clone();
            certainty::leave_out(&mut state.filters, is_left_out);
            let outcome = state.outcome(&EXPLORER);
            let found = Uncertain::of(&EXPLORER, &state, &outcome);
            prop_assert_eq!(found.is_some(), expected > 0);
            let Some(found) = found else { continue };
            prop_assert_eq!((found.interactions, found.of), (expected, pairs.len() as u32));
            prop_assert_eq!(found.is_left_out, is_left_out);
            for (doubt, count) in &found.kinds {
                let having = pairs.iter().filter(|pair| pair.doubts().contains(&doubt.id()));
                prop_assert_eq!(*count as usize, having.count());
            }
            let left = if is_left_out { expected } else { 0 };
            prop_assert_eq!(outcome.summary.interactions, pairs.len() as u32 - left);
        }
    }
}

#[test]
fn a_link_leaves_it_out_and_a_chip_says_so() {
    let link = "#/overview?agency=MPS&certain=yes";
    let (state, notices) = decode(link, &EXPLORER);
    assert!(notices.is_empty());
    assert!(certainty::is_left_out(&state.filters));
    assert_eq!(encode(&state), link);
    assert_eq!(filter_words(&EXPLORER, &state.filters), "MPS · Nothing uncertain");
    let said = chips(&EXPLORER, &state.filters);
    assert_eq!(said.len(), 2);
    assert!(!certainty::is_left_out(&said[1].without));
    assert_eq!(
        encode(&state.on(Page::Country("VNM".to_owned()))),
        "#/country/VNM?agency=MPS&certain=yes"
    );
    let pair = "#/compare?a=agency:MPS&b=agency:CPLC&certain=yes";
    assert_eq!(encode(&decode(pair, &EXPLORER).0), pair);
    let one = "#/compare?a=agency:MPS;certain:yes&b=certain:!unnamed";
    assert_eq!(encode(&decode(one, &EXPLORER).0).replace("%21", "!"), one);
}

#[test]
fn a_kind_of_doubt_can_be_left_out_alone() {
    for doubt in Doubt::ALL {
        let mut only = Filters::default();
        only.set(Facet::Certainty, doubt.id(), Standing::Excluded);
        assert!(!certainty::is_left_out(&only));
        let left = EXPLORER.explore(&only, Measure::Interactions).summary.interactions as usize;
        assert_eq!(left, PAIRS.iter().filter(|pair| !pair.doubts().contains(&doubt.id())).count());
    }
    let mut all = Filters::default();
    certainty::leave_out(&mut all, true);
    assert!(all.selection(Facet::Certainty).included().contains(CERTAIN));
    let left = EXPLORER.explore(&all, Measure::Interactions);
    assert_eq!(left.summary.interactions as usize, certain(&PAIRS).len());
    assert_eq!((left.uncertain(), left.certain().summary), (0, left.summary));
}
