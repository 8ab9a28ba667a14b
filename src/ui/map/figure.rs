//! The map as a chart: drawn on a canvas, pointed at through its shapes, reached by keyboard
//! through a button per country.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::legend::{entries, legend};
use super::navigation::{Navigation, Window};
use super::tip::tip;
use crate::ui::bar_figure::{mark_view, state_of, table_of};
use crate::ui::figure::{Kind, Plot, Surface, TableView, figure};
use crate::ui::listen::under;
use crate::ui::marks::MarkView;
use crate::ui::markup::{Markup, el};
use crate::ui::signal::Signal;
use crate::ui::store::Store;
use crate::ui::switch::button;
use crate::ui::tooltip::Tip;
use explorer_chart::{AreaLook, Frame, MapChart, MapLayout, MarkState, Scene, Tone};
use explorer_dataset::tables::SUBJECT;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Selection, Standing};
use explorer_explore::outcome::Outcome;
use explorer_view::chart::Chart;
use explorer_view::hash;
use explorer_view::layer::Layer;
use explorer_view::map::{MapModel, map_model};
use explorer_view::ranking::Ranked;
use explorer_view::state::Page;
use explorer_view::whole::{whole, words};
use explorer_view::zoom::Zoom;

/// Coasts are drawn to a quarter of a pixel: on whole ones they would be stairs.
const FINE: f64 = 4.0;

/// A map. Without a layer of its own it is the one of the map's view, with layers and zoom.
/// Otherwise it shows that layer for all the world.
pub fn map_figure(store: Store, chart: Chart, layer: Option<Layer>) -> Element {
    let map = Map {
        store,
        full: layer.is_none(),
        layer,
        navigation: Navigation::new(store),
        pointed: Signal::new(None),
        drawn: RefCell::default(),
        laid: Cell::new(None),
    };
    figure(store, chart, Rc::new(map))
}

struct Map {
    store: Store,
    /// Whether it has layers and zoom.
    full: bool,
    /// What its colours say, if not what the reader chooses.
    layer: Option<Layer>,
    navigation: Navigation,
    /// The area that is pointed at.
    pointed: Signal<Option<usize>>,
    drawn: RefCell<Option<Drawn>>,
    /// The window and the frame that `drawn` was laid out for.
    laid: Cell<Option<(Window, Frame)>>,
}

/// What was drawn last.
struct Drawn {
    layout: Rc<MapLayout>,
    layer: Layer,
    model: MapModel,
    /// Ids of the countries of the marks.
    values: Vec<String>,
}

impl Map {
    /// The world in a window; made anew only for another one.
    fn layout(&self, window: Window, frame: Frame) -> Rc<MapLayout> {
        let kept = self.drawn.borrow().as_ref().map(|drawn| drawn.layout.clone());
        if let Some(kept) = kept.filter(|_| self.laid.get() == Some((window, frame))) {
            return kept;
        }
        self.laid.set(Some((window, frame)));
        let is_country = |id: &str| self.store.explorer.dataset().country(id).is_some();
        let world = &self.store.places.world;
        Rc::new(MapLayout::new(world, window.camera, &frame, &is_country))
    }

    /// The map's view, with the same in sight.
    fn link(&self) -> String {
        let mut state = self.store.state.with(|state| state.on(Page::Map));
        state.filters = self.store.scope.get();
        state.layer = self.layer.clone().unwrap_or_default();
        hash::encode(&state)
    }

    fn choose(&self, area: usize, shift: bool, alt: bool) {
        let world = &self.store.places.world;
        if let (Some(_), Some(area)) = (self.store.places.code(area), world.areas.get(area)) {
            self.store.click_value(Facet::Country, &area.id, shift, alt);
        }
    }

    /// The area under a point of the map, in CSS pixels.
    fn under(&self, (x, y): (f64, f64)) -> Option<usize> {
        let layout = self.drawn.borrow().as_ref()?.layout.clone();
        layout.area_at(&self.store.places.world, x, y)
    }

    fn point(&self, area: Option<usize>) {
        if self.pointed.get_untracked() != area {
            self.pointed.set(area);
        }
    }

    fn tip_at(&self, area: usize, at: (f64, f64)) -> Option<Tip> {
        let drawn = self.drawn.borrow();
        let drawn = drawn.as_ref()?;
        tip(self.store, &drawn.layer, &drawn.model, area, at)
    }

    fn leave(&self) {
        self.point(None);
        self.store.tip.set(None);
    }
}

