//! The embedded dataset is the one in `data/`, and its hash follows its content.

use explorer_dataset::Sources;
use explorer_dataset::hash::content_hash;
use explorer_embedded::{CONTENT_HASH, EMBEDDED, embedded};

use super::support::{dataset, text};

/// The files that the hash is taken of, in the order of [`Sources::files`].
fn files() -> Vec<String> {
    EMBEDDED.files().iter().map(|(name, _)| text(name)).collect()
}

fn sources(files: &[String]) -> Sources<'_> {
    let [
        codebook,
        agencies,
        officials,
        countries,
        regions,
        gsi_support,
        country_attributes,
        gpscfl_participation,
        forums,
        pledges,
        figures_and_tables,
        published_figures,
        events,
        withdrawn_events,
        other_names,
    ] = files
    else {
        panic!("fifteen files are embedded")
    };
    Sources {
        codebook,
        agencies,
        officials,
        countries,
        regions,
        gsi_support,
        country_attributes,
        gpscfl_participation,
        forums,
        pledges,
        figures_and_tables,
        published_figures,
        events,
        withdrawn_events,
        other_names,
    }
}

#[test]
fn the_page_embeds_what_the_files_say_but_for_what_it_does_not_show() {
    let mut shown = dataset();
    for country in &mut shown.countries {
        country.m49 = None;
    }
    let embedded = embedded().unwrap();
    assert_eq!(embedded.countries, shown.countries);
    assert_eq!(embedded, shown);
}

#[test]
fn the_hash_is_that_of_the_files() {
    assert_eq!(CONTENT_HASH, content_hash(&sources(&files())));
    assert_eq!(CONTENT_HASH.len(), 12);
    assert!(CONTENT_HASH.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)));
}

#[test]
fn the_hash_changes_with_content_and_not_with_format() {
    let files = files();
    let sources = sources(&files);
    // No string of the files goes over a line's end.
    let lines: Vec<&str> = sources.events.lines().map(str::trim).collect();
    for joint in ["", "\r\n\t "] {
        let formatted = lines.join(joint);
        assert_ne!(formatted, sources.events);
        assert_eq!(content_hash(&Sources { events: &formatted, ..sources }), CONTENT_HASH);
    }
    let marked = format!("\u{feff}{}", sources.events);
    assert_eq!(content_hash(&Sources { events: &marked, ..sources }), CONTENT_HASH);

    let changed = sources.events.replacen("Tashkent", "Tashkenu", 1);
    assert_ne!(content_hash(&Sources { events: &changed, ..sources }), CONTENT_HASH);

    let swapped = Sources { events: sources.regions, regions: sources.events, ..sources };
    assert_ne!(content_hash(&swapped), CONTENT_HASH);
}
