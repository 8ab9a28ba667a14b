//! The records over time by agency, with a brush; a large chart, and the date facet's small one.

use explorer_chart::timeline::{COMPACT_HEIGHT, HEIGHT};
use explorer_chart::{AgencyTint, AxisNote, Bin, Series, Timeline, Tint};
use explorer_explore::facet::Facet;
use explorer_explore::grain::{Grain, month_name};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, counted, measured};
use explorer_number::grouped;
use explorer_view::around::{AroundMark, marks};
use explorer_view::chart::Chart;
use explorer_view::finding::{self, COMPARED};
use explorer_view::time::{TimeCount, bins_of_range, range_of_bins, stacks, timeline_on};
use explorer_view::trend::per_year;
use explorer_view::uncertain::{self, KEY};
use explorer_view::whole;
use leptos::html;
use leptos::prelude::*;

use super::around_list::AroundList;
use super::heading::{agency_color, hatched_words, heading};
use super::split_timeline::{SplitCanvas, SplitModel, SplitSelect};
use crate::components::brushed_columns::{
    Brushed, BrushedColumns, ColumnView, ColumnsLayout, Stretch, draw_columns,
};
use crate::components::figure::Figure;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::save_menu::DRAG_HINT;
use crate::components::figure::source::FigureSource;
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::show::Show;
use crate::components::show_more::ShowMore;
use crate::components::switch::{Switch, SwitchOption};
use crate::components::tooltip::{Tip, TipLine};
use crate::hooks::use_screen::use_screen;
use crate::reactive::{memo, text};
use crate::records;
use crate::store::{Store, use_store};
use explorer_explore::filter::{DateRange, Filters};
use explorer_view::step::Step;

/// What a timeline counts.
#[derive(Debug, Clone, PartialEq)]
struct Counts {
    bins: Vec<TimeCount>,
    measure: Measure,
    /// What the totals are of.
    all: &'static str,
    /// All periods together.
    sum: TableRow,
    /// How many there are from year to year, where the columns are months or quarters of all time.
    trend: Option<String>,
}

/// A timeline of the records, as its two forms share it.
#[derive(Clone, Copy)]
struct TimelineModel {
    store: Store,
    compact: bool,
    grain: Signal<Grain>,
    counts: Memo<Counts>,
    columns: Memo<Vec<ColumnView>>,
    selected: Signal<Option<Stretch>>,
    draw: Callback<Surface, Drawing>,
    /// What is marked on it.
    notes: Memo<Vec<AroundMark>>,
}

impl TimelineModel {
    /// A timeline; with `around`, a large one that marks what happened around the meetings while that
    /// holds.
    fn new(store: Store, around: Option<Signal<bool>>) -> Self {
        let compact = around.is_none();
        // The small histogram always has months.
        let grain: Signal<Grain> = match compact {
            true => Signal::stored(Grain::Month),
            false => store.part(|state| state.grain).into(),
        };
        let counts = memo(move || {
            let outcome = store.outcome.get();
            let base = store.base.get();
            let bins = timeline_on(&base, store.explorer, &outcome, grain.get());
            let (measure, all) = (outcome.measure, whole::words(&base));
            let is_all_time = store.filters.with(|filters| filters.range.is_open());
            let trend = (!compact && is_all_time && grain.get() != Grain::Year)
                .then(|| timeline_on(&base, store.explorer, &outcome, Grain::Year))
                .and_then(|years| per_year(&years));
            Counts { bins, measure, all, sum: sum(store, &base, &outcome), trend }
        });
        let names = StoredValue::new(if compact { Vec::new() } else { agencies(store) });
        let columns =
            memo(move || counts.with(|counts| names.with_value(|names| columns(counts, names))));
        let selected = memo(move || {
            let range = store.filters.with(|filters| filters.range);
            counts.with(|counts| bins_of_range(&counts.bins, range))
        });
        let selected: Signal<Option<Stretch>> = selected.into();
        let notes = memo(move || match around.is_some_and(|around| around.get()) {
            true => counts.with(|counts| marks(store.explorer, records::around(), &counts.bins)),
            false => Vec::new(),
        });
        let lay_out = Callback::new(move |surface: Surface| {
            let stretch = selected.get();
            counts.with(|counts| {
                notes.with(|notes| lay_out(store, counts, stretch, compact, notes, &surface))
            })
        });
        let draw = draw_columns(columns, selected, lay_out);
        Self { store, compact, grain, counts, columns, selected, draw, notes }
    }

