//! A signal per item of a list.

use leptos::prelude::*;

use crate::reactive::effect;

/// The items of a list by their keys, each as a signal that notifies only of changes of its own item.
///
/// With a memo per item, every change of the list would ask each of them, and whatever reads it,
/// whether it has changed: with two hundred values of facets and three hundred marks, more than half of
/// a step went there.
pub struct ItemSignals<T: Send + Sync + 'static> {
    /// The keys in the order of the list.
    pub keys: ReadSignal<Vec<String>>,
    items: StoredValue<Items<T>>,
}

/// Keys and signals in the order of the list.
type Items<T> = Vec<(String, ArcRwSignal<T>)>;

impl<T: Send + Sync + 'static> Clone for ItemSignals<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for ItemSignals<T> {}

impl<T: Send + Sync + 'static> ItemSignals<T> {
    /// The item with a key. It stays what it was last, once the list has it no more.
    pub fn item(self, key: &str) -> Option<RwSignal<T>> {
        let of_key = |items: &Items<T>| {
            items.iter().find(|(known, _)| known == key).map(|(_, signal)| signal.clone())
        };
        self.items.with_value(of_key).map(RwSignal::from)
    }
}

/// Keeps a signal per item in step with a list. `visit` goes through the list and calls its argument
/// with the key and the item of each, in order. No two items have the same key.
pub fn use_item_signals<T>(visit: impl Fn(&mut dyn FnMut(&str, T)) + 'static) -> ItemSignals<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let (keys, set_keys) = signal(Vec::new());
    let items = StoredValue::new(Items::<T>::new());
    let update = move || {
        let mut changed = Vec::new();
        let mut next = 0;
        let mut are_others = false;
        items.update_value(|items| {
            visit(&mut |key, item| {
                // Most often it is where it was.
                let place = items[next..].iter().position(|(known, _)| known == key);
                are_others |= place != Some(0);
                match place {
                    Some(off) => {
                        items[next..=next + off].rotate_right(1);
                        let signal = &items[next].1;
                        if signal.with_untracked(|before| *before != item) {
                            changed.push((signal.clone(), item));
                        }
                    }
                    None => items.insert(next, (key.to_owned(), ArcRwSignal::new(item))),
                }
                next += 1;
            });
            are_others |= next < items.len();
            items.truncate(next);
        });
        changed.into_iter().for_each(|(signal, item)| signal.set(item));
        if are_others {
            set_keys
                .set(items.with_value(|items| items.iter().map(|(key, _)| key.clone()).collect()));
        }
    };
    untrack(&update);
    effect(update);
    ItemSignals { keys, items }
}
