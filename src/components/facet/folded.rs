//! Which facets a reader has folded. That is a person's, not a view's: it is kept in this browser.

use leptos::prelude::*;

use crate::hooks::storage;

/// Where the names of folded facets are stored, with spaces between them.
const KEY: &str = "folded";

/// Whether the facet with a name is folded, now and at the next visit.
pub fn use_folded(name: String) -> RwSignal<bool> {
    let folded = RwSignal::new(names().contains(&name));
    Effect::new(move |before: Option<bool>| {
        let now = folded.get();
        if before.is_some_and(|before| before != now) {
            let mut names = names();
            names.retain(|known| *known != name);
            if now {
                names.push(name.clone());
            }
            storage::write(KEY, &names.join(" "));
        }
        now
    });
    folded
}

fn names() -> Vec<String> {
    let stored = storage::read(KEY).unwrap_or_default();
    stored.split_whitespace().map(str::to_owned).collect()
}
