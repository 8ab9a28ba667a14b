//! A chart of things that are no values of a facet: sessions, years, pledges. A model says what is
//! there; it is drawn as bars or on lanes over time.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use super::bar_figure::state_of;
use super::figure::{Kind, Plot, Surface, TableRow, TableView, figure};
use super::marks::MarkView;
use super::markup::Markup;
use super::signal::Signal;
use super::store::{Step, Store};
use super::tooltip::{Tip, TipLine};
use explorer_chart::{Bar, BarChart, Lane, Lanes, Scene, Tint};
use explorer_dataset::date::{Day, PartialDate};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Standing};
use explorer_view::chart::Chart;
use explorer_view::state::Page;

/// What a click on an item means.
#[derive(Clone)]
pub enum Act {
    /// Filters for a value, as on any chart.
    Value(Facet, String),
    /// Filters for a range of dates, or takes that back.
    Range(DateRange),
    /// Chooses a kind of pledges.
    Kind(&'static str),
    /// Opens a page.
    Open(Page),
}

impl Act {
    fn hint(&self) -> &'static str {
        match self {
            Self::Value(..) => "Click: only this forum · Shift: add · Alt: exclude",
            Self::Range(_) => "Click: only these days; again to clear",
            Self::Kind(_) => "Click: only this kind · Shift: add",
            Self::Open(_) => "Click: more about it",
        }
    }
}

/// A thing on the chart.
#[derive(Clone)]
pub struct Item {
    /// What names it: `data-value`.
    pub value: String,
    /// Its number: `data-count`.
    pub count: u32,
    /// The number that it is compared with, where there is one.
    pub total: u32,
    /// Its name: beside its bar, above its tip, in the table.
    pub label: String,
    /// What the tip and a screen reader say of it: words, and a number where there is one.
    pub lines: Vec<(String, String)>,
    /// What a click means.
    pub act: Act,
    /// Whether it is chosen.
    pub standing: Standing,
    /// Whether it is a row of the table: the names of lanes are not.
    pub in_table: bool,
}

impl Item {
    /// Name and lines in a row.
    fn words(&self) -> String {
        let mut words = self.label.clone();
        for (at, (line, number)) in self.lines.iter().enumerate() {
            words.push_str(if at == 0 { ": " } else { "; " });
            words.push_str(line);
            if !number.is_empty() {
                words.push(' ');
                words.push_str(number);
            }
        }
        words
    }
}

/// How the items are drawn.
pub enum Form {
    /// A bar each.
    Bars,
    /// Each lane's name and then its points are the items, in this order.
    Lanes(Vec<Lane>),
}

/// What a chart of items shows.
pub struct Items {
    /// What the numbers say.
    pub finding: String,
    /// What is drawn.
    pub subtitle: String,
    /// Headings of the table's names and numbers.
    pub headings: (&'static str, &'static str),
    /// What the totals are of; empty for none.
    pub all: &'static str,
    /// How they are drawn.
    pub form: Form,
    /// The items in visual order.
    pub items: Vec<Item>,
    /// What stands below the drawing.
    pub below: Vec<Markup>,
    /// Controls beside "show as table".
    pub controls: Vec<Markup>,
}

/// A chart of what `make` says; it gets whether the reader asked for all.
pub fn item_figure(
    store: Store,
    chart: Chart,
    make: impl Fn(Store, bool) -> Items + 'static,
) -> Element {
    let make = Box::new(make);
    figure(
        store,
        chart,
        Rc::new(Figure { store, make, all: Signal::new(false), shown: RefCell::default() }),
    )
}

struct Figure {
    store: Store,
    make: Box<dyn Fn(Store, bool) -> Items>,
    /// Whether the reader asked for all.
    all: Signal<bool>,
    /// What was drawn last.
    shown: RefCell<Vec<Item>>,
}

