//! The versions of the dataset as an Atom feed (RFC 4287), computed as *What changed* is.

use explorer_chart::svg::escaped;
use explorer_dataset::Dataset;
use explorer_dataset::changes::Changes;
use explorer_dataset::release::{FOLDER, file_name};
use explorer_number::grouped;

use crate::identity::{AUTHOR, of_version, urn};
use crate::{File, Site, Source};

/// Its path.
pub const PATH: &str = "data/versions.atom";

/// The feed, the newest version first. Ids stay whatever the address of a copy is.
pub fn feed(source: &Source, site: &Site) -> File {
    let codebook = &source.dataset().codebook;
    let steps = source.changes();
    let changed = steps.iter().map(|changes| entry(source, site, changes));
    let first =
        source.former.iter().map(|kept| &kept.dataset).find(|dataset| {
            steps.iter().all(|changes| changes.version != dataset.codebook.version)
        });
    let first = first.or_else(|| steps.is_empty().then(|| source.dataset()));
    let entries: String = changed.chain(first.map(|dataset| first_entry(site, dataset))).collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <id>{}</id>\n<title>{}: versions</title>\n<updated>{}</updated>\n\
         <author><name>{AUTHOR}</name></author>\n<rights>{}</rights>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n{entries}</feed>\n",
        urn("security-diplomacy-explorer dataset versions"),
        escaped(&codebook.title),
        day(&codebook.released),
        escaped(&codebook.licence),
        escaped(&site.from_data(PATH)),
        escaped(&site.from_data("#/changes")),
    );
    File::text(PATH, text)
}

/// A day as Atom has moments.
fn day(released: &str) -> String {
    format!("{}T00:00:00Z", escaped(released))
}

fn head(site: &Site, version: &str, released: &str, title: &str) -> String {
    let view = site.from_data(&format!("#/overview?data={version}"));
    let file = site.from_data(&format!("{FOLDER}/{}", file_name(version)));
    format!(
        "<id>{}</id>\n<title>{}</title>\n<published>{moment}</published>\n<updated>{moment}</updated>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
         <link rel=\"enclosure\" type=\"application/gzip\" href=\"{}\"/>\n",
        of_version(version),
        escaped(title),
        escaped(&view),
        escaped(&file),
        moment = day(released),
    )
}

fn entry(source: &Source, site: &Site, changes: &Changes) -> String {
    let counts = [
        (changes.added.len(), "added"),
        (changes.withdrawn.len(), "withdrawn"),
        (changes.corrected.len(), "corrected"),
        (changes.reworded.len(), "with a note written anew"),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", grouped(*count as u64)))
        .collect();
    let told = if told.is_empty() { "no record changed".to_owned() } else { told.join(", ") };
    let title = format!("Version {}: {told}", changes.version);
    let record = |id: &str| {
        let name = escaped(&title_of(source.dataset(), id));
        format!("<a href=\"{}\">{name}</a>", escaped(&site.from_data(&format!("#/record/{id}"))))
    };
    let list = |title: &str, items: Vec<String>| match items.is_empty() {
        true => String::new(),
        false => format!("<h3>{title}</h3><ul><li>{}</li></ul>", items.join("</li><li>")),
    };
    let records = |ids: &[String]| ids.iter().map(|id| record(id)).collect::<Vec<_>>();
    let corrected = changes.corrected.iter().map(|correction| {
        let fields = correction.fields.iter().map(|change| {
            let [field, from, to] = [&change.field, &change.from, &change.to].map(|t| escaped(t));
            format!("{field}: {from} → {to}")
        });
        format!("{}: {}", record(&correction.id), fields.collect::<Vec<_>>().join("; "))
    });
    let content = [
        format!("<p>Compared with version {}.</p>", escaped(&changes.since)),
        list("Added", records(&changes.added)),
        list("Withdrawn", records(&changes.withdrawn)),
        list("Corrected", corrected.collect()),
        list("Only the note written anew", records(&changes.reworded)),
    ];
    let head = head(site, &changes.version, &changes.released, &title);
    format!(
        "<entry>\n{head}<content type=\"html\">{}</content>\n</entry>\n",
        escaped(&content.concat())
    )
}

/// The version that has none before it.
fn first_entry(site: &Site, dataset: &Dataset) -> String {
    let codebook = &dataset.codebook;
    let events = grouped(dataset.events.len() as u64);
    let title = format!("Version {}: the first, {events} events", codebook.version);
    let head = head(site, &codebook.version, &codebook.released, &title);
    format!("<entry>\n{head}<content type=\"text\">{}</content>\n</entry>\n", escaped(&title))
}

/// What a record says in a line, as it is now.
fn title_of(dataset: &Dataset, id: &str) -> String {
    let event = dataset.events.iter().find(|event| event.id == id);
    let event = event.map(|event| (event.date, &event.title));
    let gone = dataset.withdrawn_event(id).map(|gone| (gone.date, &gone.title));
    event.or(gone).map_or(id.to_owned(), |(date, title)| format!("{date}: {title}"))
}
