//! A reader's records beside the open dataset: against itself, shifted, thinned out, with changed fields.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use explorer_dataset::Dataset;
use explorer_dataset::date::PartialDate;
use explorer_dataset::matched::{Matched, Place, matched};
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::measure::Measure;
use explorer_view::check::Check;
use explorer_view::hash::decode;
use proptest::prelude::*;

static OPEN: LazyLock<Dataset> = LazyLock::new(|| embedded().unwrap());

fn places(dataset: &Dataset) -> BTreeSet<Place> {
    let events = dataset.events.iter().enumerate();
    let of = |event: usize, count: usize| {
        (0..count).map(move |counterpart| Place { event, counterpart })
    };
    events.flat_map(|(at, event)| of(at, event.counterparts.len())).collect()
}

/// Every interaction of both is in exactly one list.
fn is_whole(found: &Matched, here: &Dataset, there: &Dataset) {
    let one: Vec<Place> =
        found.same.iter().map(|same| same.here).chain(found.here.clone()).collect();
    let other: Vec<Place> =
        found.same.iter().map(|same| same.there).chain(found.there.clone()).collect();
    for (places_of, list) in [(places(here), one), (places(there), other)] {
        assert_eq!(list.len(), places_of.len(), "none twice");
        assert_eq!(list.into_iter().collect::<BTreeSet<_>>(), places_of);
    }
}

/// A date some days later; a month or a year stays.
fn later(date: PartialDate, days: i32) -> PartialDate {
    match date.day() {
        Some(_) => PartialDate::from_days(date.first_day() + days).unwrap(),
        None => date,
    }
}

#[test]
fn the_dataset_is_the_same_as_itself() {
    for tolerance in [0, 1, 30] {
        let found = matched(&OPEN, &OPEN, tolerance);
        is_whole(&found, &OPEN, &OPEN);
        assert!(found.here.is_empty() && found.there.is_empty());
        for same in &found.same {
            assert_eq!((same.days, same.fields.len()), (0, 0), "{same:?}");
        }
    }
}

#[test]
fn changed_fields_are_named_and_empty_ones_are_not() {
    let mut own = OPEN.clone();
    let at = own
        .events
        .iter()
        .position(|event| event.topics.len() > 1 && event.format == "bilateral")
        .unwrap();
    let event = &mut own.events[at];
    event.format = "sideline".to_owned();
    event.topics.pop();
    event.rank = "not stated".to_owned();
    event.title = "Another title".to_owned();
    event.city = None;
    let found = matched(&own, &OPEN, 0);
    is_whole(&found, &own, &OPEN);
    let differing: Vec<_> = found.same.iter().filter(|same| !same.fields.is_empty()).collect();
    assert!(!differing.is_empty() && differing.iter().all(|same| same.here.event == at));
    for same in differing {
        let fields: Vec<&str> = same.fields.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["format", "topics"]);
        assert_eq!(
            (same.fields[0].from.as_str(), same.fields[0].to.as_str()),
            ("bilateral", "sideline")
        );
    }
}

#[test]
fn another_agency_is_another_meeting_unless_an_official_is_the_same() {
    let only = |agency: &str, officials: &[&str]| {
        let mut one = OPEN.clone();
        one.events.truncate(1);
        one.events[0].agency = agency.to_owned();
        one.events[0].officials = officials.iter().map(|name| (*name).to_owned()).collect();
        one
    };
    let there = only("MPS", &["Wang Xiaohong"]);
    let count = |here: &Dataset| matched(here, &there, 3).same.len();
    assert_eq!(count(&only("MSS", &[])), 0);
    assert_eq!(count(&only("MSS", &["Chen Yixin"])), 0);
    assert!(count(&only("MSS", &["Wang Xiaohong"])) > 0);
    assert!(count(&only("MPS", &[])) > 0);
}

/// What is in view of a dataset beside itself is what its filters leave.
#[test]
fn filters_leave_what_they_leave_everywhere() {
    let open = Explorer::new(OPEN.clone());
    let all = matched(&OPEN, &OPEN, 0);
    for link in [
        "#/check",
        "#/check?agency=MSS",
        "#/check?region=africa&from=2024",
        "#/check?country=!VNM&q=training",
    ] {
        let filters = decode(link, &open).0.filters;
        let check = Check::of(&all, &open, &open, &filters);
        let rows = open.explore(&filters, Measure::Interactions);
        assert_eq!(check.alike.len(), rows.summary.interactions as usize, "{link}");
        for same in &check.alike {
            let event = &OPEN.events[same.here.event];
            let is_in =
                rows.rows.iter().any(|row| open.table().event(row) as usize == same.here.event);
            assert!(is_in, "{link}: {}", event.id);
        }
    }
}

/// Meetings of one day with one country, all moved by a day, are told apart by who was met.
#[test]
fn several_meetings_of_a_day_are_told_apart() {
    let mut own = OPEN.clone();
    for event in &mut own.events {
        event.date = later(event.date, 1);
    }
    let found = matched(&own, &OPEN, 1);
    is_whole(&found, &own, &OPEN);
    let is_itself = |same: &&explorer_dataset::matched::Same| {
        own.events[same.here.event].id == OPEN.events[same.there.event].id
    };
    let right = found.same.iter().filter(is_itself).count();
    assert!(right * 100 >= found.same.len() * 97, "{right} of {}", found.same.len());
    let myanmar = |same: &&explorer_dataset::matched::Same| {
        let event = &OPEN.events[same.there.event];
        event.date.to_string() == "2023-10-31"
            && event.counterparts[same.there.counterpart].country.as_deref() == Some("MMR")
    };
    let of_a_day: Vec<_> = found.same.iter().filter(myanmar).collect();
    assert!(of_a_day.len() > 1 && of_a_day.iter().all(is_itself), "{of_a_day:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_missing_and_what_is_shifted_is_found(
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..40),
        shifts in prop::collection::vec(-40..40_i32, 1..20),
        tolerance in 0..40_u32,
    ) {
        let mut own = OPEN.clone();
        own.events.iter_mut().zip(shifts.iter().cycle()).for_each(|(event, by)| event.date = later(event.date, *by));
        let gone: BTreeSet<String> =
            gone.iter().map(|at| at.get(&OPEN.events).id.clone()).collect();
        own.events.retain(|event| !gone.contains(&event.id));
        let found = matched(&own, &OPEN, tolerance);
        is_whole(&found, &own, &OPEN);
        for same in &found.same {
            let (here, there) = (&own.events[same.here.event], &OPEN.events[same.there.event]);
            prop_assert!(same.days <= tolerance);
            let (one, other) =
                (&here.counterparts[same.here.counterpart], &there.counterparts[same.there.counterpart]);
            prop_assert_eq!((&one.country, &one.organization), (&other.country, &other.organization));
            prop_assert!(here.agency == there.agency || here.officials.iter().any(|name| there.officials.contains(name)));
        }
        // A pair is missing only where no partner was left.
        for place in &found.here {
            let one = &own.events[place.event];
            let side = &one.counterparts[place.counterpart];
            for other in &found.there {
                let event = &OPEN.events[other.event];
                let of = &event.counterparts[other.counterpart];
                let near = (one.date.first_day() - event.date.last_day()).max(event.date.first_day() - one.date.last_day());
                let may = (&side.country, &side.organization) == (&of.country, &of.organization)
                    && one.agency == event.agency && near <= tolerance as i32;
                prop_assert!(!may, "{} and {} could be the same", one.id, event.id);
            }
        }
    }
}
