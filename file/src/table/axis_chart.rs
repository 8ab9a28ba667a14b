//! A column of dates or numbers as columns over an axis.

use explorer::components::brushed_columns::{
    Brushed, BrushedColumns, ColumnView, ColumnsLayout, Stretch, draw_columns,
};
use explorer::components::figure::Figure;
use explorer::components::figure::chart_table::{TableRow, TableView};
use explorer::components::figure::save_menu::DRAG_HINT;
use explorer::components::figure::source::FigureFile;
use explorer::components::figure::surface::Surface;
use explorer::components::tooltip::{Tip, TipLine};
use explorer::reactive::memo;
use explorer_meaning::mapping::Role;
use explorer_number::grouped;
use leptos::html;
use leptos::prelude::*;

use super::open_table::{ColumnName, OpenTable, use_open_table};
use super::tips::tip_lines;
use crate::amount::amount;
use crate::axis::{Axis, of_numbers};
use crate::column_kind::ColumnKind;
use crate::filter_words::day_words;
use crate::measure::Measure;
use crate::period::of_days;
use crate::taken::of_steps;
use explorer_chart::columns::{Column, Columns, HEIGHT};

/// What is counted per step of the axis.
#[derive(Debug, Clone, PartialEq)]
struct Counts {
    measure: Measure,
    /// The measure in words.
    words: String,
    values: Vec<f64>,
    rows: Vec<u32>,
    totals: Vec<u32>,
    /// How many rows are in no step.
    missing: u32,
}

impl Counts {
    fn of(table: OpenTable, axis: &Axis, dimension: usize) -> Self {
        let measure = table.measure().get();
        table.ask(|loaded| {
            let view = &mut loaded.view;
            let bins = || axis.steps.iter().map(|step| step.bins.clone());
            let sums = |counts: &[u32]| -> Vec<u32> {
                bins().map(|bins| counts.get(bins).unwrap_or_default().iter().sum()).collect()
            };
            Self {
                measure,
                words: measure.words(view),
                rows: sums(view.counts(dimension)),
                totals: sums(view.totals(dimension)),
                missing: view.totals(dimension).last().copied().unwrap_or(0),
                values: measure.values_of(view, dimension, bins()),
            }
        })
    }

    fn value_words(&self, step: usize) -> String {
        self.measure.value_words(self.values.get(step).copied().unwrap_or(f64::NAN))
    }

    fn columns(&self) -> Vec<Column> {
        let columns = self.values.iter().zip(&self.totals).map(|(value, total)| Column {
            value: *value,
            total: match self.measure {
                Measure::Rows => f64::from(*total),
                _ => f64::NAN,
            },
        });
        columns.collect()
    }

