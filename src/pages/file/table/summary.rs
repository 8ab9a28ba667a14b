//! What is open, how much of it is in view, and under which filters.

use crate::reactive::memo;
use explorer_number::grouped;
use leptos::prelude::*;

use super::chips::FilterChips;
use super::controls::TableControls;
use super::open_table::use_open_table;
use explorer_table::amount::amount;

/// The head of an open table.
#[component]
pub fn TableSummary() -> impl IntoView {
    let table = use_open_table();
    let summary = table.summary();
    let in_view = memo(move || summary.with(|summary| summary.in_view));
    let about = table.about();
    let (all, columns) = (about.rows, about.columns.len());
    let rows = if all == 1 { "row" } else { "rows" };
    let size = move || {
        let memory = summary.with(|summary| summary.bytes) as f64;
        let per_row = memory / (all.max(1) as f64);
        let (size, unit) = match memory / f64::from(1 << 20) {
            size if size < 1.0 => ((size * 1024.0).ceil(), "kB"),
            size => ((size * 10.0).round() / 10.0, "MB"),
        };
        format!(
            "{columns} columns; {} {unit} of memory, {} bytes per row",
            amount(size),
            amount(per_row.round())
        )
    };
    view! {
        <div class="own-summary">
            <div>
                <p
                    class="sentence"
                    role="status"
                    data-test="own-summary"
                    data-rows=move || in_view.get().to_string()
                    data-all=all.to_string()
                >
                    <b>{move || grouped(in_view.get())}</b>
                    {format!(" of {} {rows} in ", grouped(all as u64))}
                    <b>{table.file_name()}</b>
                </p>
                <p class="hint" data-test="own-size">
                    {size}
                </p>
            </div>
            <TableControls />
            <FilterChips />
        </div>
    }
}
