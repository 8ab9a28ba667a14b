//! Which columns of the records are shown.

use explorer_explore::records::RecordColumn;
use explorer_view::state::ViewState;
use explorer_view::step::Step;
use leptos::html;
use leptos::prelude::*;

use crate::reactive::{memo, text};
use crate::store::use_store;

/// A button that unfolds a box per column.
#[component]
pub fn ColumnChooser() -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    let columns = store.part(ViewState::columns);
    let boxes = RecordColumn::ALL.map(|column| view! { <ColumnBox column columns /> });
    view! {
        <div
            class="column-chooser"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                data-test="columns"
                aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "Columns"
            </button>
            <div class="menu" role="group" aria-label="Columns" hidden=move || !open.get()>
                {boxes.into_iter().collect_view()}
                <button
                    type="button"
                    class="text-button"
                    on:click=move |_| store.change(Step::Push, |state| state.set_columns(&[]))
                >
                    "Usual columns"
                </button>
            </div>
        </div>
    }
}

/// Shows or hides a column.
#[component]
fn ColumnBox(
    /// The column.
    column: RecordColumn,
    /// The columns that are shown.
    columns: ReadSignal<Vec<RecordColumn>>,
) -> impl IntoView {
    let store = use_store();
    let node = NodeRef::<html::Input>::new();
    let shown = memo(move || columns.with(|columns| columns.contains(&column)));
    let toggle = move |_| {
        store.change(Step::Push, |state| {
            let mut columns = state.columns();
            match columns.iter().position(|c| *c == column) {
                // The last column stays: a table without any is no table.
                Some(at) if columns.len() > 1 => _ = columns.remove(at),
                Some(_) => {}
                None => columns.push(column),
            }
            state.set_columns(&columns);
        });
        // The browser has taken the tick off the last column, too.
        if let Some(node) = node.get_untracked() {
            node.set_checked(shown.get_untracked());
        }
    };
    view! {
        <label>
            <input
                node_ref=node
                type="checkbox"
                name=column.id()
                prop:checked=move || shown.get()
                on:change=toggle
            />
            {column.label()}
        </label>
    }
}
