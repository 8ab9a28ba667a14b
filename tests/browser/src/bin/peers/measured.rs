//! What the page has measured of one engine.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// What is right.
pub const PLAIN: &str = "plain";

/// The engines as the page knows them; the first is ours.
pub const ENGINES: [&str; 6] = ["ours", "crossfilter", "arquero", "duckdb", "falcon", "mosaic"];

/// Something that is timed, as the page calls it, and how it is called here.
pub const TIMED: [(&str, &str); 10] = [
    ("boot", "start of the module"),
    ("load", "load, from arrays"),
    ("start", "brush: start, before the first step"),
    ("move", "brush: small move"),
    ("jump", "brush: jump"),
    ("toggle start", "facet: start, before the first toggle"),
    ("toggle", "facet toggle"),
    ("search start", "text search: start, before the first letter"),
    ("search", "text search"),
    ("csv", "CSV parse"),
];

/// What is timed before the first step of a kind, where an engine has to know of it.
pub fn start_of(kind: &str) -> Option<&'static str> {
    match kind {
        "move" | "jump" => Some("start"),
        "toggle" => Some("toggle start"),
        "search" => Some("search start"),
        _ => None,
    }
}

/// All engines on the same rows.
#[derive(Debug)]
pub struct Set {
    pub rows: u32,
    pub engines: Vec<Measured>,
}

impl Set {
    /// What was measured of an engine, if it came to an end.
    pub fn engine(&self, name: &str) -> Option<&Measured> {
        self.engines.iter().find(|measured| measured.engine == name)
    }

    /// How many times as long as ours a median is.
    pub fn ratio(&self, engine: &str, kind: &str) -> Option<f64> {
        let ours = self.engine(ENGINES[0])?.times(kind)?.median;
        Some(self.engine(engine)?.times(kind)?.median / ours)
    }

    /// The same of the least times, which a busy machine hardly changes.
    pub fn least_ratio(&self, engine: &str, kind: &str) -> Option<f64> {
        let ours = self.engine(ENGINES[0])?.times(kind)?.least;
        Some(self.engine(engine)?.times(kind)?.least / ours)
    }
}

/// One engine.
#[derive(Debug, Deserialize)]
pub struct Measured {
    pub engine: String,
    pub label: String,
    times: BTreeMap<String, Vec<f64>>,
    /// Bytes by the browser's account, with the rows as far as the engine needs them, if it tells.
    pub memory: Option<f64>,
    /// Bytes by the engine's own account.
    pub bytes: Option<f64>,
    fingerprints: Vec<u32>,
    pub browser: String,
    pub date: String,
}

/// The least time, median and 95th percentile, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub least: f64,
    pub median: f64,
    pub p95: f64,
}

impl Measured {
    /// How long something took.
    pub fn times(&self, kind: &str) -> Option<Times> {
        let mut sorted = self.times.get(kind)?.clone();
        sorted.sort_by(f64::total_cmp);
        // The smallest time that this share of all does not exceed.
        let rank = |share: f64| {
            let at = (share * sorted.len() as f64).ceil() as usize;
            sorted.get(at.saturating_sub(1)).copied()
        };
        Some(Times { least: rank(0.0)?, median: rank(0.5)?, p95: rank(0.95)? })
    }

    /// How its counts compare with the right ones.
    pub fn compare(&self, right: &Self) -> Comparison {
        let both = self.fingerprints.iter().zip(&right.fingerprints);
        let different = both.enumerate().filter(|(_, (ours, right))| ours != right);
        let mut different: Vec<usize> = different.map(|(at, _)| at).collect();
        if self.fingerprints.len() != right.fingerprints.len() {
            different.push(self.fingerprints.len().min(right.fingerprints.len()));
        }
        Comparison { operations: right.fingerprints.len(), different }
    }
}

/// Operations after which counts differ.
#[derive(Debug)]
pub struct Comparison {
    operations: usize,
    different: Vec<usize>,
}

impl Comparison {
    pub fn is_equal(&self) -> bool {
        self.different.is_empty() && self.operations > 0
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_equal() {
            return write!(f, "equal counts after each of {} operations", self.operations);
        }
        let (count, first) = (self.different.len(), self.different.first());
        write!(f, "WRONG COUNTS after {count} of {} operations, first {first:?}", self.operations)
    }
}
