//! `cargo xtask names`: makes the names of places in many languages anew from Unicode CLDR.
//!
//! The file is in the repository, so neither a build nor a test needs this.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::setup::{self, LocaleNames, Need};

/// The languages of those who publish tables of this kind, as CLDR names them: of the United Nations, of the
/// neighbours of China, and larger ones of Europe and Asia. English and Chinese names come with the records.
/// Each language more makes the page as one file a kilobyte or two larger.
const LANGUAGES: [&str; 12] =
    ["ar", "de", "es", "fr", "id", "ja", "ko", "pt", "ru", "tr", "vi", "zh-Hant"];

/// Places in tables of countries that are no counterparts of the records. All others stand in
/// `data/countries.json`.
const BESIDE: [&str; 6] = ["CN", "GL", "HK", "MO", "PR", "TW"];

/// Installs CLDR if it is missing, and writes a line per place: its code of two letters, and its names.
///
/// # Errors
///
/// If npm cannot install it, or a file cannot be read or written.
pub fn names(repository: &Repository) -> Outcome<()> {
    setup::set_up(repository, &[Need::LocaleNames])?;
    let source = LocaleNames::new(repository);
    let read = |language: &str| {
        let path = source.territories(language);
        let text = fs::read_to_string(&path)
            .map_err(|error| Failure::io(format_args!("read {}", path.display()), &error))?;
        territories(&text, language)
            .ok_or_else(|| Failure::new(format!("{} has no names of places.", path.display())))
    };
    let path = repository.data("countries.json");
    let countries = fs::read_to_string(&path)
        .map_err(|error| Failure::io(format_args!("read {}", path.display()), &error))?;
    let countries: Value = serde_json::from_str(&countries)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    let countries = countries.as_array().into_iter().flatten();
    let places: BTreeSet<&str> =
        countries.filter_map(|country| country["iso2"].as_str()).chain(BESIDE).collect();
    let mut known: BTreeSet<(String, String)> = BTreeSet::new();
    for language in ["en", "zh"] {
        known.extend(read(language)?);
    }
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for language in LANGUAGES {
        for (code, name) in read(language)? {
            if places.contains(code.as_str()) && known.insert((code.clone(), name.clone())) {
                lines.entry(code).or_default().push(name);
            }
        }
    }
    let lines = lines.into_iter().map(|(code, names)| format!("{code} {}\n", names.join("|")));
    let text: String = lines.collect();
    let path = repository.root().join("crates/meaning/src/country/languages.txt");
    fs::write(&path, &text)
        .map_err(|error| Failure::io(format_args!("write {}", path.display()), &error))?;
    println!("{}: {} bytes.", path.display(), text.len());
    Ok(())
}

/// Codes of two letters with a name, several where CLDR has a short or another one. What has a number in it
/// is a part of the world.
fn territories(text: &str, language: &str) -> Option<Vec<(String, String)>> {
    let all: Value = serde_json::from_str(text).ok()?;
    let all = all["main"][language]["localeDisplayNames"]["territories"].as_object()?;
    let names = all.iter().filter_map(|(key, name)| {
        let code = key.split('-').next().filter(|code| code.len() == 2)?;
        Some((code.to_owned(), name.as_str()?.to_owned()))
    });
    Some(names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_place_is_taken() {
        let text = r#"{"main":{"fr":{"localeDisplayNames":{"territories":{
            "001":"Monde","CD":"Congo-Kinshasa","CD-alt-variant":"Congo (RDC)"}}}}}"#;
        let pair = |name: &str| ("CD".to_owned(), name.to_owned());
        let names = Some(vec![pair("Congo-Kinshasa"), pair("Congo (RDC)")]);
        assert_eq!(territories(text, "fr"), names);
        assert_eq!(territories("{}", "fr"), None);
    }
}
