//! The choice of how numbers are written.

use crate::reactive::memo;
use explorer_meaning::mapping::Role;
use explorer_reader::number::Decimal;
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};

/// How numbers are written.
#[component]
pub fn DecimalField(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// Its role.
    role: Memo<Role>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let decimal = memo(move || match role.get() {
        Role::Number(decimal) => decimal,
        _ => Decimal::Point,
    });
    let options = vec![
        SelectOption::new(Decimal::Ambiguous, "ambiguous", "point or comma?"),
        SelectOption::new(Decimal::Point, "point", "such as 1,234.5"),
        SelectOption::new(Decimal::Comma, "comma", "such as 1.234,5"),
    ];
    let on_select = Callback::new(move |decimal| on_role.run(Role::Number(decimal)));
    view! {
        <Select
            test="map-decimal"
            label=format!("How numbers of {name} are written")
            setting="decimal"
            at
            options
            selected=decimal
            on_select
        />
    }
}
