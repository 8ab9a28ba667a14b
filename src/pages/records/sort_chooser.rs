//! The order of the records, for narrow windows.

use explorer_explore::records::{RecordColumn, Sort};
use explorer_view::step::Step;
use leptos::prelude::*;

use super::sort::sort_by;
use crate::store::use_store;

/// On a narrow window rows are cards without headings: the order is chosen here.
#[component]
pub fn SortChooser(
    /// The order.
    sort: ReadSignal<Sort>,
) -> impl IntoView {
    let store = use_store();
    let options = RecordColumn::ALL.map(|column| {
        let selected = move || sort.get().column == column;
        view! {
            <option value=column.id() prop:selected=selected>
                {column.label()}
            </option>
        }
    });
    let choose = move |event| {
        if let Some(column) = RecordColumn::from_id(&event_target_value(&event)) {
            sort_by(store, column);
        }
    };
    let reverse = move |_| store.change(Step::Push, |s| s.sort.descending = !s.sort.descending);
    view! {
        <div class="sort-chooser">
            <label>
                "Sort by " <select on:change=choose>{options.into_iter().collect_view()}</select>
            </label>
            <button type="button" on:click=reverse>
                {move || if sort.get().descending { "↓ descending" } else { "↑ ascending" }}
            </button>
        </div>
    }
}
