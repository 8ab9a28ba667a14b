//! The text with which a reader reports an error. The page sends nothing: it is a text to copy.

use super::record::{facts, withdrawn_facts};
use super::sentence::date_words;
use super::state::Page;
use explorer_dataset::event::{Counterpart, Source};
use explorer_explore::Explorer;
use explorer_explore::records::{RecordColumn, cell, country_name};

/// Where the error was seen.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'s> {
    /// Content hash of the dataset.
    pub hash: &'s str,
    /// Full address of the page.
    pub link: &'s str,
}

/// The report of an error on a page: which version, what the page says, and lines to fill in.
pub fn error_report(explorer: &Explorer, page: &Page, seen: Seen<'_>) -> String {
    let codebook = &explorer.dataset().codebook;
    let mut lines = vec!["Report of an error: Security Diplomacy Explorer".to_owned()];
    let mut add = |name: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{name}: {text}"));
        }
    };
    let (said, sources) = said(explorer, page);
    if let Page::Record(id) = page {
        add("Record", id);
    }
    let Seen { hash, link } = seen;
    // The place of a file on somebody's disk is nobody else's matter.
    let link = match link.find('#').filter(|_| !link.starts_with("http")) {
        Some(at) => format!("offline copy, view {}", &link[at..]),
        None => link.to_owned(),
    };
    add("Version", &format!("{}, {} (content {hash})", codebook.version, codebook.released));
    add("Link", &link);
    if !said.is_empty() {
        lines.push("\nWHAT THE PAGE SAYS".to_owned());
        lines.extend(
            said.iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(name, text)| format!("{name}: {text}")),
        );
        lines.extend(sources.iter().map(source_words));
    }
    lines.push("\nTO FILL IN".to_owned());
    if said.is_empty() {
        lines.push("Which record, pledge, forum or number:".to_owned());
    }
    lines.push("What is wrong:".to_owned());
    lines.push("What is right:".to_owned());
    lines.push("A public source that shows it (address, publisher, date):".to_owned());
    lines.join("\n") + "\n"
}

/// What the page of a record says, field by field, and its sources; nothing on other pages.
fn said<'e>(explorer: &'e Explorer, page: &Page) -> (Vec<(&'static str, String)>, &'e [Source]) {
    let dataset = explorer.dataset();
    let Page::Record(id) = page else { return Default::default() };
    let sides = |counterparts: &[Counterpart]| {
        counterparts.iter().map(|side| side_words(explorer, side)).collect::<Vec<_>>().join("; ")
    };
    if let Some(event) = dataset.events.iter().find(|event| event.id == *id) {
        let mut said = vec![("Title", event.title.clone())];
        said.extend(facts(explorer, event).into_iter().filter(|(name, _)| *name != "Record"));
        said.extend([
            ("Chinese side", event.officials.join(", ")),
            ("Foreign side", sides(&event.counterparts)),
            ("Confidence", cell(explorer, event, RecordColumn::Confidence)),
            ("Note", event.note.clone().unwrap_or_default()),
        ]);
        return (said, &event.sources);
    }
    let Some(withdrawn) = dataset.withdrawn_event(id) else { return Default::default() };
    let mut said = vec![
        ("Withdrawn with version", withdrawn.withdrawn.clone()),
        ("Reason", withdrawn.reason.clone()),
        ("Title", withdrawn.title.clone()),
    ];
    said.extend(withdrawn_facts(withdrawn).into_iter().filter(|(name, _)| *name != "Record"));
    said.extend([
        ("Chinese side", withdrawn.officials.join(", ")),
        ("Foreign side", sides(&withdrawn.counterparts)),
    ]);
    (said, &withdrawn.sources)
}

/// `Russia: Igor Krasnov, Prosecutor General`.
fn side_words(explorer: &Explorer, side: &Counterpart) -> String {
    let country = side.country.as_deref().map(|iso3| country_name(explorer, iso3));
    let of = country.or_else(|| side.organization.clone()).unwrap_or_default();
    let person: Vec<&str> = side.name.iter().chain(&side.title).map(String::as_str).collect();
    if person.is_empty() { of } else { format!("{of}: {}", person.join(", ")) }
}

fn source_words(source: &Source) -> String {
    let published = source.published.map_or("no date given".to_owned(), date_words);
    format!("Source: {}, {published}, {}", source.publisher, source.url)
}
