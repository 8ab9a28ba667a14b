//! An official's name, as a way to the profile.

use explorer_dataset::tables::Official;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::store::use_store;

/// An official's name, as a way to the profile.
#[component]
pub fn OfficialLink(
    /// Whose.
    official: &'static Official,
) -> impl IntoView {
    let store = use_store();
    view! {
        <a href=move || {
            store.link_to(Page::Official(official.id.clone()))
        }>{official.name_en.as_str()}</a>
    }
}
