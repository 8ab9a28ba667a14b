//! What a version changed is told record by record and field by field.

use explorer_archive::read_all;
use explorer_dataset::Dataset;
use explorer_dataset::changes::{
    Changes, Correction, FieldChange, changes, history, lost, parse_changes,
};
use explorer_dataset::release::Release;
use explorer_embedded::changes as embedded;

use super::support::{data, dataset};

/// The releases before this one, the newest first.
fn former() -> Vec<Dataset> {
    let kept = read_all(&data("versions")).unwrap();
    kept.into_iter().map(|kept| kept.dataset).rev().collect()
}

fn corrected(changes: &Changes, id: &str) -> Vec<(String, String, String)> {
    let found = changes.corrected.iter().find(|correction| correction.id == id);
    let fields = found.into_iter().flat_map(|correction| &correction.fields);
    fields.map(|change| (change.field.clone(), change.from.clone(), change.to.clone())).collect()
}

fn change(field: &str, from: &str, to: &str) -> (String, String, String) {
    (field.to_owned(), from.to_owned(), to.to_owned())
}

#[test]
fn equal_versions_differ_in_nothing() {
    let dataset = dataset();
    let none = changes(&dataset, &dataset);
    assert!(none.added.is_empty() && none.withdrawn.is_empty());
    assert!(none.corrected.is_empty() && none.reworded.is_empty());
    assert!(lost(&dataset, &dataset).is_empty());
}

#[test]
fn every_kind_of_difference_is_named() {
    let old = dataset();
    let mut new = old.clone();
    let event = &mut new.events[0];
    event.date = "2022-08-20".parse().unwrap();
    event.date_end = Some("2022-08-21".parse().unwrap());
    event.city = None;
    event.topics = vec!["training".into(), "narcotics".into(), "counterterrorism".into()];
    event.counterparts[0].name = Some("Someone".into());
    event.counterparts.remove(1);
    event.sources.truncate(1);
    event.note = Some("Another note.".into());
    new.events[1].note = None;
    // The order of a list says nothing.
    new.events[5].counterparts.reverse();
    let gone = new.events.remove(2).id;
    new.events[3].id = "2022-new".into();

    let found = changes(&old, &new);
    let [first, ..] = &old.events[..] else { panic!("no event") };
    assert_eq!(found.added, ["2022-new"]);
    assert_eq!(found.withdrawn, [gone, old.events[4].id.clone()]);
    assert_eq!(found.reworded, [old.events[1].id.clone()]);
    assert_eq!(found.corrected.len(), 1);
    let expected = [
        change("date", "2022-08-19", "2022-08-20"),
        change("date_end", "", "2022-08-21"),
        change("city", "Tashkent", ""),
        change("counterparts", "KAZ", ""),
        change("counterparts[IND].name", "Vikram Misri", "Someone"),
        change("topics", "political security; transnational crime", "training"),
        change("sources", "CRI Tamil, 2022-08-20; Kun.uz, 2022-08-18", ""),
    ];
    assert_eq!(corrected(&found, &first.id), expected);
}

#[test]
fn releases_follow_each_other_by_the_numbers_of_their_versions() {
    let release = |version: &str| {
        let mut dataset = dataset();
        dataset.codebook.version = version.into();
        dataset
    };
    let steps = history(vec![release("1.10.0"), release("1.2.0"), release("1.9.1")]);
    let steps: Vec<_> = steps.iter().map(|step| (&*step.since, &*step.version)).collect();
    assert_eq!(steps, [("1.9.1", "1.10.0"), ("1.2.0", "1.9.1")]);
    assert_eq!(history(vec![dataset()]), []);
    assert_eq!(history(vec![]), []);
}

#[test]
fn an_id_that_is_neither_kept_nor_withdrawn_is_lost() {
    let old = dataset();
    let mut new = old.clone();
    let event = new.events.remove(0);
    let withdrawn = new.withdrawn.remove(1);
    assert_eq!(lost(&old, &new), [event.id, withdrawn.id]);
}

#[test]
fn the_page_has_what_this_version_changed() {
    let (former, new) = (former(), dataset());
    let [old, second, first] = &former[..] else { panic!("three releases before this one") };
    let steps = embedded().unwrap();
    assert_eq!(steps, [changes(old, &new), changes(second, old), changes(first, second)]);

    let [changes, words_only, sources] = &steps[..] else { panic!("three steps") };
    // As CHANGELOG.md has it: no record changed, and a source that was named twice.
    assert_eq!(words_only.version, "1.0.2");
    assert!(words_only.corrected.is_empty() && words_only.reworded.is_empty());
    assert_eq!(sources.version, "1.0.1");
    assert!(sources.added.is_empty() && sources.withdrawn.is_empty());
    assert_eq!((&*changes.since, &*changes.version), ("1.0.2", "1.1.0"));
    assert_eq!(changes.released, "2026-11-28");
    assert_eq!(changes.added.len(), 16);
    assert_eq!(changes.withdrawn, ["2023-11-08-cplc-rus", "2024-11-mps-mmr"]);
    assert_eq!(old.events.len() + 16 - 2, new.events.len());
    let date = change("date", "2024-04-03", "2024-04");
    assert_eq!(corrected(changes, "2024-04-03-mps-irn"), [date]);
    let expected = [
        change("counterparts", "", "ZAF; NGA"),
        change("sources", "", "South African Police Service; CKN Nigeria, 2023-09"),
    ];
    assert_eq!(corrected(changes, "2023-09-20-mps-gpscfl"), expected);
}

#[test]
fn changes_are_read_as_they_are_written() {
    let written = Changes {
        version: "2".into(),
        released: "2026-01-01".into(),
        since: "1".into(),
        added: vec!["a".into()],
        withdrawn: vec![],
        corrected: vec![Correction {
            id: "b".into(),
            fields: vec![FieldChange { field: "date".into(), from: "x".into(), to: "y".into() }],
        }],
        reworded: vec!["c".into()],
    };
    let text = serde_json::to_string(&[&written]).unwrap();
    assert_eq!(parse_changes(&text), Ok(vec![written]));
    assert!(parse_changes(r#"[{"version": "2"}]"#).is_err());
    assert!(Release::read("{").is_err());
    assert!(Release::read(r#"{"events.json": []}"#).unwrap().dataset().is_err());
}
