//! Values as ranked bars.

use explorer_chart::{Bar, BarChart, MarkState, Tint};
use explorer_explore::filter::Standing;
use explorer_view::finding::COMPARED;
use explorer_view::uncertain::KEY;
use leptos::html;
use leptos::prelude::*;

use super::figure::Figure;
use super::figure::chart_canvas::ChartCanvas;
use super::figure::chart_table::TableView;
use super::figure::marks::{MarkClick, MarkView};
use super::figure::source::FigureFile;
use super::figure::surface::{Drawing, Surface};
use super::show_more::ShowMore;
use super::standing::{mark_state, standing_words};
use super::tooltip::Tip;
use crate::reactive::memo;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedRow {
    /// The value's id.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Its count.
    pub count: u32,
    /// How much of it is uncertain.
    pub uncertain: u32,
    /// The length of its bar: the count, or what is measured in its place.
    pub length: u32,
    /// What is written beside the bar, if not the count.
    pub words: Option<String>,
    /// The length of the pale bar behind it.
    pub total: u32,
    /// Its colour.
    pub tint: Tint,
    /// Whether it is chosen.
    pub standing: Standing,
    /// What a screen reader says of it.
    pub spoken: String,
}

/// Ranked bars with their caption.
#[component]
pub fn RankedBars(
    /// The chart's id.
    #[prop(into)]
    id: String,
    /// What its files are, if not as its id and its table say.
    #[prop(optional_no_strip)]
    file: Option<FigureFile>,
    /// What the numbers in view say.
    #[prop(into)]
    finding: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    subtitle: Signal<String>,
    /// What the pale bars are of: `all records`.
    #[prop(into)]
    all: Signal<String>,
    /// The bars from the top.
    rows: Memo<Vec<RankedRow>>,
    /// The same as a table.
    table: Memo<TableView>,
    /// What the button says that shows more rows, or fewer again; `None` without one.
    #[prop(into)]
    more: Signal<Option<String>>,
    /// Whether the reader asked for more rows.
    expanded: RwSignal<bool>,
    /// A click on a bar.
    on_select: Callback<MarkClick>,
    /// What the tooltip says of a bar.
    tip: Callback<usize, Option<Tip>>,
    /// The element.
    #[prop(optional)]
    node: NodeRef<html::Figure>,
) -> impl IntoView {
    let behind = move || format!("pale bars: {}", all.get());
    let subtitle = memo(move || {
        rows.with(|rows| {
            let mut words = subtitle.get();
            if has_chosen(rows) {
                words.push_str(COMPARED);
            }
            let bars = bars(rows);
            let chart = BarChart { bars: &bars };
            if chart.has_uncertain() {
                words.push_str(KEY);
            }
            if chart.totals_shown() {
                words.push_str("; ");
                words.push_str(&behind());
            }
            words
        })
    });
    let draw = Callback::new(move |surface: Surface| {
        rows.with(|rows| {
            let bars = bars(rows);
            let chart = BarChart { bars: &bars };
            let height = chart.height(surface.width);
            let marks = rows.iter().zip(chart.marks(surface.width)).map(|(row, place)| {
                let (standing, _) = standing_words(row.standing);
                MarkView {
                    uncertain: row.uncertain,
                    value: row.value.clone(),
                    count: row.count,
                    label: row.spoken.clone(),
                    pressed: row.standing == Standing::Included,
                    standing,
                    place: Some(place),
                }
            });
            let scene = chart.scene(&surface.frame(height), &surface.palette);
            let mut drawing = Drawing::new(height, scene, marks.collect());
            let muted = rows.iter().zip(&bars).find(|(_, bar)| bar.state == MarkState::Muted);
            drawing.legend.extend(muted.map(|(row, _)| {
                let words = COMPARED.trim_start_matches("; ");
                (surface.palette.tint_muted(row.tint), words.to_owned())
            }));
            if chart.totals_shown() {
                drawing.legend.push((surface.palette.track, behind()));
            }
            drawing
        })
    });
    let controls = move || view! { <ShowMore words=more expanded test="chart-more" /> };
    view! {
        <Figure id file finding subtitle table draw node controls>
            <ChartCanvas class="bars" draw label=subtitle on_select tip />
        </Figure>
    }
}

/// Whether bars are chosen, and the others are there to be compared.
fn has_chosen(rows: &[RankedRow]) -> bool {
    rows.iter().any(|row| row.standing != Standing::Free)
}

fn bars(rows: &[RankedRow]) -> Vec<Bar<'_>> {
    let including = rows.iter().any(|row| row.standing == Standing::Included);
    let bars = rows.iter().map(|row| Bar {
        uncertain: row.uncertain,
        label: &row.label,
        count: row.length,
        value: row.words.as_deref(),
        total: row.total,
        tint: row.tint,
        state: mark_state(row.standing, including),
    });
    bars.collect()
}
