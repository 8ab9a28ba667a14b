//! What is published is what the page gives, and holds together.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use calamine::{Reader as _, Xlsx, open_workbook_from_rs};
use explorer_archive::unpack;
use explorer_dataset::release::Release;
use explorer_explore::measure::Measure;
use explorer_explore::records::Sort;
use explorer_export::{Origin, interactions, lists};
use explorer_intake::template::COLUMNS;
use explorer_publish::{File, LINKED_DATA, Site, Source, origin, published};
use roxmltree::Document;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    Source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
});

/// Files by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// What is published without an address and with one.
static PUBLISHED: LazyLock<[(Site, Files); 2]> = LazyLock::new(|| {
    [Site::default(), Site::at("https://example.org/explorer/")].map(|site| {
        let files = published(&SOURCE, &site).unwrap();
        let count = files.len();
        let files: Files = files.into_iter().map(|File { path, bytes }| (path, bytes)).collect();
        assert_eq!(files.len(), count, "a path stands for one file");
        (site, files)
    })
});

/// What is published without an address.
fn files() -> &'static Files {
    &PUBLISHED[0].1
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_slice(&files[path]).unwrap()
}

#[test]
fn tables_are_to_the_byte_what_the_page_gives_of_all_records() {
    let explorer = &SOURCE.explorer;
    let rows = &explorer.totals(Measure::Interactions).rows;
    let shown = interactions::in_view(explorer, rows, Sort::default());
    for (site, files) in PUBLISHED.iter() {
        let origin = origin(&SOURCE, site);
        // What a page at that address says of itself, but for the day.
        let link = format!("#/method?data={}", origin.version);
        assert_eq!(origin.link, site.from_page(&link));
        assert_eq!((origin.filters.as_str(), origin.retrieved.as_str()), ("All records", ""));
        assert_eq!(text(files, "data/interactions.csv"), interactions::csv(&shown, &origin));
        assert_eq!(text(files, "data/records.json"), interactions::json(&shown, &origin));
        let changes = lists::changes(&SOURCE.changes(), &origin);
        assert_eq!(text(files, "data/changes.csv"), changes);
        // On another day nothing differs but the day.
        let later = Origin { retrieved: "2036-11-29".to_owned(), ..origin };
        let csv = interactions::csv(&shown, &later).replace(",2036-11-29\r\n", ",\r\n");
        assert_eq!(text(files, "data/interactions.csv"), csv);
    }
}

#[test]
fn the_tables_hold_every_record() {
    let files = files();
    let read = |path: &str| -> Vec<BTreeMap<String, String>> {
        let text = text(files, path);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader.deserialize().map(Result::unwrap).collect()
    };
    let dataset = SOURCE.dataset();
    let interactions: usize = dataset.events.iter().map(|event| event.counterparts.len()).sum();
    let rows = read("data/interactions.csv");
    assert_eq!(rows.len(), interactions);
    let ids: BTreeSet<_> = rows.iter().map(|row| row["event_id"].as_str()).collect();
    assert_eq!(ids, dataset.events.iter().map(|event| event.id.as_str()).collect());
    assert_eq!(read("data/pledges.csv").len(), dataset.pledges.len());
    let forums = read("data/forums.csv");
    let ids: BTreeSet<_> = forums.iter().map(|row| row["forum_id"].as_str()).collect();
    assert!(dataset.forums.iter().all(|forum| ids.contains(forum.id.as_str())));
    let sessions = read("data/sessions.csv");
    let counted: usize = dataset.forums.iter().map(|forum| forum.sessions.len()).sum();
    assert!(sessions.len() >= counted, "{} of {counted}", sessions.len());
    let records = json(files, "data/records.json");
    assert_eq!(records["events"].as_array().unwrap().len(), dataset.events.len());
    assert_eq!(records["version"], *dataset.codebook.version);
}

