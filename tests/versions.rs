//! The page in a former version of the dataset: its numbers are those of the version, and no link leads
//! out of it unseen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::sync::LazyLock;

use explorer_archive::read_all;
use explorer_embedded::{FORMER, changes, embedded};
use explorer_explore::Explorer;
use explorer_explore::measure::Measure;
use explorer_view::changes::told;
use explorer_view::claims::claims;
use explorer_view::compare::of_view::of_view;
use explorer_view::hash::{decode, encode, encode_with, version_of};
use explorer_view::published::compare;
use explorer_view::record::more_like;
use explorer_view::shared::shared;
use explorer_view::state::{Page, ViewState};

/// The former versions, by name.
static VERSIONS: LazyLock<Vec<(String, Explorer)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/versions");
    let kept = read_all(&folder).unwrap().into_iter();
    let versions = kept
        .map(|kept| kept.dataset)
        .map(|dataset| (dataset.codebook.version.clone(), Explorer::of_former(dataset)));
    versions.filter(|(version, _)| FORMER.iter().any(|f| f.version == version)).collect()
});

/// Views of every page.
const VIEWS: [&str; 15] = [
    "#/overview",
    "#/map?layer=gsi",
    "#/countries?order=-change",
    "#/country/VNM?agency=MPS",
    "#/org/sco",
    "#/people",
    "#/official/wang-xiaohong",
    "#/compare?a=agency:MPS&b=else",
    "#/records?q=drug&sort=title",
    "#/record/2022-08-19-mps-sco",
    "#/paper",
    "#/forums",
    "#/pledges",
    "#/method",
    "#/changes",
];

#[test]
fn a_view_counts_what_a_naive_reader_of_the_version_counts() {
    for (version, explorer) in VERSIONS.iter() {
        let events = &explorer.dataset().events;
        let link = format!("#/overview?agency=MPS&data={version}");
        let (state, notices) = decode(&link, explorer);
        assert_eq!(notices, [], "{version}");
        let summary = state.outcome(explorer).summary;
        let of_mps: Vec<_> = events.iter().filter(|event| event.agency == "MPS").collect();
        let interactions: usize = of_mps.iter().map(|event| event.counterparts.len()).sum();
        assert_eq!(summary.events as usize, of_mps.len(), "{version}");
        assert_eq!(summary.interactions as usize, interactions, "{version}");
        let all: usize = events.iter().map(|event| event.counterparts.len()).sum();
        assert_eq!(explorer.totals(Measure::Interactions).summary.interactions as usize, all);
    }
}

#[test]
fn a_link_in_a_former_version_names_it() {
    assert!(!VERSIONS.is_empty());
    for (version, explorer) in VERSIONS.iter() {
        let named = |link: &str| {
            assert_eq!(version_of(link).as_ref(), Some(version), "{link}");
            assert_eq!(link.matches("data=").count(), 1, "{link}");
        };
        for view in VIEWS {
            let joint = if view.contains('?') { '&' } else { '?' };
            let link = format!("{view}{joint}data={version}");
            let (state, _) = decode(&link, explorer);
            named(&encode(&state));
            named(&encode_with(&state, version));
            assert_eq!(decode(&encode(&state), explorer), (state.clone(), vec![]), "{link}");
            named(&encode(&state.on(Page::Records)));
            named(&encode(&state.unfiltered()));
            named(&encode(&of_view(explorer, &state)));
            named(&encode(&shared(explorer, &state).state));
            // The way to the newest is the same view without it.
            let newest = encode(&state.in_newest());
            assert_eq!(version_of(&newest), None, "{newest}");
            let mut again = decode(&newest, explorer).0;
            again.version = None;
            assert_eq!(encode(&again), newest);
        }
        for claim in claims(explorer) {
            claim.evidence.iter().for_each(|evidence| named(&evidence.link));
        }
        let event = explorer.dataset().events.first().unwrap();
        let more = more_like(explorer, event);
        assert!(!more.is_empty());
        more.iter().for_each(|more| named(&encode(&more.state)));
    }
}

#[test]
fn the_newest_version_is_named_by_no_link() {
    let explorer = Explorer::new(embedded().unwrap());
    let version = &explorer.dataset().codebook.version;
    let (state, notices) = decode(&format!("#/overview?data={version}"), &explorer);
    assert_eq!((encode(&state).as_str(), notices), ("#/overview", vec![]));
    assert_eq!(ViewState::of(&explorer, Page::Overview), ViewState::default());
}

#[test]
fn the_version_of_a_link_is_read_as_the_link_is() {
    let cases = [
        ("#/overview?agency=MPS&data=1.0.2", Some("1.0.2")),
        ("#/overview%3Fagency%3DMPS&amp;data%3D1.0.2).", Some("1.0.2")),
        ("#/overview?data=1.0.0&data=1.0.2", Some("1.0.2")),
        ("#/overview?q=data", None),
        ("#/overview", None),
        ("", None),
    ];
    for (link, version) in cases {
        assert_eq!(version_of(link).as_deref(), version, "{link}");
    }
}

#[test]
fn what_changed_is_told_with_the_words_of_any_version() {
    // A version lacks words that came later: they are told as they stand.
    for (version, explorer) in VERSIONS.iter() {
        for changes in changes().unwrap() {
            for change in changes.corrected.iter().flat_map(|correction| &correction.fields) {
                let told = told(explorer, change);
                assert_eq!(told.from.is_empty(), change.from.is_empty(), "{version}: {change:?}");
                assert_eq!(told.to.is_empty(), change.to.is_empty(), "{version}: {change:?}");
            }
        }
    }
}

#[test]
fn the_papers_numbers_are_computed_from_the_version() {
    // Not all versions had them; of those that had, every one is set beside the records without a panic,
    // and its links stay in the version.
    let mut compared = 0;
    for (version, explorer) in VERSIONS.iter() {
        for published in &explorer.dataset().published {
            for reading in compare(explorer, published).readings {
                compared += 1;
                assert_eq!(version_of(&reading.link).as_ref(), Some(version), "{}", reading.link);
            }
        }
    }
    assert!(compared > 0);
}
