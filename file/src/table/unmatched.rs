//! Names that are no known country: the reader says which are meant, and the table is loaded again.

use leptos::prelude::*;

use super::country_field::code_and_name;
use super::open_table::use_open_table;
use super::unmatched_panel::{SHOWN, UnmatchedName, UnmatchedPanel};

/// The names that are no known countries, if there are any.
#[component]
pub fn UnmatchedNames() -> impl IntoView {
    let table = use_open_table();
    let (names, count) = table.read_untracked(|loaded, countries| {
        let names = loaded.unmatched.list(countries);
        let shown = names.iter().take(SHOWN).map(|(name, rows, suggested)| UnmatchedName {
            name: (*name).to_owned(),
            rows: *rows,
            suggested: suggested.iter().map(|country| code_and_name(country)).collect(),
        });
        (shown.collect::<Vec<_>>(), names.len())
    });
    (count > 0).then(|| view! { <UnmatchedPanel names count /> })
}
