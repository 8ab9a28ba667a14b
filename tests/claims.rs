//! What the paper concludes, put to the records: every number against a naive pass over the JSON file,
//! and every verdict against records that say something else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_dataset::Dataset;
use explorer_dataset::event::Event;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_view::claims::{Claim, Verdict, claims, expected_tenths};
use explorer_view::hash::decode;
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(embedded().unwrap()));

fn claim(explorer: &Explorer, id: &str) -> Claim {
    claims(explorer).into_iter().find(|claim| claim.id == id).unwrap()
}

/// The verdict on a claim, if only these events were recorded.
fn verdict_if(id: &str, keep: impl FnMut(&Event) -> bool) -> Verdict {
    let mut dataset: Dataset = embedded().unwrap();
    dataset.events.retain(keep);
    claim(&Explorer::new(dataset), id).verdict
}

/// The events of the paper's window.
fn window() -> Vec<Event> {
    let events = embedded().unwrap().events;
    events.into_iter().filter(|event| event.in_paper_window).collect()
}

fn is_with(event: &Event, iso3: &str) -> bool {
    event.counterparts.iter().any(|side| side.country.as_deref() == Some(iso3))
}

fn is_by(event: &Event, name: &str) -> bool {
    event.officials.iter().any(|official| official == name)
}

fn is_bilateral(event: &Event) -> bool {
    event.format != "multilateral"
}

fn words(claim: &Claim) -> Vec<&str> {
    claim.evidence.iter().map(|evidence| evidence.words.as_str()).collect()
}

#[test]
fn every_claim_leads_to_records_of_the_papers_window() {
    let all = claims(&EXPLORER);
    assert_eq!(all.iter().map(|claim| claim.id).collect::<BTreeSet<_>>().len(), 6);
    for claim in all {
        assert!(!claim.evidence.is_empty(), "{}", claim.id);
        for evidence in &claim.evidence {
            let (state, notices) = decode(&evidence.link, &EXPLORER);
            assert!(notices.is_empty(), "{}: {notices:?}", evidence.link);
            assert!(evidence.link.contains("window=yes"), "{}", evidence.link);
            let summary = EXPLORER.explore(&state.scope(), state.measure).summary;
            // One of the numbers that its words have is the number of its records.
            let text: String =
                evidence.words.chars().map(|c| if c.is_ascii_digit() { c } else { ' ' }).collect();
            let numbers: Vec<u32> = text.split_whitespace().map(|n| n.parse().unwrap()).collect();
            let is_drawn = evidence.words.contains("at random");
            let counts = [summary.interactions, summary.events];
            assert!(
                is_drawn || counts.iter().any(|count| numbers.contains(count)),
                "{}: {counts:?}",
                evidence.words
            );
        }
    }
}

#[test]
fn the_end_of_zero_covid_is_told_by_equal_periods() {
    let events = window();
    let of = |from: &str, to: &str| {
        let within = |event: &&Event| {
            let date = event.date.to_string();
            *date >= *from && date[..7] <= *to
        };
        let events: Vec<&Event> = events.iter().filter(within).collect();
        let interactions: usize = events.iter().map(|event| event.counterparts.len()).sum();
        (events.len(), interactions)
    };
    // The first record is of August 2022, so the periods have five months.
    let periods = [("2022-08", "2022-12"), ("2023-01", "2023-05"), ("2023-08", "2023-12")];
    let counts = periods.map(|(from, to)| of(from, to));
    let rise = claim(&EXPLORER, "rise");
    let titles = ["Aug 2022 – Dec 2022", "Jan 2023 – May 2023", "Aug 2023 – Dec 2023"];
    let expected = titles.iter().zip(counts).map(|(title, (events, interactions))| {
        format!("{title}: {events} events, {interactions} interactions")
    });
    assert_eq!(words(&rise), expected.collect::<Vec<_>>());
    // More events, fewer interactions: the records do not decide it.
    assert!(counts[1].0 > counts[0].0 && counts[1].1 < counts[0].1);
    assert_eq!(rise.verdict, Verdict::Open);
    let session = |event: &Event| event.date.year() == 2022 && event.format == "multilateral";
    assert_eq!(verdict_if("rise", |event| !session(event)), Verdict::Holds);
    assert_eq!(verdict_if("rise", |event| event.date.year() != 2023), Verdict::Fails);
}

