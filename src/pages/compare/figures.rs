//! Both sides by the values of a facet: dumbbells, or two bars each where there are few values.

use explorer_chart::{PairForm, PairRow, Pairs};
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::compare::behind::with_value;
use explorer_view::compare::comparison::Comparison;
use explorer_view::compare::facet_pairs::{PairCount, facet_pairs, finding, ranked};
use explorer_view::compare::pair::Half;
use explorer_view::uncertain::{HALF_KEY, KEY, matters, spoken as spoken_uncertain};
use leptos::prelude::*;

use super::model::{CompareModel, use_comparison};
use crate::components::figure::Figure;
use crate::components::figure::chart_canvas::ChartCanvas;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::{MarkClick, MarkView};
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::records::heading::heading;
use crate::components::show_more::{ShowMore, all_or_fewer};
use crate::components::tooltip::{Tip, TipLine};
use crate::reactive::memo;

/// How many values are drawn before a reader asks for all.
const TOP: usize = 12;

/// What the totals of a table are of.
pub const EITHER: &str = "A or B";

/// What heads the numbers of a row after the first side's count.
pub const PARTS: [&str; 3] = ["B", "Uncertain of A", "Uncertain of B"];

/// The numbers of a row after the first side's count: the second side's, and how much of both is uncertain.
pub fn parts(of_b: u32, [a, b]: [u32; 2]) -> Vec<u32> {
    vec![of_b, a, b]
}

/// A count in a tip, with how much of it is uncertain.
pub fn with_uncertain(count: u32, uncertain: u32) -> String {
    grouped(count).to_string() + &spoken_uncertain(uncertain)
}

/// What a caption adds about what is uncertain, as a form shows it.
fn key(form: PairForm, values: &[PairCount]) -> &'static str {
    let has = |is: &dyn Fn(u32, u32) -> bool| {
        let of = |value: &PairCount| (0..2).any(|at| is(value.uncertain[at], value.counts[at]));
        values.iter().any(of)
    };
    match form {
        PairForm::Bars if has(&|uncertain, _| uncertain > 0) => KEY,
        PairForm::Dumbbells if has(&matters) => HALF_KEY,
        _ => "",
    }
}

/// What the colours of a drawing mean, for the picture that is saved.
pub fn legend(names: &[String; 2], surface: &Surface) -> Vec<(explorer_chart::Rgb, String)> {
    let named = Half::BOTH.map(|half| format!("{}: {}", half.letter(), names[half as usize]));
    surface.palette.sides.into_iter().zip(named).collect()
}

/// The colours and names of the sides, below a chart.
#[component]
pub fn SideKey(
    /// What the sides are called.
    names: Memo<[String; 2]>,
) -> impl IntoView {
    let side = move |half: Half| {
        view! {
            <span>
                <i class=format!("side side-{}", half.key()) aria-hidden="true">
                    {half.letter()}
                </i>
                {move || names.with(|names| names[half as usize].clone())}
            </span>
        }
    };
    view! { <p class="side-key">{side(Half::A)} {side(Half::B)}</p> }
}

/// How a facet is drawn: a few values that have an order as bars, many by their difference.
fn form(facet: Facet) -> PairForm {
    match facet {
        Facet::Agency | Facet::Format | Facet::Rank => PairForm::Bars,
        _ => PairForm::Dumbbells,
    }
}

/// What heads the values, and how they are told of.
fn words(facet: Facet) -> (&'static str, &'static str) {
    match facet {
        Facet::Region => ("Region", "by region of the counterpart"),
        Facet::Country => ("Country", "by counterpart country"),
        Facet::Agency => ("Agency", "by Chinese agency"),
        Facet::Official => ("Official", "by Chinese official taking part"),
        Facet::Rank => ("Rank", "by rank of the most senior Chinese official"),
        Facet::Office => ("Office", "by the counterpart\u{2019}s office"),
        Facet::Format => ("Format", "by format of the meeting"),
        Facet::Topic => ("Topic", "by topic; a meeting can have several"),
        _ => ("Forum", "by forum or mechanism"),
    }
}

/// What a screen reader says of a value on a side.
fn spoken(value: &PairCount, half: Half, names: &[String; 2], measure: Measure) -> String {
    let (at, other) = (half as usize, 1 - half as usize);
    let count = value.counts[at];
    format!(
        "{}: {}, {} {}{}; {}, {}",
        value.label,
        names[at],
        grouped(count),
        measure.noun(count),
        spoken_uncertain(value.uncertain[at]),
        names[other],
        with_uncertain(value.counts[other], value.uncertain[other])
    )
}

fn tip(value: &PairCount, comparison: &Comparison, names: &[String; 2]) -> Tip {
    let wholes = comparison.counts();
    let lines = Half::BOTH.map(|half| {
        let at = half as usize;
        let count = value.counts[at];
        // A share of few is no share, and countries are met by both.
        let share = match comparison.is_few(half) {
            true => String::new(),
            false => format!(" ({})", percent(count, wholes[at])),
        };
        TipLine {
            color: if half == Half::A { "--side-a" } else { "--side-b" },
            label: names[at].clone(),
            value: format!("{}{share}{}", grouped(count), spoken_uncertain(value.uncertain[at])),
        }
    });
    let hint = "Click: the records of the side that is nearer";
    Tip { at: (0.0, 0.0), title: value.label.clone(), lines: lines.into(), hint }
}

