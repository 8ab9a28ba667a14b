//! What a map shows, and how it lies on a surface.

use std::sync::Arc;

use explorer_chart::{
    AreaLook, Frame, MapChart, MapFocus, MapLayout, MapWindow, Mark, Palette, Rgb,
};
use explorer_explore::filter::Standing;
use explorer_geometry::World;
use explorer_geometry::ring::Bounds;
use explorer_view::step::Step;
use explorer_view::zoom::{CLOSEST, Place, Zoom};
use leptos::prelude::*;

use super::legend::LegendEntry;
use crate::components::figure::marks::MarkView;
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::standing::standing_words;

/// Coasts are drawn to a quarter of a pixel: on whole ones they would be stairs.
pub(super) const FINE: f64 = 4.0;
/// The height of the world for its width.
const PROPORTION: f64 = 0.456;
/// The least height of a map in CSS pixels.
const LEAST: f64 = 150.0;
/// The least height of a map that can be zoomed. On a phone it may be taller than the world.
const LEAST_ZOOMED: f64 = 220.0;

/// What the hatching means.
pub const DISPUTED: &str = "Hatched: disputed land";

/// A country that a keyboard reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct MapMark {
    /// Its area in the world; `None` hides the mark.
    pub area: Option<usize>,
    /// The value's id.
    pub value: String,
    /// Its count.
    pub count: u32,
    /// How much of it is uncertain.
    pub uncertain: u32,
    /// What a screen reader says of it.
    pub spoken: String,
    /// Whether it is chosen.
    pub standing: Standing,
}

/// A click on an area, or Enter on its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AreaClick {
    /// Which area of the world.
    pub area: usize,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// Another part of the map that a reader wants to see, and how that enters the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoomChange {
    /// How it enters the history.
    pub step: Step,
    /// The part of the map.
    pub zoom: Zoom,
}

/// The zoom of a map that can be zoomed.
#[derive(Clone, Copy)]
pub struct MapZoom {
    /// Which part of the map is in sight.
    pub zoom: Signal<Zoom>,
    /// Called with the part that a reader wants to see.
    pub on_zoom: Callback<ZoomChange>,
    /// The rectangle around the countries of a region, by its id. A map that is never zoomed to a
    /// region needs none.
    pub region: Option<Callback<String, Option<Bounds>>>,
}

/// What a map shows.
#[derive(Clone, Copy)]
pub struct WorldMap {
    /// The world.
    pub world: &'static World,
    /// The name of the area with an id, if it is one that a reader must see, however small it is. That
    /// does not change while the map is there.
    pub name_of: Callback<String, Option<String>>,
    /// The name to write on the land of the subject.
    pub subject: &'static str,
    /// How each area of the world is drawn, in its order.
    pub looks: Memo<Vec<AreaLook>>,
    /// The countries that a keyboard reaches.
    pub marks: Memo<Vec<MapMark>>,
    /// What the colours mean.
    pub legend: Memo<Vec<LegendEntry>>,
    /// The zoom, if the map can be zoomed.
    pub zoom: Option<MapZoom>,
    /// The area that is pointed at.
    pub pointed: RwSignal<Option<usize>>,
}

/// The world as it lies on a surface.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidMap {
    /// Its height in CSS pixels.
    pub height: f64,
    /// Which part of the world is in sight.
    pub window: MapWindow,
    /// Where everything lies.
    pub layout: Arc<MapLayout>,
    /// What a picture of it has to say.
    pub notes: Arc<[String]>,
}

impl WorldMap {
    /// Lays the world out on a surface of a width in CSS pixels with `ratio` device pixels per CSS
    /// pixel. This is what takes the time: call it only for another surface or zoom.
    pub fn lay_out(self, width: f64, ratio: f64) -> LaidMap {
        let least = if self.zoom.is_some() { LEAST_ZOOMED } else { LEAST };
        let height = (width * PROPORTION).max(least).round();
        let window = self.window((width, height));
        let frame = Frame::canvas(width, height, ratio * FINE);
        let name_of = |id: &str| self.name_of.run(id.to_owned());
        let layout = MapLayout::new(self.world, window.camera(), &frame, &name_of);
        let notes = self.notes_of(&layout);
        LaidMap { height, window, layout: Arc::new(layout), notes }
    }