    fn subtitle(self) -> String {
        let measure = self.counts.with(|counts| counts.measure);
        let by = self.grain.get().id();
        let what = match (self.compact, stacks(measure)) {
            (true, _) => "Records per month".to_owned(),
            (_, true) => format!("{} per {by}, by Chinese agency", heading(measure)),
            (_, false) => format!("Distinct countries per {by}, all agencies together"),
        };
        let trend = self.counts.with(|counts| counts.trend.clone());
        let trend = trend.map_or(String::new(), |trend| format!("; {trend}"));
        let hatched = self.counts.with(|counts| counts.bins.iter().any(TimeCount::is_hatched));
        let hatched = hatched_words(hatched && !self.compact, by);
        let has_uncertain =
            self.counts.with(|counts| counts.bins.iter().any(|count| count.uncertain > 0));
        let key = if has_uncertain && !self.compact { KEY } else { "" };
        let (store, selected) = (self.store, self.selected.get());
        let compared = if selected.is_some() && !self.compact { COMPARED } else { "" };
        let pale = self.counts.with(|counts| {
            let behind =
                with_chart(store, counts, selected, self.compact, |chart| chart.totals_shown());
            if behind && !self.compact { format!("; {}", pale(counts)) } else { String::new() }
        });
        format!("{what}{trend}{hatched}{key}{compared}{pale}{DRAG_HINT}period")
    }

    /// Chooses a period; whether it is another one.
    fn brush(self, Brushed { step, stretch }: Brushed) -> bool {
        let range = self.counts.with_untracked(|counts| {
            stretch.map_or(DateRange::default(), |(a, b)| range_of_bins(&counts.bins, a, b))
        });
        let differs = self.store.state.with_untracked(|state| state.filters.range != range);
        if differs {
            self.store.change(step, |state| state.filters.range = range);
        }
        differs
    }

    fn tip(self, index: usize) -> Option<Tip> {
        self.counts.with_untracked(|counts| {
            let count = counts.bins.get(index)?;
            let agencies = agencies(self.store);
            let mut lines = vec![TipLine::new(heading(counts.measure), grouped(count.count))];
            if count.uncertain > 0 {
                lines.push(TipLine::new("Uncertain", grouped(count.uncertain)));
            }
            let parts = agencies.iter().zip(&count.by_agency).filter(|(_, n)| **n > 0);
            lines.extend(parts.map(|(agency, n)| TipLine {
                color: agency_color(AgencyTint::of(agency)),
                label: agency.clone(),
                value: grouped(*n),
            }));
            if count.total != count.count {
                lines.push(TipLine::new("In all records", grouped(count.total)));
            }
            let hint = "Click: only this · Shift: extend · Drag: choose a period";
            Some(Tip { at: (0.0, 0.0), title: name(count), lines, hint })
        })
    }

    fn table(self) -> TableView {
        self.counts.with(|counts| TableView {
            uncertain: true,
            difference: false,
            first: "Period",
            counted: heading(counts.measure),
            parts: agencies(self.store),
            all: counts.all,
            whole: 0,
            rows: counts.bins.iter().map(table_row).collect(),
            sum: Some(counts.sum.clone()),
        })
    }
}