#[test]
fn the_first_region_is_ahead_level_or_behind() {
    let dataset = embedded().unwrap();
    let region = |iso3: &str| {
        dataset
            .countries
            .iter()
            .find(|country| country.iso3 == iso3)
            .unwrap()
            .region
            .clone()
            .unwrap()
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = 0;
    for event in window().iter().filter(|event| is_bilateral(event)) {
        for side in &event.counterparts {
            all += 1;
            if let Some(iso3) = &side.country {
                *counts.entry(region(iso3)).or_default() += 1;
            }
        }
    }
    let own = counts.remove("southeast-asia").unwrap();
    let second = *counts.values().max().unwrap();
    let told = claim(&EXPLORER, "southeast-asia");
    assert!(words(&told)[0].starts_with(&format!("Southeast Asia: {own} of {all} ")), "{told:?}");
    assert!(words(&told)[1].contains(&format!(": {second} of {all} ")), "{told:?}");
    assert_eq!(told.verdict, Verdict::Holds);
    // As many as the second region has, and one fewer.
    for (left, verdict) in [(second, Verdict::Open), (second - 1, Verdict::Fails)] {
        let mut left = left;
        let keep = |event: &Event| {
            let is_own = event.in_paper_window
                && is_bilateral(event)
                && event.counterparts.iter().any(|side| {
                    side.country.as_deref().is_some_and(|iso3| region(iso3) == "southeast-asia")
                });
            if !is_own || left == 0 {
                return !is_own;
            }
            left -= 1;
            true
        };
        assert_eq!(verdict_if("southeast-asia", keep), verdict);
    }
}

#[test]
fn russia_and_vietnam_stand_among_the_first_five_or_not() {
    let told = claim(&EXPLORER, "russia-vietnam");
    let of = |iso3: &str| {
        window()
            .iter()
            .flat_map(|event| &event.counterparts)
            .filter(|s| s.country.as_deref() == Some(iso3))
            .count()
    };
    assert!(words(&told)[0].starts_with(&format!("Russia: {} interactions", of("RUS"))));
    assert!(words(&told)[1].starts_with(&format!("Vietnam: {} interactions", of("VNM"))));
    assert_eq!(told.verdict, Verdict::Holds);
    assert_eq!(verdict_if("russia-vietnam", |e| !is_with(e, "VNM")), Verdict::Open);
    let neither = |event: &Event| !is_with(event, "VNM") && !is_with(event, "RUS");
    assert_eq!(verdict_if("russia-vietnam", neither), Verdict::Fails);
}

#[test]
fn who_is_selective_is_told_by_equal_numbers_of_meetings() {
    let of = |name: &str| {
        let mut met: BTreeMap<String, u32> = BTreeMap::new();
        for event in window().iter().filter(|event| is_bilateral(event) && is_by(event, name)) {
            for iso3 in event.counterparts.iter().filter_map(|side| side.country.clone()) {
                *met.entry(iso3).or_default() += 1;
            }
        }
        met.into_values().collect::<Vec<_>>()
    };
    let (chen, wang) = (of("Chen Wenqing"), of("Wang Xiaohong"));
    let meetings: u32 = chen.iter().sum();
    let told = claim(&EXPLORER, "selective");
    let expected = [("Chen Wenqing", &chen), ("Wang Xiaohong", &wang)].map(|(name, met)| {
        let meetings: u32 = met.iter().sum();
        format!("{name}: {} countries in {meetings} bilateral meetings with countries", met.len())
    });
    assert_eq!(words(&told)[..2], expected);
    let drawn = f64::from(expected_tenths(&wang, meetings)) / 10.0;
    assert!(words(&told)[2].contains(&format!("in {meetings} of these")), "{told:?}");
    assert!(words(&told)[2].ends_with(&format!("about {} countries", drawn.round())), "{told:?}");
    assert_eq!(told.verdict, Verdict::Holds);
    // If Chen had met each of his countries once, he would be the broader one.
    let mut met = BTreeSet::new();
    let once = |event: &Event| {
        let is_his = event.in_paper_window && is_bilateral(event) && is_by(event, "Chen Wenqing");
        !is_his || event.counterparts.iter().all(|side| met.insert(side.country.clone()))
    };
    assert_eq!(verdict_if("selective", once), Verdict::Fails);
}

#[test]
fn the_contact_for_russia_is_ahead_level_or_behind() {
    let is_his = |event: &Event| {
        event.in_paper_window
            && is_bilateral(event)
            && is_with(event, "RUS")
            && is_by(event, "Chen Wenqing")
    };
    let own = window().iter().filter(|event| is_his(event)).count();
    let told = claim(&EXPLORER, "contact-for-russia");
    assert_eq!(words(&told)[0], format!("Chen Wenqing: {own} bilateral meetings with Russia"));
    assert_eq!(told.verdict, Verdict::Holds);
    let second: usize = words(&told)[1].split(' ').find_map(|word| word.parse().ok()).unwrap();
    for (left, verdict) in [(second, Verdict::Open), (second - 1, Verdict::Fails)] {
        let mut left = left;
        let keep = |event: &Event| {
            if !is_his(event) || left == 0 {
                return !is_his(event);
            }
            left -= 1;
            true
        };
        assert_eq!(verdict_if("contact-for-russia", keep), verdict);
    }
}

#[test]
fn the_united_states_are_among_the_first_ten_of_the_ministry_or_not() {
    let told = claim(&EXPLORER, "united-states");
    assert_eq!(told.verdict, Verdict::Holds);
    assert!(words(&told)[0].contains("of all countries"), "{told:?}");
    assert_eq!(verdict_if("united-states", |event| !is_with(event, "USA")), Verdict::Fails);
}

#[test]
fn without_records_nothing_is_claimed_and_nothing_panics() {
    let mut dataset = embedded().unwrap();
    dataset.events.clear();
    let told = claims(&Explorer::new(dataset));
    assert!(told.iter().all(|claim| claim.verdict != Verdict::Holds), "{told:?}");
}

proptest! {
    #[test]
    fn expected_countries_are_the_mean_over_all_draws(
        meetings in prop::collection::vec(1u32..4, 1..5),
        drawn in 0u32..8,
    ) {
        let country = meetings.iter().enumerate();
        let of: Vec<usize> = country.flat_map(|(at, n)| vec![at; *n as usize]).collect();
        let drawn = drawn.min(of.len() as u32);
        let draws = (0u32..1 << of.len()).filter(|draw| draw.count_ones() == drawn);
        let numbers = draws.map(|draw| {
            let met = of.iter().enumerate().filter(|(at, _)| draw & (1 << at) != 0);
            met.map(|(_, country)| country).collect::<BTreeSet<_>>().len()
        });
        let numbers: Vec<usize> = numbers.collect();
        let mean = numbers.iter().sum::<usize>() as f64 / numbers.len() as f64;
        let told = f64::from(expected_tenths(&meetings, drawn)) / 10.0;
        prop_assert!((told - mean).abs() <= 0.051, "{told} for {mean}");
    }
}
