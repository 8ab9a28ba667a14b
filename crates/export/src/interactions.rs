//! The interactions in view as files: a tidy table, the nested records, a data package.

use super::Origin;
use super::csv::Csv;
use super::json::{list, optional, record, string};
use explorer_dataset::event::{Counterpart, Event, Person, Source};
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::records::{Sort, records};

/// The columns of the tidy table, one row per interaction, and what each holds. Several values of a
/// cell are separated by semicolons.
pub const COLUMNS: [(&str, &str); 29] = [
    ("event_id", "Stable id of the event"),
    ("date", "Day of the meeting (YYYY-MM-DD), or its month (YYYY-MM)"),
    ("date_end", "Last day of a meeting of several days"),
    ("title", "What happened, in one line"),
    ("agency", "Chinese agency of the most senior official"),
    ("officials", "Chinese officials who took part"),
    ("rank", "Rank of the most senior of them"),
    ("format", "Bilateral, sideline (a bilateral beside a multilateral meeting) or multilateral"),
    ("channel", "In person, by video or by phone"),
    ("city", "City of the meeting"),
    ("venue_country", "Country of the meeting, ISO 3166-1 alpha-3"),
    ("forum", "Forum or mechanism"),
    ("forum_session", "Edition of the forum"),
    ("country", "Counterpart country, ISO 3166-1 alpha-3"),
    ("organization", "Counterpart organization"),
    ("counterpart_name", "Most senior person named on that side"),
    ("counterpart_title", "That person's title"),
    ("counterpart_office", "Kind of office that person holds"),
    ("also", "Further people of that side"),
    ("topics", "What was discussed"),
    ("confidence", "How firmly the sources establish the record"),
    ("in_paper_window", "Whether the date lies in the paper's period"),
    ("note", "What was inferred, and where sources contradict each other"),
    ("sources", "Addresses of the public reports"),
    ("source_publishers", "Who published each of them"),
    ("source_dates", "When each of them was published, where that is known"),
    ("view", "Address of the view that this was taken from"),
    ("dataset_version", "Version and content hash of the dataset"),
    ("retrieved", "Day of the download"),
];

/// The events in view with those of their counterparts that are, in the order of the records.
pub fn in_view<'e>(
    explorer: &'e Explorer,
    rows: &BitSet,
    sort: Sort,
) -> Vec<(&'e Event, Vec<&'e Counterpart>)> {
    let table = explorer.table();
    let events = &explorer.dataset().events;
    let mut shown: Vec<Vec<&Counterpart>> = vec![Vec::new(); events.len()];
    // Rows of an event stand side by side, in the order of its counterparts.
    let mut first = 0;
    for row in 0..table.len() {
        let event = table.event(row);
        if table.event(first) != event {
            first = row;
        }
        let event = event as usize;
        let counterpart = events.get(event).and_then(|event| event.counterparts.get(row - first));
        if let (Some(counterpart), true) = (counterpart, rows.contains(row)) {
            shown[event].push(counterpart);
        }
    }
    let records = records(explorer, rows, sort).into_iter();
    records
        .filter_map(|record| {
            let counterparts = std::mem::take(shown.get_mut(record.event)?);
            Some((events.get(record.event)?, counterparts))
        })
        .collect()
}

fn cells(event: &Event, counterpart: &Counterpart, origin: &Origin) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let joined = |texts: &[String]| texts.join("; ");
    let person = |person: &Person| {
        let parts = [&person.name, &person.title].into_iter().flatten().cloned();
        parts.collect::<Vec<_>>().join(", ")
    };
    let also: Vec<String> = counterpart.also.iter().map(person).collect();
    let sources: Vec<String> = event.sources.iter().map(|source| source.url.clone()).collect();
    vec![
        event.id.clone(),
        event.date.to_string(),
        event.date_end.map(|date| date.to_string()).unwrap_or_default(),
        event.title.clone(),
        event.agency.clone(),
        joined(&event.officials),
        event.rank.clone(),
        event.format.clone(),
        event.channel.clone(),
        text(&event.city),
        text(&event.venue_country),
        text(&event.forum),
        text(&event.forum_session),
        text(&counterpart.country),
        text(&counterpart.organization),
        text(&counterpart.name),
        text(&counterpart.title),
        text(&counterpart.office),
        joined(&also),
        joined(&event.topics),
        event.confidence.clone(),
        event.in_paper_window.to_string(),
        text(&event.note),
        joined(&sources),
        one_by_one(&event.sources, &|source| source.publisher.clone()),
        one_by_one(&event.sources, &|source| {
            source.published.map(|date| date.to_string()).unwrap_or_default()
        }),
        origin.link.clone(),
        version(origin),
        origin.retrieved.clone(),
    ]
}

/// Something of each source; nothing where no source has it.
fn one_by_one(sources: &[Source], of: &dyn Fn(&Source) -> String) -> String {
    let parts: Vec<String> = sources.iter().map(of).collect();
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join("; ") }
}

fn version(origin: &Origin) -> String {
    match origin.is_own_table() {
        true => format!("{}, own file ({})", origin.dataset, origin.hash),
        false => format!("{} ({})", origin.version, origin.hash),
    }
}

