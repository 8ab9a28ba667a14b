//! The bars: how many times as fast the engine has to be, and what a row may take.

use crate::measured::{ENGINES, Set};

/// What, the peer, the operation, and the least ratio to it.
const FASTER: [(&str, &str, &str, f64); 6] = [
    ("brush step against crossfilter2’s small move", "crossfilter", "move", 50.0),
    ("brush step against crossfilter2’s jump", "crossfilter", "jump", 500.0),
    ("facet toggle against crossfilter2’s", "crossfilter", "toggle", 20.0),
    ("facet toggle against DuckDB-Wasm’s", "duckdb", "toggle", 5.0),
    ("load against crossfilter2’s", "crossfilter", "load", 10.0),
    ("CSV parse against Arquero’s", "arquero", "csv", 2.0),
];

/// Bytes per row.
const MEMORY: f64 = 40.0;

/// A bar and what was reached.
#[derive(Debug)]
pub struct Bar {
    pub what: String,
    pub bar: String,
    pub reached: String,
    /// The same by the least times.
    pub least: String,
    pub holds: bool,
}

/// All bars.
pub fn all(set: &Set) -> Vec<Bar> {
    let faster = FASTER.iter().filter_map(|&(what, peer, kind, bar)| {
        let ratio = set.ratio(peer, kind)?;
        let least = set.least_ratio(peer, kind)?;
        Some(Bar {
            what: what.into(),
            bar: format!("≥ {bar} ×"),
            reached: format!("{} ×", crate::table::round(ratio)),
            least: format!("{} ×", crate::table::round(least)),
            holds: ratio >= bar && least >= bar,
        })
    });
    let bytes = set.engine(ENGINES[0]).and_then(|ours| ours.bytes);
    let memory = bytes.map(|bytes| bytes / f64::from(set.rows)).map(|per_row| Bar {
        what: "memory per row, filters and brush included".into(),
        bar: format!("≤ {MEMORY} bytes"),
        reached: format!("{per_row:.1} bytes"),
        least: String::new(),
        holds: per_row <= MEMORY,
    });
    faster.chain(memory).collect()
}

/// As text for the terminal.
pub fn plain(set: &Set) -> String {
    let line = |bar: &Bar| {
        let verdict = if bar.holds { "ok  " } else { "MISS" };
        let Bar { what, bar, reached, least, .. } = bar;
        format!("  {verdict} {what:<46} {bar:>12} {reached:>12} {least:>12}\n")
    };
    let head = format!("       {:<46} {:>12} {:>12} {:>12}\n", "", "bar", "medians", "least times");
    head + &all(set).iter().map(line).collect::<String>()
}
