//! The values of a column as ranked bars.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::ui::figure::{Kind, Plot, Surface, TableRow, TableView};
use explorer::ui::marks::MarkView;
use explorer::ui::markup::Markup;
use explorer::ui::signal::Signal;
use explorer::ui::switch::button;
use explorer::ui::tooltip::Tip;
use explorer_chart::{AgencyTint, Bar, BarChart, Scene, Tint};
use explorer_loader::{Loaded, LoadedColumn};
use explorer_number::{grouped, percent};
use explorer_reader::agency::Agencies;
use explorer_reader::mapping::Meaning;
use web_sys::Element;

use super::app::App;
use super::chart_tools::{chart, mark_state, standing};
use super::open::Open;
use super::tip_lines::{tip_line, tip_lines};
use crate::embedded::agencies;
use crate::measure::{Measure, lengths};
use crate::ranked::top;

/// Rows that are shown before a reader asks for more, and then.
const FIRST: usize = 10;
const MORE: usize = 60;

/// What stands for rows without a value.
pub const NONE: &str = "(none)";

/// The bars of a column.
pub fn bars(app: &'static App, open: &Rc<Open>, column: usize) -> Element {
    let (name, dimension) = open.column(column);
    let is_agency = {
        let loaded = open.loaded.borrow();
        loaded.columns.get(column).is_some_and(|column| column.meaning == Some(Meaning::Agency))
    };
    let agencies = is_agency.then(agencies);
    let (all, shown) = (Signal::new(false), RefCell::default());
    let kind = Bars { app, open: open.clone(), column, name, dimension, agencies, all, shown };
    chart(app, open, column, "bars", Rc::new(kind))
}

/// The name of a value: of a country its English name.
pub fn label(app: &App, loaded: &Loaded, column: usize, bin: usize) -> String {
    let Some(column) = loaded.columns.get(column) else { return String::new() };
    let Some(values) = loaded.view.table().dictionary(column.dimension) else {
        return String::new();
    };
    if bin >= values.len() {
        return NONE.to_owned();
    }
    let text = values.value(bin);
    let country = if has_countries(column) { app.country(text) } else { None };
    country.map_or(text, |country| &country.name_en).to_owned()
}

/// Whether a column's values are codes of countries.
pub fn has_countries(column: &LoadedColumn) -> bool {
    matches!(column.meaning, Some(Meaning::Country | Meaning::Venue))
}

struct Bars {
    app: &'static App,
    open: Rc<Open>,
    column: usize,
    name: String,
    dimension: usize,
    /// The Chinese agencies by their names, if the column has them.
    agencies: Option<Agencies>,
    /// Whether the reader asked for more rows.
    all: Signal<bool>,
    /// What was drawn last.
    shown: RefCell<Model>,
}

#[derive(Default)]
struct Model {
    measure: Measure,
    rows: Vec<Row>,
    in_view: u32,
}

struct Row {
    bin: u32,
    label: String,
    length: u32,
    words: String,
    rows: u32,
    total: u32,
    chosen: bool,
}

impl Bars {
    fn model(&self, most: usize) -> (Model, usize) {
        self.open.changes.track();
        let measure = self.open.measure.get();
        let mut loaded = self.open.loaded.borrow_mut();
        let view = &mut loaded.view;
        let values = measure.values(view, self.dimension);
        let lengths = lengths(measure, &values);
        let chosen = view.selected(self.dimension);
        let shown = top(&values, most, &chosen);
        let view = &loaded.view;
        let (counts, totals) = (view.counts(self.dimension), view.totals(self.dimension));
        let number = |of: &[u32], bin: usize| of.get(bin).copied().unwrap_or(0);
        let distinct =
            counts.iter().take(counts.len().saturating_sub(1)).filter(|n| **n > 0).count();
        let rows = shown.into_iter().map(|bin| Row {
            // Bins have 32 bits.
            bin: bin as u32,
            label: label(self.app, &loaded, self.column, bin),
            length: lengths[bin],
            words: measure.value_words(values[bin]),
            rows: number(counts, bin),
            total: match measure {
                Measure::Rows => number(totals, bin),
                _ => lengths[bin],
            },
            chosen: chosen.binary_search(&(bin as u32)).is_ok(),
        });
        let rows = rows.collect();
        (Model { measure, rows, in_view: loaded.view.in_view() }, distinct)
    }

