//! The records: a table of the events in view.

mod column_chooser;
mod record_row;
mod record_table;
mod sort;
mod sort_chooser;

use explorer_explore::measure::Measure;
use explorer_explore::records::{Record, records};
use explorer_number::grouped;
use leptos::prelude::*;

use self::column_chooser::ColumnChooser;
use self::record_table::RecordTable;
use self::sort_chooser::SortChooser;
use crate::components::records::empty::Empty;
use crate::reactive::memo;
use crate::store::use_store;

/// The table of events, with what is chosen about it.
#[component]
pub fn RecordsPage() -> impl IntoView {
    let store = use_store();
    let sort = store.part(|state| state.sort);
    let rows: Memo<Vec<Record>> = memo(move || {
        store.outcome.with(|outcome| records(store.explorer, &outcome.rows, sort.get()))
    });
    let title = move || {
        let events = u32::try_from(rows.with(Vec::len)).unwrap_or(u32::MAX);
        format!("{} {}", grouped(events), Measure::Events.noun(events))
    };
    view! {
        <div class="records-head">
            <h2>{title}</h2>
            <p>"One row per event; a row opens everything known about it, with its sources."</p>
            <SortChooser sort />
            <ColumnChooser />
        </div>
        <Empty />
        <RecordTable rows sort />
    }
}
