//! Measures the engine at scale beside crossfilter2, Arquero, DuckDB-Wasm, Falcon and Mosaic
//! (`benches/peers/`), each in a fresh Chromium, and compares all their counts with those of plain loops.
//!
//! `cargo xtask bench --peers` builds the page and runs this; the exit code is 1 if any counts differ. With a
//! million rows among the numbers asked for, that part of `docs/BENCHMARKS.md` and its chart are written anew.

mod bars;
mod chart;
mod machine;
mod measured;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use browser_tests::browser::run;
use browser_tests::{Failure, Outcome, Page, Settings};
use serde_json::Value;

use measured::{ENGINES, Measured, PLAIN, Set};

/// The number of rows that the bars are about.
const BARRED: u32 = 1_000_000;

const MEASURING: Settings = Settings { measuring: true, ..Settings::OWN };

fn main() -> ExitCode {
    match bench() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("\nCounts differ: no time above means anything.");
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Outcome<bool> {
    let mut sets = Vec::new();
    let mut equal = true;
    for rows in variable("PEERS_ROWS")?.split(',') {
        let rows: u32 = rows.parse().map_err(|_| Failure::new("PEERS_ROWS are not numbers"))?;
        println!("\n{} rows", table::short(rows));
        let right = measure(PLAIN, rows)?;
        let mut set = Set { rows, engines: Vec::new() };
        for engine in ENGINES {
            // A peer that runs out of memory is told of, and is no reason to do without the others.
            match measure(engine, rows) {
                Ok(measured) => {
                    let compared = measured.compare(&right);
                    println!("  {:<14} {compared}", measured.label);
                    equal &= compared.is_equal();
                    set.engines.push(measured);
                }
                Err(failure) if engine != ENGINES[0] => {
                    println!("  {engine:<14} did not come to an end: {failure}");
                }
                Err(failure) => return Err(failure),
            }
        }
        print!("\n{}", table::plain(&set));
        sets.push(set);
        if equal {
            document(&sets)?;
        }
    }
    Ok(equal)
}

/// Writes what there is by now, if it says something of the bars: the largest numbers of rows take long.
fn document(sets: &[Set]) -> Outcome {
    let Some(set) = sets.iter().find(|set| set.rows == BARRED) else { return Ok(()) };
    print!("\n{}", bars::plain(set));
    let docs = PathBuf::from(variable("PEERS_DOCS")?);
    let about = machine::about(set, &variable("PEERS_VERSIONS")?, &variable("PEERS_WASM")?)?;
    let path = docs.join("BENCHMARKS.md");
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let above = before.split(table::PART).next().unwrap_or_default();
    write(&path, &format!("{above}{}", table::document(sets, set, &about)))?;
    write(&docs.join("benchmarks.svg"), &chart::svg(set))
}

/// Measures one engine in a browser of its own.
fn measure(engine: &'static str, rows: u32) -> Outcome<Measured> {
    let name = format!("peers-{engine}-{rows}");
    let value = run(&name, MEASURING, async move |page: Page| {
        page.load(&format!("?engine={engine}&rows={rows}")).await?;
        loop {
            let value = page.run("return window.result ?? null", &[]).await?;
            if value != Value::Null {
                return Ok(value);
            }
            // Often enough, and seldom enough not to be in the way.
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    })?;
    if let Some(error) = value.get("error").and_then(Value::as_str) {
        return Err(Failure::new(format!("{engine}: {error}")));
    }
    Ok(serde_json::from_value(value)?)
}

fn variable(name: &str) -> Outcome<String> {
    std::env::var(name)
        .map_err(|_| Failure::new(format!("{name} is not set: run `cargo xtask bench --peers`.")))
}

fn write(path: &std::path::Path, text: &str) -> Outcome {
    println!("Writing {}", path.display());
    std::fs::write(path, text)
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}
