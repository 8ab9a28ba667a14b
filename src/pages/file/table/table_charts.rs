//! The charts of a table: the date and the countries first, then the columns in the order of the file.

use crate::components::in_turn::InTurn;
use crate::components::keyed_items::KeyedItems;
use crate::components::show_more::ShowMore;
use crate::reactive::memo;
use explorer_table::charts::{ColumnChart, FIRST, charts_of};
use leptos::prelude::*;

use super::axis_chart::AxisChart;
use super::column_bars::ColumnBars;
use super::country_map::CountryMap;
use super::open_table::use_open_table;

/// The charts of the table.
#[component]
pub fn TableCharts() -> impl IntoView {
    let table = use_open_table();
    let charts = charts_of(&table.kinds());
    let left = charts.len().saturating_sub(FIRST);
    let charts = StoredValue::new(charts);
    let expanded = table.shows_all_charts;
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
                <InTurn>
                    {match chart {
                        ColumnChart::Axis(column) => view! { <AxisChart column /> }.into_any(),
                        ColumnChart::Map(column) => view! { <CountryMap column /> }.into_any(),
                        ColumnChart::Bars(column) => view! { <ColumnBars column /> }.into_any(),
                    }}
                </InTurn>
            </KeyedItems>
        </div>
        <ShowMore words=more expanded test="own-more-charts" />
    }
}
