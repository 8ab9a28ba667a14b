//! What a version of the dataset changed in its records, computed from two versions.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::event::{Counterpart, Event, Source};
use super::json::records;
use super::{Dataset, ParseError};

/// How the records of one version differ from those of the version before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// The version that has them.
    pub version: String,
    /// Day of its release, `YYYY-MM-DD`.
    pub released: String,
    /// The version before.
    pub since: String,
    /// Ids of records that are new, in the order of the file.
    pub added: Vec<String>,
    /// Ids of records that count no more.
    pub withdrawn: Vec<String>,
    /// Records that say something else than before, in the order of the file.
    pub corrected: Vec<Correction>,
    /// Ids of records of which only the note is written anew. A note is prose, which is read, not
    /// compared; so neither here nor in [`Self::corrected`] do notes have a from and a to.
    pub reworded: Vec<String>,
}

/// What differs in one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Id of the record.
    pub id: String,
    /// Its fields that differ, in the order of the codebook; never empty.
    pub fields: Vec<FieldChange>,
}

/// A field of a record before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    /// Name of the field as in the codebook, with the side in brackets where it is one of a
    /// counterpart: `date`, `topics`, `counterparts`, `counterparts[RUS].name`.
    pub field: String,
    /// What it said. Of a list only what is there no more, joined by `; `. Empty if nothing.
    pub from: String,
    /// What it says. Of a list only what is new in it, joined by `; `. Empty if nothing.
    pub to: String,
}

/// How the records of `new` differ from those of `old`, told by their ids.
pub fn changes(old: &Dataset, new: &Dataset) -> Changes {
    let before: BTreeMap<&str, &Event> = old.events.iter().map(|e| (e.id.as_str(), e)).collect();
    let after: BTreeSet<&str> = new.events.iter().map(|event| event.id.as_str()).collect();
    let withdrawn = old.events.iter().filter(|event| !after.contains(event.id.as_str()));
    let mut changes = Changes {
        version: new.codebook.version.clone(),
        released: new.codebook.released.clone(),
        since: old.codebook.version.clone(),
        added: Vec::new(),
        withdrawn: withdrawn.map(|event| event.id.clone()).collect(),
        corrected: Vec::new(),
        reworded: Vec::new(),
    };
    for event in &new.events {
        let id = event.id.clone();
        match before.get(event.id.as_str()) {
            None => changes.added.push(id),
            Some(former) => {
                let fields = differences(former, event);
                if !fields.is_empty() {
                    changes.corrected.push(Correction { id, fields });
                } else if former.note != event.note {
                    changes.reworded.push(id);
                }
            }
        }
    }
    changes
}

/// What each release changed since the one before it, the newest first. The releases come in any
/// order; the oldest has none before it.
pub fn history(mut releases: Vec<Dataset>) -> Vec<Changes> {
    // By the numbers of a version, so that 1.10.0 comes after 1.9.0.
    releases.sort_by_cached_key(|release| {
        let numbers = release.codebook.version.split('.');
        numbers.map(|number| number.parse::<u32>().unwrap_or_default()).collect::<Vec<_>>()
    });
    let steps = releases.iter().zip(releases.iter().skip(1));
    steps.map(|(old, new)| changes(old, new)).rev().collect()
}

/// Reads what [`Changes`] were written as: a JSON list.
pub fn parse_changes(text: &str) -> Result<Vec<Changes>, ParseError> {
    records("changes.json", text, "version")
}

/// Ids that a former version had and that lead nowhere in `new`: such a record is to be withdrawn
/// instead, because links name it.
pub fn lost<'a>(old: &'a Dataset, new: &Dataset) -> Vec<&'a str> {
    let events = new.events.iter().map(|event| event.id.as_str());
    let kept: BTreeSet<&str> = events.chain(new.withdrawn.iter().map(|w| w.id.as_str())).collect();
    let events = old.events.iter().map(|event| event.id.as_str());
    let ids = events.chain(old.withdrawn.iter().map(|withdrawn| withdrawn.id.as_str()));
    ids.filter(|id| !kept.contains(id)).collect()
}

