//! The members of a forum.

use explorer_view::forums::{Entry, members, place_name};
use explorer_view::layer::Layer;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::store::use_store;

/// The members, each a way to its profile; nothing if none is known.
#[component]
pub(super) fn ForumMembers(
    /// Of which forum.
    entry: Entry<'static>,
    /// The layer of the map that shows them, if there is one.
    layer: Option<Layer>,
) -> impl IntoView {
    let store = use_store();
    let codes = members(store.explorer, &entry, layer.as_ref());
    let title = match codes.len() {
        0 => return None,
        1 => "1 member, as named".to_owned(),
        count => format!("{count} members, as named"),
    };
    let items = codes.iter().map(|iso3| {
        let name = place_name(store.explorer, iso3);
        let name = match store.explorer.dataset().country(iso3) {
            Some(_) => {
                let link = store.link(Page::Country(iso3.clone()));
                view! { <a href=link>{name}</a> }.into_any()
            }
            None => name.into_any(),
        };
        view! { <li data-value=iso3.as_str()>{name}</li> }
    });
    Some(view! {
        <section data-test="forum-members">
            <h2>{title}</h2>
            <ul class="member-list">{items.collect_view()}</ul>
        </section>
    })
}
