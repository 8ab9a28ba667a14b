//! A selection as a word of a link: `agency:MPS;from:2023;region:!africa,southeast-asia`.
//!
//! Keys and values are those of links. Colons and semicolons stand where a link has `=` and `&`, so
//! that the word needs no escapes and can be read and edited by hand.

use super::super::hash::{escape, filter_pairs};
use explorer_explore::filter::Filters;

/// The word of a selection, as a value in a link.
pub(crate) fn word(filters: &Filters) -> String {
    // Reading a link decodes its values once.
    plain(filters).replace('%', "%25")
}

/// The same before it becomes a value: what is in it is escaped once for itself.
fn plain(filters: &Filters) -> String {
    let pairs = filter_pairs(filters).into_iter().map(|(key, value)| match key {
        "q" => format!("{key}:{}", value.replace("%20", "+")),
        _ => format!("{key}:{value}"),
    });
    let except = filters.except().map(|except| format!("except:{}", escape(&plain(except))));
    except.into_iter().chain(pairs).collect::<Vec<_>>().join(";")
}

/// The keys and values of a word that was decoded once. The marks of links are read, too:
/// `agency=MPS&from=2023`.
pub(crate) fn parts(word: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = word.split([';', '&']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.split_once([':', '=']).unwrap_or((part, "")))
}
