//! The first rows as they stand in the file.

use leptos::prelude::*;

use crate::components::scroll_table::ScrollTable;
use crate::roles::shorter;

/// The first rows of a file.
#[component]
pub fn Preview(
    /// The names of its columns.
    header: Vec<String>,
    /// The rows.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let title = format!("The first {} rows as they stand in the file", rows.len());
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|cell| view! { <td>{shorter(&cell)}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <details class="own-preview" data-test="preview">
            <summary>{title}</summary>
            <ScrollTable label="First rows" headings=header>
                {rows}
            </ScrollTable>
        </details>
    }
}
