//! What every chart has around it: its finding, what it draws, and its numbers as a table.

use leptos::prelude::*;

use super::markup::{Markup, el, shown, shown_with};
use super::store::{Step, store};
use super::switch::button;
use crate::number::{grouped, percent};
use crate::view::chart::Chart;
use crate::view::whole;

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

/// What makes a figure's own controls.
pub type Controls = Box<dyn Fn() -> Vec<Markup>>;
/// What a click on one of them does.
pub type Act = Box<dyn Fn(&str)>;

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
    controls: Controls,
    /// What a click on one of them does; it gets the control's `data-act`.
    act: Act,
    /// The drawn form.
    children: ChildrenFn,
) -> impl IntoView {
    let store = store();
    let as_table = Memo::new(move |_| store.state.with(|state| state.tables().contains(&chart)));
    let tools = move || {
        let as_table = as_table.get();
        let toggle = button("as-table")
            .class("text-button")
            .attr("data-test", "as-table")
            .attr("aria-pressed", if as_table { "true" } else { "false" })
            .text(if as_table { "Show as chart" } else { "Show as table" });
        let mut tools = controls();
        tools.push(toggle);
        vec![el("div").class("tools").children(tools)]
    };
    let act = move |which: &str| match which {
        "as-table" => store.change(Step::Push, |state| state.toggle_table(chart)),
        _ => act(which),
    };
    let caption = move || vec![el("h2").text(finding.get()), el("p").text(subtitle.get())];
    view! {
        <figure class=format!("chart chart-{}", chart.id()) data-test=format!("chart-{}", chart.id())>
            <figcaption>{shown(caption)}</figcaption>
            {move || if as_table.get() {
                shown(move || {
                    let all = store.state.with(|state| whole::words(&state.page));
                    vec![table.with(|table| table_view(table, all))]
                }).into_any()
            } else {
                children().into_any()
            }}
            {shown_with(tools, act)}
        </figure>
    }
}

fn table_view(table: &TableView, all: &str) -> Markup {
    let cell = |text: String| el("td").text(text);
    let heading = |text: &str| el("th").attr("scope", "col").text(text);
    let shares = table.whole > 0;
    let head = el("tr")
        .child(heading(table.first))
        .child(heading(table.counted))
        .children(table.parts.iter().map(|part| heading(part)))
        .children(shares.then(|| heading("Share")))
        .child(heading(&format!("In {all}")));
    let rows = table.rows.iter().map(|row| {
        el("tr")
            .attr("data-value", row.value.as_str())
            .attr("data-count", row.count.to_string())
            .child(el("th").attr("scope", "row").text(row.label.as_str()))
            .child(cell(grouped(row.count)))
            .children(row.parts.iter().map(|part| cell(grouped(*part))))
            .children(shares.then(|| cell(percent(row.count, table.whole))))
            .child(cell(grouped(row.total)))
    });
    let numbers = el("table")
        .class("numbers-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    el("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", format!("Numbers of the chart by {}", table.first))
        .child(numbers)
}