impl Kind for Figure {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let store = self.store;
        let made = (self.make)(store, self.all.get());
        let width = surface.width;
        let including = made.items.iter().any(|item| item.standing == Standing::Included);
        let (height, places, scene, class) = match &made.form {
            Form::Bars => {
                let bars = made.items.iter().map(|item| Bar {
                    label: &item.label,
                    count: item.count,
                    value: None,
                    total: item.total,
                    tint: Tint::Neutral,
                    state: state_of(item.standing, including),
                });
                let bars: Vec<Bar<'_>> = bars.collect();
                let chart = BarChart { bars: &bars };
                let height = chart.height(width);
                let scene = chart.scene(&surface.frame(height), &surface.palette);
                (height, chart.marks(width), scene, "bars")
            }
            Form::Lanes(lanes) => {
                let years = years(lanes);
                let range = store.filters.with(|filters| filters.range);
                let chosen = (!range.is_open()).then(|| {
                    let from = range.from().map(PartialDate::first_day);
                    let to = range.to().map(PartialDate::last_day);
                    (from.unwrap_or(Day::MIN / 2), to.unwrap_or(Day::MAX / 2))
                });
                let chart = Lanes { lanes, years: &years, chosen };
                let height = chart.height(width);
                let scene = chart.scene(&surface.frame(height), &surface.palette);
                (height, chart.marks(width), scene, "lanes")
            }
        };
        let marks = made.items.iter().zip(places).map(|(item, place)| {
            let (standing, said) = match item.standing {
                Standing::Free => ("free", ""),
                Standing::Included => ("included", ""),
                Standing::Excluded => ("excluded", ", excluded"),
            };
            MarkView {
                value: item.value.clone(),
                count: item.count,
                label: format!("{}{said}", item.words()),
                pressed: item.standing == Standing::Included,
                standing,
                place: Some(place),
            }
        });
        let plot = Plot {
            finding: made.finding,
            subtitle: made.subtitle,
            class: class.to_owned(),
            height,
            fine: 1.0,
            marks: marks.collect(),
            over: Vec::new(),
            legend: Vec::new(),
            below: made.below,
            controls: made.controls,
        };
        self.shown.replace(made.items);
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let made = (self.make)(self.store, true);
        let rows = made.items.iter().filter(|item| item.in_table).map(|item| TableRow {
            value: item.value.clone(),
            label: item.words(),
            count: item.count,
            words: None,
            total: item.total,
            parts: Vec::new(),
        });
        let (first, counted) = made.headings;
        TableView {
            first,
            counted,
            parts: Vec::new(),
            all: made.all,
            whole: 0,
            rows: rows.collect(),
        }
    }

    fn click(&self, index: usize, shift: bool, alt: bool) {
        let act = self.shown.borrow().get(index).map(|item| item.act.clone());
        let store = self.store;
        match act {
            Some(Act::Value(facet, id)) => store.click_value(facet, &id, shift, alt),
            Some(Act::Range(range)) => store.filter(|filters| {
                filters.range = if filters.range == range { DateRange::default() } else { range };
            }),
            Some(Act::Kind(kind)) => store.change(Step::Push, |state| match shift {
                true => state.toggle_kind(kind),
                false => state.toggle_only_kind(kind),
            }),
            Some(Act::Open(page)) => store.change(Step::Push, |state| *state = state.on(page)),
            None => {}
        }
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let shown = self.shown.borrow();
        let item = shown.get(index)?;
        let lines = item.lines.iter().cloned();
        let lines = lines.map(|(label, value)| TipLine { color: "", label, value }).collect();
        Some(Tip { at: (0.0, 0.0), title: item.label.clone(), lines, hint: item.act.hint() })
    }

    fn act(&self, _: &str) {
        self.all.update(|all| *all = !*all);
    }

    fn is_spatial(&self) -> bool {
        true
    }
}

/// The years that the points of lanes span, with their first days, and the year after.
fn years(lanes: &[Lane]) -> Vec<(i16, Day)> {
    let days = || lanes.iter().flat_map(|lane| &lane.points).map(|point| point.days);
    let year = |day: Option<Day>| day.and_then(PartialDate::from_days).map(PartialDate::year);
    let first = year(days().map(|(first, _)| first).min());
    let last = year(days().map(|(_, last)| last).max());
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let years = (first..=last.saturating_add(1))
        .filter_map(|year| Some((year, PartialDate::from_year(year)?.first_day())));
    years.collect()
}
