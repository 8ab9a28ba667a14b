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
        half => {
            let mut name = filter_words(explorer, pair.of(half));
            // A period begins in small letters: `until 7 Jan 2023`.
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            name
        }
    })
}

/// A name within a sentence.
pub fn inline(name: &str) -> String {
    let mut name = name.to_owned();
    if ["All ", "From ", "Until "].iter().any(|word| name.starts_with(word))
        && let Some(first) = name.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    name
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
