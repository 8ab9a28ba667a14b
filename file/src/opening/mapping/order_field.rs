//! The choice of which number of a date is the month.

use explorer::reactive::memo;
use explorer_meaning::mapping::Role;
use explorer_reader::date::{DateForm, Order};
use leptos::prelude::*;

use crate::components::select::{Select, SelectOption};

/// Which number of a date is the month.
#[component]
pub fn OrderField(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// Its role.
    role: Memo<Role>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let order = memo(move || match role.get() {
        Role::Date(form) => form.order,
        _ => Order::Ambiguous,
    });
    let options = vec![
        SelectOption::new(Order::Ambiguous, "ambiguous", "day or month first?"),
        SelectOption::new(Order::DayFirst, "day-first", "day first: 3/4 is 3 April"),
        SelectOption::new(Order::MonthFirst, "month-first", "month first: 3/4 is 4 March"),
    ];
    let on_select = Callback::new(move |order| {
        if let Role::Date(form) = role.get_untracked() {
            on_role.run(Role::Date(DateForm { order, ..form }));
        }
    });
    view! {
        <Select
            test="map-order"
            label=format!("Order of day and month in {name}")
            setting="order"
            at
            options
            selected=order
            on_select
        />
    }
}
