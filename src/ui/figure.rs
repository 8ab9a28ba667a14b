//! A chart on the page: its caption, its canvas with the buttons over it, its numbers as a table.
//!
//! A kind of chart says what it shows at the moment ([`Kind::plot`]) and what a reader's doing
//! means. One effect per figure brings caption, canvas, buttons, table and tools to that; it is
//! compiled once for all kinds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlCanvasElement};

use super::canvas::{Painter, width_of};
use super::effect::effect;
use super::embed;
use super::length::css;
use super::listen::{listen_to, on_act};
use super::marks::{MarkView, Marks};
use super::markup::{Filled, Markup, el};
use super::save;
use super::screen::Screen;
use super::sight::Sight;
use super::signal::Derived;
use super::store::{Step, Store};
use super::switch::button;
use super::timeline_figure::DRAG;
use super::tooltip::Tip;
use explorer_chart::{Frame, Palette, Rgb, Scene};
use explorer_export::Origin;
use explorer_export::file_name::file_name;
use explorer_export::picture::Picture;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;

/// A row of a chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The value's id, or the bin's key.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Its count.
    pub count: u32,
    /// What is written in its place, if anything.
    pub words: Option<String>,
    /// Its count over all records.
    pub total: u32,
    /// Further counts, in the order of the table's further headings.
    pub parts: Vec<u32>,
}

/// A chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableView {
    /// Heading of the first column.
    pub first: &'static str,
    /// Heading of the counts.
    pub counted: &'static str,
    /// Headings of further counts.
    pub parts: Vec<String>,
    /// What the totals are of; empty shows none.
    pub all: &'static str,
    /// What shares are taken of; 0 shows none.
    pub whole: u32,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// What a chart is drawn on.
pub struct Surface {
    /// Its width in CSS pixels; 0 until it is laid out.
    pub width: f64,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// The colours in force.
    pub palette: Palette,
}

impl Surface {
    /// A canvas of a height in CSS pixels.
    pub fn frame(&self, height: f64) -> Frame {
        Frame::canvas(self.width, height, self.ratio)
    }
}

/// What a chart shows at the moment.
pub struct Plot {
    /// What the numbers in view say.
    pub finding: String,
    /// What is drawn.
    pub subtitle: String,
    /// Classes of the drawn form.
    pub class: String,
    /// Its height in CSS pixels.
    pub height: f64,
    /// How many units of the drawing make a pixel of the canvas, along a side: more than one for
    /// shapes whose edges do not lie along pixels.
    pub fine: f64,
    /// What can be pointed at, in visual order.
    pub marks: Vec<MarkView>,
    /// What lies over the drawing, besides.
    pub over: Vec<Markup>,
    /// What the colours mean, where the drawing does not say: for the picture that is saved.
    pub legend: Vec<(Rgb, String)>,
    /// What stands between the drawing and the tools.
    pub below: Vec<Markup>,
    /// Controls beside "show as table".
    pub controls: Vec<Markup>,
}

/// A kind of chart.
pub trait Kind {
    /// What it shows at the moment, and its drawing; made anew whenever a signal that it reads
    /// changes.
    fn plot(&self, surface: &Surface) -> (Plot, Scene);

    /// The same as a table.
    fn table(&self) -> TableView;

    /// A click on a mark, or Enter on it.
    fn click(&self, index: usize, shift: bool, alt: bool);

    /// What the tooltip says of a mark, without its place.
    fn tip(&self, index: usize) -> Option<Tip>;

    /// A click on a control; it gets the control's `data-act`.
    fn act(&self, _act: &str) {}

    /// An event on the drawn form, before the marks get it. Whether that was all it meant.
    fn event(&self, _event: &Event, _area: &Element) -> bool {
        false
    }

    /// Whether the arrow keys go where they point to, rather than along the marks.
    fn is_spatial(&self) -> bool {
        false
    }

    /// `data-test` of the layer of marks; may be empty.
    fn marks_hook(&self) -> &'static str {
        ""
    }
}

/// Pixels of a printed chart per CSS pixel, at least.
const PRINTED_RATIO: f64 = 3.0;

/// The events that a chart understands.
const EVENTS: [&str; 11] = [
    "click",
    "keydown",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "pointerleave",
    "focusin",
    "focusout",
    "wheel",
];

/// The drawn form of a chart without anything around it.
pub fn plot_area(screen: &'static Screen, kind: Rc<dyn Kind>) -> Element {
    let area = Area::new(screen, &kind);
    let place = area.place.clone();
    area.follow(screen, kind, None, &place);
    place
}

