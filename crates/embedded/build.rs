//! Refuses a broken dataset and prepares a sound one for embedding.

use std::path::Path;
use std::{env, fs};

use explorer_dataset::{Dataset, Sources, check::check, columns, hash::content_hash};
use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../data");
    // An error printed this way fails the build, without cargo's dump of everything printed.
    for problem in prepare().err().unwrap_or_default() {
        println!("cargo::error=data/{problem}");
    }
}

/// Checks the dataset in `data/`, writes its minified files to `OUT_DIR/data/` and names its hash.
fn prepare() -> Result<(), Vec<String>> {
    let read = |name: &str| {
        fs::read_to_string(Path::new("../../data").join(name))
            .map_err(|e| vec![format!("{name}: {e}")])
    };
    let sources = Sources {
        codebook: &read("codebook.json")?,
        agencies: &read("agencies.json")?,
        officials: &read("officials.json")?,
        countries: &read("countries.json")?,
        regions: &read("regions.json")?,
        gsi_support: &read("gsi_support.json")?,
        country_attributes: &read("country_attributes.json")?,
        gpscfl_participation: &read("gpscfl_participation.json")?,
        forums: &read("forums.json")?,
        pledges: &read("pledges.json")?,
        figures_and_tables: &read("figures_and_tables.json")?,
        published_figures: &read("published_figures.json")?,
        events: &read("events.json")?,
    };
    // A syntax error is told with its line in the file that people edit, so these are parsed, not the
    // minified ones.
    let dataset = Dataset::parse(&sources).map_err(|e| vec![e.to_string()])?;
    let problems = check(&dataset);
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    println!("cargo::rustc-env=EXPLORER_DATASET_HASH={}", content_hash(&sources));
    embed(&sources).map_err(|e| vec![format!(" cannot be embedded: {e}")])
}

fn embed(sources: &Sources<'_>) -> std::io::Result<()> {
    let out = env::var_os("OUT_DIR")
        .ok_or_else(|| std::io::Error::other("OUT_DIR is not set: run me through cargo"))?;
    let folder = Path::new(&out).join("data");
    fs::create_dir_all(&folder)?;
    for (name, text) in sources.files() {
        let text = match name {
            "countries.json" => &without(text, &[("iso2", "".into()), ("m49", Value::Null)])?,
            "forums.json" | "pledges.json" => {
                &without(text, &[("note_numbers", Value::Array(Vec::new()))])?
            }
            "figures_and_tables.json" => {
                &without(text, &[("data_needed", "".into()), ("text_evidence", "".into())])?
            }
            "published_figures.json" => {
                let unread = ["scope", "note_number", "computable_from_records", "how"];
                &without(text, &unread.map(|key| (key, "".into())))?
            }
            _ => text,
        };
        fs::write(folder.join(name), columns::folded(text)?)?;
    }
    Ok(())
}

/// A list of records with the given blanks under the given keys: what the page does not show, it
/// need not load. The keys stay, so that the files are read as they are; those that may be null go
/// with all others that are.
fn without(text: &str, blanks: &[(&str, Value)]) -> std::io::Result<String> {
    let mut rows: Vec<Value> = serde_json::from_str(text)?;
    for row in &mut rows {
        for (key, blank) in blanks {
            row[*key] = blank.clone();
        }
    }
    Ok(serde_json::to_string(&rows)?)
}
