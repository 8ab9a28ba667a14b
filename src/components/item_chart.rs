//! A chart of things that are no values of a facet: sessions, years, pledges.

use explorer_chart::{Bar, BarChart, Lane, Lanes, Mark, Tint};
use explorer_dataset::date::{Day, PartialDate};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Standing};
use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use super::figure::Figure;
use super::figure::chart_canvas::ChartCanvas;
use super::figure::chart_table::{TableRow, TableView};
use super::figure::marks::{MarkClick, MarkView};
use super::figure::surface::{Drawing, Surface};
use super::standing::{mark_state, standing_words};
use super::tooltip::{Tip, TipLine};
use crate::reactive::memo;

/// What a click on an item does.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemAction {
    /// Filters for a value, as on any chart.
    Value(Facet, String),
    /// Filters for a range of dates, or takes that back.
    Range(DateRange),
    /// Chooses a kind of pledges.
    Kind(&'static str),
    /// Opens a page.
    Open(Page),
}

impl ItemAction {
    fn hint(&self) -> &'static str {
        match self {
            Self::Value(..) => "Click: only this forum · Shift: add · Alt: exclude",
            Self::Range(_) => "Click: only these days; again to clear",
            Self::Kind(_) => "Click: only this kind · Shift: add",
            Self::Open(_) => "Click: more about it",
        }
    }
}

/// A click on an item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemClick {
    /// What it does.
    pub action: ItemAction,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// A thing on the chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What names it, as no other item of the chart: `data-value`.
    pub value: String,
    /// Its number: `data-count`.
    pub count: u32,
    /// The number that it is compared with, where there is one.
    pub total: u32,
    /// Its name: beside its bar, above its tip, in the table.
    pub label: String,
    /// What the tip and a screen reader say of it: words, and a number where there is one.
    pub lines: Vec<(String, String)>,
    /// What a click does.
    pub action: ItemAction,
    /// Whether it is chosen.
    pub standing: Standing,
    /// Whether it is a row of the table: the names of lanes are not.
    pub in_table: bool,
    /// What is written in place of its number, where that says nothing.
    pub words: Option<&'static str>,
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

    fn mark(&self, place: Mark) -> MarkView {
        let (standing, spoken) = standing_words(self.standing);
        MarkView {
            uncertain: 0,
            value: self.value.clone(),
            count: self.count,
            label: format!("{}{spoken}", self.words()),
            pressed: self.standing == Standing::Included,
            standing,
            place: Some(place),
        }
    }

    fn table_row(&self) -> TableRow {
        TableRow {
            uncertain: 0,
            value: self.value.clone(),
            label: self.words(),
            count: self.count,
            words: self.words.map(str::to_owned),
            total: self.total,
            parts: Vec::new(),
        }
    }

    fn tip(&self) -> Tip {
        let lines = self.lines.iter().map(|(label, value)| TipLine::new(label, value));
        let (title, hint) = (self.label.clone(), self.action.hint());
        Tip { at: (0.0, 0.0), title, lines: lines.collect(), hint }
    }
}

/// How the items are drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemForm {
    /// A bar each.
    Bars,
    /// On lanes over time: each lane's name and then its points are the items, in this order.
    Lanes {
        /// The lanes from the top.
        lanes: Vec<Lane>,
        /// The dates that the reader filters for.
        range: DateRange,
        /// What the signs mean.
        key: String,
    },
}

impl ItemForm {
    /// What the signs mean, where there are signs.
    pub fn key(&self) -> &str {
        match self {
            Self::Bars => "",
            Self::Lanes { key, .. } => key,
        }
    }
}

/// What a chart of items shows.
#[derive(Debug, Clone, PartialEq)]
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
    pub form: ItemForm,
    /// The items in visual order.
    pub items: Vec<Item>,
}