/// What a chart's caption and tools belong to.
pub struct Framing {
    /// The chart's id, for its class and its `data-test`.
    pub id: String,
    /// Whether its table is shown in its place.
    pub as_table: Derived<bool>,
    /// The ways to take it away: buttons that act.
    pub save: fn() -> Markup,
    /// What is done for a tool.
    pub tools: Box<dyn Tools>,
}

/// What the tools of a chart do that are no matter of its kind.
pub trait Tools {
    /// A click on the tool with that `data-act`; `place` is the drawn form, `tools` what the tool is
    /// in. Whether it is one of these tools; otherwise the kind of chart hears of it.
    fn act(&self, act: &str, place: &Element, tools: &Element) -> bool;
}

/// A chart of the dataset with its caption.
pub fn figure(store: Store, chart: Chart, kind: Rc<dyn Kind>) -> Element {
    let as_table = Derived::new(move || store.state.with(|state| state.tables().contains(&chart)));
    let tools = Box::new(ChartTools { store, chart, kind: kind.clone() });
    framed(
        store.screen(),
        Framing { id: chart.id().into(), as_table, save: save_menu, tools },
        kind,
    )
}

/// The tools of a chart of the dataset.
struct ChartTools {
    store: Store,
    chart: Chart,
    kind: Rc<dyn Kind>,
}

impl Tools for ChartTools {
    fn act(&self, act: &str, place: &Element, tools: &Element) -> bool {
        let Self { store, chart, .. } = *self;
        match act {
            "as-table" => store.change(Step::Push, |state| state.toggle_table(chart)),
            "save-svg" | "save-png" | "save-csv" => {
                let origin = save::origin(store);
                let name = file_name(chart.id(), &origin.filters, &act[5..]);
                save_chart(store.screen(), &*self.kind, place, name, &origin);
            }
            "embed" => {
                let button = tools.query_selector("[data-act=embed]").ok().flatten();
                embed::copy_code(store, chart, move |worked| {
                    let said = if worked { "Code copied" } else { "Could not copy" };
                    if let Some(button) = &button {
                        button.set_text_content(Some(said));
                    }
                });
            }
            _ => return false,
        }
        true
    }
}

/// A chart with its caption.
pub fn framed(screen: &'static Screen, framing: Framing, kind: Rc<dyn Kind>) -> Element {
    let area = Area::new(screen, &kind);
    let shell = Shell {
        as_table: framing.as_table,
        save: framing.save,
        caption: el("figcaption").build(),
        drawn: el("div").kept(area.place.clone()).build(),
        table: el("div").build(),
        below: el("div").build(),
        tools: el("div").class("tools").build(),
    };
    let (acts, place, tools) = (kind.clone(), area.place.clone(), shell.tools.clone());
    on_act(&shell.tools, move |act| {
        if !framing.tools.act(act, &place, &tools) {
            acts.act(act);
        }
    });
    let id = framing.id;
    let parts = [&shell.caption, &shell.drawn, &shell.table, &shell.below, &shell.tools];
    let figure = el("figure")
        .class(format!("chart chart-{id}"))
        .attr("data-test", format!("chart-{id}"))
        .all_kept(parts.map(Element::clone))
        .build();
    area.follow(screen, kind, Some(shell), &figure);
    figure
}

/// What is around a chart.
struct Shell {
    as_table: Derived<bool>,
    save: fn() -> Markup,
    caption: Element,
    drawn: Element,
    table: Element,
    below: Element,
    tools: Element,
}

/// What the document shows of a figure.
#[derive(Default)]
struct Fillings {
    /// Class and style of the drawn form, and what a screen reader calls it.
    attributes: [String; 3],
    over: Filled,
    caption: Filled,
    table: Filled,
    below: Filled,
    tools: Filled,
}

