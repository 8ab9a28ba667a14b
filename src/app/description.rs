//! What tabs, bookmarks and previews of the link say of the view.

use explorer_view::compare::names;
use explorer_view::sentence::{filter_words, summary_words};
use explorer_view::state::Page;
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
    store.state.with(|state| match &state.page {
        Page::Method => format!("Method · {NAME}"),
        Page::Changes => format!("What changed · {NAME}"),
        Page::File => format!("Your file · {NAME}"),
        Page::Record(id) => {
            let dataset = store.explorer.dataset();
            let event = dataset.events.iter().find(|event| event.id == *id);
            match (event, dataset.withdrawn_event(id)) {
                (Some(event), _) => format!("{} · {NAME}", event.title),
                (None, Some(gone)) => format!("Withdrawn: {} · {NAME}", gone.title),
                (None, None) => NAME.to_owned(),
            }
        }
        Page::Compare(pair) => {
            let words = names::title(store.explorer, pair, &state.filters);
            let is_open = pair.is_empty() && state.filters.is_empty();
            let words = if is_open { String::new() } else { format!("{words} · ") };
            format!("Compare · {words}{NAME}")
        }
        page => {
            let scope = state.scope();
            let view = match page {
                Page::Map => "Map · ",
                Page::Countries => "Countries · ",
                Page::People => "People · ",
                Page::Forums => "Forums · ",
                Page::Pledges => "Pledges · ",
                Page::Records => "Records · ",
                Page::Paper(_) => "The paper · ",
                _ => "",
            };
            let words = filter_words(store.explorer, &scope);
            let words = if scope.is_empty() { String::new() } else { format!("{words} · ") };
            format!("{view}{words}{NAME}")
        }
    })
}
