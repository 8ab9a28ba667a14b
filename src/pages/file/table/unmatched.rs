//! Names that are no known country: the reader says which are meant, and the table is loaded again.

use leptos::prelude::*;

use super::open_table::use_open_table;
use super::unmatched_panel::UnmatchedPanel;

/// The names that are no known countries, if there are any.
#[component]
pub fn UnmatchedNames() -> impl IntoView {
    let table = use_open_table();
    let about = table.about();
    let (names, count) = (about.unmatched.clone(), about.all_unmatched);
    (count > 0).then(|| view! { <UnmatchedPanel names count /> })
}
