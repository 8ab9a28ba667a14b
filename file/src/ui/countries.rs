//! A column of countries on the map.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::ui::figure::{Kind, Plot, Surface, TableRow, TableView};
use explorer::ui::marks::MarkView;
use explorer::ui::markup::{Markup, el};
use explorer::ui::signal::Signal;
use explorer::ui::tooltip::Tip;
use explorer_chart::{AreaLook, Camera, Frame, MapChart, MapLayout, Rgb, Scene, Tone};
use explorer_dataset::tables::SUBJECT;
use explorer_number::grouped;
use explorer_view::classes::{class_of, classes};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

use super::app::App;
use super::bars::{choose, label, tip_of};
use super::chart_tools::{chart, mark_state, standing};
use super::open::Open;
use crate::measure::Measure;

/// Coasts are drawn to a quarter of a pixel: on whole ones they would be stairs.
const FINE: f64 = 4.0;

/// The map of a column of countries.
pub fn map(app: &'static App, open: &Rc<Open>, column: usize) -> Element {
    let (name, dimension) = open.column(column);
    let places = {
        let loaded = open.loaded.borrow();
        let codes = loaded.view.table().dictionary(dimension).into_iter();
        let codes = codes.flat_map(|codes| codes.values()).zip(0_u32..);
        codes.filter_map(|(code, bin)| Some((bin, app.world.index_of(code)?))).collect()
    };
    let (pointed, drawn) = (Signal::new(None), RefCell::default());
    let kind = Map { app, open: open.clone(), column, name, dimension, places, pointed, drawn };
    chart(app, open, column, "map", Rc::new(kind))
}

struct Map {
    app: &'static App,
    open: Rc<Open>,
    column: usize,
    name: String,
    dimension: usize,
    /// The bins of the countries that some row has, and their areas: a mark each.
    places: Vec<(u32, usize)>,
    /// The area that is pointed at.
    pointed: Signal<Option<usize>>,
    /// What was laid out last, and for which frame.
    drawn: RefCell<Option<(Frame, Rc<MapLayout>)>>,
}

/// What a country has.
struct Country {
    bin: u32,
    area: usize,
    rows: u32,
    total: u32,
    chosen: bool,
}

impl Map {
    /// The world in a frame; made anew only for another one.
    fn layout(&self, frame: Frame, size: (f64, f64)) -> Rc<MapLayout> {
        let mut drawn = self.drawn.borrow_mut();
        if let Some((_, kept)) = drawn.as_ref().filter(|(of, _)| *of == frame) {
            return kept.clone();
        }
        let world = &self.app.world;
        let camera = Camera::new((world.width, world.height), size, 1.0, (0.5, 0.5));
        let is_country = |id: &str| self.app.country(id).is_some();
        let layout = Rc::new(MapLayout::new(world, camera, &frame, &is_country));
        *drawn = Some((frame, layout.clone()));
        layout
    }

    fn countries(&self) -> Vec<Country> {
        let loaded = self.open.loaded.borrow();
        let view = &loaded.view;
        let chosen = view.selected(self.dimension);
        let (counts, totals) = (view.counts(self.dimension), view.totals(self.dimension));
        let number = |of: &[u32], bin: u32| of.get(bin as usize).copied().unwrap_or(0);
        let countries = self.places.iter().map(|&(bin, area)| Country {
            bin,
            area,
            rows: number(counts, bin),
            total: number(totals, bin),
            chosen: chosen.binary_search(&bin).is_ok(),
        });
        countries.collect()
    }

    fn label(&self, bin: u32) -> String {
        label(self.app, &self.open.loaded.borrow(), self.column, bin as usize)
    }

    fn under(&self, (x, y): (f64, f64)) -> Option<usize> {
        let (_, layout) = self.drawn.borrow().clone()?;
        layout.area_at(&self.app.world, x, y)
    }

    fn bin_of(&self, area: usize) -> Option<u32> {
        self.places.iter().find(|(_, of)| *of == area).map(|(bin, _)| *bin)
    }

    fn tip_at(&self, area: usize, at: (f64, f64)) -> Option<Tip> {
        let bin = self.bin_of(area);
        let Some(bin) = bin else {
            let area = self.app.world.areas.get(area)?;
            let country = self.app.country(&area.id);
            let title = country.map(|country| country.name_en.clone()).or(area.name.clone())?;
            return Some(Tip { at, title, lines: Vec::new(), hint: "No row" });
        };
        let country = self.countries().into_iter().find(|country| country.bin == bin)?;
        let in_view = self.open.loaded.borrow().view.in_view();
        let label = self.label(bin);
        let tip = tip_of(&label, Measure::Rows, "", country.rows, in_view, country.chosen);
        Some(Tip { at, ..tip })
    }

    fn leave(&self) {
        if self.pointed.get_untracked().is_some() {
            self.pointed.set(None);
        }
        self.app.screen.tip.set(None);
    }
}

