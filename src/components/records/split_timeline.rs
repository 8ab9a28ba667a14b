//! A timeline per agency, region, official or country: small multiples on one scale.

use explorer_chart::{AgencyTint, Bin, Mark, Multiples, Panel, Tint};
use explorer_explore::filter::{DateRange, Standing};
use explorer_explore::grain::Grain;
use explorer_number::grouped;
use explorer_view::finding;
use explorer_view::ranking::ranking_on;
use explorer_view::split::{SplitBy, SplitPanel, split};
use explorer_view::step::Step;
use explorer_view::time::{TimeCount, range_of_bins};
use explorer_view::uncertain::{self, KEY};
use leptos::prelude::*;

use super::heading::{hatched_words, heading};
use crate::components::brushed_columns::Stretch;
use crate::components::figure::chart_canvas::ChartCanvas;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::{MarkClick, MarkView};
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::show_more::all_or_fewer;
use crate::components::tooltip::{Tip, TipLine};
use crate::hooks::use_screen::use_screen;
use crate::reactive::{effect, memo};
use crate::store::{Store, use_store};

/// How many panels are drawn before a reader asks for all.
const TOP: usize = 12;

/// How many panels a tip tells the numbers of.
const TOLD: usize = 8;

/// What a timeline is split by, and its panels.
#[derive(Clone, Copy)]
pub(super) struct SplitModel {
    store: Store,
    grain: Signal<Grain>,
    bins: Memo<Vec<TimeCount>>,
    by: ReadSignal<Option<SplitBy>>,
    panels: Memo<Vec<SplitPanel>>,
    /// Whether all panels are drawn.
    pub expanded: RwSignal<bool>,
    /// What the button says that draws more of them.
    pub more: Memo<Option<String>>,
    /// The period that is pointed at, in whichever panel.
    pointed: RwSignal<Option<usize>>,
}

impl SplitModel {
    /// Of a timeline with these bins.
    pub fn new(store: Store, grain: Signal<Grain>, bins: Memo<Vec<TimeCount>>) -> Self {
        let by = store.part(|state| state.split);
        let expanded = RwSignal::new(false);
        let all = memo(move || {
            let panels = |by| {
                let outcome = store.outcome.get();
                bins.with(|bins| split(store.explorer, &outcome, bins, grain.get(), by))
            };
            by.get().map(panels).unwrap_or_default()
        });
        let more = memo(move || {
            let count = all.with(Vec::len);
            (count > TOP).then(|| all_or_fewer(count, expanded.get()))
        });
        let panels = memo(move || {
            let top = if expanded.get() { usize::MAX } else { TOP };
            all.with(|all| all.iter().take(top).cloned().collect::<Vec<_>>())
        });
        let pointed = RwSignal::new(None);
        let screen = use_screen();
        effect(move || {
            if screen.tip.with(Option::is_none) && pointed.get_untracked().is_some() {
                pointed.set(None);
            }
        });
        Self { store, grain, bins, by, panels, expanded, more, pointed }
    }

    /// Whether the timeline is split.
    pub fn is_on(self) -> bool {
        self.by.get().is_some()
    }

    /// What all panels together say: what the ranking of the same values says.
    pub fn finding(self) -> Option<String> {
        let (by, store) = (self.by.get()?, self.store);
        let (filters, outcome) = (store.filters.get(), store.outcome.get());
        let facet = by.facet();
        let values = ranking_on(&store.base.get(), store.explorer, &filters, &outcome, facet);
        let words =
            finding::ranked(store.explorer, by.ranking(), facet, &filters, &outcome, &values);
        Some(words + &uncertain::of_ranking(&filters, &outcome, facet, &values))
    }

    /// What is drawn.
    pub fn subtitle(self) -> Option<String> {
        let by = self.by.get()?;
        let (unit, noun) = (self.grain.get().id(), by.facet().noun(1));
        let measure = self.store.outcome.with(|outcome| outcome.measure);
        let several = match by {
            SplitBy::Official => "; a meeting counts for each official who took part",
            _ => "",
        };
        let heading = heading(measure);
        let hatched = self.bins.with(|bins| bins.iter().any(TimeCount::is_hatched));
        let hatched = hatched_words(hatched, unit);
        let has_uncertain = |panel: &SplitPanel| panel.uncertain.iter().any(|some| *some > 0);
        let key = self.panels.with(|panels| panels.iter().any(has_uncertain));
        let key = if key { KEY } else { "" };
        Some(format!(
            "{heading} per {unit}, a panel per {noun}, all on one scale{several}{hatched}{key}"
        ))
    }

    /// The table of the whole timeline, with a column per panel.
    pub fn table(self, whole: &TableView) -> Option<TableView> {
        self.by.get()?;
        self.panels.with(|panels| {
            let parts_at = |at: usize| -> Vec<u32> {
                panels.iter().map(|panel| panel.counts.get(at).copied().unwrap_or(0)).collect()
            };
            let row =
                |(at, row): (usize, &TableRow)| TableRow { parts: parts_at(at), ..row.clone() };
            let sum = |sum: &TableRow| TableRow {
                parts: panels.iter().map(|panel| panel.sum).collect(),
                ..sum.clone()
            };
            Some(TableView {
                parts: panels.iter().map(|panel| panel.label.clone()).collect(),
                rows: whole.rows.iter().enumerate().map(row).collect(),
                sum: whole.sum.as_ref().map(sum),
                ..whole.clone()
            })
        })
    }

