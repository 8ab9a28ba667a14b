//! A facet's values as ranked bars.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;

use super::figure::{Kind, Plot, Surface, TableRow, TableView, figure};
use super::marks::MarkView;
use super::markup::Markup;
use super::signal::Signal;
use super::store::Store;
use super::switch::button;
use super::tooltip::{Tip, TipLine};
use explorer_chart::{AgencyTint, Bar, BarChart, Mark, MarkState, Scene, Tint};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::measure::Measure;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::finding::{self, Counted};
use explorer_view::ranking::{Ranked, ranking_on};
use explorer_view::whole;

/// The numbers behind the figure.
#[derive(Clone, Default, PartialEq)]
struct Model {
    values: Vec<Ranked>,
    whole: u32,
    /// What the pale bars behind the bars are counted in.
    all: &'static str,
    measure: Measure,
}

impl Model {
    fn of(store: Store, facet: Facet) -> Self {
        let outcome = store.outcome.get();
        let base = store.base.get();
        let values = store
            .filters
            .with(|filters| ranking_on(&base, store.explorer, filters, &outcome, facet));
        let all = whole::words(&base);
        Self { values, whole: outcome.whole(facet), all, measure: outcome.measure }
    }

    fn table(&self, first: &'static str) -> TableView {
        TableView {
            first,
            counted: heading(self.measure),
            parts: Vec::new(),
            all: self.all,
            whole: self.whole,
            rows: self.values.iter().map(table_row).collect(),
        }
    }

    /// The rows that are drawn: the first `top`, and whatever is chosen below them.
    fn shown(&self, top: usize) -> Vec<Ranked> {
        let chosen = |(at, v): &(usize, &Ranked)| *at < top || v.standing != Standing::Free;
        self.values.iter().enumerate().filter(chosen).map(|(_, v)| v.clone()).collect()
    }

    fn finding(&self, chart: Chart) -> String {
        let values = self.values.iter().filter(|v| !v.is_absence());
        let counted = |v: &Ranked| Counted { label: v.label.clone(), count: v.count };
        finding::ranked(chart, &values.map(counted).collect::<Vec<_>>(), self.whole, self.measure)
    }
}

/// The values of a facet as a table; `first` is the heading of their names.
pub fn table_of(store: Store, facet: Facet, first: &'static str) -> TableView {
    Model::of(store, facet).table(first)
}

/// Ranked bars of the facet of a chart other than the timeline. `top` rows are shown before a
/// reader asks for all; `by` says what is drawn, after "Interactions": `by region of the
/// counterpart`; `first` heads the table's first column.
pub fn bar_figure(
    store: Store,
    (chart, facet): (Chart, Facet),
    top: usize,
    by: &'static str,
    first: &'static str,
) -> Element {
    let (all, shown) = (Signal::new(false), RefCell::default());
    figure(store, chart, Rc::new(Bars { store, chart, facet, top, by, first, all, shown }))
}

struct Bars {
    store: Store,
    chart: Chart,
    facet: Facet,
    top: usize,
    by: &'static str,
    first: &'static str,
    /// Whether the reader asked for all rows.
    all: Signal<bool>,
    /// What was drawn last, for tips and clicks: only the rows that are drawn.
    shown: RefCell<Model>,
}

impl Kind for Bars {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let model = Model::of(self.store, self.facet);
        let open = self.all.get();
        let shown = model.shown(if open { usize::MAX } else { self.top });
        let bars = bars(&shown, self.facet);
        let chart = BarChart { bars: &bars };
        let behind = match chart.totals_shown() {
            true => format!("; pale bars: {}", model.all),
            false => String::new(),
        };
        let height = chart.height(surface.width);
        let places = chart.marks(surface.width);
        let marks = shown
            .iter()
            .zip(places)
            .map(|(v, at)| mark_view(v, Some(at), model.measure, model.all));
        let scene = chart.scene(&surface.frame(height), &surface.palette);
        let plot = Plot {
            finding: model.finding(self.chart),
            subtitle: format!("{} {}{behind}", heading(model.measure), self.by),
            class: "bars".to_owned(),
            height,
            fine: 1.0,
            marks: marks.collect(),
            over: Vec::new(),
            legend: Vec::new(),
            below: Vec::new(),
            controls: self.more(&model, open).into_iter().collect(),
        };
        self.shown.replace(Model { values: shown, ..model });
        (plot, scene)
    }

    fn table(&self) -> TableView {
        table_of(self.store, self.facet, self.first)
    }

    fn click(&self, index: usize, shift: bool, alt: bool) {
        let id = self.shown.borrow().values.get(index).map(|value| value.id.clone());
        if let Some(id) = id {
            self.store.click_value(self.facet, &id, shift, alt);
        }
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let shown = self.shown.borrow();
        shown.values.get(index).map(|value| tip_of(value, &shown))
    }

    fn act(&self, _: &str) {
        self.all.update(|all| *all = !*all);
    }
}

