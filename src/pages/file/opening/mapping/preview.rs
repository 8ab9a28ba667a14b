//! The first rows as they stand in the file.

use crate::reactive::memo;
use leptos::prelude::*;

use crate::pages::file::components::scroll_table::ScrollTable;
use crate::pages::file::opening::draft::Draft;
use explorer_table::column_role::shorter;

/// The first rows of a file, as it is read now.
#[component]
pub fn Preview(
    /// The file.
    #[prop(into)]
    draft: Signal<Draft, LocalStorage>,
) -> impl IntoView {
    let title = memo(move || {
        let rows = draft.with(|draft| draft.beginning.rows.len());
        format!("The first {rows} rows as they stand in the file")
    });
    let table = move || {
        let (headings, rows) =
            draft.with(|draft| (draft.beginning.header.clone(), draft.beginning.rows.clone()));
        let rows = rows.into_iter().map(|row| {
            let cells = row.into_iter().map(|cell| view! { <td>{shorter(&cell)}</td> });
            view! { <tr>{cells.collect_view()}</tr> }
        });
        let rows = rows.collect_view();
        view! {
            <ScrollTable label="First rows" headings>
                {rows}
            </ScrollTable>
        }
    };
    view! {
        <details class="own-preview" data-test="preview">
            <summary>{title}</summary>
            {table}
        </details>
    }
}
