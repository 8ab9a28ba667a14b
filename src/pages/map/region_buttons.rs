//! The regions that the map can be zoomed to.

use explorer_view::layer::Layer;
use explorer_view::places::regions;
use explorer_view::step::Step;
use explorer_view::zoom::Zoom;
use leptos::prelude::*;

use crate::store::use_store;

/// A button for the world, and one per region.
#[component]
pub fn RegionButtons() -> impl IntoView {
    let store = use_store();
    let zoom = store.part(|state| state.zoom.clone());
    // Small maps are of all the world.
    let is_split = store.part(|state| state.map_split.is_some() && state.layer == Layer::Measure);
    let button = |id: &'static str, name: &'static str, target: Zoom| {
        let own = target.clone();
        let pressed = move || zoom.with(|zoom| *zoom == own).to_string();
        let choose = move |_| store.change(Step::Push, |state| state.zoom = target.clone());
        view! {
            <button
                type="button"
                class="text-button"
                data-value=id
                aria-pressed=pressed
                on:click=choose
            >
                {name}
            </button>
        }
    };
    let regions = regions(store.explorer).into_iter();
    let regions = regions.map(|(id, name)| button(id, name, Zoom::Region(id.to_owned())));
    view! {
        <div
            class="region-buttons"
            hidden=move || is_split.get()
            role="group" aria-label="Zoom to" data-test="zoom">
            <span class="control-name">"Zoom to"</span>
            {button("world", "World", Zoom::World)}
            {regions.collect_view()}
        </div>
    }
}
