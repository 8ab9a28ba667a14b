//! Columns over time by agency, with a brush; the overview's large one and the facet panel's
//! small one.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::bar_figure::heading;
use super::brush::Brush;
use super::figure::{Kind, Plot, Surface, TableRow, TableView, figure, plot_area};
use super::length::css;
use super::marks::MarkView;
use super::markup::{Markup, el};
use super::store::{Step, Store};
use super::switch::switch;
use super::tooltip::{Tip, TipLine};
use explorer_chart::mark::column_at;
use explorer_chart::timeline::{COMPACT_HEIGHT, HEIGHT};
use explorer_chart::{AgencyTint, Bin, Mark, Scene, Series, Timeline, Tint};
use explorer_explore::facet::Facet;
use explorer_explore::filter::DateRange;
use explorer_explore::grain::{Grain, month_name};
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::finding::{self, Counted};
use explorer_view::time::{TimeCount, bins_of_range, range_of_bins, stacks, timeline_on};
use explorer_view::whole;

/// A timeline, such as that of the overview.
pub fn timeline_figure(store: Store, chart: Chart) -> Element {
    figure(store, chart, Rc::new(Columns::new(store, false)))
}

/// The histogram of the date facet.
pub fn date_histogram(store: Store) -> Element {
    let area = plot_area(store.screen(), Rc::new(Columns::new(store, true)));
    el("div").attr("data-test", "date-histogram").kept(area).build()
}

/// What a reader can do, at the end of the subtitle; a picture that is saved goes without.
pub const DRAG: &str = "; drag to choose a period";

struct Columns {
    store: Store,
    /// Whether it is the bare histogram of the facet panel.
    compact: bool,
    brush: Brush,
    drawn: RefCell<Drawn>,
}

/// What was drawn last.
#[derive(Default)]
struct Drawn {
    counts: Vec<TimeCount>,
    measure: Measure,
    selected: Option<(usize, usize)>,
    places: Vec<Mark>,
}

impl Drawn {
    fn range(&self, a: usize, b: usize) -> DateRange {
        range_of_bins(&self.counts, a, b)
    }
}

impl Columns {
    fn new(store: Store, compact: bool) -> Self {
        Self { store, compact, brush: Brush::default(), drawn: RefCell::default() }
    }

    /// The small histogram always has months.
    fn grain(&self) -> Grain {
        match self.compact {
            true => Grain::Month,
            false => self.store.state.with(|state| state.grain),
        }
    }

    fn agencies(&self) -> Vec<String> {
        let entries = self.store.explorer.table().dictionary(Facet::Agency).entries();
        entries.iter().map(|entry| entry.label.clone()).collect()
    }

    fn subtitle(&self, measure: Measure) -> String {
        let by = match self.grain() {
            Grain::Month => "month",
            Grain::Quarter => "quarter",
        };
        let what = match (self.compact, stacks(measure)) {
            (true, _) => "Records per month".to_owned(),
            (_, true) => format!("{} per {by}, by Chinese agency", heading(measure)),
            (_, false) => format!("Distinct countries per {by}, all agencies together"),
        };
        format!("{what}{DRAG}")
    }

    fn choose(&self, step: Step, range: DateRange) {
        self.store.change(step, |state| state.filters.range = range);
    }

    /// Where the arrow keys move an end of the period; the ends do not pass each other.
    fn step(&self, end: End, key: &str) -> Option<DateRange> {
        let drawn = self.drawn.borrow();
        let (first, last) = drawn.selected?;
        let now = if end == End::From { first } else { last };
        let to = match key {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (now + 1).min(drawn.counts.len().saturating_sub(1)),
            _ => return None,
        };
        Some(match end {
            End::From => drawn.range(to.min(last), last),
            End::To => drawn.range(first, to.max(first)),
        })
    }
}

