//! Whether the codebook can be relied on: its words and their ids name one thing each.

use std::collections::BTreeSet;

use super::super::codebook::{Codebook, Word};
use super::super::date::PartialDate;
use super::{Problem, Record};

const FILE: &str = "codebook.json";

pub(super) fn check(codebook: &Codebook, problems: &mut Vec<Problem>) {
    let mut record = Record::new(FILE, "codebook", 0, problems);
    let released = codebook.released.parse::<PartialDate>().ok();
    if released.and_then(PartialDate::day).is_none() {
        let given = &codebook.released;
        record.report("released", format!("\u{201c}{given}\u{201d} is not a day, YYYY-MM-DD"));
    }
    let mut fields = BTreeSet::new();
    for field in &codebook.fields {
        record.require_new("fields", &field.name, &mut fields);
    }

    let v = &codebook.vocabularies;
    vocabulary("ranks", &v.ranks, problems);
    vocabulary("formats", &v.formats, problems);
    vocabulary("channels", &v.channels, problems);
    vocabulary("offices", &v.offices, problems);
    vocabulary("topics", &v.topics, problems);
    vocabulary("forums", &v.forums, problems);
    vocabulary("organizations", &v.organizations, problems);
    vocabulary("confidences", &v.confidences, problems);
    vocabulary("gsi_bases", &v.gsi_bases, problems);
}

fn vocabulary(name: &str, words: &[Word], problems: &mut Vec<Problem>) {
    let (mut seen, mut ids, mut labels) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (i, word) in words.iter().enumerate() {
        let mut record = Record::new(FILE, &format!("{name}[{i}]"), i, problems);
        record.require_new("word", &word.word, &mut seen);
        record.require_new("id", &word.id, &mut ids);
        record.require_slug("id", &word.id);
        // Two bars of a chart with the same label could not be told apart.
        record.require_new("label", &word.label, &mut labels);
        if word.label.trim().is_empty() {
            record.report("label", "empty: nothing to show");
        }
    }
}
