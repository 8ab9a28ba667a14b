//! A signal per item of a list.

use std::collections::HashMap;

use leptos::prelude::*;

/// The items of a list by their keys, each as a signal that notifies only of changes of its own item.
///
/// With a memo per item, every change of the list would ask each of them, and whatever reads it,
/// whether it has changed: with two hundred values of facets and three hundred marks, more than half of
/// a step went there.
pub struct ItemSignals<T: Send + Sync + 'static> {
    /// The keys in the order of the list.
    pub keys: ReadSignal<Vec<String>>,
    items: StoredValue<HashMap<String, ArcRwSignal<T>>>,
}

impl<T: Send + Sync + 'static> Clone for ItemSignals<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for ItemSignals<T> {}

impl<T: Send + Sync + 'static> ItemSignals<T> {
    /// The item with a key. It stays what it was last, once the list has it no more.
    pub fn item(self, key: &str) -> Option<RwSignal<T>> {
        self.items.with_value(|items| items.get(key).cloned()).map(RwSignal::from)
    }
}

/// Keeps a signal per item in step with what `items` gives: keys and items, in order. No two items have
/// the same key.
pub fn use_item_signals<T>(items: impl Fn() -> Vec<(String, T)> + 'static) -> ItemSignals<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let (keys, set_keys) = signal(Vec::new());
    let signals = StoredValue::new(HashMap::<String, ArcRwSignal<T>>::new());
    let update = move |list: Vec<(String, T)>| {
        let mut now = Vec::with_capacity(list.len());
        let mut changed = Vec::new();
        signals.update_value(|signals| {
            for (key, item) in list {
                match signals.get(&key) {
                    Some(signal) if signal.with_untracked(|before| *before == item) => {}
                    Some(signal) => changed.push((signal.clone(), item)),
                    None => _ = signals.insert(key.clone(), ArcRwSignal::new(item)),
                }
                now.push(key);
            }
        });
        changed.into_iter().for_each(|(signal, item)| signal.set(item));
        if keys.with_untracked(|before| *before != now) {
            signals.update_value(|signals| signals.retain(|key, _| now.contains(key)));
            set_keys.set(now);
        }
    };
    update(untrack(&items));
    Effect::new(move || update(items()));
    ItemSignals { keys, items: signals }
}