/// Both sides by the values of a facet.
#[component]
pub fn ComparedFigure(
    /// Which chart it is.
    chart: Chart,
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let model = use_comparison();
    let CompareModel { store, comparison, names, .. } = model;
    let expanded = RwSignal::new(false);
    let form = form(facet);
    let values =
        memo(move || comparison.with(|comparison| facet_pairs(store.explorer, comparison, facet)));
    let drawn = memo(move || {
        let values = values.get();
        match form {
            // Bars are ranked, like those of one selection.
            PairForm::Bars => ranked(values),
            PairForm::Dumbbells => {
                let top = if expanded.get() { usize::MAX } else { TOP };
                values.into_iter().take(top).collect()
            }
        }
    });
    let more = memo(move || {
        let count = values.with(Vec::len);
        (form == PairForm::Dumbbells && count > TOP).then(|| all_or_fewer(count, expanded.get()))
    });
    let title =
        memo(move || comparison.with(|it| values.with(|values| finding(it, facet, values))));
    let subtitle = memo(move || {
        let measure = comparison.with(|it| it.measure);
        let order = match form {
            PairForm::Bars => "; at the end of a row, A minus B",
            PairForm::Dumbbells => {
                ", from the largest difference down; at the end of a row, A minus B"
            }
        };
        let key = drawn.with(|drawn| key(form, drawn));
        format!("{} {}{order}{key}", heading(measure), words(facet).1)
    });
    let table = memo(move || {
        let either = store.outcome.get();
        let total = |code: u16| either.facet(facet).get(usize::from(code)).copied();
        let row = |value: &PairCount| TableRow {
            uncertain: 0,
            value: value.id.clone(),
            label: value.label.clone(),
            count: value.counts[0],
            words: None,
            total: total(value.code).unwrap_or_default(),
            parts: parts(value.counts[1], value.uncertain),
        };
        let [a, b] = comparison.with(|it| it.counts());
        TableView {
            uncertain: false,
            difference: true,
            first: words(facet).0,
            counted: "A",
            parts: PARTS.map(str::to_owned).into(),
            all: EITHER,
            whole: 0,
            rows: values.with(|values| values.iter().map(row).collect()),
            sum: Some(TableRow {
                uncertain: 0,
                value: String::new(),
                label: "All, each counted once".to_owned(),
                count: a,
                words: None,
                total: either.summary.get(either.measure),
                parts: parts(b, comparison.with(|it| it.uncertain())),
            }),
        }
    });
    let draw = Callback::new(move |surface: Surface| {
        let (names, measure) = (names.get(), comparison.with(|it| it.measure));
        drawn.with(|drawn| {
            let rows = drawn.iter().map(|value| PairRow {
                label: &value.label,
                counts: value.counts,
                uncertain: value.uncertain,
            });
            let rows: Vec<PairRow<'_>> = rows.collect();
            let chart = Pairs { rows: &rows, form };
            let height = chart.height(surface.width);
            let scene = chart.scene(&surface.frame(height), &surface.palette);
            let marks = chart.marks(surface.width).into_iter().filter_map(|place| {
                let value = drawn.get(place.index / 2)?;
                let half = Half::BOTH[place.index % 2];
                Some(MarkView {
                    uncertain: value.uncertain[half as usize],
                    value: format!("{}~{}", value.id, half.key()),
                    count: value.counts[half as usize],
                    label: spoken(value, half, &names, measure),
                    pressed: false,
                    standing: "free",
                    place: Some(place),
                })
            });
            let marks = marks.collect();
            Drawing { legend: legend(&names, &surface), ..Drawing::new(height, scene, marks) }
        })
    });
    let on_select = Callback::new(move |MarkClick { index, .. }: MarkClick| {
        let half = Half::BOTH[index % 2];
        let filters = drawn.with_untracked(|drawn| {
            // None has no records to lead to.
            let value = drawn.get(index / 2).filter(|value| value.counts[half as usize] > 0)?;
            comparison.with_untracked(|it| Some(with_value(&it.half(half).scope, facet, &value.id)))
        });
        if let Some(filters) = filters {
            model.open_records(&filters);
        }
    });
    let tip = Callback::new(move |index: usize| {
        drawn.with_untracked(|drawn| {
            let value = drawn.get(index / 2)?;
            comparison
                .with_untracked(|it| names.with_untracked(|names| Some(tip(value, it, names))))
        })
    });
    let controls = move || view! { <ShowMore words=more expanded test="chart-more" /> };
    let below = move || view! { <SideKey names /> };
    view! {
        <Figure id=chart.id() finding=title subtitle table draw below controls>
            <ChartCanvas class="bars" draw label=subtitle on_select tip />
        </Figure>
    }
}