    /// Does something with the chart of these numbers.
    fn with_chart<T>(
        &self,
        axis: &Axis,
        selected: Option<Stretch>,
        then: impl FnOnce(&Columns<'_>) -> T,
    ) -> T {
        let (columns, words) = (self.columns(), |value| self.measure.value_words(value));
        let whole = self.measure == Measure::Rows;
        then(&Columns { columns: &columns, ticks: &axis.ticks, selected, words: &words, whole })
    }

    fn table(&self, axis: &Axis, first: &'static str) -> TableView {
        let counts_rows = self.measure == Measure::Rows;
        let rows = axis.steps.iter().enumerate().map(|(at, step)| TableRow {
            value: step.key.clone(),
            label: step.label.clone(),
            count: self.rows.get(at).copied().unwrap_or(0),
            words: (!counts_rows).then(|| self.value_words(at)),
            total: self.totals.get(at).copied().unwrap_or(0),
            parts: Vec::new(),
        });
        TableView {
            first,
            counted: self.measure.heading(),
            parts: Vec::new(),
            all: if counts_rows { "all rows" } else { "" },
            whole: 0,
            rows: rows.collect(),
            sum: None,
        }
    }
}

/// What the pale columns are.
const BEHIND: &str = "pale columns: all rows";

/// A column of dates over time, or of numbers over its range.
#[component]
pub fn AxisChart(
    /// The column.
    column: usize,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let table = use_open_table().in_sight(node);
    let ColumnName { name, dimension } = table.column(column);
    let (id, first, stretch) = match table.kind(column) {
        ColumnKind::Dates => ("time", "Period", "period"),
        _ => ("histogram", "Range", "range"),
    };
    let axis = StoredValue::new(axis_of(table, column));
    let counts = memo(move || axis.with_value(|axis| Counts::of(table, axis, dimension)));
    let selected = memo(move || {
        let chosen = table.read(|loaded, _| loaded.view.selected(dimension));
        let (first, last) = chosen.first().zip(chosen.last())?;
        axis.with_value(|axis| axis.touched(*first as usize..*last as usize + 1))
    });
    let columns = memo(move || {
        axis.with_value(|axis| {
            counts.with(|counts| {
                let column = |(at, step): (usize, &crate::axis::Step)| ColumnView {
                    key: step.key.clone(),
                    count: counts.rows.get(at).copied().unwrap_or(0),
                    label: step.label.clone(),
                    spoken: format!("{}: {}", step.label, counts.value_words(at)),
                };
                axis.steps.iter().enumerate().map(column).collect::<Vec<_>>()
            })
        })
    });
    let lay_out = Callback::new(move |surface: Surface| {
        let selected = selected.get();
        axis.with_value(|axis| {
            counts.with(|counts| {
                counts.with_chart(axis, selected, |chart| ColumnsLayout {
                    height: HEIGHT,
                    places: chart.marks(surface.width, HEIGHT),
                    scene: chart.scene(&surface.frame(HEIGHT), &surface.palette),
                    legend: match chart.totals_shown() {
                        true => vec![(surface.palette.track, BEHIND.to_owned())],
                        false => Vec::new(),
                    },
                })
            })
        })
    });
    let draw = draw_columns(columns, selected.into(), lay_out);
    let subtitle = memo(move || {
        counts.with(|counts| {
            let behind =
                axis.with_value(|axis| counts.with_chart(axis, None, |chart| chart.totals_shown()));
            let behind = if behind { format!("; {BEHIND}") } else { String::new() };
            let without = match counts.missing {
                0 => String::new(),
                1 => "; 1 row has none".to_owned(),
                count => format!("; {} rows have none", grouped(count)),
            };
            format!("{}{behind}{without}{DRAG_HINT}{stretch}", counts.words)
        })
    });
    let numbers =
        memo(move || axis.with_value(|axis| counts.with(|counts| counts.table(axis, first))));
    let file_numbers = Callback::new(move |()| {
        let measure = table.measure().get_untracked();
        axis.with_value(|axis| {
            table.ask_untracked(|loaded| of_steps(loaded, column, axis, measure))
        })
    });
    let on_brush = Callback::new(move |Brushed { step, stretch }: Brushed| {
        let bins = stretch.and_then(|(from, to)| axis.with_value(|axis| axis.between(from, to)));
        table.brush(step, dimension, bins)
    });
    let on_release = Callback::new(move |()| table.end_brush());
    let tip = Callback::new(move |index: usize| {
        axis.with_value(|axis| {
            counts.with_untracked(|counts| {
                let step = axis.steps.get(index)?;
                let (rows, total) = (*counts.rows.get(index)?, *counts.totals.get(index)?);
                let mut lines = tip_lines(counts.measure, counts.value_words(index), rows);
                if total != rows {
                    lines.push(TipLine::new("In all rows", grouped(total)));
                }
                let hint = "Click: only this \u{b7} Shift: extend \u{b7} Drag: choose a stretch";
                Some(Tip { at: (0.0, 0.0), title: step.label.clone(), lines, hint })
            })
        })
    });
    view! {
        <Figure
            id=format!("own-{id}-{column}")
            file=Some(FigureFile { name: name.clone(), numbers: file_numbers })
            finding=Signal::stored(name)
            table=numbers
            subtitle draw node
        >
            <BrushedColumns
                columns selected draw on_brush on_release tip
                handles=true
                steps=true
                stretch
                label=subtitle
                marks_test="own-brush"
            />
        </Figure>
    }
}

/// The axis of a column, which does not change.
fn axis_of(table: OpenTable, column: usize) -> Axis {
    table.read_untracked(|loaded, _| {
        let Some(found) = loaded.columns.get(column) else { return Axis::default() };
        let (dimension, table) = (found.dimension, loaded.view.table());
        if ColumnKind::of(loaded, column) == ColumnKind::Dates {
            return of_days(table.days(dimension).unwrap_or_default());
        }
        // As many edges as bins: one more than those with numbers, and one bin is for rows without.
        let edges = (0..table.bins(dimension)).filter_map(|bin| table.edge(dimension, bin));
        let edges: Vec<f64> = edges.collect();
        match found.role {
            Role::Date(_) => of_numbers(&edges, &day_words),
            _ => of_numbers(&edges, &amount),
        }
    })
}
