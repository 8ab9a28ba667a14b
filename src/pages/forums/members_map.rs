//! Who belongs to a forum, on the map.

use explorer_view::chart::Chart;
use explorer_view::forums::{entry, members_layer};
use leptos::prelude::*;

use crate::components::records::map::RecordMap;
use crate::store::use_store;

/// The members of a forum on the map; nothing if no layer shows them.
#[component]
pub fn MembersMap(
    /// The forum's id.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let layer = entry(explorer, &id).and_then(|entry| members_layer(explorer, &entry))?;
    Some(view! { <RecordMap chart=Chart::Members layer /> })
}