impl Kind for Columns {
    fn plot(&self, surface: &Surface) -> (Plot, Scene) {
        let (store, grain) = (self.store, self.grain());
        let outcome = store.outcome.get();
        let counts = timeline_on(&store.base.get(), store.explorer, &outcome, grain);
        let measure = outcome.measure;
        let range = store.filters.with(|filters| filters.range);
        let selected = bins_of_range(&counts, range);
        let stacked = !self.compact && stacks(measure);
        let bins: Vec<Bin> = counts.iter().map(|count| chart_bin(count, stacked)).collect();
        let series = self.agencies().into_iter();
        let series =
            series.map(|label| Series { tint: Tint::Agency(AgencyTint::of(&label)), label });
        let series: Vec<Series> = series.collect();
        let chart =
            Timeline { bins: &bins, series: &series, selected, compact: self.compact, stacked };
        let height = if self.compact { COMPACT_HEIGHT } else { HEIGHT };
        let places = chart.marks(surface.width, height);
        let marks = counts.iter().zip(&places).enumerate();
        let marks = marks.map(|(at, (bin, place))| mark_view(at, bin, *place, selected, measure));
        // The small histogram lies in the facet panel, which has a ground of its own.
        let palette = surface.palette.clone();
        let palette = if self.compact { palette.on(surface.palette.surface) } else { palette };
        let counted = counts.iter().map(|b| Counted { label: b.bin.label(), count: b.count });
        let whole = counts.iter().map(|bin| bin.count).sum();
        let grains = [("month", "Months"), ("quarter", "Quarters")];
        let top = chart.plot_rect(surface.width, height).y;
        let scene = chart.scene(&surface.frame(height), &palette);
        let plot = Plot {
            finding: finding::over_time(&counted.collect::<Vec<_>>(), whole, measure),
            subtitle: self.subtitle(measure),
            class: "timeline".to_owned(),
            height,
            fine: 1.0,
            marks: marks.collect(),
            over: match selected.filter(|_| !self.compact) {
                Some(ends) => [End::From, End::To]
                    .map(|end| handle(end, ends, &counts, &places, top))
                    .to_vec(),
                None => Vec::new(),
            },
            legend: Vec::new(),
            below: Vec::new(),
            controls: vec![switch("grain", "Width of a column", &grains, grain.id())],
        };
        self.drawn.replace(Drawn { counts, measure, selected, places });
        (plot, scene)
    }

    fn table(&self) -> TableView {
        let drawn = self.drawn.borrow();
        TableView {
            first: "Period",
            counted: heading(drawn.measure),
            parts: self.agencies(),
            all: self.store.base.with_untracked(whole::words),
            whole: 0,
            rows: drawn.counts.iter().map(table_row).collect(),
        }
    }

    fn click(&self, index: usize, shift: bool, _: bool) {
        let range = {
            let drawn = self.drawn.borrow();
            match (drawn.selected, shift) {
                (Some((first, last)), true) => drawn.range(first.min(index), last.max(index)),
                (Some(only), false) if only == (index, index) => DateRange::default(),
                _ => drawn.range(index, index),
            }
        };
        self.choose(Step::Push, range);
    }

    fn tip(&self, index: usize) -> Option<Tip> {
        let drawn = self.drawn.borrow();
        drawn.counts.get(index).map(|bin| tip_of(bin, &self.agencies(), drawn.measure))
    }

    fn act(&self, act: &str) {
        let grain = if act == "quarter" { Grain::Quarter } else { Grain::Month };
        self.store.change(Step::Push, |state| state.grain = grain);
    }

    fn marks_hook(&self) -> &'static str {
        if self.compact { "" } else { "brush" }
    }

    fn event(&self, event: &Event, area: &Element) -> bool {
        let end = End::of(event);
        let pointer = event.unchecked_ref::<PointerEvent>();
        let bin = |drawn: &Drawn| {
            let left = area.get_bounding_client_rect().left();
            column_at(&drawn.places, f64::from(pointer.client_x()) - left)
        };
        match event.type_().as_str() {
            "click" => return end.is_some() || self.brush.ends_drag(),
            "pointerdown" => {
                let anchor = {
                    let drawn = self.drawn.borrow();
                    match (end, drawn.selected) {
                        (Some(End::From), Some((_, last))) => last,
                        (Some(End::To), Some((first, _))) => first,
                        _ => bin(&drawn),
                    }
                };
                self.brush.press(pointer, anchor);
            }
            "pointermove" => self.brush.drag_to(pointer, area, &|step, anchor| {
                let range = {
                    let drawn = self.drawn.borrow();
                    drawn.range(anchor, bin(&drawn))
                };
                let differs = range != self.store.filters.with_untracked(|filters| filters.range);
                if differs {
                    self.choose(step, range);
                }
                differs
            }),
            "pointerup" | "pointercancel" => self.brush.release(),
            "keydown" => {
                let Some(end) = end else { return false };
                if let Some(range) = self.step(end, &event.unchecked_ref::<KeyboardEvent>().key()) {
                    event.prevent_default();
                    self.choose(Step::Push, range);
                }
                return true;
            }
            _ => {}
        }
        false
    }
}

