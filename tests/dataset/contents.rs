//! What the dataset holds, as its README states it.

use std::collections::BTreeSet;

use explorer_dataset::check::check;
use explorer_dataset::event::Event;

use super::support::{dataset, text};

#[test]
fn is_sound() {
    assert_eq!(check(&dataset()), []);
}

#[test]
fn counts_are_those_of_the_readme() {
    let dataset = dataset();
    let counterparts = || dataset.events.iter().flat_map(|event| &event.counterparts);
    let countries: BTreeSet<_> = counterparts().filter_map(|c| c.country.as_deref()).collect();
    let links: usize = dataset.events.iter().map(|event| event.sources.len()).sum();
    let (events, interactions) = (dataset.events.len(), counterparts().count());
    assert_eq!((events, interactions, countries.len(), links), (242, 394, 72, 672));

    let first = dataset.events.iter().map(|event| event.date).min().unwrap();
    let last = dataset.events.iter().map(|event| event.date).max().unwrap();
    assert_eq!((first.to_string(), last.to_string()), ("2022-08-19".into(), "2026-03-16".into()));

    let codebook = &dataset.codebook;
    assert_eq!((&*codebook.version, &*codebook.released), ("1.1.0", "2026-11-28"));
    assert!(text("README.md").contains(
        "Version 1.1.0, 28 November 2026: 242 events, 394 interactions, 72 countries, \
         672 source links, 19 August 2022 to 16 March 2026."
    ));
}

#[test]
fn counts_in_the_papers_window_are_those_of_the_readme() {
    let dataset = dataset();
    let count = |keep: &dyn Fn(&Event) -> bool| {
        let kept = dataset.events.iter().filter(|event| event.in_paper_window && keep(event));
        kept.fold((0, 0), |(e, i), event| (e + 1, i + event.counterparts.len()))
    };
    assert_eq!(count(&|_| true), (199, 321));
    assert_eq!(count(&|event| event.agency == "MPS"), (149, 257));
    assert_eq!(count(&|event| event.agency == "CPLC"), (42, 56));
    assert_eq!(count(&|event| event.agency == "MSS"), (8, 8));

    let events = dataset.events.iter();
    let bilateral = events.filter(|event| event.in_paper_window && event.format != "multilateral");
    let countries: Vec<_> = bilateral
        .flat_map(|event| &event.counterparts)
        .filter_map(|c| c.country.as_deref())
        .collect();
    let distinct: BTreeSet<_> = countries.iter().collect();
    assert_eq!((countries.len(), distinct.len()), (159, 53));
}

#[test]
fn china_is_a_venue_but_no_counterpart() {
    let dataset = dataset();
    let subjects = ["CHN", "HKG", "MAC", "TWN"];
    assert!(dataset.countries.iter().all(|country| !subjects.contains(&&*country.iso3)));
    assert!(dataset.events.iter().any(|event| event.venue_country.as_deref() == Some("CHN")));
}

#[test]
fn sizes_of_the_lianyungang_forum_are_those_of_its_editions() {
    let dataset = dataset();
    let forum = dataset.forums.iter().find(|forum| forum.id == "gpscfl").unwrap();
    for session in &forum.sessions {
        let year = session.date.year().to_string();
        let edition = dataset.forum_editions.iter().find(|e| e.edition == year).unwrap();
        let words = edition.participants.as_ref().map(|words| format!("{words} participants"));
        assert_eq!(session.participants_words, words, "{year}");
        assert_eq!(session.delegations, edition.countries_regions_orgs, "{year}");
        if let Some((first, _)) = edition.days() {
            assert_eq!(session.date, first, "{year}");
        }
    }
    let held = dataset.forum_editions.iter().filter(|edition| edition.held()).count();
    assert_eq!(forum.sessions.len(), held);
}

#[test]
fn who_took_part_in_the_lianyungang_forum_is_named_in_its_edition() {
    let dataset = dataset();
    let sessions = dataset
        .events
        .iter()
        .filter(|event| event.forum.as_deref() == Some("GPSCFL") && event.format == "multilateral");
    for event in sessions {
        let year = event.date.year().to_string();
        let edition = dataset.forum_editions.iter().find(|e| e.edition == year).unwrap();
        for country in event.counterparts.iter().filter_map(|c| c.country.as_ref()) {
            assert!(edition.countries_named.contains(country), "{}: {country}", event.id);
        }
    }
}

#[test]
fn gsi_support_is_told_by_its_basis() {
    let support = dataset().gsi_support;
    let collective = support.iter().filter(|row| row.basis == "collective statement").count();
    let mentions = support.iter().filter(|row| !row.is_support()).count();
    assert_eq!((support.len(), collective, mentions), (93, 63, 3));
    let own = support.iter().filter(|row| row.is_own());
    let doubtful: Vec<_> =
        own.filter(|row| row.confidence == "low").map(|row| &*row.country).collect();
    assert_eq!(doubtful, ["GEO"]);
    assert!(text("README.md").contains(
        "27 rest on words of the country's own (26 of them with high or medium confidence, \
         Georgia's with low), 63 only on a collective text"
    ));
}