impl Kind for Map {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let (store, full) = (self.store, self.full);
        let (layer, zoom) = match &self.layer {
            None => store.state.with(|state| (state.layer.clone(), state.zoom.clone())),
            Some(layer) => (layer.clone(), Zoom::World),
        };
        // A phone is narrow: there the map may be taller than the world, to be zoomed in.
        let height = (surface.width * 0.456).max(if full { 220.0 } else { 150.0 }).round();
        let outcome = store.outcome.get();
        let filters = store.scope.get();
        let model = map_model(store.explorer, &filters, &outcome, &layer);
        let window = Window::of(store, &zoom, (surface.width, height));
        self.navigation.shows(window);
        let frame = Frame::canvas(surface.width, height, surface.ratio * FINE);
        let layout = self.layout(window, frame);
        let chosen = store.filters.get();
        let selection = chosen.selection(Facet::Country);
        let looks = looks(store, &model, selection);
        let pointed = self.pointed.get();
        let chart = MapChart { layout: &layout, looks: &looks, pointed, subject: "China" };
        let marks = mark_views(store, &layout, &outcome, selection, full);
        let link = el("a")
            .class("text-button")
            .attr("href", self.link())
            .text("Open the map: layers and zoom");
        let zoomed = if window.factor > 1.0 { " zoomed" } else { "" };
        let scene = chart.scene(&surface.palette);
        let plot = Plot {
            finding: model.finding.clone(),
            subtitle: model.subtitle.clone(),
            class: format!("map{}{zoomed}", if full { " full" } else { "" }),
            height,
            fine: FINE,
            over: if full { vec![zoom_buttons()] } else { Vec::new() },
            legend: entries(&model, &surface.palette)
                .into_iter()
                .map(|(color, label, _)| (color, label))
                .collect(),
            below: vec![legend(&model, &surface.palette)],
            controls: if full { Vec::new() } else { vec![link] },
            marks: marks.clone(),
        };
        let values = marks.into_iter().map(|mark| mark.value).collect();
        self.drawn.replace(Some(Drawn { layout, layer, model, values }));
        (plot, scene)
    }

    fn table(&self) -> TableView {
        table_of(self.store, Facet::Country, "Country")
    }

    fn click(&self, index: usize, shift: bool, alt: bool) {
        if let Some(area) = self.area_of(index) {
            self.choose(area, shift, alt);
        }
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let area = self.area_of(index)?;
        self.point(Some(area));
        self.tip_at(area, (0.0, 0.0))
    }

    fn is_spatial(&self) -> bool {
        true
    }

    fn event(&self, event: &Event, area: &Element) -> bool {
        let mouse = event.unchecked_ref::<MouseEvent>();
        let corner = area.get_bounding_client_rect();
        let client = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        let at = (client.0 - corner.left(), client.1 - corner.top());
        let pointer = event.unchecked_ref::<PointerEvent>();
        let pressed = under(event, "data-act");
        match event.type_().as_str() {
            "click" => {
                if let Some(act) = pressed {
                    self.navigation.act(&act);
                    return true;
                }
                // A key on a focused mark arrives as a click of that mark, which no pointer made.
                if mouse.detail() == 0 {
                    return false;
                }
                if let Some(area) = self.under(at).filter(|_| !self.navigation.ends_drag()) {
                    self.choose(area, mouse.shift_key(), mouse.alt_key());
                }
            }
            "pointerdown" if self.full && pressed.is_none() => self.navigation.press(pointer, at),
            "pointermove" => {
                if self.full && self.navigation.pull(pointer, area, at) {
                    self.leave();
                } else if pointer.pointer_type() == "mouse" {
                    let under = self.under(at).filter(|_| pressed.is_none());
                    self.point(under);
                    self.store.tip.set(under.and_then(|area| self.tip_at(area, client)));
                }
            }
            "pointerup" | "pointercancel" => self.navigation.release(pointer),
            "pointerleave" | "focusout" => self.leave(),
            "wheel" if self.full => {
                self.navigation.wheel(event.unchecked_ref::<WheelEvent>(), at);
            }
            "keydown" if self.full => {
                return self.navigation.key(event.unchecked_ref::<KeyboardEvent>());
            }
            "keydown" | "focusin" => return false,
            _ => {}
        }
        true
    }
}

impl Map {
    /// The area of a mark's country.
    fn area_of(&self, index: usize) -> Option<usize> {
        let drawn = self.drawn.borrow();
        self.store.places.world.index_of(drawn.as_ref()?.values.get(index)?)
    }
}

/// How each area of the world is drawn.
fn looks(store: Store, model: &MapModel, selection: &Selection) -> Vec<AreaLook> {
    let of = model.legend.len();
    let including = !selection.included().is_empty();
    let areas = store.places.world.areas.iter().enumerate();
    let looks = areas.map(|(index, area)| {
        let Some(code) = store.places.code(index) else {
            let tone = if area.id == SUBJECT { Tone::Subject } else { Tone::Other };
            return AreaLook { tone, state: MarkState::Plain };
        };
        let class = model.classes.get(usize::from(code)).copied().flatten();
        AreaLook {
            tone: class.map_or(Tone::NoRecord, |at| Tone::Class { at, of }),
            state: state_of(selection.standing(&area.id), including),
        }
    });
    looks.collect()
}

/// A button per country; on the overview only for those that some record has.
fn mark_views(
    store: Store,
    layout: &MapLayout,
    outcome: &Outcome,
    selection: &Selection,
    full: bool,
) -> Vec<MarkView> {
    let counts = outcome.facet(Facet::Country);
    let base = store.base.get();
    let totals = whole(store.explorer, &base, outcome.measure);
    let totals = totals.facet(Facet::Country);
    let entries = store.explorer.table().dictionary(Facet::Country).entries().iter().zip(0..);
    let countries = entries.zip(counts.iter().zip(totals)).filter_map(|((entry, code), counts)| {
        let standing = selection.standing(&entry.id);
        if !full && *counts.1 == 0 && standing == Standing::Free {
            return None;
        }
        let value = Ranked {
            code,
            id: entry.id.clone(),
            label: entry.label.clone(),
            count: *counts.0,
            total: *counts.1,
            standing,
        };
        let place = store.places.area(code).and_then(|area| layout.mark(area));
        Some(mark_view(&value, place, outcome.measure, words(&base)))
    });
    countries.collect()
}

fn zoom_buttons() -> Markup {
    let tool = |act: &'static str, text: &'static str, label: &'static str| {
        button(act).attr("data-test", act).attr("aria-label", label).text(text)
    };
    el("div")
        .class("zoom-buttons")
        .child(tool("closer", "+", "Zoom in"))
        .child(tool("farther", "\u{2212}", "Zoom out"))
}
