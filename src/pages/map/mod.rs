//! The map as a page: layers, zoom, and what the layer rests on.

mod layer_list;
mod layer_notes;
mod layer_select;
mod region_buttons;

use explorer_view::chart::Chart;
use leptos::prelude::*;

use crate::components::records::empty::Empty;
use crate::components::records::map::RecordMap;
use layer_notes::LayerNotes;
use layer_select::LayerSelect;
use region_buttons::RegionButtons;

/// The page of the map.
#[component]
pub fn MapPage() -> impl IntoView {
    view! {
        <Empty />
        <div class="map-bar">
            <LayerSelect />
            <RegionButtons />
        </div>
        <RecordMap chart=Chart::Map />
        <LayerNotes />
    }
}
