//! A forum's name, as a way to its page.

use explorer_view::forums::Entry;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::store::use_store;

/// A forum's name, as a way to its page.
#[component]
pub(super) fn ForumLink(
    /// Which.
    entry: Entry<'static>,
) -> impl IntoView {
    let store = use_store();
    let link = store.link(Page::Forum(entry.id.to_owned()));
    view! { <a href=link>{entry.label}</a> }
}
