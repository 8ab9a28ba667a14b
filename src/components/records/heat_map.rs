//! Two facets of the records crossed, as a heat map.

use explorer_chart::{HeatCell, HeatLine, HeatMap, Mark, Tone};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::classes::{self, class_of};
use explorer_view::heat::{CrossMark, CrossTable, choose, short};
use explorer_view::ranking::Ranked;
use explorer_view::uncertain::{MAP_KEY, matters, spoken};
use explorer_view::whole;
use leptos::html;
use leptos::prelude::*;

use super::heading::heading;
use crate::components::figure::Figure;
use crate::components::figure::chart_canvas::ChartCanvas;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::marks::{MarkClick, MarkView};
use crate::components::figure::surface::{Drawing, Surface};
use crate::components::map_chart::{Legend, LegendEntry};
use crate::components::standing::{mark_state, standing_words};
use crate::components::tooltip::{Tip, TipLine};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::use_store;

/// What a heat map says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatWords {
    /// Whether the title is about the first column rather than the first row.
    pub columns_lead: bool,
    /// What goes before the name in the title.
    pub the: &'static str,
    /// What is drawn, after "Interactions".
    pub by: &'static str,
    /// Heading of the table's first column.
    pub first: &'static str,
}

/// A heat map of two facets of the records.
#[component]
pub fn RecordHeatMap(
    /// Which chart it is.
    chart: Chart,
    /// The facet whose values are the rows, then that of the columns.
    facets: [Facet; 2],
    /// What it says of itself.
    words: HeatWords,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let measure = memo(move || store.outcome.with(|outcome| outcome.measure));
    let cross = memo(move || {
        let base = store.base.get();
        store
            .filters
            .with(|filters| CrossTable::of(store.explorer, &base, filters, measure.get(), facets))
    });
    let finding = memo(move || cross.with(|cross| cross.finding(words.columns_lead, words.the)));
    let subtitle = memo(move || {
        let dotted = cross.with(|cross| cross.cells_with_uncertain().any(is_dotted));
        format!("{} {}{}", heading(measure.get()), words.by, if dotted { MAP_KEY } else { "" })
    });
    let table = memo(move || {
        let all = store.base.with(whole::words);
        cross.with(|cross| table_view(cross, words.first, all))
    });
    // One colour is one number, whatever is filtered.
    let classes = memo(move || {
        let base = store.base.get();
        let all = CrossTable::of(store.explorer, &base, &base, measure.get(), facets);
        classes::classes(all.cells().iter().copied().max().unwrap_or_default())
    });
    let draw = Callback::new(move |surface: Surface| {
        cross.with(|cross| classes.with(|classes| drawing(cross, classes, &surface)))
    });
    let legend = memo(move || classes.with(|classes| legend(classes)));
    let on_select = Callback::new(move |MarkClick { index, shift, alt, .. }: MarkClick| {
        let values: Vec<(Facet, String)> = cross.with_untracked(|cross| {
            let CrossMark { row, column, .. } = CrossMark::at(cross, index);
            let found = facets.into_iter().zip([row, column]);
            found.filter_map(|(facet, value)| Some((facet, value?.id.clone()))).collect()
        });
        store.filter(|filters| match (alt, values.as_slice()) {
            (false, values) => choose(filters, values, shift),
            (true, [(facet, id)]) => filters.toggle_exclude(*facet, id),
            // No filter leaves out a single cell.
            _ => {}
        });
    });
    let tip = Callback::new(move |index| cross.with_untracked(|cross| Some(tip(cross, index))));
    view! {
        <Figure id=chart.id() finding subtitle table draw node>
            <ChartCanvas class="bars" draw label=subtitle on_select tip spatial=true />
            <Legend entries=legend label="What the colours mean" />
        </Figure>
    }
}

