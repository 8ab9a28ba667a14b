//! Whether the parts of a dataset agree with each other.
//!
//! Parsing has already refused unknown keys, wrong types and dates that do not exist.

mod around;
mod codebook;
mod events;
mod forum_editions;
mod forums;
mod memberships;
mod other_names;
mod paper;
mod pledges;
mod tables;
mod withdrawn;

use std::collections::BTreeSet;
use std::fmt;

pub use around::check_around;

use super::Dataset;
use super::codebook::Word;
use super::event::Source;
use super::slug::is_slug;
use super::tables::SUBJECT;

/// Something in a dataset that contradicts its codebook, its tables or itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File name, such as `events.json`.
    pub file: &'static str,
    /// Record and field, such as `2022-09-19-cplc-rus counterparts[0].country`.
    pub place: String,
    /// What is wrong and what was expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.place, self.message)
    }
}

/// All problems, in the order of the files and their records; empty if the dataset is sound.
pub fn check(dataset: &Dataset) -> Vec<Problem> {
    let known = Known::new(dataset);
    let mut problems = Vec::new();
    codebook::check(&dataset.codebook, &mut problems);
    tables::check(dataset, &known, &mut problems);
    memberships::check(&dataset.memberships, &known, &mut problems);
    forum_editions::check(&dataset.forum_editions, &known, &mut problems);
    paper::check(dataset, &mut problems);
    forums::check(dataset, &known, &mut problems);
    pledges::check(&dataset.pledges, &known, &mut problems);
    events::check(&dataset.events, &known, &mut problems);
    withdrawn::check(dataset, &known, &mut problems);
    other_names::check(dataset, &known, &mut problems);
    problems
}

/// What records may refer to.
struct Known<'a> {
    agencies: BTreeSet<&'a str>,
    officials: BTreeSet<&'a str>,
    countries: BTreeSet<&'a str>,
    regions: BTreeSet<&'a str>,
    ranks: BTreeSet<&'a str>,
    formats: BTreeSet<&'a str>,
    channels: BTreeSet<&'a str>,
    offices: BTreeSet<&'a str>,
    topics: BTreeSet<&'a str>,
    forums: BTreeSet<&'a str>,
    organizations: BTreeSet<&'a str>,
    confidences: BTreeSet<&'a str>,
    gsi_bases: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let words = |list: &'a [Word]| list.iter().map(|word| word.word.as_str()).collect();
        let vocabularies = &dataset.codebook.vocabularies;
        Self {
            agencies: dataset.agencies.iter().map(|agency| agency.id.as_str()).collect(),
            officials: dataset.officials.iter().map(|official| official.name_en.as_str()).collect(),
            countries: dataset.countries.iter().map(|country| country.iso3.as_str()).collect(),
            regions: dataset.regions.iter().map(|region| region.id.as_str()).collect(),
            ranks: words(&vocabularies.ranks),
            formats: words(&vocabularies.formats),
            channels: words(&vocabularies.channels),
            offices: words(&vocabularies.offices),
            topics: words(&vocabularies.topics),
            forums: words(&vocabularies.forums),
            organizations: words(&vocabularies.organizations),
            confidences: words(&vocabularies.confidences),
            gsi_bases: words(&vocabularies.gsi_bases),
        }
    }
}

/// Collects the problems of one record.
struct Record<'p> {
    file: &'static str,
    /// The record's id, or its position where the id cannot name it.
    name: String,
    problems: &'p mut Vec<Problem>,
}

impl<'p> Record<'p> {
    fn new(file: &'static str, id: &str, index: usize, problems: &'p mut Vec<Problem>) -> Self {
        let name = if id.trim().is_empty() { format!("[{index}]") } else { id.to_owned() };
        Self { file, name, problems }
    }

    fn report(&mut self, field: &str, message: impl Into<String>) {
        let place = format!("{} {field}", self.name);
        self.problems.push(Problem { file: self.file, place, message: message.into() });
    }

    fn require(&mut self, field: &str, value: &str, among: &BTreeSet<&str>, table: &str) {
        if !among.contains(value) {
            self.report(field, format!("\u{201c}{value}\u{201d} is not in {table}"));
        }
    }

    fn require_slug(&mut self, field: &str, id: &str) {
        if !is_slug(id) {
            let rule = "lower-case ASCII letters, digits and single hyphens";
            self.report(field, format!("\u{201c}{id}\u{201d} is not made of {rule}"));
        }
    }

    /// Reports `value` if an earlier record has it already.
    fn require_new<'a>(&mut self, field: &str, value: &'a str, seen: &mut BTreeSet<&'a str>) {
        if !seen.insert(value) {
            self.report(field, format!("\u{201c}{value}\u{201d} stands here twice"));
        }
    }

    /// Reports each country that is neither in the table of countries nor the subject nor one of
    /// `others`, and each that stands twice. `seen` are those of an earlier list.
    fn require_countries<'a>(
        &mut self,
        field: &str,
        countries: &'a [String],
        known: &Known<'_>,
        others: &[&str],
        seen: &mut BTreeSet<&'a str>,
    ) {
        for (i, country) in countries.iter().enumerate() {
            let field = format!("{field}[{i}]");
            if country != SUBJECT && !others.contains(&country.as_str()) {
                self.require(&field, country, &known.countries, "countries.json");
            }
            self.require_new(&field, country, seen);
        }
    }

    fn require_sources(&mut self, sources: &[Source]) {
        if sources.is_empty() {
            self.report("sources", "no source: every record needs at least one");
        }
        for (i, source) in sources.iter().enumerate() {
            if !source.is_web() {
                let url = &source.url;
                let field = format!("sources[{i}].url");
                self.report(
                    &field,
                    format!("\u{201c}{url}\u{201d} is not an http or https address"),
                );
            }
        }
    }
}