/// The fields in which two records differ, in the order of the codebook.
pub fn differences(old: &Event, new: &Event) -> Vec<FieldChange> {
    let mut found = Found::default();
    found.value("date", &old.date.to_string(), &new.date.to_string());
    found.value("date_end", &text(old.date_end), &text(new.date_end));
    found.value("title", &old.title, &new.title);
    found.value("agency", &old.agency, &new.agency);
    found.list("officials", old.officials.iter().cloned(), new.officials.iter().cloned());
    found.value("rank", &old.rank, &new.rank);
    found.value("format", &old.format, &new.format);
    found.value("channel", &old.channel, &new.channel);
    found.value("city", &text(old.city.as_ref()), &text(new.city.as_ref()));
    let venue = [&old.venue_country, &new.venue_country].map(|venue| text(venue.as_ref()));
    found.value("venue_country", &venue[0], &venue[1]);
    found.value("forum", &text(old.forum.as_ref()), &text(new.forum.as_ref()));
    let session = [&old.forum_session, &new.forum_session].map(|year| text(year.as_ref()));
    found.value("forum_session", &session[0], &session[1]);
    counterparts(&old.counterparts, &new.counterparts, &mut found);
    found.list("topics", old.topics.iter().cloned(), new.topics.iter().cloned());
    found.value("confidence", &old.confidence, &new.confidence);
    let inside = [old, new].map(|event| event.in_paper_window.to_string());
    found.value("in_paper_window", &inside[0], &inside[1]);
    found.list("sources", old.sources.iter().map(report), new.sources.iter().map(report));
    found.0
}

fn counterparts(old: &[Counterpart], new: &[Counterpart], found: &mut Found) {
    let sides = |of: &[Counterpart]| -> Vec<String> {
        of.iter().map(|counterpart| counterpart.side().to_owned()).collect()
    };
    found.list("counterparts", sides(old).into_iter(), sides(new).into_iter());
    for after in new {
        let side = after.side();
        let Some(before) = old.iter().find(|before| before.side() == side) else { continue };
        for (key, from, to) in [
            ("name", &before.name, &after.name),
            ("title", &before.title, &after.title),
            ("office", &before.office, &after.office),
        ] {
            let field = format!("counterparts[{side}].{key}");
            found.value(&field, &text(from.as_ref()), &text(to.as_ref()));
        }
        let people = |counterpart: &Counterpart| {
            let also = counterpart.also.iter();
            also.map(|person| match (&person.name, &person.title) {
                (Some(name), Some(title)) => format!("{name}, {title}"),
                (name, title) => text(name.as_ref().or(title.as_ref())),
            })
            .collect::<Vec<_>>()
        };
        let field = format!("counterparts[{side}].also");
        found.list(&field, people(before).into_iter(), people(after).into_iter());
    }
}

/// A report by its publisher and date: its address says less to a reader and is longer.
fn report(source: &Source) -> String {
    match source.published {
        Some(published) => format!("{}, {published}", source.publisher),
        None => source.publisher.clone(),
    }
}

/// The text of what there is, and none of what is not.
fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Collects the fields that differ.
#[derive(Default)]
struct Found(Vec<FieldChange>);

impl Found {
    fn value(&mut self, field: &str, from: &str, to: &str) {
        if from != to {
            let (field, from, to) = (field.to_owned(), from.to_owned(), to.to_owned());
            self.0.push(FieldChange { field, from, to });
        }
    }

    /// What one list has and the other has not; the order says nothing.
    fn list(
        &mut self,
        field: &str,
        from: impl Iterator<Item = String> + Clone,
        to: impl Iterator<Item = String> + Clone,
    ) {
        let (before, after): (BTreeSet<_>, BTreeSet<_>) =
            (from.clone().collect(), to.clone().collect());
        let gone: Vec<_> = from.filter(|item| !after.contains(item)).collect();
        let come: Vec<_> = to.filter(|item| !before.contains(item)).collect();
        self.value(field, &gone.join("; "), &come.join("; "));
    }
}
