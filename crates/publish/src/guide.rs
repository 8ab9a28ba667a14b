//! The page that says what the files are (`data/index.html`). It is read without the explorer, and from a
//! disk.

use explorer_chart::svg::escaped;
use explorer_number::grouped;

use crate::identity::sha256;
use crate::{File, Source};

/// Its path.
pub const PATH: &str = "data/index.html";

/// What is said of files by how their paths begin and end.
const WORDS: [(&str, &str, &str); 14] = [
    ("data/interactions", ".csv", "One row per interaction, as “Share, cite, download” gives it"),
    ("data/records", ".json", "The events with all that is known of them, in one file"),
    ("data/pledges", ".csv", "One row per pledge"),
    ("data/forums", ".csv", "One row per forum"),
    ("data/sessions", ".csv", "One row per session of a forum"),
    ("data/changes", ".csv", "What each version changed, record by record"),
    ("data/datapackage", ".json", "Data Package: all tables with schema, size and checksum"),
    ("data/dataset", ".jsonld", "Description for search engines (schema.org)"),
    ("data/versions.atom", "", "Feed of versions (Atom)"),
    (
        "data/versions/",
        ".json.gz",
        "A version as it was released: each of its files under its name, packed by gzip",
    ),
    ("data/schemas/", "", "JSON Schema of the file of that name"),
    ("data/", ".json", "A file of the dataset as it is edited"),
    ("data/template", ".xlsx", "An empty table to start from, with the codebook"),
    ("llms.txt", "", "What is here, for language models and other programs"),
];

/// The page; `files` are all others.
pub fn guide(source: &Source, files: &[File]) -> File {
    let codebook = &source.dataset().codebook;
    // In the order of the words: what most people come for stands first.
    let of = |file: &File| {
        WORDS
            .iter()
            .position(|(begin, end, _)| file.path.starts_with(begin) && file.path.ends_with(end))
    };
    let mut listed: Vec<(usize, &File)> =
        files.iter().filter_map(|file| Some((of(file)?, file))).collect();
    listed.sort_by(|a, b| (a.0, &a.1.path).cmp(&(b.0, &b.1.path)));
    let rows: String = listed
        .into_iter()
        .filter_map(|(at, file)| {
            let (_, _, words) = WORDS.get(at)?;
            let href = match file.path.strip_prefix("data/") {
                Some(beside) => beside.to_owned(),
                None => format!("../{}", file.path),
            };
            Some(format!(
                "<tr><th scope=\"row\"><a href=\"{}\">{}</a></th><td>{}</td><td class=\"n\">{}</td><td><code>{}</code></td></tr>\n",
                escaped(&href),
                escaped(&file.path),
                escaped(words),
                grouped(file.bytes.len() as u64),
                sha256(&file.bytes),
            ))
        })
        .collect();
    let text = format!(
        include_str!("guide.html"),
        title = escaped(&codebook.title),
        version = escaped(&codebook.version),
        released = escaped(&codebook.released),
        licence = escaped(&codebook.licence),
        hash = source.release.content_hash(),
        rows = rows,
    );
    File::text(PATH, text)
}
