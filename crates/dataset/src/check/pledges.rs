//! Whether each pledge is of a known kind, for known countries, and says of what its number is.

use std::collections::BTreeSet;

use super::super::pledge::{KINDS, Pledge};
use super::{Known, Problem, Record};

pub(super) fn check(pledges: &[Pledge], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let kinds = BTreeSet::from(KINDS);
    let mut ids = BTreeSet::new();
    for (i, pledge) in pledges.iter().enumerate() {
        let mut record = Record::new("pledges.json", &pledge.id, i, problems);
        record.require_new("id", &pledge.id, &mut ids);
        record.require_slug("id", &pledge.id);
        record.require("kind", &pledge.kind, &kinds, "the kinds of pledges");
        let mut countries = BTreeSet::new();
        record.require_countries("countries", &pledge.countries, known, &[], &mut countries);
        match (pledge.quantity, &pledge.unit) {
            (Some(_), None) => record.report("unit", "missing, although there is a quantity"),
            (None, Some(_)) => record.report("quantity", "missing, although there is a unit"),
            (Some(_), Some(_)) | (None, None) => {}
        }
        record.require_sources(&pledge.sources);
    }
}
