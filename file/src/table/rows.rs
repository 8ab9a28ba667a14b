//! The rows in view: what every number leads to.

use explorer::components::keyed_items::KeyedItems;
use explorer::hooks::download;
use explorer::reactive::memo;
use explorer_number::grouped;
use leptos::prelude::*;

use super::open_table::{OpenTable, use_open_table};
use super::row::Row;
use crate::components::pager::Pager;
use crate::components::scroll_table::ScrollTable;
use crate::page::Page;
use crate::row_view::{row_view, rows_csv};

/// Rows of a page.
const PAGE: usize = 25;

/// The rows in view, page by page.
#[component]
pub fn TableRows() -> impl IntoView {
    let table = use_open_table();
    let number = RwSignal::new(0_usize);
    let in_view = memo(move || table.read(|loaded, _| loaded.view.in_view() as usize));
    let page = memo(move || Page::new(number.get(), PAGE, in_view.get()));
    let rows = memo(move || {
        let first = page.with(|page| page.range.start);
        let rows = table.ask(|loaded| loaded.rows(first, PAGE));
        table.read(|loaded, countries| {
            rows.into_iter().map(|row| row_view(loaded, countries, row)).collect::<Vec<_>>()
        })
    });
    let shown = move || match in_view.get() {
        0 => "No row passes the filters.".to_owned(),
        count => format!("{}, by date", page.with(|page| page.words(count as u64))),
    };
    let names = table.read_untracked(|loaded, _| {
        let names = loaded.columns.iter().map(|column| column.name.clone());
        ["Row".to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let not_kept = match table.read_untracked(|loaded, _| loaded.not_kept()) {
        0 => None,
        count => Some(format!(
            "{} cells are not kept as they stand in the file: those beyond the first million that could not \
             be read, have a unit or name a country in another way. Of these, cells that could not be read \
             are blank.",
            grouped(count)
        )),
    };
    view! {
        <section class="own-panel-plain" data-test="own-rows">
            <div class="records-head">
                <h2>"Rows"</h2>
                <p data-test="rows-shown">{shown}</p>
                <Pager page number size=PAGE />
                <button
                    type="button"
                    class="text-button"
                    data-test="save-rows"
                    disabled=move || in_view.get() == 0
                    on:click=move |_| save(table)
                >
                    "Download them as CSV"
                </button>
            </div>
            {not_kept.map(|words| view! { <p class="hint" data-test="not-kept">{words}</p> })}
            <div class="own-scroll">
                <ScrollTable label="Rows in view" headings=names>
                    <KeyedItems items=rows key=|row| row.number.to_string() let:row>
                        <Row row />
                    </KeyedItems>
                </ScrollTable>
            </div>
        </section>
    }
}

/// Saves the rows in view with their numbers in the file.
fn save(table: OpenTable) {
    let rows = table.ask_untracked(|loaded| loaded.rows(0, usize::MAX));
    let text = table.read_untracked(|loaded, _| rows_csv(loaded, &rows));
    download::text(&table.origin().file_name("rows", "csv"), "text/csv", &text);
}
