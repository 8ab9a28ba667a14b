//! A facet of the records as ranked bars.

use explorer_chart::{AgencyTint, Tint};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::measure::Measure;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::finding;
use explorer_view::ranking::{Ranked, ranking_on};
use explorer_view::uncertain;
use explorer_view::whole;
use leptos::html;
use leptos::prelude::*;

use super::heading::heading;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::MarkClick;
use crate::components::ranked_bars::{RankedBars, RankedRow};
use crate::components::show_more::all_or_fewer;
use crate::components::standing::standing_words;
use crate::components::tooltip::{Tip, TipLine};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// The numbers behind a chart or a table of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetRanking {
    /// The values from the top.
    pub values: Vec<Ranked>,
    /// What shares are taken of.
    pub whole: u32,
    /// How much of that is uncertain.
    pub uncertain: u32,
    /// The same over all records.
    pub total: u32,
    /// What the totals are of.
    pub all: &'static str,
    /// What is counted.
    pub measure: Measure,
}

impl FacetRanking {
    /// What a store has of a facet.
    pub fn of(store: Store, facet: Facet) -> Self {
        let outcome = store.outcome.get();
        let base = store.base.get();
        let filters = store.filters.get();
        let values = ranking_on(&base, store.explorer, &filters, &outcome, facet);
        let measure = outcome.measure;
        let total = whole::whole(store.explorer, &base, measure).summary.get(measure);
        let whole = outcome.whole(facet);
        let uncertain = whole.saturating_sub(outcome.certain().whole(facet));
        Self { values, whole, uncertain, total, all: whole::words(&base), measure }
    }

    /// The same as a table; `first` heads the names.
    pub fn table(&self, first: &'static str) -> TableView {
        let rows = self.values.iter().map(|value| TableRow {
            uncertain: value.uncertain,
            value: value.id.clone(),
            label: value.label.clone(),
            count: value.count,
            words: None,
            total: value.total,
            parts: Vec::new(),
        });
        TableView {
            uncertain: true,
            difference: false,
            first,
            counted: heading(self.measure),
            parts: Vec::new(),
            all: self.all,
            whole: self.whole,
            rows: rows.collect(),
            sum: Some(TableRow {
                uncertain: self.uncertain,
                value: String::new(),
                label: "All, each counted once".to_owned(),
                count: self.whole,
                words: None,
                total: self.total,
                parts: Vec::new(),
            }),
        }
    }

    /// What is drawn: the first `top` values, and whatever is chosen below them.
    fn shown(&self, top: usize) -> Vec<&Ranked> {
        let is_shown =
            |(at, value): &(usize, &Ranked)| *at < top || value.standing != Standing::Free;
        self.values.iter().enumerate().filter(is_shown).map(|(_, value)| value).collect()
    }

    fn tip(&self, value: &Ranked) -> Tip {
        let mut lines = vec![TipLine::new(heading(self.measure), grouped(value.count))];
        if value.uncertain > 0 {
            lines.push(TipLine::new("Uncertain", grouped(value.uncertain)));
        }
        if self.whole > 0 {
            lines.push(TipLine::new("Share of those in view", percent(value.count, self.whole)));
        }
        if value.total != value.count {
            lines.push(TipLine::new(format!("In {}", self.all), grouped(value.total)));
        }
        let hint = match value.standing {
            Standing::Free => "Click: only this · Shift: add · Alt: exclude",
            Standing::Included => "Click again to clear",
            Standing::Excluded => "Alt and click to bring back",
        };
        Tip { at: (0.0, 0.0), title: value.label.clone(), lines, hint }
    }
}

/// What a screen reader says of a value; `all` names what the totals are of.
pub fn spoken(value: &Ranked, measure: Measure, all: &str) -> String {
    let (_, standing) = standing_words(value.standing);
    let (count, noun) = (grouped(value.count), measure.noun(value.count));
    // Where it is all of them, that goes without saying.
    let of_all = match value.total == value.count {
        true => String::new(),
        false => format!(" of {} in {all}", grouped(value.total)),
    };
    let uncertain = uncertain::spoken(value.uncertain);
    format!("{}: {count} {noun}{of_all}{uncertain}{standing}", value.label)
}

/// Ranked bars of a facet of the records.
#[component]
pub fn RecordBars(
    /// Which chart it is.
    chart: Chart,
    /// The facet whose values are the bars.
    facet: Facet,
    /// How many bars are shown before a reader asks for all.
    top: usize,
    /// What is drawn, after "Interactions": `by region of the counterpart`.
    by: &'static str,
    /// Heading of the table's first column.
    first: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let expanded = RwSignal::new(false);
    let ranking = memo(move || FacetRanking::of(store, facet));
    let drawn = memo(move || {
        let top = if expanded.get() { usize::MAX } else { top };
        ranking.with(|ranking| ranking.shown(top).into_iter().cloned().collect::<Vec<_>>())
    });
    let rows = memo(move || {
        let (measure, all) = ranking.with(|ranking| (ranking.measure, ranking.all));
        let row = |value: &Ranked| RankedRow {
            uncertain: value.uncertain,
            value: value.id.clone(),
            label: value.label.clone(),
            count: value.count,
            length: value.count,
            words: None,
            total: value.total,
            tint: match facet {
                Facet::Agency => Tint::Agency(AgencyTint::of(&value.id)),
                _ => Tint::Neutral,
            },
            standing: value.standing,
            spoken: spoken(value, measure, all),
        };
        drawn.with(|drawn| drawn.iter().map(row).collect::<Vec<_>>())
    });
    let more = memo(move || {
        ranking.with(|ranking| {
            let count = ranking.values.len();
            let more = count > ranking.shown(top).len();
            more.then(|| all_or_fewer(count, expanded.get()))
        })
    });
    let finding = memo(move || {
        ranking.with(|ranking| {
            let (filters, outcome) = (store.filters.get(), store.outcome.get());
            let values = &ranking.values;
            let words = finding::ranked(store.explorer, chart, facet, &filters, &outcome, values);
            words + &uncertain::of_ranking(&filters, &outcome, facet, values)
        })
    });
    let subtitle = memo(move || {
        let measure = ranking.with(|ranking| ranking.measure);
        format!("{} {by}", heading(measure))
    });
    let all = memo(move || ranking.with(|ranking| ranking.all.to_owned()));
    let table = memo(move || ranking.with(|ranking| ranking.table(first)));
    let on_select = Callback::new(move |MarkClick { index, shift, alt, .. }: MarkClick| {
        let id = drawn.with_untracked(|drawn| drawn.get(index).map(|value| value.id.clone()));
        if let Some(id) = id {
            store.click_value(facet, &id, shift, alt);
        }
    });
    let tip = Callback::new(move |index: usize| {
        drawn.with_untracked(|drawn| {
            let value = drawn.get(index)?;
            Some(ranking.with_untracked(|ranking| ranking.tip(value)))
        })
    });
    view! {
        <RankedBars
            id=chart.id()
            finding subtitle all rows table more expanded on_select tip node
        />
    }
}
