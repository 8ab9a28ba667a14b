//! Whether each edition of the Lianyungang forum is a year's, names known countries once, and
//! names none if it was not held.

use std::collections::BTreeSet;

use super::super::date::PartialDate;
use super::super::forum_edition::ForumEdition;
use super::{Known, Problem, Record};

pub(super) fn check(editions: &[ForumEdition], known: &Known<'_>, problems: &mut Vec<Problem>) {
    let mut years = BTreeSet::new();
    for (i, edition) in editions.iter().enumerate() {
        let year = &edition.edition;
        let mut record = Record::new("gpscfl_participation.json", year, i, problems);
        record.require_new("edition", year, &mut years);
        if !year.parse::<PartialDate>().is_ok_and(|date| date.month().is_none()) {
            record.report("edition", format!("\u{201c}{year}\u{201d} is not a year, YYYY"));
        }
        if edition.dates.is_some() && edition.days().is_none_or(|(first, last)| last < first) {
            record.report("dates", "do not begin with a day, or two with a slash between them");
        }
        let (named, beside) = (&edition.countries_named, &edition.countries_named_beside);
        // A country that is named at the forum is not one that is named only beside it.
        let mut seen = BTreeSet::new();
        record.require_countries("countries_named", named, known, &[], &mut seen);
        let field = "countries_named_only_beside_the_forum";
        record.require_countries(field, beside, known, &[], &mut seen);
        if !edition.held() && !seen.is_empty() {
            record.report("name", "not held, but countries are named");
        }
        record.require_sources(&edition.sources);
    }
}
