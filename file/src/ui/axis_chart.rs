//! A column of dates or numbers as columns over an axis.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::ui::figure::{Kind, Plot, Surface, TableRow, TableView};
use explorer::ui::marks::MarkView;
use explorer::ui::tooltip::Tip;
use explorer_chart::Scene;
use explorer_number::grouped;
use explorer_reader::date::PartialDate;
use explorer_reader::mapping::Role;
use web_sys::{Element, Event};

use super::app::App;
use super::chart_tools::{chart, standing};
use super::open::Open;
use super::stretch::{Drawn, Stretch};
use super::tip_lines::{tip_line, tip_lines};
use crate::amount::amount;
use crate::axis::{Axis, of_numbers};
use crate::columns::{Column, Columns, HEIGHT};
use crate::measure::Measure;
use crate::period::of_days;

/// The chart of the date that rows are sorted by.
pub fn dates(app: &'static App, open: &Rc<Open>, column: usize) -> Element {
    let (_, dimension) = open.column(column);
    let axis = of_days(open.loaded.borrow().view.table().days(dimension).unwrap_or_default());
    axis_chart(app, open, column, ("time", "Period", "period"), axis)
}

/// The histogram of a column of numbers, or of further dates.
pub fn numbers(app: &'static App, open: &Rc<Open>, column: usize) -> Element {
    let (_, dimension) = open.column(column);
    let axis = {
        let loaded = open.loaded.borrow();
        let table = loaded.view.table();
        // As many edges as bins: one more than those with numbers, and one bin is for rows without.
        let edges = (0..table.bins(dimension)).filter_map(|bin| table.edge(dimension, bin));
        let edges: Vec<f64> = edges.collect();
        let role = loaded.columns.get(column).map(|column| column.role);
        match role {
            Some(Role::Date(_)) => of_numbers(&edges, &day_words),
            _ => of_numbers(&edges, &amount),
        }
    };
    axis_chart(app, open, column, ("histogram", "Range", "range"), axis)
}

/// A number of days since 1970-01-01 as a date.
pub fn day_words(day: f64) -> String {
    // Days have 32 bits.
    PartialDate::from_days(day as i32).map_or(String::new(), |day| day.to_string())
}