/// A timeline with its caption.
#[component]
pub fn RecordTimeline(
    /// Which chart it is.
    chart: Chart,
    /// Whether what happened around the meetings is marked as long as a reader does not say.
    #[prop(optional)]
    with_around: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let chosen = store.part(|state| state.around);
    let around = memo(move || chosen.get().unwrap_or(with_around));
    let model = TimelineModel::new(store, Some(around.into()));
    let TimelineModel { grain, counts, columns, selected, draw, notes, .. } = model;
    let bins = memo(move || counts.with(|counts| counts.bins.clone()));
    let split = SplitModel::new(store, grain, bins);
    let finding = memo(move || {
        split.finding().unwrap_or_else(|| {
            let (filters, outcome) = (store.filters.get(), store.outcome.get());
            counts.with(|counts| {
                let bins = &counts.bins;
                finding::over_time(store.explorer, &filters, &outcome, bins, grain.get())
                    + &uncertain::of_time(&filters, &outcome, bins)
            })
        })
    });
    let subtitle = memo(move || split.subtitle().unwrap_or_else(|| model.subtitle()));
    let table = memo(move || {
        let whole = model.table();
        split.table(&whole).unwrap_or(whole)
    });
    let drawn_bins = memo(move || {
        counts.with(|counts| {
            counts.bins.iter().map(|count| chart_bin(count, false)).collect::<Vec<_>>()
        })
    });
    let one = draw;
    let draw = Callback::new(move |surface: Surface| match split.is_on() {
        true => drawn_bins.with(|bins| split.draw(bins, selected.get(), &surface)),
        false => one.run(surface),
    });
    let on_brush = Callback::new(move |brushed| model.brush(brushed));
    let tip = Callback::new(move |index| model.tip(index));
    let choose_grain = move |grain: Grain| store.change(Step::Push, |state| state.grain = grain);
    let in_article = expect_context::<FigureSource>().in_article;
    let toggle_around = move |_| {
        let now = !around.get_untracked();
        store.change(Step::Push, |state| state.around = (now != with_around).then_some(now));
    };
    let controls = move || {
        let options = vec![
            SwitchOption::new(Grain::Month, Grain::Month.id(), "Months"),
            SwitchOption::new(Grain::Quarter, Grain::Quarter.id(), "Quarters"),
            SwitchOption::new(Grain::Year, Grain::Year.id(), "Years"),
        ];
        view! {
            <Switch test="grain" label="Width of a column" options selected=grain on_select=choose_grain />
            // An article shows what its author chose.
            {(!in_article)
                .then(|| {
                    view! {
                        <SplitSelect />
                        <button
                            type="button"
                            class="text-button"
                            data-test="around"
                            hidden=move || split.is_on()
                            aria-pressed=text(move || around.get().to_string())
                            on:click=toggle_around
                        >
                            "What happened around it"
                        </button>
                    }
                })}
        }
    };
    let below = move || {
        view! {
            <ShowMore words=split.more expanded=split.expanded test="chart-more" />
            <Show when=move || !split.is_on()>
                <AroundList marks=notes />
            </Show>
        }
    };
    view! {
        <Figure id=chart.id() finding subtitle table draw node controls below>
            <Show
                when=move || split.is_on()
                fallback=move || {
                    view! {
                        <BrushedColumns
                            columns selected draw on_brush tip
                            handles=true
                            steps=true
                            label=subtitle
                            marks_test="brush"
                        />
                    }
                }
            >
                <SplitCanvas split draw label=subtitle />
            </Show>
        </Figure>
    }
}

/// The histogram of the date facet.
#[component]
pub fn DateHistogram() -> impl IntoView {
    let model = TimelineModel::new(use_store(), None);
    let TimelineModel { columns, selected, draw, .. } = model;
    let on_brush = Callback::new(move |brushed| model.brush(brushed));
    let tip = Callback::new(move |index| model.tip(index));
    view! {
        <div data-test="date-histogram">
            <BrushedColumns
                columns selected draw on_brush tip
                label=Signal::derive(move || model.subtitle())
            />
        </div>
    }
}

fn agencies(store: Store) -> Vec<String> {
    let entries = store.explorer.table().dictionary(Facet::Agency).entries();
    entries.iter().map(|entry| entry.label.clone()).collect()
}

/// The columns; `agencies` are those that their layers stand for, and are said of each.
fn columns(counts: &Counts, agencies: &[String]) -> Vec<ColumnView> {
    let agencies = if stacks(counts.measure) { agencies } else { &[] };
    let column = |count: &TimeCount| {
        let (label, noun) = (name(count), counts.measure.noun(count.count));
        let mut spoken = format!("{label}: {} {noun}", grouped(count.count));
        spoken.push_str(&uncertain::spoken(count.uncertain));
        let parts = agencies.iter().zip(&count.by_agency).filter(|(_, count)| **count > 0);
        for (agency, count) in parts {
            for part in [", ", agency, " ", &grouped(*count)] {
                spoken.push_str(part);
            }
        }
        let (key, count, uncertain) = (count.bin.key(), count.count, count.uncertain);
        ColumnView { key, count, uncertain, spoken, label }
    };
    counts.bins.iter().map(column).collect()
}

