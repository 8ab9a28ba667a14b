//! What tabs, bookmarks and previews of the link say of the view.

use explorer_view::sentence::summary_words;
use leptos::prelude::*;

use crate::reactive::{effect, memo};
use crate::store::Store;
use crate::timing;

const NAME: &str = "Security Diplomacy Explorer";

/// Keeps the document's title and description in step with the view. The browser's own process has
/// to be told, too, which no chart should wait for.
pub fn follow(store: Store) {
    let title = memo(move || {
        let (explorer, title) = (store.explorer, title(store));
        match explorer.former_version() {
            Some(version) => format!("{title} · dataset {version}"),
            None if explorer.is_own() => format!("{title} · {}", explorer.dataset().codebook.title),
            None => title,
        }
    });
    effect(move || {
        let title = title.get();
        timing::after_paint(move || describe(store, &title));
    });
}

fn describe(store: Store, title: &str) {
    document().set_title(title);
    let summary = store.outcome.with_untracked(|outcome| outcome.summary);
    let words = store.scope.with_untracked(|scope| summary_words(scope, summary));
    let source =
        if store.explorer.is_own() { "a reader\u{2019}s own file" } else { "public reports" };
    let description = format!("{words}, from {source}.");
    for (id, content) in
        [("og-title", title), ("og-description", &description), ("description", &description)]
    {
        if let Some(tag) = document().get_element_by_id(id) {
            _ = tag.set_attribute("content", content);
        }
    }
}

fn title(store: Store) -> String {
    let words = store.state.with(|state| explorer_view::title::title(store.explorer, state));
    if words.is_empty() { NAME.to_owned() } else { format!("{words} · {NAME}") }
}
