//! Both sides over time: the first one's columns up, the second one's down, on one scale.

use explorer_chart::mirror::HEIGHT;
use explorer_chart::{Bin, Mirror};
use explorer_explore::grain::{Grain, month_name};
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::compare::behind::during;
use explorer_view::compare::over_time::{OverTime, PairBin, finding, over_time};
use explorer_view::compare::pair::Half;
use explorer_view::step::Step;
use explorer_view::uncertain::{KEY, spoken};
use leptos::prelude::*;

use super::figures::{EITHER, PARTS, parts, with_uncertain};
use super::model::{CompareModel, use_comparison};
use crate::components::figure::Figure;
use crate::components::figure::chart_canvas::ChartCanvas;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::{MarkClick, MarkView};
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::records::heading::{hatched_words, heading};
use crate::components::switch::{Switch, SwitchOption};
use crate::components::tooltip::{Tip, TipLine};
use crate::reactive::memo;

/// Below this width in CSS pixels the key has no numbers.
const NAMES_ONLY: f64 = 480.0;

/// The period of a side's column, and whether the records cover all of it.
fn name(bin: &PairBin, half: Half) -> String {
    let label = bin.bins[half as usize].label();
    if bin.is_partial[half as usize] { format!("{label} (in part)") } else { label }
}

/// The period of a column, or the two that lie over each other.
fn both(bin: &PairBin) -> String {
    let [a, b] = Half::BOTH.map(|half| name(bin, half));
    if a == b { a } else { format!("{a} and {b}") }
}

fn chart_bin(bin: &PairBin, aligned: bool) -> Bin {
    let [first, second] = bin.bins;
    let month = first.from().and_then(|date| date.month()).unwrap_or(1);
    let short = match first.months {
        3 => format!("Q{}", (month - 1) / 3 + 1),
        12 => String::new(),
        _ => month_name(month).chars().take(1).collect(),
    };
    // Two periods a whole number of years apart have the same months; of others, both are written.
    let same = (first.first - second.first).rem_euclid(12) == 0;
    let tick = match (aligned, first.months) {
        (false, _) => short,
        (true, 12) => format!("{} / {}", first.label(), second.label()),
        (true, 1) if same => month_name(month).to_owned(),
        (true, _) if same => short,
        (true, _) => format!("{} / {}", first.label(), second.label()),
    };
    Bin {
        uncertain: bin.uncertain.to_vec(),
        label: first.label(),
        tick,
        counts: bin.counts.to_vec(),
        total: 0,
        year: first.year(),
        first_of_year: first.starts_year(),
        is_partial: bin.is_partial.contains(&true),
    }
}

