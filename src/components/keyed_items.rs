//! Rows of items that do not change.

use leptos::prelude::*;

use crate::components::keyed::Keyed;
use crate::reactive::memo;

/// Rows with keys, each of an item that is the same as long as its key is.
#[component]
pub fn KeyedItems<T, F, V>(
    /// What the rows are of, in order.
    items: Memo<Vec<T>>,
    /// What names an item; no two items have the same.
    key: fn(&T) -> String,
    /// Makes a row, given its item.
    children: F,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    F: Fn(T) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let keys = memo(move || items.with(|items| items.iter().map(key).collect::<Vec<_>>()));
    let row = Callback::new(move |key: String| {
        let at = keys.with_untracked(|keys| keys.iter().position(|known| *known == key));
        let item = at.and_then(|at| items.with_untracked(|items| items.get(at).cloned()));
        item.map(&children).into_any()
    });
    view! { <Keyed keys row /> }
}
