//! Whether each list of members names known members, each once, and counts them rightly.

use std::collections::BTreeSet;

use super::super::membership::{Membership, TERRITORIES};
use super::super::slug::is_slug;
use super::{Known, Problem, Record};

pub(super) fn check(memberships: &[Membership], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let territories = TERRITORIES.map(|(code, _)| code);
    let mut ids = BTreeSet::new();
    for (i, list) in memberships.iter().enumerate() {
        let mut record = Record::new("country_attributes.json", &list.id, i, problems);
        record.require_new("id", &list.id, &mut ids);
        // With hyphens in it, two ids could have the same slug.
        if list.id.contains('-') || !is_slug(&list.slug()) {
            let id = &list.id;
            let rule = "lower-case ASCII letters, digits and single underscores";
            record.report("id", format!("\u{201c}{id}\u{201d} is not made of {rule}"));
        }
        let mut members = BTreeSet::new();
        record.require_countries("members", &list.members, known, &territories, &mut members);
        let (given, listed) = (list.count, list.members.len());
        if usize::try_from(given) != Ok(listed) {
            record.report("count", format!("{given}, but the list has {listed} members"));
        }
        for (member, _) in &list.joined {
            record.require("joined", member, &members, "the list's members");
        }
        record.require_sources(&list.sources);
    }
}
