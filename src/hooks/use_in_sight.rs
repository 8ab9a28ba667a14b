//! Whether an element is in sight.

use leptos::html;
use leptos::prelude::*;
use leptos_use_intersection_observer::use_intersection_observer;

/// Whether the reader can see any of an element; taken for granted until the browser says no.
pub fn use_in_sight(node: NodeRef<html::Figure>) -> Signal<bool> {
    let (seen, set_seen) = signal(true);
    _ = use_intersection_observer(node, move |entries, _| {
        if let Some(last) = entries.last() {
            set_seen.set(last.is_intersecting());
        }
    });
    seen.into()
}
