//! The embedded dataset is the one in `data/`, and its hash follows its content.

use explorer::dataset::hash::content_hash;
use explorer::dataset::minify::minify;
use explorer::dataset::{CONTENT_HASH, EMBEDDED, Sources, embedded};

use super::support::{dataset, text};

#[test]
fn the_page_embeds_what_the_files_say() {
    assert_eq!(embedded(), Ok(dataset()));
    for (name, embedded) in EMBEDDED.files() {
        assert_eq!(embedded, minify(&text(name)), "{name}");
    }
}

#[test]
fn the_hash_is_that_of_the_files() {
    assert_eq!(CONTENT_HASH, content_hash(&EMBEDDED));
    assert_eq!(CONTENT_HASH.len(), 12);
    assert!(CONTENT_HASH.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
}

#[test]
fn the_hash_changes_with_content_and_not_with_format() {
    let formatted = text("events.json");
    assert_eq!(content_hash(&Sources { events: &formatted, ..EMBEDDED }), CONTENT_HASH);

    let changed = EMBEDDED.events.replacen("Tashkent", "Tashkenu", 1);
    assert_ne!(content_hash(&Sources { events: &changed, ..EMBEDDED }), CONTENT_HASH);

    let swapped = Sources { events: EMBEDDED.regions, regions: EMBEDDED.events, ..EMBEDDED };
    assert_ne!(content_hash(&swapped), CONTENT_HASH);
}
