//! What the hatching of a map means.

use explorer_geometry::World;
use leptos::prelude::*;

use super::world_map::DISPUTED;

/// The disputed land of the world by name, folded.
#[component]
pub fn DisputedList(
    /// The world.
    world: &'static World,
) -> impl IntoView {
    let land = |land: &'static explorer_geometry::Disputed| {
        view! {
            <li>
                <b>{land.name.as_str()}</b>
                ": "
                {land.status.as_str()}
            </li>
        }
    };
    view! {
        <details class="disputed" data-test="disputed">
            <summary>
                <i></i>
                {DISPUTED}
            </summary>
            <ul>{world.disputed.iter().map(land).collect_view()}</ul>
        </details>
    }
}
