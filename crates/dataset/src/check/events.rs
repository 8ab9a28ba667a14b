//! Whether each event is complete, refers to what exists and does not contradict itself.

use std::collections::BTreeSet;

use super::super::event::{Counterpart, Event, Source, is_in_paper_window};
use super::super::tables::SUBJECT;
use super::{Known, Problem, Record};

const FILE: &str = "events.json";

const WINDOW_TEXT: &str = "2022-06 to 2025-07";

/// The confidence that admits nothing inferred.
const BEST: &str = "high";

pub(super) fn check(events: &[Event], known: &Known<'_>, problems: &mut Vec<Problem>) {
    if events.is_empty() {
        let message = "no event: a dataset without events shows nothing".to_owned();
        problems.push(Problem { file: FILE, place: "[]".to_owned(), message });
    }
    let mut ids = BTreeSet::new();
    for (i, event) in events.iter().enumerate() {
        let mut record = Record::new(FILE, &event.id, i, problems);
        record.require_new("id", &event.id, &mut ids);
        record.require_slug("id", &event.id);
        dates(event, &mut record);
        words(event, known, &mut record);
        counterparts(&event.counterparts, known, &mut record);
        confidence(event, &mut record);
        record.require_sources(&event.sources);
        sources(event, &mut record);
    }
}

fn dates(event: &Event, record: &mut Record<'_>) {
    if event.date.month().is_none() {
        record.report("date", "only a year: an event needs at least its month");
        return;
    }
    if let Some(end) = event.date_end
        && end.last_day() < event.date.first_day()
    {
        record.report("date_end", format!("{end} is before {}", event.date));
    }
    let inside = is_in_paper_window(event.date);
    if event.in_paper_window != inside {
        let (given, date) = (event.in_paper_window, event.date);
        let lies = if inside { "in" } else { "outside" };
        record.report("in_paper_window", format!("{given}, but {date} lies {lies} {WINDOW_TEXT}"));
    }
}

fn words(event: &Event, known: &Known<'_>, record: &mut Record<'_>) {
    record.require("agency", &event.agency, &known.agencies, "agencies.json");
    record.require("rank", &event.rank, &known.ranks, "the codebook's ranks");
    record.require("format", &event.format, &known.formats, "the codebook's formats");
    record.require("channel", &event.channel, &known.channels, "the codebook's channels");
    let confidences = &known.confidences;
    record.require("confidence", &event.confidence, confidences, "the codebook's confidences");
    if let Some(forum) = &event.forum {
        record.require("forum", forum, &known.forums, "the codebook's forums");
    }
    if let Some(country) = &event.venue_country
        && country != SUBJECT
    {
        record.require("venue_country", country, &known.countries, "countries.json");
    }
    officials(&event.officials, known, record);
    let mut topics = BTreeSet::new();
    for (i, topic) in event.topics.iter().enumerate() {
        let field = format!("topics[{i}]");
        record.require(&field, topic, &known.topics, "the codebook's topics");
        record.require_new(&field, topic, &mut topics);
    }
}

pub(super) fn officials(officials: &[String], known: &Known<'_>, record: &mut Record<'_>) {
    let mut seen = BTreeSet::new();
    for (i, official) in officials.iter().enumerate() {
        let field = format!("officials[{i}]");
        record.require(&field, official, &known.officials, "officials.json");
        record.require_new(&field, official, &mut seen);
    }
}

/// What the word for the best confidence promises: a source states date, official and counterpart.
fn confidence(event: &Event, record: &mut Record<'_>) {
    if event.confidence == BEST {
        if event.date.day().is_none() {
            record.report("confidence", format!("{BEST}, but only the month is known"));
        }
        if event.officials.is_empty() {
            record.report("confidence", format!("{BEST}, but no Chinese official is named"));
        }
    }
}

/// An announcement may be older than the meeting, but some source has to report it.
fn sources(event: &Event, record: &mut Record<'_>) {
    let older = |source: &Source| {
        source.published.is_some_and(|published| published.last_day() < event.date.first_day())
    };
    if !event.sources.is_empty() && event.sources.iter().all(older) {
        let date = event.date;
        record.report("sources", format!("all are older than {date}: none reports the meeting"));
    }
}

pub(super) fn counterparts(
    counterparts: &[Counterpart],
    known: &Known<'_>,
    record: &mut Record<'_>,
) {
    if counterparts.is_empty() {
        record.report("counterparts", "no counterpart: the event would count no interaction");
    }
    let (mut countries, mut organizations) = (BTreeSet::new(), BTreeSet::new());
    for (i, counterpart) in counterparts.iter().enumerate() {
        let field = |key: &str| format!("counterparts[{i}].{key}");
        // Several people of one side are one interaction, so a side must not stand here twice.
        match (&counterpart.country, &counterpart.organization) {
            (Some(country), None) => {
                record.require(&field("country"), country, &known.countries, "countries.json");
                record.require_new(&field("country"), country, &mut countries);
            }
            (None, Some(organization)) => {
                let place = field("organization");
                let known = &known.organizations;
                record.require(&place, organization, known, "the codebook's organizations");
                record.require_new(&place, organization, &mut organizations);
            }
            (Some(_), Some(_)) | (None, None) => record.report(
                &format!("counterparts[{i}]"),
                "needs either a country or an organization, exactly one of the two",
            ),
        }
        if let Some(office) = &counterpart.office {
            record.require(&field("office"), office, &known.offices, "the codebook's offices");
        }
    }
}
