//! How far a layer of the map reaches, and what it rests on.

use explorer_view::layer::Layer;
use explorer_view::layer_notes::{Notes, notes};
use explorer_view::map::map_model;
use leptos::prelude::*;

use super::layer_list::LayerList;
use crate::components::records::whose_tables::WhoseTables;
use crate::components::show::Show;
use crate::reactive::memo;
use crate::store::use_store;

/// What is said of the layer, and its countries with their sources.
#[component]
pub fn LayerNotes() -> impl IntoView {
    let store = use_store();
    // The zoom changes the state at every step of a drag, but not the layer.
    let layer = store.part(|state| state.layer.clone());
    let notes = memo(move || {
        let (outcome, filters) = (store.outcome.get(), store.filters.get());
        layer.with(|layer| {
            let model = map_model(store.explorer, &filters, &outcome, layer);
            notes(store.explorer, &filters, layer, &model)
        })
    });
    let coverage = move || notes.with(|Notes { coverage, .. }| coverage.clone());
    let list = memo(move || notes.with(|Notes { list, .. }| list.clone()));
    let has_list = memo(move || list.with(Option::is_some));
    view! {
        <div class="map-notes">
            <p data-test="coverage">{coverage}</p>
            <Show when=move || !layer.with(Layer::is_of_records)>
                <WhoseTables tables="What this layer shows is" />
            </Show>
        </div>
        <Show when=move || has_list.get()>
            <LayerList list=memo(move || list.get().unwrap_or_default()) />
        </Show>
    }
}
