//! The charts of a table: the date and the countries first, then the columns in the order of the file.

use explorer::components::keyed_items::KeyedItems;
use explorer::components::show_more::ShowMore;
use explorer::reactive::memo;
use leptos::prelude::*;

use super::axis_chart::AxisChart;
use super::column_bars::ColumnBars;
use super::country_map::CountryMap;
use super::open_table::{OpenTable, use_open_table};
use crate::column_kind::ColumnKind;

/// Charts that are shown at first. A thousand of them take seconds.
const FIRST: usize = 40;

/// A chart of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnChart {
    Axis(usize),
    Map(usize),
    Bars(usize),
}

impl ColumnChart {
    fn key(&self) -> String {
        match self {
            Self::Axis(column) => format!("axis {column}"),
            Self::Map(column) => format!("map {column}"),
            Self::Bars(column) => format!("bars {column}"),
        }
    }
}

/// The charts of the table.
#[component]
pub fn TableCharts() -> impl IntoView {
    let charts = charts_of(use_open_table());
    let left = charts.len().saturating_sub(FIRST);
    let charts = StoredValue::new(charts);
    let expanded = RwSignal::new(false);
    let shown = memo(move || {
        let most = if expanded.get() { usize::MAX } else { FIRST };
        charts.with_value(|charts| charts.iter().copied().take(most).collect::<Vec<_>>())
    });
    let more = Signal::derive(move || {
        (left > 0).then(|| match expanded.get() {
            true => "Show fewer charts".to_owned(),
            false => format!("Show {left} more charts"),
        })
    });
    view! {
        <div class="charts own-charts" data-test="own-charts">
            <KeyedItems items=shown key=ColumnChart::key let:chart>
                {match chart {
                    ColumnChart::Axis(column) => view! { <AxisChart column /> }.into_any(),
                    ColumnChart::Map(column) => view! { <CountryMap column /> }.into_any(),
                    ColumnChart::Bars(column) => view! { <ColumnBars column /> }.into_any(),
                }}
            </KeyedItems>
        </div>
        <ShowMore words=more expanded test="own-more-charts" />
    }
}

fn charts_of(table: OpenTable) -> Vec<ColumnChart> {
    let kinds: Vec<ColumnKind> = (0..table.columns()).map(|column| table.kind(column)).collect();
    let of = |wanted: ColumnKind| {
        let columns = kinds.iter().enumerate();
        columns.filter(move |(_, kind)| **kind == wanted).map(|(column, _)| column)
    };
    let first = of(ColumnKind::Dates).map(ColumnChart::Axis);
    let maps = of(ColumnKind::Countries).map(ColumnChart::Map);
    let others = kinds.iter().enumerate().filter_map(|(column, kind)| match kind {
        ColumnKind::Values | ColumnKind::Countries => Some(ColumnChart::Bars(column)),
        ColumnKind::Numbers => Some(ColumnChart::Axis(column)),
        ColumnKind::Dates | ColumnKind::Text => None,
    });
    first.chain(maps).chain(others).collect()
}
