//! The map: a figure on the overview, and a view of its own with layers, zoom and legend.

mod bar;
mod figure;

mod legend;
mod navigation;
mod notes;
mod tip;

use leptos::prelude::*;

use super::empty::Empty;
pub use figure::MapFigure;

/// The map as a view.
#[component]
pub fn MapView() -> impl IntoView {
    view! {
        <Empty />
        <bar::MapBar />
        <MapFigure full=true />
        <notes::LayerNotes />
    }
}
