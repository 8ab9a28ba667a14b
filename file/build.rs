//! Takes from the dataset what the view needs: the countries, and what a reader's file is compared with.

use std::path::Path;
use std::{env, fs, io};

use serde_json::{Map, Value};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for (file, prepare) in
        [("events.json", interactions as fn(&str) -> _), ("countries.json", countries)]
    {
        let path = format!("../data/{file}");
        println!("cargo::rerun-if-changed={path}");
        if let Err(error) = fs::read_to_string(path).and_then(|text| prepare(&text)) {
            println!("cargo::error=data/{file}: {error}");
        }
    }
}

/// Writes one line per interaction with a country: the event's id, its date, the Chinese agency, the
/// country's ISO code, with tabs between.
fn interactions(text: &str) -> io::Result<()> {
    let events: Vec<Value> = serde_json::from_str(text)?;
    let mut lines = String::new();
    for event in &events {
        let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        for counterpart in event["counterparts"].as_array().into_iter().flatten() {
            let country = text(counterpart, "country");
            if !country.is_empty() {
                let parts =
                    [text(event, "id"), text(event, "date"), text(event, "agency"), country];
                lines += &parts.join("\t");
                lines.push('\n');
            }
        }
    }
    if lines.is_empty() {
        return Err(io::Error::other("no event has a counterpart with a country"));
    }
    write("interactions.tsv", &lines)
}

/// Writes the countries on one line, with what `Countries::from_json` reads.
fn countries(text: &str) -> io::Result<()> {
    let mut countries: Vec<Map<String, Value>> = serde_json::from_str(text)?;
    for country in &mut countries {
        country.retain(|key, _| matches!(key.as_str(), "iso3" | "iso2" | "name_en" | "name_zh"));
    }
    write("countries.json", &serde_json::to_string(&countries)?)
}

fn write(name: &str, text: &str) -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join(name), text)
}