    /// The way to more rows, if some are left out at first.
    fn more(&self, distinct: usize, open: bool) -> Option<Markup> {
        let label = match open {
            true => "Show fewer".to_owned(),
            false if distinct > MORE => {
                format!("Show the first {MORE} of {}", grouped(distinct as u64))
            }
            false => format!("Show all {distinct}"),
        };
        (distinct > FIRST).then(|| {
            button("more")
                .class("text-button")
                .attr("data-test", "chart-more")
                .attr("aria-expanded", if open { "true" } else { "false" })
                .text(label)
        })
    }
}

impl Kind for Bars {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let open = self.all.get();
        let (model, distinct) = self.model(if open { MORE } else { FIRST });
        let including = model.rows.iter().any(|row| row.chosen);
        let bars = model.rows.iter().map(|row| Bar {
            label: &row.label,
            count: row.length,
            value: Some(&row.words),
            total: row.total,
            tint: match &self.agencies {
                Some(agencies) => {
                    Tint::Agency(AgencyTint::of(agencies.find(&row.label).unwrap_or_default()))
                }
                None => Tint::Neutral,
            },
            state: mark_state(row.chosen, including),
        });
        let bars: Vec<Bar<'_>> = bars.collect();
        let chart = BarChart { bars: &bars };
        let height = chart.height(surface.width);
        let marks =
            model.rows.iter().zip(chart.marks(surface.width)).map(|(row, place)| MarkView {
                value: row.bin.to_string(),
                count: row.rows,
                label: format!("{}: {}", row.label, row.words),
                pressed: row.chosen,
                standing: standing(row.chosen),
                place: Some(place),
            });
        let words = model.measure.words(&self.open.loaded.borrow().view);
        let values = match distinct {
            1 => "1 value".to_owned(),
            count => format!("{} values", grouped(count as u64)),
        };
        let behind = if chart.totals_shown() { "; pale bars: all rows" } else { "" };
        let marks = marks.collect();
        let scene = chart.scene(&surface.frame(height), &surface.palette);
        let plot = Plot {
            finding: self.name.clone(),
            subtitle: format!("{words} by {}; {values} in view{behind}", self.name),
            class: "bars".to_owned(),
            height,
            fine: 1.0,
            marks,
            over: Vec::new(),
            legend: Vec::new(),
            below: Vec::new(),
            controls: self.more(distinct, open).into_iter().collect(),
        };
        self.shown.replace(model);
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let (model, _) = self.model(1000);
        let rows = model.rows.iter().map(|row| TableRow {
            value: row.bin.to_string(),
            label: row.label.clone(),
            count: row.rows,
            words: (model.measure != Measure::Rows).then(|| row.words.clone()),
            total: row.total,
            parts: Vec::new(),
        });
        TableView {
            first: "Value",
            counted: model.measure.heading(),
            parts: Vec::new(),
            all: if model.measure == Measure::Rows { "all rows" } else { "" },
            whole: if model.measure == Measure::Rows { model.in_view } else { 0 },
            rows: rows.collect(),
        }
    }

    fn click(&self, index: usize, shift: bool, _: bool) {
        let bin = self.shown.borrow().rows.get(index).map(|row| row.bin);
        let Some(bin) = bin else { return };
        choose(&self.open, self.dimension, bin, shift);
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let shown = self.shown.borrow();
        let row = shown.rows.get(index)?;
        Some(tip_of(&row.label, shown.measure, &row.words, row.rows, shown.in_view, row.chosen))
    }

    fn act(&self, _: &str) {
        self.all.update(|all| *all = !*all);
    }
}

/// A click on a value: only it, again to choose all, with Shift it as well.
pub fn choose(open: &Open, dimension: usize, bin: u32, adds: bool) {
    open.change(|view| {
        if adds {
            view.toggle(dimension, bin);
        } else if view.selected(dimension) == [bin] {
            view.clear(dimension);
        } else {
            view.select(dimension, &[bin]);
        }
    });
}

/// What is said of a value that is pointed at.
pub fn tip_of(
    label: &str,
    measure: Measure,
    words: &str,
    rows: u32,
    in_view: u32,
    chosen: bool,
) -> Tip {
    let mut lines = tip_lines(measure, words.to_owned(), rows);
    if measure == Measure::Rows && in_view > 0 && rows <= in_view {
        lines.push(tip_line("Share of those in view", percent(rows, in_view)));
    }
    let hint = match chosen {
        true => "Click again to clear",
        false => "Click: only this \u{b7} Shift: add",
    };
    Tip { at: (0.0, 0.0), title: label.to_owned(), lines, hint }
}