#[test]
fn the_package_names_every_table_with_its_size_checksum_and_schema() {
    for (_, files) in PUBLISHED.iter() {
        let package = json(files, "data/datapackage.json");
        assert_eq!(package["version"], *SOURCE.dataset().codebook.version);
        let resources = package["resources"].as_array().unwrap();
        let mut paths = BTreeSet::new();
        for resource in resources {
            let path = format!("data/{}", resource["path"].as_str().unwrap());
            let bytes = &files[&path];
            assert_eq!(resource["bytes"], bytes.len(), "{path}");
            let digest: String =
                Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(resource["hash"], format!("sha256:{digest}"), "{path}");
            match &resource["schema"] {
                Value::String(schema) => {
                    assert!(files.contains_key(&format!("data/{schema}")), "{path}: {schema}");
                }
                Value::Object(schema) => {
                    let text = text(files, &path);
                    let text = text.trim_start_matches('\u{feff}').as_bytes();
                    let mut reader = csv::Reader::from_reader(text);
                    let header: Vec<_> =
                        reader.headers().unwrap().iter().map(Value::from).collect();
                    let fields = schema["fields"].as_array().unwrap().iter();
                    assert_eq!(fields.map(|f| f["name"].clone()).collect::<Vec<_>>(), header);
                }
                other => assert!(path == "data/records.json", "{path}: {other}"),
            }
            paths.insert(path);
        }
        let names: BTreeSet<_> = resources.iter().map(|r| r["name"].as_str().unwrap()).collect();
        assert_eq!(names.len(), resources.len());
        // All tables and files of the dataset are in it.
        let is_table = |path: &&String| {
            let name = path.strip_prefix("data/").unwrap_or_default();
            let ends = name.ends_with(".csv") || name.ends_with(".json");
            ends && !name.contains('/') && name != "datapackage.json"
        };
        assert_eq!(files.keys().filter(is_table).cloned().collect::<BTreeSet<_>>(), paths);
    }
}

#[test]
fn every_version_is_a_file_that_counts_to_what_it_was() {
    let files = files();
    let mut versions = BTreeMap::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix("data/versions/") else { continue };
        let release = Release::read(&unpack(bytes).unwrap()).unwrap();
        let dataset = release.dataset().unwrap();
        assert_eq!(name, format!("{}.json.gz", dataset.codebook.version));
        versions.insert(dataset.codebook.version.clone(), (release.content_hash(), dataset));
    }
    assert_eq!(versions.len(), SOURCE.former.len() + 1);
    let (hash, newest) = &versions[&SOURCE.dataset().codebook.version];
    assert_eq!((hash, newest), (&SOURCE.release.content_hash(), SOURCE.dataset()));
    assert_eq!(versions["1.0.2"].0, "31b29d496125");
    assert_eq!(versions["1.0.2"].1.events.len(), 228);
}

/// The text of an element's only child of a name.
fn child<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.children().find(|child| child.has_tag_name((ATOM, name))).and_then(|child| child.text())
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

