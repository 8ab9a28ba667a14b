//! What every chart has around it: its finding, what it draws, and its numbers as a table.

use leptos::prelude::*;

use super::store::{Step, store};
use crate::number::{grouped, percent};
use crate::view::chart::Chart;

/// A row of a chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// The value's id, or the bin's key.
    pub value: String,
    /// Its name.
    pub label: String,
    /// Its count.
    pub count: u32,
    /// Its count over all records.
    pub total: u32,
    /// Further counts, in the order of the table's further headings.
    pub parts: Vec<u32>,
}

/// A chart's table alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct TableView {
    /// Heading of the first column.
    pub first: &'static str,
    /// Heading of the counts.
    pub counted: &'static str,
    /// Headings of further counts.
    pub parts: Vec<String>,
    /// What shares are taken of; 0 shows none.
    pub whole: u32,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// A chart with its caption. `children` is the drawn form.
#[component]
pub fn Figure(
    /// Which chart it is.
    chart: Chart,
    /// What the numbers in view say.
    #[prop(into)]
    finding: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    subtitle: Signal<String>,
    /// The same as a table.
    #[prop(into)]
    table: Signal<TableView>,
    /// Controls beside "show as table".
    #[prop(optional, into)]
    controls: ViewFn,
    /// The drawn form.
    children: ChildrenFn,
) -> impl IntoView {
    let store = store();
    let as_table = Memo::new(move |_| store.state.with(|state| state.tables().contains(&chart)));
    let toggle = move |_| {
        store.change(Step::Push, |state| state.toggle_table(chart));
    };
    view! {
        <figure class=format!("chart chart-{}", chart.id()) data-test=format!("chart-{}", chart.id())>
            <figcaption>
                <h2>{finding}</h2>
                <p>{subtitle}</p>
            </figcaption>
            {move || if as_table.get() {
                table_view(table.get()).into_any()
            } else {
                children().into_any()
            }}
            <div class="tools">
                {controls.run()}
                <button
                    type="button"
                    class="text-button"
                    data-test="as-table"
                    aria-pressed=move || as_table.get().to_string()
                    on:click=toggle
                >
                    {move || if as_table.get() { "Show as chart" } else { "Show as table" }}
                </button>
            </div>
        </figure>
    }
}

fn table_view(table: TableView) -> impl IntoView {
    let whole = table.whole;
    let parts = table.parts.iter().map(|part| view! { <th scope="col">{part.clone()}</th> });
    let share_head = (whole > 0).then(|| view! { <th scope="col">"Share"</th> });
    let rows = table.rows.into_iter().map(|row| {
        let parts = row.parts.into_iter().map(|n| view! { <td>{grouped(n)}</td> });
        let share = (whole > 0).then(|| view! { <td>{percent(row.count, whole)}</td> });
        view! {
            <tr data-value=row.value data-count=row.count.to_string()>
                <th scope="row">{row.label}</th>
                <td>{grouped(row.count)}</td>
                {parts.collect_view()}
                {share}
                <td>{grouped(row.total)}</td>
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Numbers of the chart">
            <table class="numbers-table">
                <thead>
                    <tr>
                        <th scope="col">{table.first}</th>
                        <th scope="col">{table.counted}</th>
                        {parts.collect_view()}
                        {share_head}
                        <th scope="col">"All records"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
