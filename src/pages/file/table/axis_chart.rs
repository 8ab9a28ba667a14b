//! A column of dates or numbers as columns over an axis.

use crate::components::brushed_columns::{
    Brushed, BrushedColumns, ColumnView, ColumnsLayout, Stretch, draw_columns,
};
use crate::components::figure::Figure;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::save_menu::DRAG_HINT;
use crate::components::figure::source::FigureFile;
use crate::components::figure::surface::Surface;
use crate::components::tooltip::{Tip, TipLine};
use crate::reactive::memo;
use explorer_number::grouped;
use explorer_table::about::AboutColumn;
use explorer_table::axis::Axis;
use explorer_table::axis_counts::AxisCounts;
use explorer_table::column_kind::ColumnKind;
use explorer_table::measure::Measure;
use explorer_table::{Answer, Question};
use leptos::html;
use leptos::prelude::*;

use super::open_table::use_open_table;
use super::tips::tip_lines;
use explorer_chart::columns::{Column, Columns, HEIGHT};

/// What is counted per step of the axis, as it is shown.
struct Shown<'c>(&'c AxisCounts);

impl Shown<'_> {
    fn value_words(&self, step: usize) -> String {
        self.0.measure.value_words(self.0.values.get(step).copied().unwrap_or(f64::NAN))
    }

    fn columns(&self) -> Vec<Column> {
        let columns = self.0.values.iter().zip(&self.0.totals).enumerate();
        let columns = columns.map(|(at, (value, total))| Column {
            value: *value,
            possible: match self.0.possible_at(at) {
                0 => f64::NAN,
                _ => self.0.reaches.get(at).copied().unwrap_or(f64::NAN),
            },
            total: match self.0.measure {
                Measure::Rows => f64::from(*total),
                _ => f64::NAN,
            },
        });
        columns.collect()
    }

    /// What a screen reader says of a step.
    fn spoken(&self, step: usize, label: &str) -> String {
        let more = match self.0.possible_at(step) {
            0 => String::new(),
            1 => "; 1 more row may be of it".to_owned(),
            count => format!("; {} more rows may be of it", grouped(count)),
        };
        format!("{label}: {}{more}", self.value_words(step))
    }

    /// What is said of the rows that are in no step for certain.
    fn vague_words(&self) -> String {
        let is_mean = matches!(self.0.measure, Measure::Mean(_));
        let (rows, are, they) = match self.0.vague {
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
        let (columns, words) = (self.columns(), |value| self.0.measure.value_words(value));
        let whole = self.0.measure == Measure::Rows;
        then(&Columns { columns: &columns, ticks: &axis.ticks, selected, words: &words, whole })
    }

    fn table(&self, axis: &Axis, first: &'static str) -> TableView {
        let counts_rows = self.0.measure == Measure::Rows;
        let rows = axis.steps.iter().enumerate().map(|(at, step)| TableRow {
            uncertain: 0,
            value: step.key.clone(),
            label: step.label.clone(),
            count: self.0.rows.get(at).copied().unwrap_or(0),
            words: (!counts_rows).then(|| self.value_words(at)),
            total: self.0.totals.get(at).copied().unwrap_or(0),
            parts: self.0.possible.get(at).copied().into_iter().collect(),
        });
        let possible = (!self.0.possible.is_empty()).then(|| "Rows that may be of it".to_owned());
        TableView {
            uncertain: false,
            difference: false,
            first,
            counted: self.0.measure.heading(),
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
    let Some(AboutColumn { name, dimension, kind, axis, inexact_dates, .. }) =
        table.about_column(column)
    else {
        return ().into_any();
    };
    let is_date = kind == ColumnKind::Dates;
    let (id, first, stretch) = match is_date {
        true => ("time", "Period", "period"),
        false => ("histogram", "Range", "range"),
    };
    let axis = StoredValue::new(axis.unwrap_or_default());
    let counts = table.follow(
        move || Some(Question::Axis { column, measure: table.measure().get() }),
        |answer| match answer {
            Answer::Axis(counts) => Some(counts),
            _ => None,
        },
    );
    let filters = table.filters();
    let selected = memo(move || {
        let (days, chosen) =
            filters.with(|filters| (filters.days(dimension), filters.included(dimension).to_vec()));
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
                let column = |(at, step): (usize, &explorer_table::axis::Step)| ColumnView {
                    uncertain: 0,
                    key: step.key.clone(),
                    count: counts.rows.get(at).copied().unwrap_or(0),
                    label: step.label.clone(),
                    spoken: Shown(counts).spoken(at, &step.label),
                };
                axis.steps.iter().enumerate().map(column).collect::<Vec<_>>()
            })
        })
    });
    let lay_out = Callback::new(move |surface: Surface| {
        let selected = selected.get();
        axis.with_value(|axis| {
            counts.with(|counts| {
                Shown(counts).with_chart(axis, selected, |chart| ColumnsLayout {
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
    let inexact = match inexact_dates {
        0 => String::new(),
        1 => "; 1 date is dated only to a longer period, and stands at its first day".to_owned(),
        count => format!(
            "; {} dates are dated only to a longer period, and stand at its first day",
            grouped(count as u64)
        ),
    };
    let subtitle = memo(move || {
        counts.with(|counts| {
            let behind = axis.with_value(|axis| {
                Shown(counts).with_chart(axis, None, |chart| chart.totals_shown())
            });
            let behind = if behind { format!("; {BEHIND}") } else { String::new() };
            let without = match counts.missing {
                0 => String::new(),
                1 => "; 1 row has none".to_owned(),
                count => format!("; {} rows have none", grouped(count)),
            };
            let vague = Shown(counts).vague_words();
            format!("{}{behind}{vague}{without}{inexact}{DRAG_HINT}{stretch}", counts.words)
        })
    });
    let numbers = memo(move || {
        axis.with_value(|axis| counts.with(|counts| Shown(counts).table(axis, first)))
    });
    let file_numbers = table.numbers(column, table.measure());
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
                let mut lines = tip_lines(counts.measure, Shown(counts).value_words(index), rows);
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
            on:pointerenter=move |_| table.expect(dimension)
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
    .into_any()
}
