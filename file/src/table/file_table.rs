//! An open table, with all that is shown of it.

use explorer::hooks::use_screen::use_screen;
use leptos::prelude::*;

use super::beside::BesideRecords;
use super::open_table::OpenTable;
use super::problems::Problems;
use super::rows::TableRows;
use super::summary::TableSummary;
use super::table_charts::TableCharts;
use super::table_facets::TableFacets;
use super::unmatched::UnmatchedNames;
use crate::store::OpenFile;

/// An open table.
#[component]
pub fn FileTable(
    /// The file.
    file: OpenFile,
) -> impl IntoView {
    let table = OpenTable::new(file);
    provide_context(table);
    provide_context(table.figure_source());
    // A reader folds them as they like from here on.
    let wide = !use_screen().narrow.get_untracked();
    view! {
        <div class="own-table" data-test="own-table">
            <TableSummary />
            <div class="own-columns">
                <details class="own-filters" open=wide>
                    <summary>"Filters"</summary>
                    <TableFacets />
                </details>
                <div class="own-main">
                    <Problems />
                    <UnmatchedNames />
                    <TableCharts />
                    <BesideRecords />
                    <TableRows />
                </div>
            </div>
        </div>
    }
}
