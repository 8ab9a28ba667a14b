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
use crate::period::{dates, of_dates};
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
    /// All rows of each step, with those that may be of it.
    totals: Vec<u32>,
    /// The values with what may be of the step; none where nothing may.
    reaches: Vec<f64>,
    /// How many rows may be of each step and may be of another one; empty if none may.
    possible: Vec<u32>,
    /// How many rows are in no step for certain.
    vague: u32,
    /// How many rows are in no step.
    missing: u32,
}

impl Counts {
    fn of(table: OpenTable, axis: &Axis, dimension: usize) -> Self {
        let measure = table.measure().get();
        table.ask(|loaded| {
            let view = &mut loaded.view;
            let steps = || 0..axis.steps.len();
            let sum = |counts: &[u32], bins: &mut dyn Iterator<Item = usize>| -> u32 {
                bins.filter_map(|bin| counts.get(bin)).sum()
            };
            let (counts, totals) = (view.counts(dimension), view.totals(dimension));
            let rows = steps().map(|at| sum(counts, &mut axis.certain(at))).collect();
            let all = |at| sum(totals, &mut axis.certain(at).chain(axis.possible(at)));
            let has_vague = !axis.vague.is_empty();
            let possible: Vec<u32> = match has_vague {
                true => steps().map(|at| sum(counts, &mut axis.possible(at))).collect(),
                false => Vec::new(),
            };
            let vague = sum(counts, &mut axis.vague.iter().map(|vague| vague.bin));
            let totals = steps().map(all).collect();
            let reaches = match (has_vague, measure) {
                // A mean with what may be part of it is neither more nor less than the mean.
                (false, _) | (_, Measure::Mean(_)) => Vec::new(),
                _ => {
                    let both = steps().map(|at| axis.certain(at).chain(axis.possible(at)));
                    measure.values_of(view, dimension, both)
                }
            };
            Self {
                measure,
                words: measure.words(view),
                rows,
                totals,
                reaches,
                possible,
                vague,
                missing: view.totals(dimension).last().copied().unwrap_or(0),
                values: measure.values_of(view, dimension, steps().map(|at| axis.certain(at))),
            }
        })
    }

    fn value_words(&self, step: usize) -> String {
        self.measure.value_words(self.values.get(step).copied().unwrap_or(f64::NAN))
    }

    fn columns(&self) -> Vec<Column> {
        let columns = self.values.iter().zip(&self.totals).enumerate();
        let columns = columns.map(|(at, (value, total))| Column {
            value: *value,
            possible: match self.possible_at(at) {
                0 => f64::NAN,
                _ => self.reaches.get(at).copied().unwrap_or(f64::NAN),
            },
            total: match self.measure {
                Measure::Rows => f64::from(*total),
                _ => f64::NAN,
            },
        });
        columns.collect()
    }

    /// How many rows may be of a step and may be of another one.
    fn possible_at(&self, step: usize) -> u32 {
        self.possible.get(step).copied().unwrap_or(0)
    }

    /// What a screen reader says of a step.
    fn spoken(&self, step: usize, label: &str) -> String {
        let more = match self.possible_at(step) {
            0 => String::new(),
            1 => "; 1 more row may be of it".to_owned(),
            count => format!("; {} more rows may be of it", grouped(count)),
        };
        format!("{label}: {}{more}", self.value_words(step))
    }

    /// What is said of the rows that are in no step for certain.
    fn vague_words(&self) -> String {
        let is_mean = matches!(self.measure, Measure::Mean(_));
        let (rows, are, they) = match self.vague {
            0 => return String::new(),
            1 => ("1 row".to_owned(), "is", "it"),
            count => (format!("{} rows", grouped(count)), "are", "they"),
        };
        match is_mean {
            true => format!("; {rows} {are} dated only to a longer period, and {are} in no column"),
            false => format!(
                "; hatched: {rows} {are} dated only to a longer period, in every column that {they} may be of"
            ),
        }
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
            parts: self.possible.get(at).copied().into_iter().collect(),
        });
        let possible = (!self.possible.is_empty()).then(|| "Rows that may be of it".to_owned());
        TableView {
            first,
            counted: self.measure.heading(),
            parts: possible.into_iter().collect(),
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
    let is_date = table.kind(column) == ColumnKind::Dates;
    let (id, first, stretch) = match is_date {
        true => ("time", "Period", "period"),
        false => ("histogram", "Range", "range"),
    };
    let axis = StoredValue::new(axis_of(table, column));
    let counts = memo(move || axis.with_value(|axis| Counts::of(table, axis, dimension)));
    let selected = memo(move || {
        let (days, chosen) = table.read(|loaded, _| {
            (loaded.view.range_of_days(dimension), loaded.view.selected(dimension))
        });
        axis.with_value(|axis| match days {
            Some(days) => axis.touched_days(days),
            None => {
                let (first, last) = chosen.first().zip(chosen.last())?;
                axis.touched(*first as usize..*last as usize + 1)
            }
        })
    });
    let columns = memo(move || {
        axis.with_value(|axis| {
            counts.with(|counts| {
                let column = |(at, step): (usize, &crate::axis::Step)| ColumnView {
                    key: step.key.clone(),
                    count: counts.rows.get(at).copied().unwrap_or(0),
                    label: step.label.clone(),
                    spoken: counts.spoken(at, &step.label),
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
    let inexact = match table.read_untracked(|loaded, _| loaded.inexact_dates(column)) {
        0 => String::new(),
        1 => "; 1 date is dated only to a longer period, and stands at its first day".to_owned(),
        count => format!(
            "; {} dates are dated only to a longer period, and stand at its first day",
            grouped(count as u64)
        ),
    };
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
            let vague = counts.vague_words();
            format!("{}{behind}{vague}{without}{inexact}{DRAG_HINT}{stretch}", counts.words)
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
        if is_date {
            let days =
                stretch.and_then(|(from, to)| axis.with_value(|axis| axis.days_between(from, to)));
            return table.brush_days(step, dimension, days);
        }
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
                let possible = counts.possible_at(index);
                if possible > 0 {
                    lines.push(TipLine::new("Rows that may be of it", grouped(possible)));
                }
                if total != rows + possible {
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
            return of_dates(&dates(loaded, dimension), loaded.view.totals(dimension));
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