/// The tidy table: one row per interaction.
pub fn csv(shown: &[(&Event, Vec<&Counterpart>)], origin: &Origin) -> String {
    let mut csv = Csv::default();
    csv.line(COLUMNS.iter().map(|(name, _)| *name));
    for (event, counterparts) in shown {
        for counterpart in counterparts {
            csv.line(cells(event, counterpart, origin).iter().map(String::as_str));
        }
    }
    csv.finish()
}

/// A Data Package (<https://datapackage.org>) that holds the tidy table in itself.
pub fn package(shown: &[(&Event, Vec<&Counterpart>)], origin: &Origin) -> String {
    let line = |cells: &[String]| list(cells.iter().map(|cell| string(cell)));
    let header = list(COLUMNS.iter().map(|(name, _)| string(name)));
    let rows = shown.iter().flat_map(|(event, counterparts)| {
        counterparts.iter().map(|counterpart| line(&cells(event, counterpart, origin)))
    });
    let data = list(std::iter::once(header).chain(rows));
    let fields = COLUMNS.iter().map(|(name, description)| {
        record(&[
            ("name", string(name)),
            ("type", string("string")),
            ("description", string(description)),
        ])
    });
    let schema = record(&[("fields", list(fields))]);
    let resource = record(&[
        ("name", string("interactions")),
        ("title", string(&origin.filters)),
        ("data", data),
        ("schema", schema),
    ]);
    let licence = record(&[
        ("name", string("CC-BY-4.0")),
        ("path", string("https://creativecommons.org/licenses/by/4.0/")),
    ]);
    // Nobody but its owner says what may be done with a file.
    let licences = (!origin.is_own_table()).then_some(licence);
    record(&[
        ("$schema", string("https://datapackage.org/profiles/2.0/datapackage.json")),
        ("name", string("security-diplomacy-view")),
        ("title", string(&format!("{}: {}", origin.dataset, origin.filters))),
        ("homepage", string(&origin.link)),
        ("version", string(&origin.version)),
        ("created", string(&origin.retrieved)),
        ("licenses", list(licences.into_iter())),
        ("resources", list([resource].into_iter())),
    ])
}

/// The records as the dataset has them, with the counterparts in view.
pub fn json(shown: &[(&Event, Vec<&Counterpart>)], origin: &Origin) -> String {
    record(&[
        ("dataset", string(&origin.dataset)),
        ("version", string(&origin.version)),
        ("content_hash", string(&origin.hash)),
        ("view", string(&origin.link)),
        ("filters", string(&origin.filters)),
        ("retrieved", string(&origin.retrieved)),
        ("events", list(shown.iter().map(|(event, of)| event_json(event, of)))),
    ])
}

/// Records of a reader's own file, for the people who keep an open dataset, of which version it was read beside.
pub fn proposals(
    shown: &[(&Event, Vec<&Counterpart>)],
    origin: &Origin,
    dataset: &str,
    version: &str,
) -> String {
    record(&[
        ("proposals_for", string(dataset)),
        ("beside_version", string(version)),
        ("file", string(&origin.dataset)),
        ("file_hash", string(&origin.hash)),
        ("filters", string(&origin.filters)),
        ("written", string(&origin.retrieved)),
        ("events", list(shown.iter().map(|(event, of)| event_json(event, of)))),
    ])
}

/// A record as the dataset has it, with these of its counterparts.
pub fn event_json(event: &Event, counterparts: &[&Counterpart]) -> String {
    let text = |text: &Option<String>| optional(text.as_deref());
    let texts = |texts: &[String]| list(texts.iter().map(|text| string(text)));
    let source = |source: &Source| {
        let published = source.published.map(|date| date.to_string());
        record(&[
            ("url", string(&source.url)),
            ("publisher", string(&source.publisher)),
            ("published", text(&published)),
        ])
    };
    let person =
        |person: &Person| record(&[("name", text(&person.name)), ("title", text(&person.title))]);
    let counterpart = |counterpart: &&Counterpart| {
        record(&[
            ("country", text(&counterpart.country)),
            ("organization", text(&counterpart.organization)),
            ("name", text(&counterpart.name)),
            ("title", text(&counterpart.title)),
            ("office", text(&counterpart.office)),
            ("also", list(counterpart.also.iter().map(person))),
        ])
    };
    let end = event.date_end.map(|date| date.to_string());
    record(&[
        ("id", string(&event.id)),
        ("date", string(&event.date.to_string())),
        ("date_end", text(&end)),
        ("title", string(&event.title)),
        ("agency", string(&event.agency)),
        ("officials", texts(&event.officials)),
        ("rank", string(&event.rank)),
        ("format", string(&event.format)),
        ("channel", string(&event.channel)),
        ("city", text(&event.city)),
        ("venue_country", text(&event.venue_country)),
        ("forum", text(&event.forum)),
        ("forum_session", text(&event.forum_session)),
        ("counterparts", list(counterparts.iter().map(counterpart))),
        ("topics", texts(&event.topics)),
        ("confidence", string(&event.confidence)),
        ("in_paper_window", event.in_paper_window.to_string()),
        ("note", text(&event.note)),
        ("sources", list(event.sources.iter().map(source))),
    ])
}
