//! Rows that are made once and follow their own values.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::components::keyed::Keyed;
use crate::reactive::memo;

/// Rows with keys, as in a table that follows every step of a brush: a row is made once, moves
/// with its key, and is touched only where its own values differ.
#[component]
pub fn KeyedRows<T, F, V>(
    /// What the rows show, in order.
    rows: Memo<Vec<T>>,
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
    let keys = memo(move || rows.with(|rows| rows.iter().map(key).collect::<Vec<_>>()));
    let places = places(keys);
    let find = move |key: &str| {
        let at = places.with(|places| places.get(key).copied())?;
        rows.with(|rows| rows.get(at).cloned())
    };
    let row = Callback::new(move |key: String| {
        let first = untrack(|| find(&key));
        let row = first.map(|first| {
            // A row that is about to go shows what it showed last.
            let row = Memo::new(move |before: Option<&T>| {
                find(&key).unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()))
            });
            children(row)
        });
        row.into_any()
    });
    view! { <Keyed keys row /> }
}

/// The place of each key in the list.
fn places(keys: Memo<Vec<String>>) -> Memo<HashMap<String, usize>> {
    memo(move || keys.with(|keys| keys.iter().cloned().zip(0..).collect()))
}
