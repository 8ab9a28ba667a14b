//! The map: a figure on the overview, and a view of its own with layers, zoom and legend.

mod bar;
mod figure;

mod legend;
mod navigation;
mod notes;
mod tip;

use web_sys::Element;

use super::empty::empty;
use super::store::Store;
use explorer_view::chart::Chart;
pub use figure::map_figure;

/// The map as a view.
pub fn map_view(store: Store) -> Vec<Element> {
    vec![
        empty(store),
        bar::map_bar(store),
        map_figure(store, Chart::Map, None),
        notes::layer_notes(store),
    ]
}
