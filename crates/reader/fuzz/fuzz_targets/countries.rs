//! Any text as a country: found, or suggested, and a suggestion is never found.

#![no_main]

use std::sync::LazyLock;

use explorer_meaning::country::{Countries, fold};
use libfuzzer_sys::fuzz_target;

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    Countries::from_json(include_str!("../../../../data/countries.json"))
        .expect("the project's own file")
});

fuzz_target!(|text: &str| {
    let again = fold(&fold(text).join(" "));
    assert_eq!(again, fold(text), "folding what is folded changes nothing");
    let found = COUNTRIES.find(text);
    let suggested = COUNTRIES.suggest(text);
    assert!(suggested.len() <= 3);
    if let Some(country) = found {
        assert_eq!(COUNTRIES.find(&country.name_en), Some(country));
    }
    let _ = Countries::from_json(text);
});