impl Shell {
    /// Shows what surrounds the chart, and either the chart or its table.
    fn show(
        &self,
        filled: &mut Fillings,
        kind: &dyn Kind,
        area: &Element,
        as_table: bool,
        plot: &mut Plot,
    ) {
        let toggle = button("as-table")
            .class("text-button")
            .attr("data-test", "as-table")
            .attr("aria-pressed", if as_table { "true" } else { "false" })
            .text(if as_table { "Show as chart" } else { "Show as table" });
        let mut tools = std::mem::take(&mut plot.controls);
        tools.push(toggle);
        tools.push((self.save)());
        let title = el("h2").text(std::mem::take(&mut plot.finding));
        let caption = vec![title, el("p").text(plot.subtitle.as_str())];
        let table = if as_table { vec![table_view(&kind.table())] } else { Vec::new() };
        filled.caption.fill(&self.caption, caption);
        filled.table.fill(&self.table, table);
        filled.below.fill(&self.below, std::mem::take(&mut plot.below));
        filled.tools.fill(&self.tools, tools);
        if as_table {
            area.remove();
        } else if self.drawn.first_element_child().is_none() {
            _ = self.drawn.append_child(area);
        }
    }
}

/// The drawn form: a canvas, with buttons over it.
struct Area {
    place: Element,
    canvas: HtmlCanvasElement,
    layer: Element,
    over: Element,
    marks: Rc<Marks>,
}

impl Area {
    /// Makes the elements, and hears what the reader does.
    fn new(screen: &'static Screen, kind: &Rc<dyn Kind>) -> Self {
        let layer = el("div").class("marks").attr("role", "group");
        let layer = match kind.marks_hook() {
            "" => layer,
            hook => layer.attr("data-test", hook),
        };
        let canvas = el("canvas").attr("aria-hidden", "true").build();
        let (layer, over) = (layer.build(), el("div").class("shown").build());
        let place = el("div").all_kept([canvas.clone(), layer.clone(), over.clone()]).build();
        let marks: Rc<Marks> = Rc::default();
        let (heard, kind, at, buttons) =
            (marks.clone(), kind.clone(), place.clone(), layer.clone());
        listen_to(&place, &EVENTS, move |event| {
            if !kind.event(&event, &at) {
                heard.event(screen, &*kind, &buttons, &event);
            }
        });
        Self { place, canvas: canvas.unchecked_into(), layer, over, marks }
    }

    /// Brings everything to what the chart shows, now and whenever that changes; while `watched`
    /// is out of sight, once the page rests.
    fn follow(
        self,
        screen: &'static Screen,
        kind: Rc<dyn Kind>,
        shell: Option<Shell>,
        watched: &Element,
    ) {
        let width = width_of(&self.place);
        let Self { place, canvas, layer, over, marks } = self;
        let sight = Sight::of(watched);
        let painter: Rc<RefCell<Painter>> = Rc::default();
        let drawn_width = Cell::new(0.0);
        let shell = Rc::new(shell);
        let filled = Rc::new(RefCell::new(Fillings::default()));
        effect(move || {
            let palette = screen.theme.palette.get();
            // Paper is finer than most screens, and all of it is in sight.
            let printing = screen.theme.printing.get();
            let ratio = screen.ratio.get().max(if printing { PRINTED_RATIO } else { 0.0 });
            let surface = Surface { width: width.get(), ratio, palette };
            let (mut plot, scene) = kind.plot(&surface);
            if printing {
                plot.subtitle = plot.subtitle.trim_end_matches(DRAG).to_owned();
            }
            let as_table = shell.as_ref().as_ref().is_some_and(|shell| shell.as_table.get());
            let (kind, marks, filled) = (kind.clone(), marks.clone(), filled.clone());
            let (place, layer, over) = (place.clone(), layer.clone(), over.clone());
            let (shell, canvas, painter) = (shell.clone(), canvas.clone(), painter.clone());
            let is_drawn = surface.width > 0.0 && !as_table;
            let fine = plot.fine;
            let change: Box<dyn FnOnce()> = Box::new(move || {
                let filled = &mut *filled.borrow_mut();
                if let Some(shell) = shell.as_ref() {
                    shell.show(filled, &*kind, &place, as_table, &mut plot);
                }
                if !as_table {
                    filled.show(&place, &layer, &over, &mut plot);
                    marks.show(&layer, plot.marks);
                }
            });
            // What has just been laid out is coming into sight, whatever the browser said before.
            let resized = drawn_width.replace(surface.width) != surface.width;
            sight.run(
                resized || printing,
                Box::new(move || {
                    if is_drawn {
                        painter.borrow_mut().paint(&canvas, scene, fine);
                    }
                    // To read a font, a canvas first brings the document's styles up to date. So the
                    // document is changed only once all charts are painted.
                    queue_microtask(change);
                }),
            );
        });
    }
}

