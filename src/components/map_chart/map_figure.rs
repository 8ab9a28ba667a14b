//! A map with its caption and its legend.

use explorer_chart::AreaLook;
use explorer_geometry::World;
use leptos::html;
use leptos::prelude::*;

use super::disputed_list::DisputedList;
use super::legend::{Legend, LegendEntry};
use super::map_canvas::MapCanvas;
use super::panel_maps::{MapPanels, PanelMaps};
use super::world_map::{AreaClick, MapMark, MapZoom, WorldMap};
use crate::components::figure::Figure;
use crate::components::figure::chart_table::TableView;
use crate::components::figure::source::FigureFile;
use crate::components::figure::surface::Surface;
use crate::components::show::Show;
use crate::components::tooltip::Tip;
use crate::reactive::memo;

/// A map of the world as a figure.
#[component]
pub fn MapFigure(
    /// The chart's id.
    #[prop(into)]
    id: String,
    /// What its files are, if not as its id and its table say.
    #[prop(optional_no_strip)]
    file: Option<FigureFile>,
    /// What the numbers in view say.
    #[prop(into)]
    finding: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    subtitle: Signal<String>,
    /// The same as a table.
    table: Memo<TableView>,
    /// The world.
    world: &'static World,
    /// The name of the area with an id, if it is one that a reader must see, however small it is. That
    /// does not change while the map is there.
    name_of: Callback<String, Option<String>>,
    /// The name to write on the land of the subject.
    subject: &'static str,
    /// How each area of the world is drawn, in its order.
    looks: Memo<Vec<AreaLook>>,
    /// The countries that a keyboard reaches, one mark each.
    marks: Memo<Vec<MapMark>>,
    /// What the colours mean.
    legend: Memo<Vec<LegendEntry>>,
    /// The zoom, if the map can be zoomed.
    zoom: Option<MapZoom>,
    /// A click on an area, or Enter on its mark. Areas that are no countries are clicked, too.
    on_choose: Callback<AreaClick>,
    /// What the tooltip says of an area, without its place.
    tip: Callback<usize, Option<Tip>>,
    /// Small maps that stand in its place while it is split.
    #[prop(optional)]
    panels: Option<MapPanels>,
    /// Whether the meaning of the colours stands below it: one legend can be for several maps.
    #[prop(default = true)]
    with_legend: bool,
    /// The element.
    #[prop(optional)]
    node: NodeRef<html::Figure>,
    /// Controls beside "show as table".
    #[prop(optional, into)]
    controls: ViewFn,
) -> impl IntoView {
    let pointed = RwSignal::new(None);
    let map = WorldMap { world, name_of, subject, looks, marks, legend, zoom, pointed };
    let is_split = memo(move || panels.is_some_and(|panels| panels.is_on.get()));
    let draw = Callback::new(move |surface: Surface| match panels.filter(|_| is_split.get()) {
        Some(panels) => panels.draw(map, &surface),
        None => map.draw(&map.lay_out(surface.width, surface.ratio), &surface),
    });
    let below = move || {
        view! {
            {with_legend.then(|| view! { <Legend entries=legend /> })}
            <p class="hint" data-test="boundaries">
                {world.note.as_str()}
            </p>
            <DisputedList world />
        }
    };
    view! {
        <Figure id file finding subtitle table draw node below controls>
            <Show
                when=move || is_split.get()
                fallback=move || view! { <MapCanvas map label=subtitle on_choose tip /> }
            >
                {panels.map(|panels| view! { <PanelMaps map panels label=subtitle /> })}
            </Show>
        </Figure>
    }
}
