//! Forums and pledges: every number against a naive pass over the JSON files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use explorer::dataset::date::PartialDate;
use explorer::dataset::embedded;
use explorer::explore::Explorer;
use explorer::explore::facet::Facet;
use explorer::explore::filter::{DateRange, Filters, Standing};
use explorer::explore::measure::Measure;
use explorer::number::percent;
use explorer::view::forum_share::{AROUND, YearShare, by_year};
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(embedded().unwrap()));

fn rows(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

static EVENTS: LazyLock<Vec<Value>> = LazyLock::new(|| rows(include_str!("../data/events.json")));
static EDITIONS: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../data/gpscfl_participation.json")));

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn interactions<'v>(events: impl Iterator<Item = &'v Value>) -> u32 {
    events.map(|event| event["counterparts"].as_array().unwrap().len() as u32).sum()
}

fn links_to(filters: &Filters) -> u32 {
    EXPLORER.explore(filters, Measure::Interactions).summary.interactions
}

// ---- The share of a year

fn shares(filters: &Filters) -> Vec<YearShare> {
    by_year(&EXPLORER, &EXPLORER.explore(filters, Measure::Interactions))
}

/// Around, beside, all; by the words of the definition.
fn naive(year: i16, keep: &dyn Fn(&Value) -> bool) -> (u32, u32, u32) {
    let edition = EDITIONS.iter().find(|e| e["edition"] == year.to_string());
    let dates = edition.and_then(|edition| edition["dates"].as_str());
    let days = dates.map(|dates| {
        let last = dates.split_once('/').map_or(&dates[..10], |(_, last)| last);
        (date(&dates[..10]).first_day() - 2, date(last).first_day() + 2)
    });
    let of = |event: &&Value| date(event["date"].as_str().unwrap()).year() == year && keep(event);
    let all: Vec<&Value> = EVENTS.iter().filter(of).collect();
    let around = all.iter().copied().filter(|event| {
        let date = date(event["date"].as_str().unwrap());
        days.is_some_and(|(from, to)| date.last_day() >= from && date.first_day() <= to)
    });
    let around: Vec<&Value> = around.collect();
    let beside = around.iter().filter(|e| e["forum"] == "GPSCFL" && e["format"] == "sideline");
    (
        interactions(around.iter().copied()),
        interactions(beside.copied()),
        interactions(all.into_iter()),
    )
}

#[test]
fn the_share_of_each_year_is_the_naive_one_and_its_links_lead_to_the_same_numbers() {
    let mut mps = Filters::default();
    mps.set(Facet::Agency, "MPS", Standing::Included);
    let mut not_multilateral = mps.clone();
    not_multilateral.set(Facet::Format, "multilateral", Standing::Excluded);
    // The date range does not count: years are compared.
    let year = Some(date("2023"));
    let mut ranged = Filters::default();
    ranged.range = DateRange::new(year, year);
    type Keep = Box<dyn Fn(&Value) -> bool>;
    let cases: [(Filters, Keep); 4] = [
        (Filters::default(), Box::new(|_| true)),
        (mps, Box::new(|e| e["agency"] == "MPS")),
        (not_multilateral, Box::new(|e| e["agency"] == "MPS" && e["format"] != "multilateral")),
        (ranged, Box::new(|_| true)),
    ];
    for (filters, keep) in &cases {
        let shares = shares(filters);
        let years: Vec<i16> = shares.iter().map(|share| share.year).collect();
        assert_eq!(years, [2022, 2023, 2024, 2025, 2026]);
        for share in shares {
            let YearShare { year, around, sideline, all, .. } = share;
            assert_eq!((around, sideline, all), naive(year, keep), "{year}");
            assert_eq!(links_to(&share.year_link(filters)), all, "{year}");
            assert_eq!(share.days.is_some(), year != 2026, "{year}");
            if share.days.is_some() {
                assert_eq!(links_to(&share.around_link(filters).unwrap()), around, "{year}");
                assert_eq!(links_to(&share.sideline_link(filters).unwrap()), sideline, "{year}");
            }
        }
    }
}

#[test]
fn in_2024_the_share_is_close_to_the_papers() {
    let shares = shares(&Filters::default());
    let of_2024 = shares.iter().find(|share| share.year == 2024).unwrap();
    assert_eq!((of_2024.around, of_2024.all), (45, 117));
    assert_eq!(percent(of_2024.around, of_2024.all), "38\u{a0}%");
}

#[test]
fn whatever_is_recorded_of_the_forum_lies_in_the_days_around_it() {
    assert_eq!(AROUND, 2);
    let mut filters = Filters::default();
    filters.set(Facet::Forum, "gpscfl", Standing::Included);
    for share in shares(&filters) {
        assert_eq!(share.around, share.all, "{}", share.year);
    }
}