impl Fillings {
    /// Brings the drawn form's size and what lies over it up to date.
    fn show(&mut self, area: &Element, layer: &Element, over: &Element, plot: &mut Plot) {
        let class = format!("canvas-box {}", plot.class);
        let style = format!("height:{}px", css(plot.height));
        let now = [class, style, std::mem::take(&mut plot.subtitle)];
        let places = [(area, "class"), (area, "style"), (layer, "aria-label")];
        for ((before, now), (place, name)) in self.attributes.iter_mut().zip(now).zip(places) {
            if *before != now {
                _ = place.set_attribute(name, &now);
                *before = now;
            }
        }
        self.over.fill(over, std::mem::take(&mut plot.over));
    }
}

/// The ways to take a chart away as a file.
pub fn save_files() -> Markup {
    el("details")
        .class("save")
        .child(el("summary").class("text-button").attr("data-test", "save").text("Save"))
        .child(way("save-svg", "SVG"))
        .child(way("save-png", "PNG"))
        .child(way("save-csv", "CSV"))
}

/// The ways to take a chart of the dataset away.
fn save_menu() -> Markup {
    save_files().child(way("embed", "Copy code to embed"))
}

fn way(act: &'static str, label: &str) -> Markup {
    button(act).class("text-button").attr("data-test", act).text(label)
}

/// The width of a picture of a chart that is shown as a table.
const USUAL_WIDTH: f64 = 720.0;

/// Saves a chart as it is: as a picture, or the numbers behind it. The file's ending says as what.
pub fn save_chart(
    screen: &Screen,
    kind: &dyn Kind,
    place: &Element,
    name: String,
    origin: &Origin,
) {
    let palette = screen.theme.palette.get_untracked();
    let width = place.get_bounding_client_rect().width().floor();
    let width = if width > 0.0 { width } else { USUAL_WIDTH };
    let surface = Surface { width, ratio: screen.ratio.get_untracked(), palette };
    let (plot, scene) = untrack(|| kind.plot(&surface));
    if name.ends_with(".csv") {
        let (headings, lines) = numbers(&untrack(|| kind.table()));
        let csv = explorer_export::chart::csv(&plot.finding, &headings, lines.into_iter(), origin);
        return save::text(&name, "text/csv", &csv);
    }
    let picture = Picture {
        title: &plot.finding,
        subtitle: plot.subtitle.trim_end_matches(DRAG),
        scene: &scene,
        legend: &plot.legend,
        palette: &surface.palette,
    };
    let svg = picture.svg(origin);
    if name.ends_with(".png") {
        save::png(name, &svg);
    } else {
        save::text(&name, "image/svg+xml", &svg);
    }
}

/// A chart's table as headings and lines of a file.
fn numbers(table: &TableView) -> (Vec<String>, Vec<Vec<String>>) {
    let first = [table.first, "Id", table.counted].map(str::to_owned);
    let headings = first.into_iter().chain(table.parts.iter().cloned());
    let headings = headings.chain([format!("In {}", table.all)]).collect();
    let lines = table.rows.iter().map(|row| {
        let count = row.words.clone().unwrap_or_else(|| row.count.to_string());
        let first = [row.label.clone(), row.value.clone(), count];
        let parts = row.parts.iter().map(u32::to_string);
        first.into_iter().chain(parts).chain([row.total.to_string()]).collect()
    });
    (headings, lines.collect())
}

fn table_view(table: &TableView) -> Markup {
    let cell = |text: String| el("td").text(text);
    let heading = |text: &str| el("th").attr("scope", "col").text(text);
    let shares = table.whole > 0;
    let head = el("tr")
        .child(heading(table.first))
        .child(heading(table.counted))
        .children(table.parts.iter().map(|part| heading(part)))
        .children(shares.then(|| heading("Share")))
        .children((!table.all.is_empty()).then(|| heading(&format!("In {}", table.all))));
    let rows = table.rows.iter().map(|row| {
        el("tr")
            .attr("data-value", row.value.as_str())
            .attr("data-count", row.count.to_string())
            .child(el("th").attr("scope", "row").text(row.label.as_str()))
            .child(cell(row.words.clone().unwrap_or_else(|| grouped(row.count))))
            .children(
                row.parts
                    .iter()
                    .map(|part| cell(grouped(*part)).attr("data-count", part.to_string())),
            )
            .children(shares.then(|| cell(percent(row.count, table.whole))))
            .children((!table.all.is_empty()).then(|| cell(grouped(row.total))))
    });
    let numbers = el("table")
        .class("numbers-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    el("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", format!("Numbers of the chart by {}", table.first))
        .child(numbers)
}
