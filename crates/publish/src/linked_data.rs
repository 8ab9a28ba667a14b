//! What search engines read of the dataset: schema.org's `Dataset` as JSON-LD.

use explorer_dataset::release::{FOLDER, file_name};
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use serde_json::json;

use crate::identity::{AUTHOR, of_version};
use crate::{File, Site, Source};

/// The path of the file; the build puts its content into the head of the page, too.
pub const NAME: &str = "data/dataset.jsonld";

/// The description. It may stand in a `<script>`: nothing in it ends that early.
pub fn linked_data(source: &Source, site: &Site) -> File {
    let dataset = source.dataset();
    let codebook = &dataset.codebook;
    let numbers = source.explorer.totals(Measure::Interactions).summary;
    let first = dataset.events.iter().map(|event| event.date).min_by_key(|d| d.first_day());
    let last = dataset.events.iter().map(|event| event.date).max_by_key(|d| d.first_day());
    let span = first.zip(last).map(|(first, last)| format!("{first}/{last}"));
    let download = |path: &str, format: &str| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": format,
            "contentUrl": site.from_page(path),
        })
    };
    let version = format!("{FOLDER}/{}", file_name(&codebook.version));
    let mut description = json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "identifier": of_version(&codebook.version),
        "name": codebook.title,
        "description": format!(
            "Whom the heads of China\u{2019}s police, state-security and political-legal system met, when, where \
             and about what: {} events with {} interactions and {} countries, from public reports, each record \
             with its sources.",
            grouped(numbers.events),
            grouped(numbers.interactions),
            grouped(numbers.countries),
        ),
        "version": codebook.version,
        "datePublished": codebook.released,
        "temporalCoverage": span,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": true,
        "creator": { "@type": "Organization", "name": AUTHOR },
        "measurementTechnique":
            "After Greitens, Kardon and Waltz, A New World Cop on the Beat? (Carnegie, 2025)",
        "distribution": [
            download("data/interactions.csv", "text/csv"),
            download("data/records.json", "application/json"),
            download("data/datapackage.json", "application/json"),
            download(&version, "application/gzip"),
        ],
    });
    if let Some(address) = site.address() {
        description["url"] = json!(address);
    }
    File::text(NAME, description.to_string().replace('<', "\\u003c"))
}
