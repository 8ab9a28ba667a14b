//! A section of the paper's page, which has an address.

use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use crate::position;
use crate::reactive::{effect, memo};
use crate::start::when_complete;
use crate::store::use_store;
use crate::timing::after_paint;

/// A section. It is brought into sight when the link names it.
#[component]
pub fn PaperSection(
    /// Its word in links.
    id: &'static str,
    /// Its class.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Section>::new();
    let is_open =
        memo(move || store.page.with(|page| matches!(page, Page::Paper(open) if open == id)));
    effect(move || {
        // Back and reload lead to where the reader was.
        if is_open.get() && !position::is_noted() {
            // Before that, what is above it grows.
            when_complete(move || {
                after_paint(move || {
                    if let Some(section) = node.try_get_untracked().flatten() {
                        section.scroll_into_view();
                    }
                });
            });
        }
    });
    view! {
        <section node_ref=node data-section=id data-test=format!("paper-{id}") class=class>
            {children()}
        </section>
    }
}
