//! Whether each other name is one of something that is there.

use std::collections::BTreeSet;

use super::super::Dataset;
use super::super::other_names::NamedKind;
use super::{Known, Problem, Record};

const FILE: &str = "other_names.json";

pub(super) fn check(dataset: &Dataset, known: &Known<'_>, problems: &mut Vec<Problem>) {
    let mut ids = BTreeSet::new();
    for (i, other) in dataset.other_names.iter().enumerate() {
        let mut record = Record::new(FILE, &other.id, i, problems);
        record.require_new("id", &other.id, &mut ids);
        let (among, table) = match other.kind {
            NamedKind::Country => (&known.countries, "countries.json"),
            NamedKind::Agency => (&known.agencies, "agencies.json"),
            NamedKind::Topic => (&known.topics, "codebook.json"),
            NamedKind::Forum => (&known.forums, "codebook.json"),
            NamedKind::Organization => (&known.organizations, "codebook.json"),
        };
        record.require("of", &other.of, among, table);
        if other.names.iter().any(|name| name.trim().is_empty()) {
            record.report("names", "one of them is empty");
        }
    }
}
