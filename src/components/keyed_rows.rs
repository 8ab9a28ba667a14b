//! Rows that are made once and follow their own values.

use std::collections::HashMap;
use std::hash::Hash;

use leptos::prelude::*;

/// Rows with keys, as in a table that follows every step of a brush: a row is made once, moves
/// with its key, and is touched only where its own values differ.
#[component]
pub fn KeyedRows<T, K, F, V>(
    /// What the rows show, in order.
    #[prop(into)]
    rows: Signal<Vec<T>>,
    /// What names a row; no two rows have the same.
    key: fn(&T) -> K,
    /// Makes a row, given what it shows.
    children: F,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    F: Fn(Memo<T>) -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    let keys = Memo::new(move |_| rows.with(|rows| rows.iter().map(key).collect::<Vec<K>>()));
    let places = Memo::new(move |_| {
        keys.with(|keys| keys.iter().cloned().zip(0..).collect::<HashMap<K, usize>>())
    });
    let find = move |key: &K| {
        let at = places.with(|places| places.get(key).copied())?;
        rows.with(|rows| rows.get(at).cloned())
    };
    let row = move |key: K| {
        let first = untrack(|| find(&key))?;
        // A row that is about to go shows what it showed last.
        let row = Memo::new(move |before: Option<&T>| {
            find(&key).unwrap_or_else(|| before.cloned().unwrap_or_else(|| first.clone()))
        });
        Some(children(row))
    };
    view! { <For each=move || keys.get() key=K::clone children=row /> }
}