    /// What a picture of the world has to say: of its boundaries, and which land is hatched.
    pub(super) fn notes_of(self, layout: &MapLayout) -> Arc<[String]> {
        let lands = self.world.disputed.iter().enumerate();
        let in_sight = lands.filter(|(land, _)| layout.shows_disputed(*land));
        let names: Vec<&str> = in_sight.map(|(_, land)| land.name.as_str()).collect();
        let hatched = format!("{DISPUTED} ({})", names.join("; "));
        let hatched = (!names.is_empty()).then_some(hatched);
        [self.world.note.clone()].into_iter().chain(hatched).collect()
    }

    /// What the zoom shows in a window of a size in CSS pixels.
    fn window(self, size: (f64, f64)) -> MapWindow {
        let map = (self.world.width, self.world.height);
        let closest = f64::from(CLOSEST) / 100.0;
        let whole = MapWindow::new(map, size, closest, MapFocus::WHOLE);
        let Some(MapZoom { zoom, region, .. }) = self.zoom else { return whole };
        match zoom.get() {
            Zoom::World => whole,
            Zoom::Place(place) => {
                let focus = MapFocus { factor: place.factor(), middle: place.middle() };
                MapWindow::new(map, size, closest, focus)
            }
            Zoom::Region(id) => {
                let bounds = region.and_then(|region| region.run(id));
                bounds.map_or(whole, |Bounds { left, top, right, bottom }| {
                    let corner = |x: i32, y: i32| (f64::from(x), f64::from(y));
                    MapWindow::around(map, size, closest, corner(left, top), corner(right, bottom))
                })
            }
        }
    }

    /// What the colours mean, for a picture that is saved.
    pub fn legend_of(self, palette: &Palette) -> Vec<(Rgb, String)> {
        let entry = |entry: &LegendEntry| (entry.tone.color(palette), entry.label.clone());
        self.legend.with(|legend| legend.iter().map(entry).collect())
    }

    /// The drawing of the world that was laid out on a surface.
    pub fn draw(self, laid: &LaidMap, surface: &Surface) -> Drawing {
        let LaidMap { height, layout, notes, .. } = laid;
        let scene = self.looks.with(|looks| {
            let pointed = self.pointed.get();
            let chart = MapChart { layout, looks, pointed, subject: self.subject };
            chart.scene(&surface.palette)
        });
        let marks =
            self.marks.with(|marks| marks.iter().map(|mark| placed(mark, layout)).collect());
        let legend = self.legend_of(&surface.palette);
        Drawing {
            height: *height,
            fine: FINE,
            scene: Arc::new(scene),
            marks: Arc::new(marks),
            legend,
            notes: notes.clone(),
        }
    }
}

/// The button over a country.
fn placed(mark: &MapMark, layout: &MapLayout) -> MarkView {
    mark_view(mark, mark.area.and_then(|area| layout.mark(area)))
}

/// A country's button at its place.
pub(super) fn mark_view(mark: &MapMark, place: Option<Mark>) -> MarkView {
    let (standing, _) = standing_words(mark.standing);
    MarkView {
        uncertain: mark.uncertain,
        value: mark.value.clone(),
        count: mark.count,
        label: mark.spoken.clone(),
        pressed: mark.standing == Standing::Included,
        standing,
        place,
    }
}

/// A zoom as a link holds it.
pub fn zoom_of(focus: Option<MapFocus>) -> Zoom {
    focus.map_or(Zoom::World, |MapFocus { factor, middle: (x, y) }| {
        Zoom::Place(Place::new(factor, x, y))
    })
}
