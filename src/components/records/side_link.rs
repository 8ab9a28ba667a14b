//! A foreign side's name, as a way to its profile.

use explorer_explore::records::country_name;
use explorer_view::profile::Side;
use explorer_view::sentence::word_label;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::store::use_store;

/// A foreign side's name, as a way to its profile.
#[component]
pub fn SideLink(
    /// The side.
    side: Side<'static>,
) -> impl IntoView {
    let store = use_store();
    let (name, page) = match side {
        Side::Country(iso3) => (country_name(store.explorer, iso3), Page::Country(iso3.to_owned())),
        Side::Organization(word) => {
            let words = &store.explorer.dataset().codebook.vocabularies.organizations;
            let known = words.iter().find(|w| w.word == word);
            let id = known.map_or(String::new(), |w| w.id.clone());
            (word_label(words, word), Page::Organization(id))
        }
    };
    view! { <a href=store.link(page)>{name}</a> }
}