impl Kind for Map {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        self.open.changes.track();
        let height = (surface.width * 0.456).max(150.0).round();
        let frame = Frame::canvas(surface.width, height, surface.ratio * FINE);
        let layout = self.layout(frame, (surface.width, height));
        let countries = self.countries();
        let largest = countries.iter().map(|country| country.rows).max().unwrap_or(0);
        let classes = classes(largest);
        let including = countries.iter().any(|country| country.chosen);
        let looks = self.app.world.areas.iter().enumerate().map(|(index, area)| {
            let country = countries.iter().find(|country| country.area == index);
            let class = country.and_then(|country| class_of(&classes, country.rows));
            let tone = match class {
                Some(at) => Tone::Class { at, of: classes.len() },
                None if area.id == SUBJECT => Tone::Subject,
                None if self.app.country(&area.id).is_some() => Tone::NoRecord,
                None => Tone::Other,
            };
            let chosen = country.is_some_and(|country| country.chosen);
            let state = mark_state(chosen, including);
            AreaLook { tone, state }
        });
        let looks: Vec<AreaLook> = looks.collect();
        let pointed = self.pointed.get();
        let chart = MapChart { layout: &layout, looks: &looks, pointed, subject: "China" };
        let marks = countries.iter().map(|country| {
            let label = self.label(country.bin);
            MarkView {
                value: country.bin.to_string(),
                count: country.rows,
                label: format!("{label}: {} {}", grouped(country.rows), noun(country.rows)),
                pressed: country.chosen,
                standing: standing(country.chosen),
                place: layout.mark(country.area),
            }
        });
        let legend = legend(&classes, &countries, &surface.palette);
        let some = countries.iter().filter(|country| country.rows > 0).count();
        let finding = match some {
            1 => format!("{}: 1 country", self.name),
            count => format!("{}: {count} countries", self.name),
        };
        let scene = chart.scene(&surface.palette);
        let plot = Plot {
            finding,
            subtitle: "Rows by country".to_owned(),
            class: "map".to_owned(),
            height,
            fine: FINE,
            marks: marks.collect(),
            over: Vec::new(),
            below: vec![shown(&legend)],
            legend: legend.into_iter().map(|(color, label, _)| (color, label)).collect(),
            controls: Vec::new(),
        };
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let mut countries = self.countries();
        countries.sort_by(|one, other| other.rows.cmp(&one.rows).then(one.bin.cmp(&other.bin)));
        let rows = countries.iter().map(|country| TableRow {
            value: country.bin.to_string(),
            label: self.label(country.bin),
            count: country.rows,
            words: None,
            total: country.total,
            parts: Vec::new(),
        });
        let rows = rows.collect();
        TableView {
            first: "Country",
            counted: "Rows",
            parts: Vec::new(),
            all: "all rows",
            whole: 0,
            rows,
        }
    }

    fn click(&self, index: usize, shift: bool, _: bool) {
        if let Some((bin, _)) = self.places.get(index) {
            choose(&self.open, self.dimension, *bin, shift);
        }
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let (_, area) = *self.places.get(index)?;
        self.pointed.set(Some(area));
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
        match event.type_().as_str() {
            "click" => {
                // A key on a focused mark arrives as a click of that mark, which no pointer made.
                if mouse.detail() == 0 {
                    return false;
                }
                let bin = self.under(at).and_then(|area| self.bin_of(area));
                if let Some(bin) = bin {
                    choose(&self.open, self.dimension, bin, mouse.shift_key());
                }
            }
            "pointermove" => {
                let pointer = event.unchecked_ref::<PointerEvent>();
                let under = self.under(at).filter(|_| pointer.pointer_type() == "mouse");
                if self.pointed.get_untracked() != under {
                    self.pointed.set(under);
                }
                self.app.screen.tip.set(under.and_then(|area| self.tip_at(area, client)));
            }
            "pointerleave" | "focusout" => self.leave(),
            "keydown" | "focusin" => return false,
            _ => {}
        }
        true
    }
}

fn noun(rows: u32) -> &'static str {
    if rows == 1 { "row" } else { "rows" }
}

/// What the colours mean: colour, rows, how many countries.
fn legend(
    classes: &[(u32, u32)],
    countries: &[Country],
    palette: &explorer_chart::Palette,
) -> Vec<(Rgb, String, Option<usize>)> {
    let of = classes.len();
    let entry = |at: usize, (from, to): (u32, u32)| {
        let label = if from == to {
            grouped(from)
        } else {
            format!("{}\u{2013}{}", grouped(from), grouped(to))
        };
        let there = countries.iter().filter(|country| (from..=to).contains(&country.rows)).count();
        (Tone::Class { at, of }.color(palette), format!("{label} {}", noun(to)), Some(there))
    };
    let classed = classes.iter().enumerate().map(|(at, class)| entry(at, *class));
    let none = (Tone::NoRecord.color(palette), "No row".to_owned(), None);
    classed.chain([none]).collect()
}

fn shown(legend: &[(Rgb, String, Option<usize>)]) -> Markup {
    let items = legend.iter().map(|(color, label, there)| {
        let swatch = el("i").attr("style", format!("background:{}", color.css()));
        let count = there.map(|there| {
            el("span").class("count").text(there.to_string()).attr("title", "Countries")
        });
        el("li").child(swatch).child(el("span").text(label.as_str())).children(count)
    });
    el("ul")
        .class("legend")
        .attr("aria-label", "What the colours mean; the numbers count countries")
        .children(items)
}
