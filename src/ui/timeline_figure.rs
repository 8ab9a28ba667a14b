//! Columns over time by agency, with a brush; the overview's large one and the facet panel's
//! small one.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::bar_figure::heading;
use super::brush::Brush;
use super::canvas::{SceneCanvas, width_of};
use super::figure::{Figure, TableRow, TableView};
use super::marks::{MarkClick, MarkView, MarksLayer};
use super::store::{Step, Store, store};
use super::switch::switch;
use super::tooltip::{Tip, TipLine};
use crate::chart::timeline::{COMPACT_HEIGHT, HEIGHT};
use crate::chart::{AgencyTint, Bin, Mark, Series, Timeline, Tint};
use crate::explore::facet::Facet;
use crate::explore::filter::DateRange;
use crate::explore::grain::{Grain, month_name};
use crate::explore::measure::Measure;
use crate::number::grouped;
use crate::view::chart::Chart;
use crate::view::finding::{self, Counted};
use crate::view::time::{TimeCount, bins_of_range, stacks, timeline_on};

fn counts(store: Store, grain: Signal<Grain>) -> Memo<Vec<TimeCount>> {
    Memo::new(move |_| {
        store.state.with(|state| {
            timeline_on(&state.page, store.explorer, &store.outcome.get(), grain.get())
        })
    })
}

/// The timeline of the overview.
#[component]
pub fn TimelineFigure() -> impl IntoView {
    let store = store();
    let grain = Signal::derive(move || store.state.with(|state| state.grain));
    let counts = counts(store, grain);
    let measure = Signal::derive(move || store.outcome.with(|outcome| outcome.measure));
    let whole = Signal::derive(move || counts.with(|bins| bins.iter().map(|b| b.count).sum()));
    let agencies = agency_ids(store);
    let parts = agencies.clone();
    let finding = Signal::derive(move || {
        let bins: Vec<_> = counts.with(|bins| {
            let counted = |b: &TimeCount| Counted { label: b.bin.label(), count: b.count };
            bins.iter().map(counted).collect()
        });
        finding::over_time(&bins, whole.get(), measure.get())
    });
    let subtitle = Signal::derive(move || {
        let by = match grain.get() {
            Grain::Month => "month",
            Grain::Quarter => "quarter",
        };
        let noun = heading(measure.get());
        if stacks(measure.get()) {
            format!("{noun} per {by}, by Chinese agency; drag to choose a period")
        } else {
            format!("Distinct countries per {by}, all agencies together; drag to choose a period")
        }
    });
    let table = Signal::derive(move || TableView {
        first: "Period",
        counted: heading(measure.get()),
        parts: parts.clone(),
        whole: 0,
        rows: counts.with(|bins| bins.iter().map(table_row).collect()),
    });
    let act = move |act: &str| {
        let grain = if act == "quarter" { Grain::Quarter } else { Grain::Month };
        store.change(Step::Push, |state| state.grain = grain);
    };
    let controls = move || {
        let grains = [("month", "Months"), ("quarter", "Quarters")];
        vec![switch("grain", "Width of a column", &grains, grain.get().id())]
    };
    view! {
        <Figure chart=Chart::Timeline finding subtitle table controls=Box::new(controls) act=Box::new(act)>
            <BrushedTimeline counts compact=false label=subtitle />
        </Figure>
    }
}

/// The histogram of the date facet.
#[component]
pub fn DateHistogram() -> impl IntoView {
    let store = store();
    let counts = counts(store, Signal::derive(|| Grain::Month));
    let label = Signal::derive(|| "Records per month; drag to choose a period".to_owned());
    view! {
        <div data-test="date-histogram">
            <BrushedTimeline counts compact=true label />
        </div>
    }
}

