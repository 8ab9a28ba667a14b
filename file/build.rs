//! Takes from the records what the view needs to compare a reader's file with them.

use std::path::Path;
use std::{env, fs, io};

use serde_json::Value;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../data/events.json");
    if let Err(error) = prepare() {
        println!("cargo::error=data/events.json: {error}");
    }
}

/// Writes one line per interaction with a country: the event's id, its date, the Chinese agency, the
/// country's ISO code, with tabs between.
fn prepare() -> io::Result<()> {
    let events: Vec<Value> = serde_json::from_str(&fs::read_to_string("../data/events.json")?)?;
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
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    fs::write(Path::new(&out).join("interactions.tsv"), lines)
}