fn chart_bin(count: &TimeCount, stacked: bool) -> Bin {
    let bin = count.bin;
    let month = bin.from().and_then(|date| date.month()).unwrap_or(1);
    Bin {
        label: bin.label(),
        tick: match bin.months {
            3 => format!("Q{}", (month - 1) / 3 + 1),
            _ => month_name(month).chars().take(1).collect(),
        },
        counts: if stacked { count.by_agency.clone() } else { vec![count.count] },
        total: count.total,
        year: bin.year(),
        first_of_year: bin.starts_year(),
    }
}

fn mark_view(
    at: usize,
    count: &TimeCount,
    place: Mark,
    selected: Option<(usize, usize)>,
    measure: Measure,
) -> MarkView {
    let pressed = selected.is_some_and(|(first, last)| (first..=last).contains(&at));
    MarkView {
        value: count.bin.key(),
        count: count.count,
        label: format!(
            "{}: {} {}",
            count.bin.label(),
            grouped(count.count),
            measure.noun(count.count)
        ),
        pressed,
        standing: if pressed { "included" } else { "free" },
        place: Some(place),
    }
}

fn table_row(count: &TimeCount) -> TableRow {
    TableRow {
        value: count.bin.key(),
        label: count.bin.label(),
        count: count.count,
        words: None,
        total: count.total,
        parts: count.by_agency.clone(),
    }
}

/// The custom property of an agency's colour.
pub fn agency_color(tint: AgencyTint) -> &'static str {
    match tint {
        AgencyTint::Mps => "--mps",
        AgencyTint::Cplc => "--cplc",
        AgencyTint::Mss => "--mss",
        AgencyTint::Rest => "--rest",
    }
}

fn tip_of(count: &TimeCount, agencies: &[String], measure: Measure) -> Tip {
    let line = |color, label: &str, value| TipLine { color, label: label.to_owned(), value };
    let mut lines = vec![line("", heading(measure), grouped(count.count))];
    let parts = agencies.iter().zip(&count.by_agency).filter(|(_, n)| **n > 0);
    lines.extend(
        parts.map(|(agency, n)| line(agency_color(AgencyTint::of(agency)), agency, grouped(*n))),
    );
    if count.total != count.count {
        lines.push(line("", "In all records", grouped(count.total)));
    }
    let hint = "Click: only this · Shift: extend · Drag: choose a period";
    Tip { at: (0.0, 0.0), title: count.bin.label(), lines, hint }
}

/// One end of the chosen period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

impl End {
    /// The end whose handle an event is on.
    fn of(event: &Event) -> Option<Self> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let handle = target.closest(".handle").ok()??;
        [Self::From, Self::To]
            .into_iter()
            .find(|end| handle.get_attribute("data-test").as_deref() == Some(end.hook()))
    }

    fn hook(self) -> &'static str {
        match self {
            Self::From => "brush-from",
            Self::To => "brush-to",
        }
    }
}

/// What an end is dragged by, or moved with the arrow keys; `top` is the plot's upper edge.
fn handle(
    end: End,
    (first, last): (usize, usize),
    counts: &[TimeCount],
    places: &[Mark],
    top: f64,
) -> Markup {
    let (bin, label) = match end {
        End::From => (first, "Start of the period"),
        End::To => (last, "End of the period"),
    };
    let x = places.get(bin).map_or(0.0, |place| match end {
        End::From => place.x,
        End::To => place.x + place.width,
    });
    let words = counts.get(bin).map(|count| count.bin.label()).unwrap_or_default();
    // At the plot's upper edge: the bars below stay free to be clicked.
    el("div")
        .class("handle")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("data-test", end.hook())
        .attr("aria-label", label)
        .attr("aria-orientation", "horizontal")
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", counts.len().saturating_sub(1).to_string())
        .attr("aria-valuenow", bin.to_string())
        .attr("aria-valuetext", words)
        .attr("style", format!("left:{}px;top:{}px", css(x), css(top)))
}
