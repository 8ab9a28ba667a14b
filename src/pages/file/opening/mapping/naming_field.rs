//! The choice of how a column names countries.

use crate::components::show::Show;
use crate::reactive::memo;
use explorer_meaning::country::Naming;
use explorer_meaning::mapping::{ColumnMapping, ColumnProfile};
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};
use crate::pages::file::store::use_file_store;
use explorer_table::column_role::{namings, needs_list};

/// By names, or by codes of which list; where the column has codes.
#[component]
pub fn NamingField(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// What its first values are.
    profile: StoredValue<Option<ColumnProfile>>,
    /// What it is taken for.
    column: Memo<Option<ColumnMapping>>,
    /// Another way to name countries.
    on_naming: Callback<Naming>,
) -> impl IntoView {
    let store = use_file_store();
    let naming =
        memo(move || column.with(|column| column.as_ref().map_or(Naming::Names, |c| c.naming)));
    // While a reader only chooses among them, the options stay as they are, and the field keeps its
    // focus: what it was before is among them.
    let asked = memo(move || {
        column.with(|column| column.as_ref().map(|column| (column.role, column.meaning)))
    });
    let options = memo(move || {
        asked.track();
        let column = column.get_untracked();
        let of =
            |profile: &ColumnProfile| Some(namings(column.as_ref()?, profile, &store.countries()));
        profile.with_value(|profile| profile.as_ref().and_then(of)).unwrap_or_default()
    });
    let is_open = memo(move || column.with(|column| column.as_ref().is_some_and(needs_list)));
    let label = StoredValue::new(format!("How {name} names countries"));
    move || {
        let options = options.get();
        (!options.is_empty()).then(|| {
            let option = |(naming, id, label)| SelectOption::new(naming, id, label);
            let options: Vec<_> = options.into_iter().map(option).collect();
            view! {
                <Select
                    test="map-codes"
                    label=label.get_value()
                    setting="codes"
                    at
                    options
                    selected=naming
                    on_select=on_naming
                />
                <Show when=move || is_open.get()>
                    <p class="error" data-test="ambiguous">
                        "These codes can be read in several ways."
                    </p>
                </Show>
            }
        })
    }
}