#[test]
fn the_feed_has_what_each_version_changed() {
    let ids = |files: &Files| {
        let text = text(files, "data/versions.atom");
        let document = Document::parse(&text).unwrap();
        let feed = document.root_element();
        assert!(feed.has_tag_name((ATOM, "feed")));
        for required in ["id", "title", "updated"] {
            assert!(child(feed, required).is_some(), "{required}");
        }
        let entries: Vec<_> = feed.children().filter(|n| n.has_tag_name((ATOM, "entry"))).collect();
        let changes = SOURCE.changes();
        assert_eq!(entries.len(), changes.len() + 1);
        for (entry, changes) in entries.iter().zip(&changes) {
            let title = child(*entry, "title").unwrap();
            assert!(title.starts_with(&format!("Version {}: ", changes.version)), "{title}");
            let updated = child(*entry, "updated").unwrap();
            assert_eq!(updated, format!("{}T00:00:00Z", changes.released));
            let content = child(*entry, "content").unwrap();
            let named = changes.added.iter().chain(&changes.withdrawn).chain(&changes.reworded);
            let corrected = changes.corrected.iter().map(|correction| &correction.id);
            let named: Vec<_> = named.chain(corrected).collect();
            for id in &named {
                assert!(content.contains(&format!("#/record/{id}\"")), "{id}");
            }
            assert_eq!(content.matches("#/record/").count(), named.len());
            let fields: usize = changes.corrected.iter().map(|c| c.fields.len()).sum();
            assert_eq!(content.matches(" → ").count(), fields);
        }
        let first = child(*entries.last().unwrap(), "title").unwrap();
        assert_eq!(first, "Version 1.0.0: the first, 228 events");
        // What it leads to is there.
        for link in feed.descendants().filter(|node| node.attribute("rel") == Some("enclosure")) {
            let href = link.attribute("href").unwrap();
            let beside = href.strip_prefix("https://example.org/explorer/data/").unwrap_or(href);
            assert!(files.contains_key(&format!("data/{beside}")), "{href}");
        }
        let ids = feed.descendants().filter(|node| node.has_tag_name((ATOM, "id")));
        ids.map(|id| id.text().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let [unknown, known] = [0, 1].map(|at| ids(&PUBLISHED[at].1));
    // Ids are of the dataset, whatever the address is, and no two are the same.
    assert_eq!(unknown, known);
    assert_eq!(unknown.iter().collect::<BTreeSet<_>>().len(), unknown.len());
    for id in &unknown {
        let hex = id.strip_prefix("urn:uuid:").unwrap();
        let (version, variant) = (&hex[14..15], &hex[19..20]);
        assert!(hex.len() == 36 && version == "8" && "89ab".contains(variant), "{id}");
    }
}

#[test]
fn search_engines_are_told_what_it_is() {
    for (site, files) in PUBLISHED.iter() {
        let text = text(files, LINKED_DATA);
        // It stands in the head of the page.
        assert!(!text.contains('<') && !text.contains('\n'), "{text}");
        let data: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (&data["@context"], &data["@type"]),
            (&"https://schema.org/".into(), &"Dataset".into())
        );
        assert_eq!(data["version"], *SOURCE.dataset().codebook.version);
        let description = data["description"].as_str().unwrap().chars().count();
        assert!((50..=5000).contains(&description));
        assert!(data["description"].as_str().unwrap().contains("242 events with 394 interactions"));
        assert_eq!(data["temporalCoverage"], "2022-08-19/2026-03-16");
        assert_eq!(data["url"].as_str(), site.address());
        for download in data["distribution"].as_array().unwrap() {
            let address = download["contentUrl"].as_str().unwrap();
            let path = address.strip_prefix("https://example.org/explorer/").unwrap_or(address);
            assert!(files.contains_key(path), "{address}");
        }
    }
}

/// The targets of links of a Markdown text.
fn targets(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect()
}

#[test]
fn what_the_files_lead_to_is_there() {
    for (_, files) in PUBLISHED.iter() {
        let llms = text(files, "llms.txt");
        assert!(llms.starts_with("# Security Diplomacy Explorer\n\n> "));
        let targets = targets(&llms);
        assert!(targets.len() > 8);
        for target in targets {
            let path = target.strip_prefix("https://example.org/explorer/").unwrap_or(target);
            assert!(files.contains_key(path), "{target}");
        }
        let guide = text(files, "data/index.html");
        let hrefs: Vec<_> =
            guide.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for href in &hrefs {
            let path = match href.strip_prefix("../") {
                Some(page) if page.starts_with("index.html") => continue,
                Some(above) => above.to_owned(),
                None if href.starts_with("https://datapackage.org") => continue,
                None => format!("data/{href}"),
            };
            assert!(files.contains_key(&path), "{href}");
        }
        // Every file but the guide itself is in its table.
        let rows = guide.matches("<tr><th scope=\"row\">").count();
        assert_eq!(rows, files.len() - 1);
        assert!(!guide.contains("{title}") && guide.contains(&SOURCE.release.content_hash()));
    }
}

/// The template opens as a table with the columns that are explained, and has every word that records use.
#[test]
fn the_template_is_a_workbook_with_the_codebook() {
    let bytes = files().get("data/template.xlsx").expect("the template");
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Interactions", "Columns", "Codebook"]);
    let mut rows = |sheet: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(sheet).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let columns: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    assert_eq!(rows("Interactions"), [columns]);
    assert_eq!(rows("Columns").len(), COLUMNS.len() + 1);
    let words: BTreeSet<(String, String)> =
        rows("Codebook").into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let has = |column: &str, word: &str| words.contains(&(column.to_owned(), word.to_owned()));
    for event in &SOURCE.dataset().events {
        assert!(has("agency", &event.agency) && has("rank", &event.rank), "{}", event.id);
        assert!(has("format", &event.format) && has("channel", &event.channel), "{}", event.id);
        assert!(event.topics.iter().all(|topic| has("topics", topic)), "{}", event.id);
        assert!(event.forum.iter().all(|forum| has("forum", forum)), "{}", event.id);
    }
}
