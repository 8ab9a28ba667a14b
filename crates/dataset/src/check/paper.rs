//! Whether the paper's exhibits and numbers refer to what there is. That their links are views
//! which count something is tested with the engine (`tests/paper.rs`).

use std::collections::BTreeSet;

use super::super::Dataset;
use super::{Problem, Record};

pub(super) fn check(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let pledges: BTreeSet<&str> = dataset.pledges.iter().map(|pledge| &*pledge.id).collect();
    let mut ids = BTreeSet::new();
    let mut groups: Vec<&str> = Vec::new();
    for (i, number) in dataset.published.iter().enumerate() {
        let mut record = Record::new("published_figures.json", &number.id, i, problems);
        record.require_new("id", &number.id, &mut ids);
        record.require_slug("id", &number.id);
        if groups.last() != Some(&&*number.group) {
            if groups.contains(&&*number.group) {
                record.report("group", "its group stands elsewhere, with others between");
            }
            groups.push(&number.group);
        }
        if let Some(pledge) = &number.pledge {
            record.require("pledge", pledge, &pledges, "pledges.json");
        }
        if number.view.is_some() && number.pledge.is_some() {
            record.report("pledge", "there is a view already: a number has one origin");
        }
        for (key, value) in [("share_of", &number.share_of), ("rank_of", &number.rank_of)] {
            if value.is_some() && number.view.is_none() {
                record.report(key, "there is no view that it could be of");
            }
        }
        if let Some(other) = &number.other_view {
            if number.view.is_none() || number.share_of.is_some() || number.rank_of.is_some() {
                record.report("other_view", "only a count of a view has another unit");
            } else if number.view.as_ref() == Some(other) {
                record.report("other_view", "it is the view already");
            }
        }
        if number.unlike.is_some() && !number.is_computable() {
            record.report("unlike", "there is nothing that it could be unlike");
        }
        if number.erratum.is_some() && number.is_computable() {
            record.report("erratum", "a slip of the paper is nothing that the dataset can give");
        }
    }
    let mut exhibits = BTreeSet::new();
    for (i, exhibit) in dataset.exhibits.iter().enumerate() {
        let mut record = Record::new("figures_and_tables.json", &exhibit.id, i, problems);
        record.require_new("id", &exhibit.id, &mut exhibits);
        record.require_slug("id", &exhibit.id);
        for number in &exhibit.numbers {
            record.require("numbers", number, &ids, "published_figures.json");
        }
    }
}
