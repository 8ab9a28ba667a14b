//! The choice of what separates the values of a cell.

use crate::reactive::memo;
use explorer_meaning::mapping::Role;
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};
use explorer_table::column_role::SEPARATORS;

/// What separates the values of a cell.
#[component]
pub fn SeparatorField(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// Its role.
    role: Memo<Role>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let separator = memo(move || match role.get() {
        Role::MultiValue(separator) => separator,
        _ => ';',
    });
    let is_offered = |separator: char| SEPARATORS.iter().any(|(known, _)| *known == separator);
    // A saved mapping may have a separator that is not among those offered.
    let other = memo(move || Some(separator.get()).filter(|other| !is_offered(*other)));
    let on_select = Callback::new(move |separator| on_role.run(Role::MultiValue(separator)));
    let label = StoredValue::new(format!("What separates the values of {name}"));
    move || {
        let option =
            |(separator, words): (char, String)| SelectOption::new(separator, separator, words);
        let offered = SEPARATORS.map(|(separator, words)| (separator, words.to_owned()));
        let other = other.get().map(|other| (other, format!("by {other}")));
        let options: Vec<_> = offered.into_iter().chain(other).map(option).collect();
        view! {
            <Select
                test="map-separator"
                label=label.get_value()
                setting="separator"
                at
                options
                selected=separator
                on_select
            />
        }
    }
}
