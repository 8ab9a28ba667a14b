//! The codebook documents what the records use: no word and no key more or less.

use std::collections::BTreeSet;

use explorer_dataset::codebook::Word;
use serde_json::Value;

use super::support::{dataset, json};

/// Asserts that the records use exactly the vocabulary's words, apart from those that are
/// allowed but not used yet.
fn same<'a>(words: &[Word], used: impl IntoIterator<Item = &'a str>, unused: &[&str]) {
    let mut used: BTreeSet<&str> = used.into_iter().collect();
    for word in unused {
        assert!(used.insert(word), "“{word}” is used by now");
    }
    let words: BTreeSet<&str> = words.iter().map(|word| word.word.as_str()).collect();
    assert_eq!(words, used);
}

#[test]
fn words_are_those_that_records_use() {
    let dataset = dataset();
    let v = &dataset.codebook.vocabularies;
    let events = || dataset.events.iter();
    let counterparts = || events().flat_map(|event| &event.counterparts);
    same(&v.ranks, events().map(|event| &*event.rank), &[]);
    same(&v.formats, events().map(|event| &*event.format), &[]);
    same(&v.channels, events().map(|event| &*event.channel), &["phone", "unknown"]);
    same(&v.offices, counterparts().filter_map(|c| c.office.as_deref()), &[]);
    same(&v.topics, events().flat_map(|event| event.topics.iter().map(|topic| &**topic)), &[]);
    same(&v.forums, events().filter_map(|event| event.forum.as_deref()), &[]);
    same(&v.organizations, counterparts().filter_map(|c| c.organization.as_deref()), &[]);
    same(&v.confidences, events().map(|event| &*event.confidence), &[]);
    same(&v.gsi_bases, dataset.gsi_support.iter().map(|row| &*row.basis), &[]);
}

#[test]
fn ids_are_the_slugs_of_the_words_and_labels_are_short() {
    let v = dataset().codebook.vocabularies;
    for words in [
        v.ranks,
        v.formats,
        v.channels,
        v.offices,
        v.topics,
        v.forums,
        v.organizations,
        v.confidences,
        v.gsi_bases,
    ] {
        for word in words {
            let parts = word.word.split(|c: char| !c.is_ascii_alphanumeric());
            let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
            assert_eq!(word.id, parts.join("-").to_ascii_lowercase());
            assert!(word.label.chars().count() <= 32, "{} is a long label", word.label);
            assert!(word.definition.ends_with('.'), "{}: {}", word.word, word.definition);
        }
    }
}

#[test]
fn topics_forums_and_organizations_are_in_alphabetical_order() {
    let v = dataset().codebook.vocabularies;
    for words in [v.topics, v.forums, v.organizations] {
        let key = |word: &Word| word.label.to_lowercase().replace(['-', '–'], " ");
        assert!(words.is_sorted_by_key(key), "{words:?}");
    }
}

#[test]
fn fields_are_the_keys_of_the_events() {
    let mut keys = BTreeSet::new();
    collect_keys(&json("events.json"), "", &mut keys);
    let fields = dataset().codebook.fields;
    let documented: BTreeSet<String> = fields.into_iter().map(|field| field.name).collect();
    assert_eq!(documented, keys);
}

/// All keys in `value`, nested ones after a dot.
fn collect_keys(value: &Value, prefix: &str, keys: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_keys(item, prefix, keys)),
        Value::Object(map) => {
            for (key, value) in map {
                let key = format!("{prefix}{key}");
                collect_keys(value, &format!("{key}."), keys);
                keys.insert(key);
            }
        }
        _ => {}
    }
}
