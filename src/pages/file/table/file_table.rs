//! An open table, with all that is shown of it.

use crate::components::in_turn::InTurn;
use crate::hooks::use_screen::use_screen;
use crate::start::provide_start;
use leptos::prelude::*;

use super::beside::BesideRecords;
use super::everywhere::{Everywhere, lacks};
use super::problems::Problems;
use super::rows::TableRows;
use super::summary::TableSummary;
use super::table_charts::TableCharts;
use super::table_facets::TableFacets;
use super::unmatched::UnmatchedNames;
use crate::pages::file::store::{Opened, use_file_store};

/// An open table.
#[component]
pub fn FileTable(
    /// The file.
    file: Opened,
) -> impl IntoView {
    let (store, attempt, table) = (use_file_store(), file.attempt, file.table);
    // Its signals stay as long as they are shown.
    StoredValue::new_local(file);
    // All of it at once would be one task of some hundred milliseconds.
    let start = provide_start(false);
    start.when_complete(move || store.is_whole(attempt));
    start.clone().go_on();
    provide_context(table);
    provide_context(table.figure_source());
    // A reader folds them as they like from here on.
    let wide = !use_screen().narrow.get_untracked();
    // What such a file is opened for stands where no chart that grows moves it away.
    let becomes_records = lacks(&table.about()).is_none();
    let everywhere = || {
        view! {
            <InTurn>
                <Everywhere />
            </InTurn>
        }
    };
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
                    {becomes_records.then(everywhere)}
                    <TableCharts />
                    {(!becomes_records).then(everywhere)}
                    <InTurn>
                        <BesideRecords />
                    </InTurn>
                    <InTurn>
                        <TableRows />
                    </InTurn>
                </div>
            </div>
        </div>
    }
}
