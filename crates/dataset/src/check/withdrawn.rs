//! Whether each withdrawn record leaves its id free, says why, and refers to what exists.

use std::collections::BTreeSet;

use super::super::Dataset;
use super::events::{counterparts, officials};
use super::{Known, Problem, Record};

const FILE: &str = "withdrawn_events.json";

pub(super) fn check(dataset: &Dataset, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let events: BTreeSet<&str> = dataset.events.iter().map(|event| event.id.as_str()).collect();
    let mut ids = BTreeSet::new();
    for (i, withdrawn) in dataset.withdrawn.iter().enumerate() {
        let mut record = Record::new(FILE, &withdrawn.id, i, problems);
        record.require_new("id", &withdrawn.id, &mut ids);
        record.require_slug("id", &withdrawn.id);
        // A link could not tell which of the two it means.
        if events.contains(withdrawn.id.as_str()) {
            record.report("id", "is also that of an event: a record counts or is withdrawn");
        }
        if let Some(see) = &withdrawn.see {
            record.require("see", see, &events, "events.json");
        }
        for (field, text) in [("withdrawn", &withdrawn.withdrawn), ("reason", &withdrawn.reason)] {
            if text.trim().is_empty() {
                record.report(field, "empty: a withdrawn record says since when and why");
            }
        }
        record.require("agency", &withdrawn.agency, &known.agencies, "agencies.json");
        officials(&withdrawn.officials, known, &mut record);
        counterparts(&withdrawn.counterparts, known, &mut record);
        record.require_sources(&withdrawn.sources);
    }
}
