//! A map of the world as a chart: drawn on a canvas, pointed at through its shapes, reached by
//! keyboard through a button per country. It is given numbers and knows no dataset.

mod disputed_list;
mod legend;
mod map_canvas;
mod map_figure;
mod navigation;
mod panel_maps;
mod world_map;
mod zoom_buttons;

pub use legend::{Legend, LegendEntry};
pub use map_figure::MapFigure;
pub use panel_maps::{MapPanels, PanelClick, PanelMap};
pub use world_map::{AreaClick, MapMark, MapZoom, ZoomChange};