    /// The panels on a surface.
    pub fn draw(self, bins: &[Bin], selected: Option<Stretch>, surface: &Surface) -> Drawing {
        let by = self.by.get();
        let tint = |panel: &SplitPanel| match by {
            Some(SplitBy::Agency) => Tint::Agency(AgencyTint::of(&panel.id)),
            _ => Tint::Neutral,
        };
        self.panels.with(|panels| {
            let drawn: Vec<Panel> = panels
                .iter()
                .map(|panel| Panel {
                    uncertain: panel.uncertain.clone(),
                    label: panel.label.clone(),
                    counts: panel.counts.clone(),
                    sum: panel.sum,
                    tint: tint(panel),
                })
                .collect();
            let pointed = self.pointed.get();
            let chart = Multiples { panels: &drawn, bins, selected, pointed };
            let height = chart.height(surface.width);
            let scene = chart.scene(&surface.frame(height), &surface.palette);
            let marks = self.bins.with(|bins| {
                let places = chart.marks(surface.width).into_iter();
                places.filter_map(|place| self.mark(panels, bins, place)).collect()
            });
            Drawing::new(height, scene, marks)
        })
    }

    fn mark(self, panels: &[SplitPanel], bins: &[TimeCount], place: Mark) -> Option<MarkView> {
        let (panel, at) = panel_and_period(place.index, bins)?;
        let panel = panels.get(panel)?;
        let (bin, count) = (bins.get(at)?.bin, panel.counts.get(at).copied()?);
        let uncertain = panel.uncertain.get(at).copied().unwrap_or_default();
        let measure = self.store.outcome.with(|outcome| outcome.measure);
        let (number, noun) = (grouped(count), measure.noun(count));
        Some(MarkView {
            uncertain,
            value: format!("{}~{}", panel.id, bin.key()),
            count,
            label: format!(
                "{}, {}: {number} {noun}{}",
                panel.label,
                bin.label(),
                uncertain::spoken(uncertain)
            ),
            pressed: false,
            standing: "free",
            place: Some(place),
        })
    }

    /// The period of a mark in all panels.
    fn tip(self, index: usize) -> Option<Tip> {
        let (at, title) = self.bins.with_untracked(|bins| {
            let (_, at) = panel_and_period(index, bins)?;
            Some((at, bins.get(at)?.bin.label()))
        })?;
        self.pointed.set(Some(at));
        let lines = self.panels.with_untracked(|panels| {
            let counted = |panel: &SplitPanel| {
                let count = panel.counts.get(at).copied().unwrap_or(0);
                TipLine::new(panel.label.clone(), grouped(count))
            };
            panels.iter().take(TOLD).map(counted).collect()
        });
        Some(Tip { at: (0.0, 0.0), title, lines, hint: "Click: only this panel and period" })
    }

    /// Shows only what a mark counts; all again if that is in view already.
    fn choose(self, index: usize) {
        let Some(by) = self.by.get_untracked() else { return };
        let facet = by.facet();
        let chosen = self.bins.with_untracked(|bins| {
            let (panel, at) = panel_and_period(index, bins)?;
            let id = self.panels.with_untracked(|panels| Some(panels.get(panel)?.id.clone()))?;
            Some((id, range_of_bins(bins, at, at)))
        });
        let Some((id, range)) = chosen else { return };
        self.store.filter(|filters| {
            let mut only = filters.clone();
            only.range = range;
            // What has no value cannot be chosen by one.
            if !id.is_empty() {
                only.clear(facet);
                only.set(facet, &id, Standing::Included);
            }
            if *filters == only {
                only.clear(facet);
                only.range = DateRange::default();
            }
            *filters = only;
        });
    }
}

/// The positions of the panel and of the period of a mark; `None` without periods.
fn panel_and_period(index: usize, bins: &[TimeCount]) -> Option<(usize, usize)> {
    Some((index.checked_div(bins.len())?, index.checked_rem(bins.len())?))
}

/// The panels of a split timeline.
#[component]
pub(super) fn SplitCanvas(
    /// What is split.
    split: SplitModel,
    /// Lays it out.
    draw: Callback<Surface, Drawing>,
    /// What a screen reader calls it.
    label: Memo<String>,
) -> impl IntoView {
    let on_select = Callback::new(move |MarkClick { index, .. }: MarkClick| split.choose(index));
    let tip = Callback::new(move |index: usize| split.tip(index));
    view! { <ChartCanvas class="split-panels" draw label on_select tip spatial=true /> }
}

/// The choice of what timelines are split by.
#[component]
pub(super) fn SplitSelect() -> impl IntoView {
    let store = use_store();
    let selected = store.part(|state| state.split);
    let option = |by: Option<SplitBy>, words: String| {
        view! {
            <option value=by.map_or("", SplitBy::id) prop:selected=move || selected.get() == by>
                {words}
            </option>
        }
    };
    let choose = move |event| {
        let by = SplitBy::from_id(&event_target_value(&event));
        store.change(Step::Push, |state| state.split = by);
    };
    view! {
        <select class="split" data-test="split" aria-label="Split by" on:change=choose>
            {option(None, "Not split".to_owned())}
            {SplitBy::ALL
                .map(|by| option(Some(by), format!("Split by {}", by.facet().noun(1))))
                .into_iter()
                .collect_view()}
        </select>
    }
}
