//! Refuses a broken dataset and prepares a sound one for embedding.

use std::path::Path;
use std::{env, fs};

use explorer_archive::Kept;
use explorer_dataset::around::parse_around;
use explorer_dataset::changes::{Changes, history, lost};
use explorer_dataset::check::check_around;
use explorer_dataset::{Dataset, Sources, check::check, hash::content_hash};
use explorer_geometry::pack;
use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../../data");
    // An error printed this way fails the build, without cargo's dump of everything printed.
    for problem in prepare().err().unwrap_or_default() {
        println!("cargo::error=data/{problem}");
    }
}

/// Checks the dataset in `data/`, writes its compact files to `OUT_DIR/data/` and names its hash.
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
        withdrawn_events: &read("withdrawn_events.json")?,
        other_names: &read("other_names.json")?,
    };
    // A syntax error is told with its line in the file that people edit, so these are parsed, not the
    // compact ones.
    let dataset = Dataset::parse(&sources).map_err(|e| vec![e.to_string()])?;
    let problems = check(&dataset);
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    let around = read("around.json")?;
    let problems = check_around(&parse_around(&around).map_err(|e| vec![e.to_string()])?);
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect());
    }
    println!("cargo::rustc-env=EXPLORER_DATASET_HASH={}", content_hash(&sources));
    let map = pack(&read("map.json")?).map_err(|e| vec![e.to_string()])?;
    println!("cargo::rustc-env=EXPLORER_DATASET_VERSION={}", dataset.codebook.version);
    let former = former_versions(&dataset)?;
    let list = former_list(&former);
    let mut releases: Vec<Dataset> = former.into_iter().map(|kept| kept.dataset).collect();
    releases.push(dataset);
    embed(&sources, &map, &history(releases), &list, &around)
        .map_err(|e| vec![format!(" cannot be embedded: {e}")])
}

/// The former versions, which are kept in `data/versions/` as they were. The page carries how they
/// differ, and loads one that a link asks for.
fn former_versions(current: &Dataset) -> Result<Vec<Kept>, Vec<String>> {
    let kept = explorer_archive::read_all(Path::new("../../data/versions"))
        .map_err(|problem| vec![format!("versions: {problem}")])?;
    // A version may be kept as soon as it is out.
    let is_former = |kept: &Kept| kept.dataset.codebook.version != current.codebook.version;
    let former: Vec<Kept> = kept.into_iter().filter(is_former).collect();
    let mut problems = Vec::new();
    for Kept { name, dataset, .. } in &former {
        problems.extend(lost(dataset, current).into_iter().map(|id| {
            format!("events.json: {id}: in versions/{name}, and now neither here nor withdrawn")
        }));
    }
    if problems.is_empty() { Ok(former) } else { Err(problems) }
}

/// The list of former versions as it stands in the page's code.
fn former_list(former: &[Kept]) -> String {
    let entries = former.iter().map(|Kept { dataset, release, .. }| {
        let (version, hash) = (&dataset.codebook.version, release.content_hash());
        format!("FormerVersion {{ version: {version:?}, hash: {hash:?} }}")
    });
    format!("&[{}]", entries.collect::<Vec<_>>().join(", "))
}

fn embed(
    sources: &Sources<'_>,
    map: &[u8],
    changes: &[Changes],
    former: &str,
    around: &str,
) -> std::io::Result<()> {
    let out = env::var_os("OUT_DIR")
        .ok_or_else(|| std::io::Error::other("OUT_DIR is not set: run me through cargo"))?;
    let folder = Path::new(&out).join("data");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("map"), map)?;
    fs::write(folder.join("former.rs"), former)?;
    fs::write(folder.join("around.json"), compact(around, &[])?)?;
    fs::write(folder.join("changes.json"), serde_json::to_string(changes)?)?;
    for (name, text) in sources.files() {
        let unshown: &[&str] = match name {
            "countries.json" => &["m49"],
            "forums.json" | "pledges.json" => &["note_numbers"],
            "figures_and_tables.json" => &["data_needed", "text_evidence"],
            "published_figures.json" => &["scope", "note_number", "computable_from_records", "how"],
            _ => &[],
        };
        fs::write(folder.join(name), compact(text, unshown)?)?;
    }
    Ok(())
}

/// A JSON text on one line, with a blank under the given keys of its records: what the page does not
/// show, it need not load. Any other `null` is left out, which reads the same.
fn compact(text: &str, unshown: &[&str]) -> std::io::Result<String> {
    // Some editors put a byte order mark in front, which the dataset's parser takes.
    let mut file: Value = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    leave_out_nulls(&mut file);
    for row in file.as_array_mut().into_iter().flatten() {
        for key in unshown {
            row[*key] = Value::Null;
        }
    }
    Ok(file.to_string())
}

fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(leave_out_nulls),
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            fields.values_mut().for_each(leave_out_nulls);
        }
        _ => {}
    }
}
