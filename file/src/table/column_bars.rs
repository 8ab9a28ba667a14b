//! The values of a column as ranked bars.

use explorer::components::figure::chart_table::{TableRow, TableView};
use explorer::components::figure::marks::MarkClick;
use explorer::components::figure::source::FigureFile;
use explorer::components::ranked_bars::{RankedBars, RankedRow};
use explorer::components::standing::standing_words;
use explorer::reactive::memo;
use explorer_chart::{AgencyTint, Tint};
use explorer_explore::filter::Standing;
use explorer_meaning::agency::Agencies;
use explorer_meaning::mapping::Meaning;
use explorer_number::grouped;
use leptos::html;
use leptos::prelude::*;

use super::column_facet::standing;
use super::open_table::{ColumnName, OpenTable, use_open_table};
use super::tips::value_tip;
use crate::column_kind::label;
use crate::embedded::agencies;
use crate::measure::{Measure, lengths};
use crate::ranked::top;

/// Rows that are shown before a reader asks for more, and then.
const FIRST: usize = 10;
const MORE: usize = 60;

/// Rows of the table.
const TABLE: usize = 1000;

/// The numbers behind the bars of a column.
#[derive(Debug, Clone, PartialEq)]
struct Ranking {
    measure: Measure,
    /// The measure in words.
    words: String,
    values: Vec<Value>,
    /// How many values the rows in view have.
    distinct: usize,
    /// How many rows are in view.
    in_view: u32,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
struct Value {
    bin: u32,
    label: String,
    length: u32,
    words: String,
    rows: u32,
    total: u32,
    standing: Standing,
}

impl Ranking {
    /// The largest values of a column and those that are chosen.
    fn of(table: OpenTable, column: usize, dimension: usize, most: usize) -> Self {
        let measure = table.measure().get();
        let values = table.ask(|loaded| measure.values(&mut loaded.view, dimension));
        table.read(|loaded, countries| {
            let view = &loaded.view;
            let (included, excluded) = (view.selected(dimension), view.excluded(dimension));
            let lengths = lengths(measure, &values);
            let (counts, totals) = (view.counts(dimension), view.totals(dimension));
            let number = |of: &[u32], bin: usize| of.get(bin).copied().unwrap_or(0);
            let with_value = counts.iter().take(counts.len().saturating_sub(1));
            let shown = top(&values, most, &[included.as_slice(), &excluded].concat());
            let value = |bin: usize| Value {
                // Bins have 32 bits.
                bin: bin as u32,
                label: label(loaded, countries, column, bin),
                length: number(&lengths, bin),
                words: measure.value_words(values.get(bin).copied().unwrap_or(f64::NAN)),
                rows: number(counts, bin),
                total: match measure {
                    Measure::Rows => number(totals, bin),
                    _ => number(&lengths, bin),
                },
                standing: standing(bin as u32, &included, &excluded),
            };
            Self {
                measure,
                words: measure.words(view),
                values: shown.into_iter().map(value).collect(),
                distinct: with_value.filter(|count| **count > 0).count(),
                in_view: view.in_view(),
            }
        })
    }

    fn rows(&self, agencies: Option<&Agencies>) -> Vec<RankedRow> {
        let row = |value: &Value| RankedRow {
            value: value.bin.to_string(),
            label: value.label.clone(),
            count: value.rows,
            length: value.length,
            words: Some(value.words.clone()),
            total: value.total,
            tint: agencies.map_or(Tint::Neutral, |agencies| {
                Tint::Agency(AgencyTint::of(agencies.find(&value.label).unwrap_or_default()))
            }),
            standing: value.standing,
            spoken: {
                let (_, standing) = standing_words(value.standing);
                format!("{}: {}{standing}", value.label, value.words)
            },
        };
        self.values.iter().map(row).collect()
    }

    fn table(&self) -> TableView {
        let counts_rows = self.measure == Measure::Rows;
        let row = |value: &Value| TableRow {
            value: value.bin.to_string(),
            label: value.label.clone(),
            count: value.rows,
            words: (!counts_rows).then(|| value.words.clone()),
            total: value.total,
            parts: Vec::new(),
        };
        TableView {
            first: "Value",
            counted: self.measure.heading(),
            parts: Vec::new(),
            all: if counts_rows { "all rows" } else { "" },
            whole: if counts_rows { self.in_view } else { 0 },
            rows: self.values.iter().map(row).collect(),
            sum: None,
        }
    }
}

/// The bars of a column.
#[component]
pub fn ColumnBars(
    /// The column.
    column: usize,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let table = use_open_table().in_sight(node);
    let ColumnName { name, dimension } = table.column(column);
    let is_agency = table.read_untracked(|loaded, _| {
        loaded.columns.get(column).is_some_and(|column| column.meaning == Some(Meaning::Agency))
    });
    // The colours of the Chinese agencies are known by their names.
    let agencies = StoredValue::new(is_agency.then(agencies));
    let expanded = RwSignal::new(false);
    let ranking = memo(move || {
        Ranking::of(table, column, dimension, if expanded.get() { MORE } else { FIRST })
    });
    let rows = memo(move || {
        agencies.with_value(|agencies| ranking.with(|ranking| ranking.rows(agencies.as_ref())))
    });
    let numbers = memo(move || Ranking::of(table, column, dimension, TABLE).table());
    let finding = name.clone();
    let file =
        FigureFile { name: name.clone(), numbers: table.value_numbers(column, table.measure()) };
    let subtitle = memo(move || {
        ranking.with(|ranking| {
            let values = match ranking.distinct {
                1 => "1 value".to_owned(),
                count => format!("{} values", grouped(count as u64)),
            };
            format!("{} by {name}; {values} in view", ranking.words)
        })
    });
    let more = memo(move || {
        let distinct = ranking.with(|ranking| ranking.distinct);
        (distinct > FIRST).then(|| match expanded.get() {
            true => "Show fewer".to_owned(),
            false if distinct > MORE => {
                format!("Show the first {MORE} of {}", grouped(distinct as u64))
            }
            false => format!("Show all {distinct}"),
        })
    });
    let on_select = Callback::new(move |MarkClick { index, shift, alt, .. }: MarkClick| {
        let bin = ranking.with_untracked(|ranking| ranking.values.get(index).map(|v| v.bin));
        if let Some(bin) = bin {
            table.click_value(dimension, bin, shift, alt);
        }
    });
    let tip = Callback::new(move |index: usize| {
        ranking.with_untracked(|ranking| {
            let Value { label, words, rows, standing, .. } = ranking.values.get(index)?;
            Some(value_tip(label, ranking.measure, words, *rows, ranking.in_view, *standing))
        })
    });
    view! {
        <RankedBars
            id=format!("own-bars-{column}")
            file=Some(file)
            finding=Signal::stored(finding)
            all=Signal::stored("all rows".to_owned())
            table=numbers
            subtitle rows more expanded on_select tip node
        />
    }
}
