//! Rows that are made once and follow their own values.

use leptos::prelude::*;

use crate::components::keyed::Keyed;
use crate::hooks::use_item_signals::use_item_signals;

/// Rows with keys, as in a table that follows every step of a brush: a row is made once, moves
/// with its key, and is touched only where its own values differ.
#[component]
pub fn KeyedRows<T, F, V>(
    /// What the rows show, in order.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// What names a row; no two rows have the same.
    key: fn(&T) -> String,
    /// Makes a row, given what it shows.
    children: F,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(Memo<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let items = use_item_signals(move || {
        rows.with(|rows| rows.iter().map(|row| (key(row), row.clone())).collect())
    });
    let row = Callback::new(move |key: String| {
        let row = items.item(&key).map(|row| children(Memo::new(move |_| row.get())));
        row.into_any()
    });
    let keys = items.keys;
    view! { <Keyed keys row /> }
}