fn axis_chart(
    app: &'static App,
    open: &Rc<Open>,
    column: usize,
    (what, first, stretch): (&'static str, &'static str, &'static str),
    axis: Axis,
) -> Element {
    let (name, dimension) = open.column(column);
    let kind = AxisChart {
        stretch: Stretch::new(open, dimension),
        open: open.clone(),
        name,
        dimension,
        axis,
        first,
        chosen: stretch,
        drawn: RefCell::default(),
    };
    chart(app, open, column, what, Rc::new(kind))
}

struct AxisChart {
    open: Rc<Open>,
    name: String,
    dimension: usize,
    axis: Axis,
    /// The heading of its steps in a table.
    first: &'static str,
    /// What a drag chooses.
    chosen: &'static str,
    stretch: Stretch,
    drawn: RefCell<Counted>,
}

/// What was drawn last, per step.
#[derive(Default)]
struct Counted {
    measure: Measure,
    values: Vec<f64>,
    rows: Vec<u32>,
    totals: Vec<u32>,
}

impl Counted {
    fn value_words(&self, step: usize) -> String {
        self.measure.value_words(self.values.get(step).copied().unwrap_or(f64::NAN))
    }
}

impl AxisChart {
    /// What is counted now, which steps are chosen, how many rows are in none, and the measure in words.
    fn count(&self) -> (Counted, Option<(usize, usize)>, u32, String) {
        self.open.changes.track();
        let measure = self.open.measure.get();
        let mut loaded = self.open.loaded.borrow_mut();
        let view = &mut loaded.view;
        let bins = || self.axis.steps.iter().map(|step| step.bins.clone());
        let sums = |counts: &[u32]| -> Vec<u32> {
            bins().map(|bins| counts.get(bins).unwrap_or_default().iter().sum()).collect()
        };
        let rows = sums(view.counts(self.dimension));
        let totals = sums(view.totals(self.dimension));
        let values = measure.values_of(view, self.dimension, bins());
        let missing = view.totals(self.dimension).last().copied().unwrap_or(0);
        let chosen = view.selected(self.dimension);
        let ends = chosen.first().zip(chosen.last());
        let selected =
            ends.and_then(|(first, last)| self.axis.touched(*first as usize..*last as usize + 1));
        (Counted { measure, values, rows, totals }, selected, missing, measure.words(view))
    }
}

impl Kind for AxisChart {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let (counted, selected, missing, words) = self.count();
        let columns = counted.values.iter().zip(&counted.totals).map(|(value, total)| Column {
            value: *value,
            total: match counted.measure {
                Measure::Rows => f64::from(*total),
                _ => f64::NAN,
            },
        });
        let columns: Vec<Column> = columns.collect();
        let value_words = |value: f64| counted.measure.value_words(value);
        let chart =
            Columns { columns: &columns, ticks: &self.axis.ticks, selected, words: &value_words };
        let places = chart.marks(surface.width, HEIGHT);
        let marks = self.axis.steps.iter().enumerate().map(|(at, step)| {
            let pressed = selected.is_some_and(|(first, last)| (first..=last).contains(&at));
            MarkView {
                value: step.key.clone(),
                count: counted.rows.get(at).copied().unwrap_or(0),
                label: format!("{}: {}", step.label, counted.value_words(at)),
                pressed,
                standing: standing(pressed),
                place: places.get(at).copied(),
            }
        });
        let without = match missing {
            0 => String::new(),
            1 => "; 1 row has none".to_owned(),
            count => format!("; {} rows have none", grouped(count)),
        };
        let marks = marks.collect();
        let behind = if chart.totals_shown() { "; pale columns: all rows" } else { "" };
        let scene = chart.scene(&surface.frame(HEIGHT), &surface.palette);
        let plot = Plot {
            finding: self.name.clone(),
            subtitle: format!("{words}{behind}{without}; drag to choose a {}", self.chosen),
            class: "timeline".to_owned(),
            height: HEIGHT,
            fine: 1.0,
            marks,
            over: Vec::new(),
            legend: Vec::new(),
            below: Vec::new(),
            controls: Vec::new(),
        };
        let bins = self.axis.steps.iter().map(|step| step.bins.clone()).collect();
        self.stretch.draws(Drawn { bins, places, selected });
        self.drawn.replace(counted);
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let counted = self.drawn.borrow();
        let rows = self.axis.steps.iter().enumerate().map(|(at, step)| TableRow {
            value: step.key.clone(),
            label: step.label.clone(),
            count: counted.rows.get(at).copied().unwrap_or(0),
            words: (counted.measure != Measure::Rows).then(|| counted.value_words(at)),
            total: counted.totals.get(at).copied().unwrap_or(0),
            parts: Vec::new(),
        });
        TableView {
            first: self.first,
            counted: counted.measure.heading(),
            parts: Vec::new(),
            all: if counted.measure == Measure::Rows { "all rows" } else { "" },
            whole: 0,
            rows: rows.collect(),
        }
    }

    fn click(&self, index: usize, shift: bool, _: bool) {
        self.stretch.click(index, shift);
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let counted = self.drawn.borrow();
        let step = self.axis.steps.get(index)?;
        let (rows, total) = (*counted.rows.get(index)?, *counted.totals.get(index)?);
        let mut lines = tip_lines(counted.measure, counted.value_words(index), rows);
        if total != rows {
            lines.push(tip_line("In all rows", grouped(total)));
        }
        let hint = "Click: only this \u{b7} Shift: extend \u{b7} Drag: choose a stretch";
        Some(Tip { at: (0.0, 0.0), title: step.label.clone(), lines, hint })
    }

    fn event(&self, event: &Event, area: &Element) -> bool {
        self.stretch.event(event, area)
    }

    fn marks_hook(&self) -> &'static str {
        "own-brush"
    }
}
