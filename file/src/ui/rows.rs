//! The rows in view: what every number leads to.

use std::rc::Rc;

use explorer::ui::listen::on_act;
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::save;
use explorer::ui::signal::Signal;
use explorer_loader::Loaded;
use explorer_number::grouped;
use explorer_reader::csv::write_line;
use explorer_reader::mapping::Role;
use explorer_reader::problem::shortened;
use web_sys::Element;

use super::app::App;
use super::bars::has_countries;
use super::head::filter_words;
use super::listing::{Page, cells, last, scrolled, tool};
use super::open::Open;

/// Rows of a page.
const PAGE: usize = 25;
/// Characters of a cell that are shown.
pub const SHOWN: usize = 160;

/// The rows in view, page by page.
pub fn rows(app: &'static App, open: &Rc<Open>) -> Element {
    let page = Signal::new(0_usize);
    let kept = open.clone();
    let place = live("section", move |section| {
        kept.changes.track();
        let mut loaded = kept.loaded.borrow_mut();
        let in_view = loaded.view.in_view() as usize;
        let page = Page::new(page.get(), PAGE, in_view);
        let rows = loaded.rows(page.range.start, PAGE);
        let names = loaded.columns.iter().map(|column| column.name.clone());
        let names = ["Row".to_owned()].into_iter().chain(names);
        let table = cells(names, rows.iter().map(|row| line(app, &loaded, *row)));
        let shown = match rows.len() {
            0 => "No row passes the filters.".to_owned(),
            _ => format!("{}, by date", page.words(in_view as u64)),
        };
        section
            .class("own-panel-plain")
            .attr("data-test", "own-rows")
            .child(
                el("div")
                    .class("records-head")
                    .child(el("h2").text("Rows"))
                    .child(el("p").attr("data-test", "rows-shown").text(shown))
                    .children(page.steps())
                    .child(tool("save-rows", "Download them as CSV", in_view == 0)),
            )
            .child(el("div").class("own-scroll").child(scrolled("Rows in view", table)))
    });
    let open = open.clone();
    on_act(&place, move |act| match act {
        "previous" => page.update(|page| *page = page.saturating_sub(1)),
        "next" => {
            let last = last(PAGE, open.loaded.borrow().view.in_view() as usize);
            page.update(|page| *page = (*page + 1).min(last));
        }
        "save-rows" => save_rows(app, &open),
        _ => {}
    });
    place
}

fn line(app: &App, loaded: &Loaded, row: usize) -> Markup {
    let cells = loaded.columns.iter().enumerate().map(|(at, column)| {
        let cell = el("td");
        match column.role {
            Role::Link => {
                loaded.values(row, at).iter().enumerate().fold(cell, |cell, (at, address)| {
                    cell.text(if at > 0 { " " } else { "" }).child(link(address))
                })
            }
            _ if has_countries(column) => {
                let names = loaded.values(row, at).into_iter().map(|code| {
                    app.country(&code).map_or(code.clone(), |country| country.name_en.clone())
                });
                cell.text(names.collect::<Vec<_>>().join("; "))
            }
            Role::Number(_) => cell.class("own-number").text(loaded.cell(row, at)),
            _ => cell.text(shortened(&loaded.cell(row, at), SHOWN)),
        }
    });
    el("tr")
        .attr("data-test", "own-row")
        .attr("data-row", loaded.row_number(row).to_string())
        .child(el("th").attr("scope", "row").text(grouped(loaded.row_number(row))))
        .children(cells)
}

/// An address on the web as a link. The reader of links admits only http and https.
fn link(address: &str) -> Markup {
    let host = address.split("://").nth(1).unwrap_or(address);
    let host = host.split(['/', '?', '#']).next().unwrap_or(host);
    el("a")
        .attr("href", address)
        .attr("rel", "noopener noreferrer")
        .attr("target", "_blank")
        .attr("title", address)
        .text(host.trim_start_matches("www."))
}

/// Saves the rows in view, as they are shown, with their numbers in the file.
fn save_rows(app: &App, open: &Open) {
    let mut loaded = open.loaded.borrow_mut();
    let rows = loaded.rows(0, usize::MAX);
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
    drop(loaded);
    let filters = filter_words(app, open).join(" ");
    let name = explorer_export::file_name::file_name("own-rows", &filters, "csv");
    save::text(&name, "text/csv", &text);
}

/// A cell that a spreadsheet takes for a text, not for a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>); numbers stay numbers.
fn safe(cell: String) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if begins && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell }
}