/// Items as bars or on lanes, with their caption.
#[component]
pub fn ItemChart(
    /// Which chart it is.
    chart: Chart,
    /// What it shows.
    items: Memo<Items>,
    /// What its table shows, where the drawing leaves something out.
    #[prop(optional, into)]
    all_items: Option<Memo<Items>>,
    /// A click on an item.
    on_select: Callback<ItemClick>,
    /// The element.
    #[prop(optional)]
    node: NodeRef<html::Figure>,
    /// What stands between the drawing and the tools.
    #[prop(optional, into)]
    below: ViewFn,
    /// Controls beside "show as table".
    #[prop(optional, into)]
    controls: ViewFn,
) -> impl IntoView {
    let finding = memo(move || items.with(|items| items.finding.clone()));
    let subtitle = memo(move || items.with(|items| items.subtitle.clone()));
    let table = memo(move || all_items.unwrap_or(items).with(table_view));
    let class = memo(move || {
        let class = items.with(|items| match items.form {
            ItemForm::Bars => "bars",
            ItemForm::Lanes { .. } => "lanes",
        });
        class.to_owned()
    });
    let draw = Callback::new(move |surface: Surface| items.with(|items| drawing(items, &surface)));
    let select = Callback::new(move |MarkClick { index, shift, alt, .. }: MarkClick| {
        let action = items.with_untracked(|items| items.items.get(index).map(|i| i.action.clone()));
        if let Some(action) = action {
            on_select.run(ItemClick { action, shift, alt });
        }
    });
    let tip = Callback::new(move |index: usize| {
        items.with_untracked(|items| items.items.get(index).map(Item::tip))
    });
    view! {
        <Figure id=chart.id() finding subtitle table draw node below controls>
            <ChartCanvas class draw label=subtitle on_select=select tip spatial=true />
        </Figure>
    }
}

fn drawing(items: &Items, surface: &Surface) -> Drawing {
    let (width, palette) = (surface.width, &surface.palette);
    let (height, places, scene, key) = match &items.form {
        ItemForm::Bars => {
            let bars = bars(&items.items);
            let chart = BarChart { bars: &bars };
            let height = chart.height(width);
            (height, chart.marks(width), chart.scene(&surface.frame(height), palette), None)
        }
        ItemForm::Lanes { lanes, range, key } => {
            let years = years(lanes);
            let chart = Lanes { lanes, years: &years, chosen: chosen_days(*range) };
            let laid = chart.laid_out(width);
            let height = laid.height();
            (height, laid.marks(), laid.scene(&surface.frame(height), palette), Some(key.clone()))
        }
    };
    let marks = items.items.iter().zip(places).map(|(item, place)| item.mark(place));
    let notes = key.into_iter().collect();
    Drawing { notes, ..Drawing::new(height, scene, marks.collect()) }
}

fn bars(items: &[Item]) -> Vec<Bar<'_>> {
    let including = items.iter().any(|item| item.standing == Standing::Included);
    let bars = items.iter().map(|item| Bar {
        uncertain: 0,
        label: &item.label,
        count: item.count,
        value: item.words,
        total: item.total,
        tint: Tint::Neutral,
        state: mark_state(item.standing, including),
    });
    bars.collect()
}

fn table_view(items: &Items) -> TableView {
    let (first, counted) = items.headings;
    let rows = items.items.iter().filter(|item| item.in_table).map(Item::table_row);
    TableView {
        uncertain: false,
        difference: false,
        first,
        counted,
        parts: Vec::new(),
        all: items.all,
        whole: 0,
        rows: rows.collect(),
        sum: None,
    }
}

/// The first and the last day of a range, if it has any end.
fn chosen_days(range: DateRange) -> Option<(Day, Day)> {
    (!range.is_open()).then(|| {
        let from = range.from().map(PartialDate::first_day);
        let to = range.to().map(PartialDate::last_day);
        // Half, so that the chart can still add to them.
        (from.unwrap_or(Day::MIN / 2), to.unwrap_or(Day::MAX / 2))
    })
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
