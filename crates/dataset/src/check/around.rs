//! Whether what happened around the meetings can be marked on an axis, and says where it is from.

use std::collections::BTreeSet;

use super::super::around::Around;
use super::{Problem, Record};

const FILE: &str = "around.json";

/// All problems of what happened around the meetings, in the order of the file.
pub fn check_around(around: &[Around]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut ids = BTreeSet::new();
    let mut before = None;
    for (i, it) in around.iter().enumerate() {
        let mut record = Record::new(FILE, &it.id, i, &mut problems);
        record.require_new("id", &it.id, &mut ids);
        record.require_slug("id", &it.id);
        if it.date.day().is_none() {
            record.report("date", "is no day: a mark stands at a day");
        }
        if before.is_some_and(|before| it.date < before) {
            record
                .report("date", "is before that of the one above: they stand in the order of time");
        }
        before = Some(it.date);
        for (field, text) in [("label", &it.label), ("title", &it.title)] {
            if text.trim().is_empty() {
                record.report(field, "empty: a mark says what happened");
            }
        }
        record.require_sources(&it.sources);
    }
    problems
}
