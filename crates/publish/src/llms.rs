//! `llms.txt` (<https://llmstxt.org/>): what is here, for language models and other programs.

use explorer_dataset::release::{FOLDER, file_name};
use explorer_explore::measure::Measure;
use explorer_number::grouped;

use crate::{File, Site, Source, feed};

/// Its path.
pub const PATH: &str = "llms.txt";

/// The file.
pub fn llms(source: &Source, site: &Site) -> File {
    let codebook = &source.dataset().codebook;
    let numbers = source.explorer.totals(Measure::Interactions).summary;
    let version = &codebook.version;
    let at = |path: &str| site.from_page(path);
    let former: Vec<String> = source
        .former
        .iter()
        .rev()
        .map(|kept| {
            format!(
                "- [Version {}]({})",
                kept.dataset.codebook.version,
                at(&format!("{FOLDER}/{}", kept.name))
            )
        })
        .collect();
    let text = format!(
        "# Security Diplomacy Explorer

> Whom the heads of China\u{2019}s police, state-security and political-legal system met, when, where and about \
what. An open dataset, version {version} of {released} ({licence}): {events} events with {interactions} \
interactions and {countries} countries, each record with its public sources.

The page needs JavaScript and WebAssembly and computes in the browser; there is no server and no API. What it \
shows is in the files below. An *event* is a meeting or a multilateral session; an *interaction* is one event \
with one counterpart, a country or an organization. The dataset follows the method of Greitens, Kardon and Waltz \
(Carnegie, 2025); their own dataset is not contained. Each record says how sure it is (`confidence`) and what was \
inferred (`note`). Cite the version.

## Data

- [Data Package]({package}): all files with their schemas, sizes and SHA-256
- [Interactions (CSV)]({csv}): one row per interaction
- [Records (JSON)]({json}): the events with all that is known of them
- [Codebook (JSON)]({codebook_file}): what every field and every word means
- [What the files are]({guide}): the same for people

## Versions

- [Feed of versions (Atom)]({feed}): what each version changed, record by record
- [Version {version}]({this})
{former}

## Links into the page

A view is behind the `#` of its address: `#/overview?agency=MPS&region=southeast-asia&from=2024&to=2024`. \
`#/record/ID` is a record by its `id`, `#/country/VNM` a country by its ISO 3166-1 code. `data={version}` opens \
that version of the dataset.
",
        released = codebook.released,
        licence = codebook.licence,
        events = grouped(numbers.events),
        interactions = grouped(numbers.interactions),
        countries = grouped(numbers.countries),
        package = at("data/datapackage.json"),
        csv = at("data/interactions.csv"),
        json = at("data/records.json"),
        codebook_file = at("data/codebook.json"),
        guide = at("data/index.html"),
        feed = at(feed::PATH),
        this = at(&format!("{FOLDER}/{}", file_name(version))),
        former = former.join("\n"),
    );
    File::text(PATH, text)
}
