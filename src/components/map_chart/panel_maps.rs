//! Small maps side by side, one per value: the country that is pointed at in one is marked in all.

use std::sync::Arc;

use explorer_chart::{Frame, MapFocus, MapGrid, MapLayout, MapMultiples, MapPanelView, MapWindow};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::world_map::{FINE, MapMark, WorldMap, mark_view};
use crate::components::figure::chart_canvas::{DrawnCanvas, use_surface};
use crate::components::figure::marks::MarkClick;
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::tooltip::Tip;
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;

/// A small map.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelMap {
    /// What is drawn.
    pub view: MapPanelView,
    /// The countries that a keyboard reaches.
    pub marks: Vec<MapMark>,
}

/// A click on an area of a small map, or Enter on its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanelClick {
    /// Which of the maps.
    pub panel: usize,
    /// Which area of the world.
    pub area: usize,
}

/// The small maps that a map is split into.
#[derive(Clone, Copy)]
pub struct MapPanels {
    /// Whether it is split.
    pub is_on: Memo<bool>,
    /// The maps in reading order.
    pub panels: Memo<Vec<PanelMap>>,
    /// A click on an area, or Enter on its mark.
    pub on_choose: Callback<PanelClick>,
    /// What the tooltip says of an area in all of them, without its place.
    pub tip: Callback<usize, Option<Tip>>,
}

/// The world as it lies in each of the small maps.
#[derive(Debug, Clone, PartialEq)]
struct LaidPanels {
    grid: MapGrid,
    layout: Arc<MapLayout>,
}

impl MapPanels {
    /// Lays the world out for a width in CSS pixels with `ratio` device pixels per CSS pixel.
    fn lay_out(self, map: WorldMap, width: f64, ratio: f64) -> LaidPanels {
        let grid = MapGrid::new(self.panels.with(Vec::len), width);
        let size = grid.size();
        let world = (map.world.width, map.world.height);
        let window = MapWindow::new(world, size, 1.0, MapFocus::WHOLE);
        let frame = Frame::canvas(size.0, size.1, ratio * FINE);
        let name_of = |id: &str| map.name_of.run(id.to_owned());
        let layout = MapLayout::new(map.world, window.camera(), &frame, &name_of);
        LaidPanels { grid, layout: Arc::new(layout) }
    }

    /// All maps on a surface.
    pub fn draw(self, map: WorldMap, surface: &Surface) -> Drawing {
        self.draw_laid(map, &self.lay_out(map, surface.width, surface.ratio), surface)
    }

    fn draw_laid(self, map: WorldMap, laid: &LaidPanels, surface: &Surface) -> Drawing {
        let LaidPanels { grid, layout } = laid;
        let height = grid.height();
        self.panels.with(|panels| {
            let views: Vec<MapPanelView> = panels.iter().map(|panel| panel.view.clone()).collect();
            let pointed = map.pointed.get();
            let chart = MapMultiples { grid, layout, panels: &views, pointed };
            let frame = Frame::canvas(surface.width, height, surface.ratio * FINE);
            let scene = chart.scene(&frame, &surface.palette);
            let marks = panels.iter().enumerate().flat_map(|(at, panel)| {
                let place = move |mark: &MapMark| mark.area.and_then(|area| chart.mark(at, area));
                panel.marks.iter().map(move |mark| mark_view(mark, place(mark)))
            });
            let marks = marks.collect();
            let notes = map.notes_of(layout);
            let legend = map.legend_of(&surface.palette);
            Drawing { fine: FINE, legend, notes, ..Drawing::new(height, scene, marks) }
        })
    }

    /// The panel and the area of a mark by its position among all marks.
    fn of_mark(self, index: usize) -> Option<PanelClick> {
        self.panels.with_untracked(|panels| {
            let mut left = index;
            for (panel, map) in panels.iter().enumerate() {
                if let Some(mark) = map.marks.get(left) {
                    return Some(PanelClick { panel, area: mark.area? });
                }
                left -= map.marks.len();
            }
            None
        })
    }
}

/// The small maps.
#[component]
pub fn PanelMaps(
    /// What they are maps of, and their legend.
    map: WorldMap,
    /// The maps.
    panels: MapPanels,
    /// What a screen reader calls the group of countries.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let screen = use_screen();
    let surface = use_surface(node);
    let size = memo(move || surface.with(|surface| (surface.width, surface.ratio)));
    let laid = memo(move || {
        let (width, ratio) = size.get();
        panels.lay_out(map, width, ratio)
    });
    let drawing = memo(move || {
        laid.with(|laid| surface.with(|surface| panels.draw_laid(map, laid, surface)))
    });
    let under = move |event: &ev::MouseEvent| {
        let area = node.get_untracked().map(|node| node.get_bounding_client_rect());
        let (left, top) = area.map_or((0.0, 0.0), |area| (area.left(), area.top()));
        let at = (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top);
        laid.with_untracked(|laid| {
            let (panel, (x, y)) = laid.grid.at(at)?;
            Some(PanelClick { panel, area: laid.layout.area_at(map.world, x, y)? })
        })
    };
    let point_at = move |area: Option<usize>| {
        if map.pointed.get_untracked() != area {
            map.pointed.set(area);
        }
    };
    let leave = move || {
        point_at(None);
        screen.tip.set(None);
    };
    let follow_pointer = move |event: ev::PointerEvent| {
        if event.pointer_type() == "mouse" {
            let area = under(&event).map(|under| under.area);
            point_at(area);
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            let tip = area.and_then(|area| panels.tip.run(area));
            screen.tip.set(tip.map(|tip| Tip { at, ..tip }));
        }
    };
    let click = move |event: ev::MouseEvent| {
        // A key on a focused mark arrives as a click, which no pointer made; the mark handles it.
        if event.detail() > 0
            && let Some(under) = under(&event)
        {
            panels.on_choose.run(under);
        }
    };
    let on_select = Callback::new(move |MarkClick { index, by_pointer, .. }: MarkClick| {
        // Marks overlap other countries. A pointer means what it points at.
        if let Some(chosen) = panels.of_mark(index).filter(|_| !by_pointer) {
            panels.on_choose.run(chosen);
        }
    });
    let mark_tip = Callback::new(move |index: usize| {
        let PanelClick { area, .. } = panels.of_mark(index)?;
        point_at(Some(area));
        panels.tip.run(area)
    });
    view! {
        <DrawnCanvas
            class="map panels"
            node drawing label on_select
            tip=mark_tip
            spatial=true
            hover=false
            on:click=click
            on:pointermove=follow_pointer
            on:pointerleave=move |_| leave()
            on:focusout=move |_| leave()
        />
    }
}
