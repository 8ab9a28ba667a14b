//! What happened around the meetings stands at its day on every axis.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use explorer_dataset::around::{Around, parse_around};
use explorer_explore::date_words::date_words;
use explorer_explore::filter::Filters;
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_view::around::{AroundMark, Origin, marks};
use explorer_view::time::{TimeCount, timeline};
use naive::EXPLORER;

fn around() -> Vec<Around> {
    parse_around(include_str!("../data/around.json")).unwrap()
}

fn axis(grain: Grain) -> (Vec<TimeCount>, Vec<AroundMark>) {
    let outcome = EXPLORER.explore(&Filters::default(), Measure::Interactions);
    let bins = timeline(&EXPLORER, &outcome, grain);
    let marks = marks(&EXPLORER, &around(), &bins);
    (bins, marks)
}

#[test]
fn a_mark_stands_in_the_column_of_its_day() {
    for grain in Grain::ALL {
        let (bins, marks) = axis(grain);
        for it in around() {
            let mark = marks.iter().find(|mark| mark.id == it.id).expect("every one is listed");
            assert_eq!(mark.date, date_words(it.date));
            let day = it.date.first_day();
            let holds = |count: &TimeCount| {
                let (from, to) = (count.bin.from().unwrap(), count.bin.to().unwrap());
                (from.first_day()..=to.last_day()).contains(&day)
            };
            let column = bins.iter().position(holds);
            let at = mark.place.map(|place| place.at.floor() as usize);
            assert_eq!(at, column, "{} by {}", it.id, grain.id());
        }
    }
    // The proposal of the GSI is older than the records.
    let (_, marks) = axis(Grain::Month);
    assert_eq!(marks[0].id, "gsi-proposed");
    assert_eq!(marks[0].place, None);
}

#[test]
fn marks_are_numbered_along_the_axis() {
    let (_, marks) = axis(Grain::Month);
    let places: Vec<_> = marks.iter().filter_map(|mark| mark.place).collect();
    assert!(places.is_sorted_by(|a, b| a.at <= b.at), "{places:?}");
    let numbers: Vec<usize> = places.iter().map(|place| place.number).collect();
    assert_eq!(numbers, (1..=places.len()).collect::<Vec<_>>());
}

#[test]
fn sessions_of_the_forum_are_those_of_its_page() {
    let (bins, marks) = axis(Grain::Month);
    let forum = EXPLORER.dataset().forums.iter().find(|forum| forum.id == "gpscfl").unwrap();
    let first = bins[0].bin.from().unwrap().first_day();
    let within = |date: &explorer_dataset::date::PartialDate| {
        date.day().is_some() && date.first_day() >= first
    };
    let sessions: Vec<String> =
        forum.sessions.iter().map(|session| session.date).filter(within).map(date_words).collect();
    let marked: Vec<String> = marks
        .iter()
        .filter(|mark| mark.origin == Origin::Forum("gpscfl".to_owned()))
        .map(|mark| mark.date.clone())
        .collect();
    assert!(!marked.is_empty());
    assert_eq!(marked, sessions);
}
