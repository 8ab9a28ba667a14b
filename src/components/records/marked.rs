//! A text of a record in which the words of the search are marked.

use leptos::prelude::*;

use crate::store::use_store;

/// The text, with what matched marked.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let store = use_store();
    let query = store.part(|state| state.filters.query().to_owned());
    move || {
        let search = query.with(|query| store.explorer.table().search(query));
        let mut parts = Vec::new();
        let mut end = 0;
        for mark in search.marks(&text) {
            parts.push(text[end..mark.start].to_owned().into_any());
            let marked = text[mark.clone()].to_owned();
            parts.push(view! { <mark>{marked}</mark> }.into_any());
            end = mark.end;
        }
        parts.push(text[end..].to_owned().into_any());
        parts
    }
}
