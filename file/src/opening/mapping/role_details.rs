//! What else has to be known of a column's role.

use explorer_reader::date::{DateForm, Order};
use explorer_reader::mapping::{ColumnMapping, ColumnProfile, Role};
use explorer_reader::number::Decimal;
use leptos::prelude::*;

use crate::components::select::{Select, SelectOption};
use crate::roles::{RoleKind, SEPARATORS, has_order, needs_order};

/// The choices that a role needs, if it needs any.
#[component]
pub fn RoleDetails(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// What its first values are.
    profile: StoredValue<Option<ColumnProfile>>,
    /// What it is taken for.
    column: Memo<Option<ColumnMapping>>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let role = Memo::new(move |_| {
        column.with(|column| column.as_ref().map_or(Role::Ignored, |column| column.role))
    });
    // The fields stay while the reader changes what they say.
    let kind = Memo::new(move |_| RoleKind::of(role.get()));
    let asks_order = profile.with_value(|profile| profile.as_ref().is_some_and(has_order));
    let name = StoredValue::new(name);
    move || {
        let name = name.get_value();
        match kind.get() {
            RoleKind::MultiValue => view! { <SeparatorField at name role on_role /> }.into_any(),
            RoleKind::Number => view! { <DecimalField at name role on_role /> }.into_any(),
            RoleKind::Date if asks_order => {
                let needs_choice = Memo::new(move |_| {
                    column.with(|column| {
                        profile.with_value(|profile| match (column, profile) {
                            (Some(column), Some(profile)) => needs_order(column, profile),
                            _ => false,
                        })
                    })
                });
                view! {
                    <OrderField at name role on_role />
                    <Show when=move || needs_choice.get()>
                        <p class="error" data-test="ambiguous">
                            "These dates can be read in two ways."
                        </p>
                    </Show>
                }
                .into_any()
            }
            _ => ().into_any(),
        }
    }
}

/// What separates the values of a cell.
#[component]
fn SeparatorField(
    at: usize,
    name: String,
    role: Memo<Role>,
    on_role: Callback<Role>,
) -> impl IntoView {
    let separator = Memo::new(move |_| match role.get() {
        Role::MultiValue(separator) => separator,
        _ => ';',
    });
    let is_offered = |separator: char| SEPARATORS.iter().any(|(known, _)| *known == separator);
    // A saved mapping may have a separator that is not among those offered.
    let other = Memo::new(move |_| Some(separator.get()).filter(|other| !is_offered(*other)));
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

/// How numbers are written.
#[component]
fn DecimalField(
    at: usize,
    name: String,
    role: Memo<Role>,
    on_role: Callback<Role>,
) -> impl IntoView {
    let decimal = Memo::new(move |_| match role.get() {
        Role::Number(decimal) => decimal,
        _ => Decimal::Point,
    });
    let options = vec![
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

/// Which number of a date is the month.
#[component]
fn OrderField(at: usize, name: String, role: Memo<Role>, on_role: Callback<Role>) -> impl IntoView {
    let order = Memo::new(move |_| match role.get() {
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
