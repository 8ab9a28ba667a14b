//! The page of a record and what belongs to it: withdrawn records, what changed, links of another
//! version, what is shared, the report of an error.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use explorer_dataset::changes::{Changes, Correction, FieldChange};
use explorer_dataset::event::Event;
use explorer_embedded::{changes, embedded};
use explorer_explore::Explorer;
use explorer_view::changes::{Told, by_field, told};
use explorer_view::hash::{decode, encode};
use explorer_view::notice::About;
use explorer_view::record::more_like;
use explorer_view::report::{Seen, error_report};
use explorer_view::shared::shared;
use explorer_view::state::Page;

static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

fn event(id: &str) -> &'static Event {
    EXPLORER.dataset().events.iter().find(|event| event.id == id).unwrap()
}

#[test]
fn a_withdrawn_record_keeps_its_page() {
    for withdrawn in &EXPLORER.dataset().withdrawn {
        let link = format!("#/record/{}", withdrawn.id);
        let (state, notices) = decode(&link, &EXPLORER);
        assert_eq!((&state.page, notices), (&Page::Record(withdrawn.id.clone()), vec![]));
        assert_eq!(encode(&state), link);
        let words = shared(&EXPLORER, &state).words;
        assert_eq!(words, format!("{} (withdrawn record {})", withdrawn.title, withdrawn.id));
    }
}

#[test]
fn more_like_a_record_are_those_of_all_its_counterparts() {
    let most = EXPLORER.dataset().events.iter().max_by_key(|event| event.counterparts.len());
    for event in [most.unwrap(), event("2022-08-19-mps-sco")] {
        let more = more_like(&EXPLORER, event);
        for counterpart in &event.counterparts {
            let wanted = match (&counterpart.country, &counterpart.organization) {
                (Some(iso3), _) => format!("#/records?country={iso3}"),
                (None, word) => {
                    let words = &EXPLORER.dataset().codebook.vocabularies.organizations;
                    let word = words.iter().find(|w| Some(&w.word) == word.as_ref()).unwrap();
                    format!("#/records?org={}", word.id)
                }
            };
            let found = more.iter().find(|way| encode(&way.state) == wanted);
            let found = found.unwrap_or_else(|| panic!("{}: no {wanted}", event.id));
            // As everywhere, interactions are counted.
            let summary = EXPLORER.explore(&found.state.filters, found.state.measure).summary;
            assert_eq!(found.interactions, summary.interactions, "{wanted}");
        }
    }
}

#[test]
fn a_link_of_another_version_ignores_nothing() {
    let of = |version: &str| decode(&format!("#/overview?agency=MPS&data={version}"), &EXPLORER);
    let now = &EXPLORER.dataset().codebook.version;
    assert_eq!(of(now).1, []);

    let (state, notices) = of("1.0.2");
    assert_eq!(encode(&state), "#/overview?agency=MPS");
    let [notice] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(notice.about, About::OlderVersion);
    let said = format!("This link was made with version 1.0.2; you see {now}.");
    assert_eq!(notice.to_string(), said);

    let (_, notices) = of("10.0.0");
    assert_eq!(notices[0].about, About::NewerVersion);
    assert!(notices[0].to_string().contains("10.0.0, which is newer"), "{notices:?}");

    for wrong in ["", "latest", "1..0", "-1", "%3Cb%3E", "99999999999.0"] {
        let (_, notices) = of(wrong);
        assert_eq!((notices.len(), notices[0].about), (1, About::Ignored), "{wrong}");
        let said = notices[0].to_string();
        assert!(said.starts_with("data: ") && said.contains("not a version"), "{said}");
        assert!(said.contains(now), "{said}");
    }
}

#[test]
fn a_correction_is_told_in_words() {
    let change = |field: &str, from: &str, to: &str| {
        let (field, from, to) = (field.to_owned(), from.to_owned(), to.to_owned());
        FieldChange { field, from, to }
    };
    let cases = [
        (change("date", "2024-04-03", "2024-04"), ["Date", "3 Apr 2024", "Apr 2024"]),
        (change("confidence", "high", "medium"), ["Confidence", "High", "Medium"]),
        (change("counterparts", "", "ZAF; NGA"), ["Counterparts", "", "South Africa; Nigeria"]),
        (change("counterparts[RUS].title", "a", "b"), ["Russia: title", "a", "b"]),
        (change("topics", "telecom fraud", ""), ["Topics", "Telecom fraud", ""]),
        (
            change("sources", "", "Al Bayan, 2022-11-13; CNA, live"),
            ["Sources", "", "Al Bayan, 13 Nov 2022; CNA, live"],
        ),
        (change("in_paper_window", "true", "false"), ["In the paper\u{2019}s window", "Yes", "No"]),
    ];
    for (change, [field, from, to]) in cases {
        let is_list = ["Counterparts", "Topics", "Sources"].contains(&field);
        let expected = Told { field: field.into(), from: from.into(), to: to.into(), is_list };
        assert_eq!(told(&EXPLORER, &change), expected);
    }
    // Whatever a version changed has a name.
    for version in changes().unwrap() {
        for change in version.corrected.iter().flat_map(|correction| &correction.fields) {
            assert!(!told(&EXPLORER, change).field.ends_with("ther"), "{change:?}");
        }
    }
}

