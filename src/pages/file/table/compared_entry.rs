//! An entry of the comparison with the records.

use explorer_number::grouped;
use explorer_view::hash::version_of;
use leptos::prelude::*;

/// A row of the file and a record that are the same, or one of them alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The row's number in the file, and what it says.
    pub row: Option<(u64, String)>,
    /// The record's id, and what it says.
    pub record: Option<(String, String)>,
}

/// A row of the comparison, with the way to the record and its sources.
#[component]
pub fn EntryRow(
    /// What it says.
    entry: Entry,
) -> impl IntoView {
    let row = entry.row.map(|(number, words)| {
        view! {
            <span>
                <b>{format!("Row {}", grouped(number))}</b>
                {format!(" {words}")}
            </span>
        }
    });
    // The records are those of the version that the address names.
    let version = version_of(&window().location().hash().unwrap_or_default());
    let ending = version.map_or(String::new(), |version| format!("?data={version}"));
    let record = entry
        .record
        .map(|(id, words)| view! { <a href=format!("#/record/{id}{ending}")>{words}</a> });
    view! {
        <tr data-test="beside-entry">
            <td>{row}</td>
            <td>{record}</td>
        </tr>
    }
}
