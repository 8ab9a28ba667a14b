//! The rows in view: what every number leads to.

use crate::components::keyed_items::KeyedItems;
use crate::hooks::download;
use crate::reactive::memo;
use explorer_number::grouped;
use explorer_table::page::Page;
use explorer_table::rows_page::SIZE;
use explorer_table::{Answer, Export, Question};
use leptos::prelude::*;

use super::open_table::{OpenTable, use_open_table};
use super::row::Row;
use crate::pages::file::components::pager::Pager;
use crate::pages::file::components::scroll_table::ScrollTable;

/// The rows in view, page by page.
#[component]
pub fn TableRows() -> impl IntoView {
    let table = use_open_table();
    let number = table.page_of_rows;
    let answer = table.follow(
        move || Some(Question::Rows(number.get())),
        |answer| match answer {
            Answer::Rows(page) => Some(page),
            _ => None,
        },
    );
    let in_view = memo(move || answer.with(|answer| answer.in_view as usize));
    let page = memo(move || Page::new(number.get(), SIZE, in_view.get()));
    let rows = memo(move || answer.with(|answer| answer.rows.clone()));
    let shown = move || match in_view.get() {
        0 => "No row passes the filters.".to_owned(),
        count => format!("{}, by date", page.with(|page| page.words(count as u64))),
    };
    let about = table.about();
    let names = about.columns.iter().map(|column| column.name.clone());
    let names: Vec<String> = ["Row".to_owned()].into_iter().chain(names).collect();
    let not_kept = match about.not_kept {
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
                <Pager page number size=SIZE />
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
    let name = table.origin().file_name("rows", "csv");
    table.export(Export::Rows, move |file| download::blob(&name, &file));
}