impl Bars {
    /// The way to all rows, if some are left out at first.
    fn more(&self, model: &Model, open: bool) -> Option<Markup> {
        let rows = model.values.len();
        let label = if open { "Show fewer".to_owned() } else { format!("Show all {rows}") };
        let more = button("more")
            .class("text-button")
            .attr("data-test", "chart-more")
            .attr("aria-expanded", if open { "true" } else { "false" })
            .text(label);
        (rows > model.shown(self.top).len()).then_some(more)
    }
}

fn bars(shown: &[Ranked], facet: Facet) -> Vec<Bar<'_>> {
    let including = shown.iter().any(|v| v.standing == Standing::Included);
    let bars = shown.iter().map(|v| Bar {
        label: &v.label,
        count: v.count,
        value: None,
        total: v.total,
        tint: match facet {
            Facet::Agency => Tint::Agency(AgencyTint::of(&v.id)),
            _ => Tint::Neutral,
        },
        state: state_of(v.standing, including),
    });
    bars.collect()
}

/// How a mark is drawn; `including` says whether any value of its facet is included.
pub fn state_of(standing: Standing, including: bool) -> MarkState {
    match standing {
        Standing::Included => MarkState::Included,
        Standing::Excluded => MarkState::Excluded,
        Standing::Free if including => MarkState::Muted,
        Standing::Free => MarkState::Plain,
    }
}

/// How a value stands, as `data-state` and as a screen reader says it.
pub fn standing_words(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Free => ("free", ""),
        Standing::Included => ("included", ""),
        Standing::Excluded => ("excluded", ", excluded"),
    }
}

/// The button over a value's mark.
///
/// `all` names what the totals are of.
pub fn mark_view(v: &Ranked, place: Option<Mark>, measure: Measure, all: &str) -> MarkView {
    let (standing, said) = standing_words(v.standing);
    MarkView {
        value: v.id.clone(),
        count: v.count,
        label: format!(
            "{}: {} {} of {} in {all}{said}",
            v.label,
            grouped(v.count),
            measure.noun(v.count),
            grouped(v.total)
        ),
        pressed: v.standing == Standing::Included,
        standing,
        place,
    }
}

fn table_row(v: &Ranked) -> TableRow {
    TableRow {
        value: v.id.clone(),
        label: v.label.clone(),
        count: v.count,
        words: None,
        total: v.total,
        parts: Vec::new(),
    }
}

fn tip_of(v: &Ranked, m: &Model) -> Tip {
    let line = |label: &str, value: String| TipLine { color: "", label: label.to_owned(), value };
    let mut lines = vec![line(heading(m.measure), grouped(v.count))];
    if m.whole > 0 {
        lines.push(line("Share of those in view", percent(v.count, m.whole)));
    }
    if v.total != v.count {
        lines.push(line(&format!("In {}", m.all), grouped(v.total)));
    }
    let hint = match v.standing {
        Standing::Free => "Click: only this · Shift: add · Alt: exclude",
        Standing::Included => "Click again to clear",
        Standing::Excluded => "Alt and click to bring back",
    };
    Tip { at: (0.0, 0.0), title: v.label.clone(), lines, hint }
}

/// The measure as a heading.
pub fn heading(measure: Measure) -> &'static str {
    match measure {
        Measure::Interactions => "Interactions",
        Measure::Events => "Events",
        Measure::Countries => "Countries",
    }
}
