//! A table beside the embedded records.

use crate::components::switch::{Switch, SwitchOption};
use explorer_meaning::mapping::{Meaning, Role};
use explorer_table::about::About;
use leptos::prelude::*;

use super::compared_parts::ComparedParts;
use super::open_table::use_open_table;

/// The file alone, or beside the embedded records.
#[component]
pub fn BesideRecords() -> impl IntoView {
    let table = use_open_table();
    let comparing = table.is_compared;
    let missing = missing(&table.about());
    let options = vec![
        SwitchOption::new(false, "alone", "This file alone"),
        SwitchOption::new(true, "compare", "Compare with the records"),
    ];
    let body = move || {
        match (missing, comparing.get()) {
        (Some(missing), _) => view! { <p class="hint">{missing}</p> }.into_any(),
        (None, true) => view! { <ComparedParts /> }.into_any(),
        (None, false) => view! {
            <p class="hint">
                "The charts show this file in the place of the records, which stay on the other pages. Compared, rows are matched with them by date, agency and country."
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="own-panel" data-test="beside">
            <h2>"Beside the embedded records"</h2>
            <Switch
                test="beside-mode"
                label="The file alone, or compared"
                options
                selected=comparing
                on_select=Callback::new(move |compare| comparing.set(compare))
            />
            {body}
        </section>
    }
}

/// Why a file cannot be compared; `None` if it can.
fn missing(about: &About) -> Option<&'static str> {
    let has_country = about.columns.iter().any(|column| {
        column.meaning == Some(Meaning::Country)
            && matches!(column.role, Role::Category | Role::MultiValue(_) | Role::Text)
    });
    match (about.has_date, has_country) {
        (true, true) => None,
        (false, true) => Some("To compare, one of the columns has to be the date."),
        (true, false) => Some("To compare, one of the columns has to be the counterpart country."),
        (false, false) => Some(
            "To compare, one of the columns has to be the date, and one the counterpart country.",
        ),
    }
}