/// Both sides over time.
#[component]
pub fn ComparedColumns() -> impl IntoView {
    let model = use_comparison();
    let CompareModel { store, comparison, names, .. } = model;
    let grain = store.part(|state| state.grain);
    let time: Memo<OverTime> =
        memo(move || comparison.with(|it| over_time(store.explorer, it, grain.get())));
    let title =
        memo(move || comparison.with(|it| time.with(|time| finding(it, time, grain.get()))));
    let subtitle = memo(move || {
        let measure = comparison.with(|it| it.measure);
        let unit = grain.get().id();
        let laid = match time.with(|time| time.aligned) {
            true => format!("; the two periods lie over each other, {unit} by {unit}"),
            false => String::new(),
        };
        let hatched = time.with(|time| time.bins.iter().any(PairBin::is_hatched));
        let hatched = hatched_words(hatched, unit);
        let uncertain = time
            .with(|time| time.bins.iter().any(|bin| bin.uncertain.iter().any(|some| *some > 0)));
        let uncertain = if uncertain { KEY } else { "" };
        format!(
            "{} per {unit}, A above the line and B below it{laid}{hatched}{uncertain}",
            heading(measure)
        )
    });
    let table = memo(move || {
        let either = store.outcome.get();
        let over = either.over_time_unsplit(store.explorer.table(), grain.get());
        let total = |bin: &PairBin| {
            let first = store.explorer.table().months().map(|(first, _)| first)?;
            over.get(grain.get().bin_of(first, bin.bins[0].first)).copied()
        };
        time.with(|time| TableView {
            uncertain: false,
            difference: true,
            first: "Period",
            counted: "A",
            parts: PARTS.map(str::to_owned).into(),
            all: if time.aligned { "" } else { EITHER },
            whole: 0,
            rows: time
                .bins
                .iter()
                .map(|bin| TableRow {
                    uncertain: 0,
                    value: key(bin),
                    label: both(bin),
                    count: bin.counts[0],
                    words: None,
                    // Of two periods in one row, both are there.
                    total: match time.aligned {
                        true => bin.counts[0].saturating_add(bin.counts[1]),
                        false => total(bin).unwrap_or_default(),
                    },
                    parts: parts(bin.counts[1], bin.uncertain),
                })
                .collect(),
            sum: comparison.with(|it| {
                let [a, b] = it.counts();
                Some(TableRow {
                    uncertain: 0,
                    value: String::new(),
                    label: "All periods".to_owned(),
                    count: a,
                    words: None,
                    total: either.summary.get(either.measure),
                    parts: parts(b, it.uncertain()),
                })
            }),
        })
    });
    let draw = Callback::new(move |surface: Surface| {
        let names = names.get();
        let (counts, measure) = comparison.with(|it| (it.counts(), it.measure));
        let keys = Half::BOTH.map(|half| {
            let (name, count) = (&names[half as usize], counts[half as usize]);
            // On a phone there is room for the names alone; the numbers stand above.
            match surface.width < NAMES_ONLY {
                true => format!("{}: {name}", half.letter()),
                false => {
                    format!("{}: {name}, {} {}", half.letter(), grouped(count), measure.noun(count))
                }
            }
        });
        time.with(|time| {
            let bins: Vec<Bin> = time.bins.iter().map(|bin| chart_bin(bin, time.aligned)).collect();
            let [a, b] = &keys;
            let chart = Mirror { bins: &bins, names: [a, b], years: !time.aligned };
            let scene = chart.scene(&surface.frame(HEIGHT), &surface.palette);
            let marks = chart.marks(surface.width, HEIGHT).into_iter().filter_map(|place| {
                let bin = time.bins.get(place.index / 2)?;
                let half = Half::BOTH[place.index % 2];
                let count = bin.counts[half as usize];
                let uncertain = bin.uncertain[half as usize];
                Some(MarkView {
                    uncertain,
                    value: format!("{}~{}", key(bin), half.key()),
                    count,
                    label: format!(
                        "{}, {}: {} {}{}",
                        name(bin, half),
                        names[half as usize],
                        grouped(count),
                        measure.noun(count),
                        spoken(uncertain)
                    ),
                    pressed: false,
                    standing: "free",
                    place: Some(place),
                })
            });
            let marks = marks.collect();
            // The drawing has its own key.
            Drawing::new(HEIGHT, scene, marks)
        })
    });
    let on_select = Callback::new(move |MarkClick { index, .. }: MarkClick| {
        let half = Half::BOTH[index % 2];
        let bin = time.with_untracked(|time| {
            // None has no records to lead to.
            let bin = time.bins.get(index / 2).filter(|bin| bin.counts[half as usize] > 0)?;
            Some(bin.bins)
        });
        if let Some(bins) = bin {
            let scope = comparison.with_untracked(|it| it.half(half).scope.clone());
            model.open_records(&during(&scope, bins[half as usize]));
        }
    });
    let tip = Callback::new(move |index: usize| {
        time.with_untracked(|time| {
            let bin = time.bins.get(index / 2)?;
            let lines = Half::BOTH.map(|half| TipLine {
                color: if half == Half::A { "--side-a" } else { "--side-b" },
                label: names.with_untracked(|names| names[half as usize].clone()),
                value: with_uncertain(bin.counts[half as usize], bin.uncertain[half as usize]),
            });
            let hint = "Click: the records of this side";
            Some(Tip { at: (0.0, 0.0), title: both(bin), lines: lines.into(), hint })
        })
    });
    let choose_grain = move |grain: Grain| store.change(Step::Push, |state| state.grain = grain);
    let controls = move || {
        let options = vec![
            SwitchOption::new(Grain::Month, Grain::Month.id(), "Months"),
            SwitchOption::new(Grain::Quarter, Grain::Quarter.id(), "Quarters"),
            SwitchOption::new(Grain::Year, Grain::Year.id(), "Years"),
        ];
        view! {
            <Switch test="grain" label="Width of a column" options selected=grain on_select=choose_grain />
        }
    };
    view! {
        <Figure id=Chart::ComparedTime.id() finding=title subtitle table draw controls>
            <ChartCanvas class="timeline" draw label=subtitle on_select tip spatial=true />
        </Figure>
    }
}

/// What names a column: its period, or the two that lie over each other.
fn key(bin: &PairBin) -> String {
    let [a, b] = bin.bins.map(|bin| bin.key());
    if a == b { a } else { format!("{a}~{b}") }
}