#[component]
fn BrushedTimeline(
    counts: Memo<Vec<TimeCount>>,
    compact: bool,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let store = store();
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let height = if compact { COMPACT_HEIGHT } else { HEIGHT };
    let range = Memo::new(move |_| store.filters.with(|filters| filters.range));
    let selected = Memo::new(move |_| counts.with(|bins| bins_of_range(bins, range.get())));
    let agencies = StoredValue::new(agency_ids(store));
    let model = move || Model::new(store, counts, selected, compact);
    let brush = Brush::new(store, counts);
    let bin_under = move |event: &ev::PointerEvent| {
        let left = element.get_untracked().map_or(0.0, |e| e.get_bounding_client_rect().left());
        let x = f64::from(event.client_x()) - left;
        untrack(|| model().with(|chart| chart.bin_at(x, width.get())))
    };
    let marks = Signal::derive(move || {
        let places = model().with(|chart| chart.marks(width.get(), height));
        let (selected, measure) = (selected.get(), store.outcome.with(|o| o.measure));
        counts.with(|bins| {
            let marks = bins.iter().zip(places).enumerate();
            marks.map(|(at, (bin, place))| mark_view(at, bin, place, selected, measure)).collect()
        })
    });
    let click = move |click: MarkClick| {
        if brush.ends_drag() {
            return;
        }
        match (selected.get_untracked(), click.shift) {
            (Some((first, last)), true) => {
                brush.choose(Step::Push, first.min(click.index), last.max(click.index));
            }
            (Some(only), false) if only == (click.index, click.index) => {
                brush.set(Step::Push, DateRange::default());
            }
            _ => brush.choose(Step::Push, click.index, click.index),
        }
    };
    let tip = move |index: usize| {
        let measure = store.outcome.with_untracked(|outcome| outcome.measure);
        counts.with_untracked(|bins| {
            let bin = bins.get(index)?;
            agencies.with_value(|agencies| Some(tip_of(bin, agencies, measure)))
        })
    };
    let plot = Signal::derive(move || model().with(|chart| chart.plot_rect(width.get(), height)));
    let handle = move |end: End| {
        view! { <Handle end counts selected marks plot brush /> }
    };
    // A memo, so that a handle that is being moved is not made anew.
    let chosen = Memo::new(move |_| !compact && selected.with(Option::is_some));
    let handles = move || chosen.get().then(|| view! { {handle(End::From)} {handle(End::To)} });
    view! {
        <div
            class="canvas-box timeline"
            node_ref=element
            style:height=format!("{height}px")
            on:pointerdown=move |event| {
                let bin = bin_under(&event);
                brush.press(&event, bin);
            }
            on:pointermove=move |event| {
                let bin = bin_under(&event);
                brush.drag_to(&event, element, bin);
            }
            on:pointerup=move |_| brush.release()
            on:pointercancel=move |_| brush.release()
        >
            <SceneCanvas
                width
                height=Signal::derive(move || height)
                scene=Box::new(move |frame, palette| {
                    // The small histogram lies in the facet panel, which has a ground of its own.
                    let palette = if compact { &palette.clone().on(palette.surface) } else { palette };
                    model().with(|chart| chart.scene(frame, palette))
                })
            />
            <MarksLayer marks label test=if compact { "" } else { "brush" } click tip />
            {handles}
        </div>
    }
}

/// The counts as the chart takes them.
struct Model {
    bins: Vec<Bin>,
    series: Vec<Series>,
    selected: Option<(usize, usize)>,
    compact: bool,
    stacked: bool,
}

impl Model {
    fn new(
        store: Store,
        counts: Memo<Vec<TimeCount>>,
        selected: Memo<Option<(usize, usize)>>,
        compact: bool,
    ) -> Self {
        let stacked = !compact && stacks(store.outcome.with(|outcome| outcome.measure));
        let bins = counts.with(|bins| bins.iter().map(|bin| chart_bin(bin, stacked)).collect());
        let series = agency_ids(store)
            .into_iter()
            .map(|id| Series { tint: Tint::Agency(AgencyTint::of(&id)), label: id })
            .collect();
        Self { bins, series, selected: selected.get(), compact, stacked }
    }

