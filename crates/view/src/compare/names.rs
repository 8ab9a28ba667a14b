//! What the two halves are called.

use super::pair::{Half, Pair};
use crate::sentence::filter_words;
use explorer_explore::Explorer;
use explorer_explore::filter::Filters;

/// What the halves are called: by what tells them apart. What they share stands outside.
pub fn names(explorer: &Explorer, pair: &Pair) -> [String; 2] {
    let is_all_else = pair.is_all_else();
    Half::BOTH.map(|half| match half {
        Half::B if is_all_else => "All else".to_owned(),
        half => filter_words(explorer, pair.of(half)),
    })
}

/// A name within a sentence.
pub fn inline(name: &str) -> String {
    match name {
        "All else" => "all else".to_owned(),
        "All records" => "all records".to_owned(),
        name => name.to_owned(),
    }
}

/// The whole comparison: `MPS compared with CPLC · Southeast Asia`.
pub fn title(explorer: &Explorer, pair: &Pair, shared: &Filters) -> String {
    let [a, b] = names(explorer, pair);
    let both = match pair.is_empty() {
        true => String::new(),
        false => format!("{a} compared with {}", inline(&b)),
    };
    match (both.is_empty(), shared.is_empty()) {
        (false, true) => both,
        (false, false) => format!("{both} · {}", filter_words(explorer, shared)),
        (true, _) => filter_words(explorer, shared),
    }
}