fn lay_out(
    store: Store,
    counts: &Counts,
    selected: Option<Stretch>,
    compact: bool,
    notes: &[AroundMark],
    surface: &Surface,
) -> ColumnsLayout {
    let height = if compact { COMPACT_HEIGHT } else { HEIGHT };
    // The small histogram lies in the facet panel, which has a ground of its own.
    let palette = surface.palette.clone();
    let palette = if compact { palette.on(surface.palette.surface) } else { palette };
    let places = notes.iter().filter_map(|note| note.place);
    let lines: Vec<AxisNote> =
        places.map(|place| AxisNote { at: place.at, number: place.number }).collect();
    with_chart(store, counts, selected, compact, |chart| {
        let frame = surface.frame(height);
        let mut scene = chart.scene(&frame, &palette);
        chart.annotate(&mut scene, &frame, &palette, &lines);
        let pale = chart.totals_shown().then(|| (palette.track, pale(counts)));
        let said = |note: &AroundMark| {
            let number = note.place?.number;
            Some((palette.text_muted, format!("{number} {}, {}", note.label, note.date)))
        };
        ColumnsLayout {
            height,
            places: chart.marks(surface.width, height),
            scene,
            legend: pale.into_iter().chain(notes.iter().filter_map(said)).collect(),
        }
    })
}

/// What the pale columns are.
fn pale(counts: &Counts) -> String {
    format!("pale columns: {}", counts.all)
}

/// Does something with the chart of these counts.
fn with_chart<T>(
    store: Store,
    counts: &Counts,
    selected: Option<Stretch>,
    compact: bool,
    then: impl FnOnce(&Timeline<'_>) -> T,
) -> T {
    let stacked = !compact && stacks(counts.measure);
    let mut bins: Vec<Bin> = counts.bins.iter().map(|count| chart_bin(count, stacked)).collect();
    if compact {
        // The small histogram has no room for a key.
        bins.iter_mut().for_each(|bin| bin.uncertain.clear());
    }
    let series = agencies(store).into_iter();
    let series = series.map(|label| Series { tint: Tint::Agency(AgencyTint::of(&label)), label });
    let series: Vec<Series> = series.collect();
    then(&Timeline { bins: &bins, series: &series, selected, compact, stacked })
}

fn chart_bin(count: &TimeCount, stacked: bool) -> Bin {
    let bin = count.bin;
    let month = bin.from().and_then(|date| date.month()).unwrap_or(1);
    Bin {
        uncertain: match stacked {
            true => count.uncertain_by_agency.clone(),
            false => vec![count.uncertain],
        },
        label: bin.label(),
        tick: match bin.months {
            3 => format!("Q{}", (month - 1) / 3 + 1),
            12 => String::new(),
            _ => month_name(month).chars().take(1).collect(),
        },
        counts: if stacked { count.by_agency.clone() } else { vec![count.count] },
        total: count.total,
        year: bin.year(),
        first_of_year: bin.starts_year(),
        is_partial: count.is_partial,
    }
}

/// All periods together, under all filters but the date range. A country counts once.
fn sum(store: Store, base: &Filters, outcome: &Outcome) -> TableRow {
    let (table, measure) = (store.explorer.table(), outcome.measure);
    let rows = outcome.at_any_time();
    let certain = measured(table, outcome.certain().at_any_time(), measure);
    TableRow {
        uncertain: measured(table, rows, measure).saturating_sub(certain),
        value: String::new(),
        label: "All periods".to_owned(),
        count: measured(table, rows, measure),
        words: None,
        total: whole::whole(store.explorer, base, measure).summary.get(measure),
        parts: counted(table, rows, Facet::Agency, measure),
    }
}

/// The name of a period, and whether the records cover all of it.
fn name(count: &TimeCount) -> String {
    let label = count.bin.label();
    if count.is_partial { format!("{label} (in part)") } else { label }
}

fn table_row(count: &TimeCount) -> TableRow {
    TableRow {
        uncertain: count.uncertain,
        value: count.bin.key(),
        label: name(count),
        count: count.count,
        words: None,
        total: count.total,
        parts: count.by_agency.clone(),
    }
}