    fn with<T>(&self, then: impl FnOnce(Timeline<'_>) -> T) -> T {
        then(Timeline {
            bins: &self.bins,
            series: &self.series,
            selected: self.selected,
            compact: self.compact,
            stacked: self.stacked,
        })
    }
}

fn agency_ids(store: Store) -> Vec<String> {
    let entries = store.explorer.table().dictionary(Facet::Agency).entries();
    entries.iter().map(|entry| entry.label.clone()).collect()
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
        place,
    }
}

fn table_row(count: &TimeCount) -> TableRow {
    TableRow {
        value: count.bin.key(),
        label: count.bin.label(),
        count: count.count,
        total: count.total,
        parts: count.by_agency.clone(),
    }
}

fn tip_of(count: &TimeCount, agencies: &[String], measure: Measure) -> Tip {
    let colors = |agency: &str| match AgencyTint::of(agency) {
        AgencyTint::Mps => "--mps",
        AgencyTint::Cplc => "--cplc",
        AgencyTint::Mss => "--mss",
        AgencyTint::Rest => "--rest",
    };
    let line = |color, label: &str, value| TipLine { color, label: label.to_owned(), value };
    let mut lines = vec![line("", heading(measure), grouped(count.count))];
    let parts = agencies.iter().zip(&count.by_agency).filter(|(_, n)| **n > 0);
    lines.extend(parts.map(|(agency, n)| line(colors(agency), agency, grouped(*n))));
    if count.total != count.count {
        lines.push(line("", "In all records", grouped(count.total)));
    }
    let hint = "Click: only this · Shift: extend · Drag: choose a period";
    Tip { at: (0.0, 0.0), title: count.bin.label(), lines, hint }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// One end of the chosen period: dragged, or moved with the arrow keys.
#[component]
fn Handle(
    end: End,
    counts: Memo<Vec<TimeCount>>,
    selected: Memo<Option<(usize, usize)>>,
    marks: Signal<Vec<MarkView>>,
    plot: Signal<Mark>,
    brush: Brush,
) -> impl IntoView {
    let ends = move || selected.get().unwrap_or_default();
    let bin = move || if end == End::From { ends().0 } else { ends().1 };
    let style = move || {
        let place = marks.with(|marks| marks.get(bin()).map(|mark| mark.place));
        let x = place.map_or(0.0, |p| if end == End::From { p.x } else { p.x + p.width });
        // At the plot's upper edge: the bars below stay free to be clicked.
        format!("left:{x}px;top:{}px", plot.get().y)
    };
    let words = move || counts.with(|bins| bins.get(bin()).map(|b| b.bin.label()));
    let key = move |event: ev::KeyboardEvent| {
        let (first, last) = untrack(ends);
        let end_of_time = counts.with_untracked(Vec::len).saturating_sub(1);
        let now = if end == End::From { first } else { last };
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (now + 1).min(end_of_time),
            _ => return,
        };
        event.prevent_default();
        // An end does not pass the other one.
        match end {
            End::From => brush.choose(Step::Push, to.min(last), last),
            End::To => brush.choose(Step::Push, first, to.max(first)),
        }
    };
    let press = move |event: ev::PointerEvent| {
        event.stop_propagation();
        let (first, last) = untrack(ends);
        brush.press(&event, if end == End::From { last } else { first });
    };
    let (test, label) = match end {
        End::From => ("brush-from", "Start of the period"),
        End::To => ("brush-to", "End of the period"),
    };
    view! {
        <div
            class="handle"
            role="slider"
            tabindex="0"
            data-test=test
            aria-label=label
            aria-orientation="horizontal"
            aria-valuemin="0"
            aria-valuemax=move || counts.with(Vec::len).saturating_sub(1).to_string()
            aria-valuenow=move || bin().to_string()
            aria-valuetext=words
            style=style
            on:keydown=key
            on:pointerdown=press
        ></div>
    }
}
