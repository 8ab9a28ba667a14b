//! The rows in view: what every number leads to.

use explorer::components::keyed_items::KeyedItems;
use explorer::hooks::download;
use explorer::reactive::memo;
use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Role;
use explorer_reader::csv::write_line;
use explorer_reader::problem::shortened;
use leptos::prelude::*;

use super::open_table::{OpenTable, use_open_table};
use super::row::{CellView, Row, RowView};
use crate::column_kind::{country, has_countries};
use crate::components::pager::Pager;
use crate::components::scroll_table::ScrollTable;
use crate::page::Page;

/// Rows of a page.
const PAGE: usize = 25;
/// Characters of a cell that are shown.
pub const SHOWN: usize = 160;

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

fn row_view(loaded: &Loaded, countries: &Countries, row: usize) -> RowView {
    let cells = loaded.columns.iter().enumerate().map(|(at, column)| match column.role {
        Role::Link => CellView::Links(loaded.values(row, at)),
        _ if has_countries(column) => {
            let names = loaded.values(row, at).into_iter().map(|code| {
                let country = country(countries, &code);
                country.map_or(code.clone(), |country| country.name_en.clone())
            });
            CellView::Text(names.collect::<Vec<_>>().join("; "))
        }
        Role::Number(_) => CellView::Number(loaded.cell(row, at)),
        _ => CellView::Text(shortened(&loaded.cell(row, at), SHOWN)),
    });
    RowView { number: loaded.row_number(row), cells: cells.collect() }
}

/// Saves the rows in view, as they are shown, with their numbers in the file.
fn save(table: OpenTable) {
    let rows = table.ask_untracked(|loaded| loaded.rows(0, usize::MAX));
    let text = table.read_untracked(|loaded, _| {
        let mut text = String::from("\u{feff}");
        let names = loaded.columns.iter().map(|column| column.name.as_str());
        write_line(&mut text, ["row"].into_iter().chain(names));
        for row in rows {
            let number = loaded.row_number(row).to_string();
            let cells: Vec<String> =
                (0..loaded.columns.len()).map(|column| safe(loaded.cell(row, column))).collect();
            write_line(
                &mut text,
                [number.as_str()].into_iter().chain(cells.iter().map(String::as_str)),
            );
        }
        text
    });
    download::text(&table.origin().file_name("rows", "csv"), "text/csv", &text);
}

/// A cell that a spreadsheet takes for a text, not for a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>); numbers stay numbers.
fn safe(cell: String) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}