/// What the colours of cells mean.
fn legend(classes: &[(u32, u32)]) -> Vec<LegendEntry> {
    let of = classes.len();
    let entry = |(at, class): (usize, &(u32, u32))| LegendEntry {
        tone: Tone::Class { at, of },
        label: classes::words(*class),
        countries: None,
    };
    classes.iter().enumerate().map(entry).collect()
}

fn drawing(cross: &CrossTable, classes: &[(u32, u32)], surface: &Surface) -> Drawing {
    let cell = |(count, uncertain)| HeatCell {
        count,
        class: class_of(classes, count),
        is_dotted: is_dotted((count, uncertain)),
    };
    let cells: Vec<_> = cross.cells_with_uncertain().map(cell).collect();
    let (rows, columns) = (lines(&cross.rows), lines(&cross.columns));
    let chart = HeatMap { rows: &rows, columns: &columns, cells: &cells, classes: classes.len() };
    let height = chart.height(surface.width);
    let places = chart.marks(surface.width).into_iter();
    let marks = places.map(|place| mark_view(cross, place)).collect();
    let scene = chart.scene(&surface.frame(height), &surface.palette);
    let key = legend(classes).into_iter();
    let key = key.map(|entry| (entry.tone.color(&surface.palette), entry.label)).collect();
    Drawing { legend: key, ..Drawing::new(height, scene, marks) }
}

/// Whether a cell of so many, of which so many are uncertain, is dotted.
fn is_dotted((count, uncertain): (u32, u32)) -> bool {
    matters(uncertain, count)
}

fn lines(values: &[Ranked]) -> Vec<HeatLine<'_>> {
    let including = values.iter().any(|value| value.standing == Standing::Included);
    let lines = values.iter().map(|value| HeatLine {
        label: &value.label,
        short: short(value),
        count: value.count,
        state: mark_state(value.standing, including),
    });
    lines.collect()
}

fn mark_view(cross: &CrossTable, place: Mark) -> MarkView {
    let mark = CrossMark::at(cross, place.index);
    let (standing, standing_spoken) = standing_words(mark.standing());
    let (label, count) = (mark.label(), mark.count);
    let uncertain = spoken(mark.uncertain);
    MarkView {
        uncertain: mark.uncertain,
        value: mark.key(),
        count,
        label: format!(
            "{label}: {} {}{uncertain}{standing_spoken}",
            grouped(count),
            cross.measure.noun(count)
        ),
        pressed: mark.standing() == Standing::Included,
        standing,
        place: Some(place),
    }
}

fn table_view(cross: &CrossTable, first: &'static str, all: &'static str) -> TableView {
    let rows = cross.rows.iter().enumerate().map(|(at, row)| TableRow {
        uncertain: row.uncertain,
        value: row.id.clone(),
        label: row.label.clone(),
        count: row.count,
        words: None,
        total: row.total,
        parts: cross.row(at).to_vec(),
    });
    TableView {
        uncertain: true,
        difference: false,
        first,
        counted: heading(cross.measure),
        parts: cross.columns.iter().map(|column| column.label.clone()).collect(),
        all,
        whole: 0,
        rows: rows.collect(),
        sum: None,
    }
}

fn tip(cross: &CrossTable, index: usize) -> Tip {
    let mark = CrossMark::at(cross, index);
    let mut lines = vec![TipLine::new(heading(cross.measure), grouped(mark.count))];
    if mark.uncertain > 0 {
        lines.push(TipLine::new("Uncertain", grouped(mark.uncertain)));
    }
    if mark.is_cell() {
        let share = |of: &Ranked| {
            TipLine::new(format!("Share of {}", of.label), percent(mark.count, of.count))
        };
        lines.extend(mark.values().map(share));
    }
    let hint = match mark.standing() {
        Standing::Included => "Click again to clear",
        _ if mark.is_cell() => "Click: only these two · Shift: add",
        Standing::Free => "Click: only this · Shift: add · Alt: exclude",
        Standing::Excluded => "Alt and click to bring back",
    };
    Tip { at: (0.0, 0.0), title: mark.label(), lines, hint }
}
