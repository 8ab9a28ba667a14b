//! What every kind of link shows: the three numbers, and with them every mark, facet and chip.

use browser_tests::native::View;
use browser_tests::{Outcome, browse_once};

/// At least one link per key and per form of its values.
const LINKS: [&str; 52] = [
    "#/overview",
    "#/overview?agency=MPS",
    "#/overview?agency=!MPS",
    "#/overview?agency=MSS,CPLC",
    "#/overview?agency=MPS,MSS,!CPLC",
    "#/overview?official=wang-xiaohong",
    "#/overview?official=chen-wenqing,!wang-xiaohong",
    "#/overview?official=none",
    "#/overview?rank=minister,vice-minister",
    "#/overview?rank=!minister",
    "#/overview?format=sideline",
    "#/overview?format=!bilateral",
    "#/overview?channel=video,phone",
    "#/overview?channel=!in-person",
    "#/overview?region=southeast-asia,europe",
    "#/overview?region=organizations",
    "#/overview?region=!organizations,!africa",
    "#/overview?country=LAO,VNM",
    "#/overview?country=!VNM",
    "#/overview?country=vnm",
    "#/overview?org=interpol",
    "#/overview?org=!sco",
    "#/overview?office=head-of-state-or-government",
    "#/overview?office=unknown",
    "#/overview?forum=gpscfl",
    "#/overview?forum=none",
    "#/overview?venue=CHN",
    "#/overview?venue=!CHN",
    "#/overview?topic=telecom-fraud,narcotics",
    "#/overview?topic=!counterterrorism",
    "#/overview?gsi=yes",
    "#/overview?gsi=no",
    "#/overview?gsi=national-statement",
    "#/overview?confidence=high",
    "#/overview?window=no",
    "#/overview?from=2024",
    "#/overview?to=2023-05",
    "#/overview?from=2024-09-09&to=2024-09-10",
    "#/overview?from=2023-05-20&to=2023-05-20",
    "#/overview?from=2024-02&to=2024-02-29",
    "#/overview?q=%E7%8E%8B%E5%B0%8F%E6%B4%AA",
    "#/overview?q=越南",
    "#/overview?q=J%C3%BCrgen",
    "#/overview?q=jurgen",
    "#/overview?q=drug+control",
    "#/overview?measure=events",
    "#/overview?measure=countries",
    "#/overview?by=quarter",
    "#/overview?measure=countries&by=quarter&agency=MPS&from=2023-01&to=2024-12",
    "#/overview?agency=MPS&region=southeast-asia&from=2024&to=2024&measure=events",
    "#/overview?country=!THA,!VNM&topic=telecom-fraud&format=bilateral&q=fraud",
    "#/records?agency=MSS&from=2023&sort=title",
];

#[test]
fn every_kind_of_link_shows_the_native_numbers() {
    browse_once(async |page| -> Outcome {
        page.open("#/method").await?;
        for link in LINKS {
            page.go(link).await?;
            page.shows(link).await?;
        }
        Ok(())
    });
}

#[test]
fn a_link_shows_the_same_when_it_is_loaded() {
    browse_once(async |page| -> Outcome {
        for link in ["", "#", "#/"].into_iter().chain(LINKS.into_iter().skip(1).step_by(17)) {
            page.open(link).await?;
            page.shows(link).await?;
            page.reload().await?;
            page.shows(link).await?;
        }
        Ok(())
    });
}

/// The links above are worth little if they all show everything or nothing.
#[test]
fn the_links_are_telling() {
    let empty: Vec<_> =
        LINKS.iter().filter(|link| View::of(link).outcome.summary.interactions == 0).collect();
    assert!(empty.is_empty(), "nothing in view: {empty:?}");
    for link in LINKS {
        assert_eq!(View::of(link).notices, Vec::<String>::new(), "{link}");
    }
    let distinct: std::collections::BTreeSet<_> = LINKS
        .iter()
        .map(|link| View::of(link).outcome.summary)
        .map(|s| (s.interactions, s.events, s.countries))
        .collect();
    assert!(distinct.len() >= 35, "{}", distinct.len());
}

#[test]
fn the_measure_is_one_click_away_and_keeps_the_filters() {
    browse_once(async |page| -> Outcome {
        let mut view = View::of("#/overview?region=central-asia&by=quarter");
        page.open(&view.link()).await?;
        for measure in explorer_explore::measure::Measure::ALL.into_iter().rev() {
            page.click(&browser_tests::hooks::switch("measure", measure.id())).await?;
            view = view.after(|state| state.measure = measure);
            page.is_at(&view.link()).await?;
        }
        Ok(())
    });
}
