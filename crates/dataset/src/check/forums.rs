//! Whether each forum is named once, of a known kind, with known countries, and its sessions stand
//! in the order of time and say the same in numbers and in words.

use std::collections::BTreeSet;

use super::super::Dataset;
use super::super::codebook::Word;
use super::super::forum::{Forum, LEVELS, REGIONS, Session};
use super::super::tables::SUBJECT;
use super::{Known, Problem, Record};

/// Longest label, in characters: as the codebook's.
const LABEL_MAX: usize = 32;

pub(super) fn check(dataset: &Dataset, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let forums = &dataset.forums;
    let words = &dataset.codebook.vocabularies.forums;
    let (levels, regions) = (BTreeSet::from(LEVELS), BTreeSet::from(REGIONS));
    let all: BTreeSet<&str> = forums.iter().map(|forum| forum.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    let mut labels: BTreeSet<&str> = words.iter().map(|word| word.label.as_str()).collect();
    for (i, forum) in forums.iter().enumerate() {
        let mut record = Record::new("forums.json", &forum.id, i, problems);
        record.require_new("id", &forum.id, &mut ids);
        record.require_slug("id", &forum.id);
        label(&mut record, forum, words, &mut labels);
        record.require("region", &forum.region, &regions, "the regions of forums");
        record.require("level", &forum.level, &levels, "the levels of forums");
        if let Some(larger) = &forum.part_of {
            record.require("part_of", larger, &all, "forums.json");
            let larger = forums.iter().find(|other| other.id == *larger);
            if larger.is_some_and(|larger| larger.part_of.is_some()) {
                record.report("part_of", "is itself a part of another forum: name that one");
            }
        }
        let mut members = BTreeSet::new();
        record.require_countries("members", &forum.members, known, &[], &mut members);
        let mut before = None;
        for (at, session) in forum.sessions.iter().enumerate() {
            if before.replace(session.date) > Some(session.date) {
                record.report(&format!("sessions[{at}].date"), "before that of the session before");
            }
            check_session(&mut record, at, session, known);
        }
        record.require_sources(&forum.sources);
    }
}

/// The page shows a forum by one short name: the codebook's, or its own.
fn label<'a>(
    record: &mut Record<'_>,
    forum: &'a Forum,
    words: &[Word],
    labels: &mut BTreeSet<&'a str>,
) {
    match (&forum.label, words.iter().any(|word| word.id == forum.id)) {
        (None, true) => {}
        (None, false) => record.report("label", "missing, and the codebook has none"),
        (Some(_), true) => record.report("label", "the codebook has one"),
        (Some(label), false) => {
            record.require_new("label", label, labels);
            if label.chars().count() > LABEL_MAX {
                record.report("label", format!("longer than {LABEL_MAX} characters"));
            }
        }
    }
}

fn check_session(record: &mut Record<'_>, at: usize, session: &Session, known: &Known<'_>) {
    let field = |name: &str| format!("sessions[{at}].{name}");
    if let Some(country) = session.country.as_ref().filter(|country| *country != SUBJECT) {
        record.require(&field("country"), country, &known.countries, "countries.json");
    }
    match (session.participants, &session.participants_words) {
        (None, None) => {}
        (Some(number), Some(words)) => {
            // Words have commas between thousands.
            let digits: String = words.chars().filter(char::is_ascii_digit).collect();
            if digits != number.to_string() {
                let message = format!("{number}, but its words are \u{201c}{words}\u{201d}");
                record.report(&field("participants"), message);
            }
        }
        (Some(_), None) => record.report(&field("participants_words"), "missing"),
        (None, Some(_)) => record.report(&field("participants"), "missing"),
    }
}