#[test]
fn corrected_fields_are_counted_by_record() {
    let field = |field: &str| FieldChange {
        field: field.to_owned(),
        from: String::new(),
        to: "x".to_owned(),
    };
    let correction = |fields: &[&str]| Correction {
        id: String::new(),
        fields: fields.iter().map(|name| field(name)).collect(),
    };
    let changes = Changes {
        version: "2".into(),
        released: "2026-01-01".into(),
        since: "1".into(),
        added: vec![],
        withdrawn: vec![],
        corrected: vec![
            correction(&["date", "counterparts[RUS].name", "counterparts[VNM].name"]),
            correction(&["counterparts[RUS].name", "sources"]),
        ],
        reworded: vec![],
    };
    assert_eq!(by_field(&changes), [("Name", 2), ("Date", 1), ("Sources", 1)]);
}

#[test]
fn what_is_shared_is_what_the_page_shows() {
    let of = |link: &str| {
        let (state, notices) = decode(link, &EXPLORER);
        assert_eq!(notices, [], "{link}");
        let shared = shared(&EXPLORER, &state);
        (encode(&shared.state), shared.words)
    };
    let title = &event("2022-08-19-mps-sco").title;
    let cases = [
        ("#/overview?agency=MPS&measure=events", "#/overview?agency=MPS&measure=events", "MPS"),
        // The filters of the list that it was opened from say nothing of a record.
        (
            "#/record/2022-08-19-mps-sco?agency=MPS&sort=title",
            "#/record/2022-08-19-mps-sco",
            &*format!("{title} (record 2022-08-19-mps-sco)"),
        ),
        ("#/method?agency=MPS", "#/method", "All records"),
        ("#/changes?q=x", "#/changes", "What changed"),
        (
            "#/pledges?agency=MPS&country=KIR&from=2022&kind=training,funding",
            "#/pledges?country=KIR&from=2022&kind=training,funding",
            "Pledges · Training or Funding · Kiribati · from 2022",
        ),
        ("#/pledges", "#/pledges", "Pledges"),
    ];
    for (link, view, words) in cases {
        assert_eq!(of(link), (view.to_owned(), words.to_owned()));
    }
}

#[test]
fn a_report_names_the_record_and_what_it_says() {
    let seen = Seen { hash: "0123456789ab", link: "https://example.org/#/record/x?data=1.1.0" };
    let event = event("2022-08-19-mps-sco");
    let report = error_report(&EXPLORER, &Page::Record(event.id.clone()), seen);
    let codebook = &EXPLORER.dataset().codebook;
    for part in [&event.id, &event.title, &codebook.version, seen.hash, seen.link, "19 Aug 2022"] {
        assert!(report.contains(part), "{part}: {report}");
    }
    for part in event.note.iter().chain(event.sources.iter().map(|source| &source.url)) {
        assert!(report.contains(part.as_str()), "{part}: {report}");
    }
    for counterpart in &event.counterparts {
        let named = counterpart.name.iter().chain(&counterpart.title);
        named.for_each(|part| assert!(report.contains(part.as_str()), "{part}: {report}"));
    }
    let to_fill_in = "What is wrong:\nWhat is right:\nA public source that shows it";
    assert!(report.contains(to_fill_in), "{report}");

    let withdrawn = &EXPLORER.dataset().withdrawn[0];
    let report = error_report(&EXPLORER, &Page::Record(withdrawn.id.clone()), seen);
    assert!(report.contains(&withdrawn.reason) && report.contains(&withdrawn.id), "{report}");

    // Where a file lies on somebody's disk is nobody else's matter.
    let seen = Seen { link: "file:///home/anna/explorer.html#/method?data=1.1.0", ..seen };
    let report = error_report(&EXPLORER, &Page::Method, seen);
    assert!(report.contains("offline copy, view #/method?data=1.1.0"), "{report}");
    assert!(!report.contains("anna") && report.contains("Which record"), "{report}");
}
