//! Rows that are made once and follow their own values.

use std::collections::{HashMap, HashSet};

use leptos::prelude::*;

use crate::components::keyed::Keyed;
use crate::position;
use crate::reactive::effect;
use crate::timing::after_paint;

/// How many rows follow a change at once: what a window has room for below what stands above a table. The others
/// follow the paint. Of the table of countries, a hundred rows with some thirty links each, a step took twice as
/// long with all of them.
const AT_ONCE: usize = 10;

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
    F: Fn(ReadSignal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let known = StoredValue::new(HashMap::<String, ArcRwSignal<T>>::new());
    let (keys, set_keys) = signal(Vec::<String>::new());
    let follow = move |at_once: usize| {
        let mut changed = Vec::new();
        let mut next = Vec::new();
        rows.with_untracked(|rows| {
            let mut before = known.try_update_value(std::mem::take).unwrap_or_default();
            let mut now = HashMap::new();
            let (first, others) = rows.split_at(at_once.min(rows.len()));
            for row in first {
                let key = key(row);
                let signal = before.remove(&key).inspect(|signal| {
                    if signal.with_untracked(|before| before != row) {
                        changed.push((signal.clone(), row.clone()));
                    }
                });
                let signal = signal.unwrap_or_else(|| ArcRwSignal::new(row.clone()));
                now.insert(key.clone(), signal);
                next.push(key);
            }
            // Until their turn comes, the others are what and where they were: a row that moves is laid out anew.
            let stay: HashSet<String> = others.iter().map(key).collect();
            for key in keys.get_untracked() {
                if let Some(signal) = before.remove(&key).filter(|_| stay.contains(&key)) {
                    now.insert(key.clone(), signal);
                    next.push(key);
                }
            }
            known.set_value(now);
        });
        changed.into_iter().for_each(|(signal, row)| signal.set(row));
        if keys.with_untracked(|keys| *keys != next) {
            set_keys.set(next);
        }
    };
    // Who comes back to a place in the table finds it as high as it was.
    follow(if position::is_noted() { usize::MAX } else { AT_ONCE });
    let awaited = StoredValue::new(false);
    effect(move || {
        let count = rows.with(Vec::len);
        follow(AT_ONCE);
        if count > AT_ONCE && !awaited.get_value() {
            awaited.set_value(true);
            after_paint(move || {
                // The table may have gone in the meantime.
                if awaited.try_set_value(false).is_none() {
                    follow(usize::MAX);
                }
            });
        }
    });
    let row = Callback::new(move |key: String| {
        let row = known.with_value(|known| known.get(&key).cloned());
        // The signal is the row's own, and so it shows what it showed last when it is about to go.
        row.map(|row| children(RwSignal::from(row).read_only())).into_any()
    });
    view! { <Keyed keys row /> }
}
