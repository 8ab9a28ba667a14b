//! A facet's values as ranked bars.

use leptos::html;
use leptos::prelude::*;

use super::canvas::{SceneCanvas, width_of};
use super::figure::{Figure, TableRow, TableView};
use super::marks::{MarkClick, MarkView, MarksLayer};
use super::store::{Store, store};
use super::switch::button;
use super::tooltip::{Tip, TipLine};
use crate::chart::{AgencyTint, Bar, BarChart, MarkState, Tint};
use crate::explore::facet::Facet;
use crate::explore::filter::Standing;
use crate::explore::measure::Measure;
use crate::number::{grouped, percent};
use crate::view::chart::Chart;
use crate::view::finding::{self, Counted};
use crate::view::ranking::{Ranked, ranking_on};
use crate::view::whole;

/// The numbers behind the figure, recomputed when the view changes.
#[derive(Clone, PartialEq)]
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
        let (values, all) = store.state.with(|state| {
            let page = &state.page;
            let ranked = ranking_on(page, store.explorer, &state.filters, &outcome, facet);
            (ranked, whole::words(page))
        });
        Self { values, whole: outcome.whole(facet), all, measure: outcome.measure }
    }

    /// The rows that are drawn: the first `top`, and whatever is chosen below them.
    fn shown(&self, top: usize) -> Vec<&Ranked> {
        let chosen = |(at, v): &(usize, &Ranked)| *at < top || v.standing != Standing::Free;
        self.values.iter().enumerate().filter(chosen).map(|(_, v)| v).collect()
    }
}

/// Ranked bars of the chart's facet. `top` rows are shown first.
#[component]
pub fn BarFigure(
    /// The chart; not the timeline.
    chart: Chart,
    /// Its facet.
    facet: Facet,
    /// Rows shown before a reader asks for all.
    top: usize,
    /// What is drawn, after "Interactions": `by region of the counterpart`.
    by: &'static str,
    /// Heading of the table's first column.
    first: &'static str,
) -> impl IntoView {
    let store = store();
    let model = Memo::new(move |_| Model::of(store, facet));
    let all = RwSignal::new(false);
    let limit = Signal::derive(move || if all.get() { usize::MAX } else { top });
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let height =
        Signal::derive(move || with_bars(facet, model, limit, |chart| chart.height(width.get())));
    let finding = Signal::derive(move || {
        model.with(|m| {
            let values: Vec<_> = m
                .values
                .iter()
                .filter(|v| !v.is_absence())
                .map(|v| Counted { label: v.label.clone(), count: v.count })
                .collect();
            finding::ranked(chart, &values, m.whole, m.measure)
        })
    });
    let subtitle = Signal::derive(move || {
        let (noun, all) = model.with(|m| (heading(m.measure), m.all));
        let behind = if with_bars(facet, model, limit, |chart| chart.totals_shown()) {
            format!("; pale bars: {all}")
        } else {
            String::new()
        };
        format!("{noun} {by}{behind}")
    });
    let table = Signal::derive(move || {
        model.with(|m| TableView {
            first,
            counted: heading(m.measure),
            parts: Vec::new(),
            whole: m.whole,
            rows: m.values.iter().map(table_row).collect(),
        })
    });
    let marks = Signal::derive(move || {
        let places = with_bars(facet, model, limit, |chart| chart.marks(width.get()));
        model.with(|m| {
            let shown = m.shown(limit.get()).into_iter();
            shown.zip(places).map(|(v, place)| mark_view(v, place, m)).collect()
        })
    });
    let click = move |click: MarkClick| {
        let value = marks.with_untracked(|marks: &Vec<MarkView>| {
            marks.get(click.index).map(|mark| mark.value.clone())
        });
        if let Some(id) = value {
            store.click_value(facet, &id, click.shift, click.alt);
        }
    };
    let tip = move |index: usize| {
        model.with_untracked(|m| {
            let shown = m.shown(limit.get_untracked());
            shown.get(index).map(|v| tip_of(v, m))
        })
    };
    let rows = Memo::new(move |_| model.with(|m| (m.values.len(), m.shown(top).len())));
    let controls = move || {
        let (rows, shown) = rows.get();
        let open = all.get();
        let label = if open { "Show fewer".to_owned() } else { format!("Show all {rows}") };
        let more = button("more")
            .class("text-button")
            .attr("data-test", "chart-more")
            .attr("aria-expanded", if open { "true" } else { "false" })
            .text(label);
        if rows > shown { vec![more] } else { Vec::new() }
    };
    let act = move |_: &str| all.update(|all| *all = !*all);
    view! {
        <Figure chart finding subtitle table controls=Box::new(controls) act=Box::new(act)>
            <div
                class="canvas-box bars"
                node_ref=element
                style:height=move || format!("{}px", height.get())
            >
                <SceneCanvas
                    width
                    height
                    scene=Box::new(move |frame, palette| {
                        with_bars(facet, model, limit, |chart| chart.scene(frame, palette))
                    })
                />
                <MarksLayer marks label=Signal::derive(move || subtitle.get()) click tip />
            </div>
        </Figure>
    }
}

/// Makes the chart of the model's shown rows and passes it to `then`.
fn with_bars<T>(
    facet: Facet,
    model: Memo<Model>,
    limit: Signal<usize>,
    then: impl FnOnce(BarChart<'_>) -> T,
) -> T {
    model.with(|m| {
        let including = m.values.iter().any(|v| v.standing == Standing::Included);
        let bars: Vec<Bar<'_>> = m
            .shown(limit.get())
            .into_iter()
            .map(|v| Bar {
                label: &v.label,
                count: v.count,
                total: v.total,
                tint: if facet == Facet::Agency {
                    Tint::Agency(AgencyTint::of(&v.id))
                } else {
                    Tint::Neutral
                },
                state: match v.standing {
                    Standing::Included => MarkState::Included,
                    Standing::Excluded => MarkState::Excluded,
                    Standing::Free if including => MarkState::Muted,
                    Standing::Free => MarkState::Plain,
                },
            })
            .collect();
        then(BarChart { bars: &bars })
    })
}

fn mark_view(v: &Ranked, place: crate::chart::Mark, m: &Model) -> MarkView {
    let (standing, said) = match v.standing {
        Standing::Free => ("free", ""),
        Standing::Included => ("included", ""),
        Standing::Excluded => ("excluded", ", excluded"),
    };
    MarkView {
        value: v.id.clone(),
        count: v.count,
        label: format!(
            "{}: {} {} of {} in {}{said}",
            v.label,
            grouped(v.count),
            m.measure.noun(v.count),
            grouped(v.total),
            m.all
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
