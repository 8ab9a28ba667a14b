//! A table beside the embedded records: what is in both, only here, only there.

use std::cell::RefCell;
use std::rc::Rc;

use explorer::ui::listen::on_act;
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::signal::Signal;
use explorer::ui::switch::{button, switch};
use explorer_loader::{Loaded, SideBySide, side_by_side};
use explorer_number::grouped;
use explorer_reader::mapping::{Meaning, Role};
use explorer_reader::problem::shortened;
use web_sys::Element;

use super::app::App;
use super::listing::{Page, cells, scrolled};
use super::open::Open;
use super::rows::SHOWN;
use crate::embedded::{Embedded, agencies, interactions};

/// Entries of a page.
const PAGE: usize = 20;

/// The parts of the comparison.
const PARTS: [(&str, &str); 3] =
    [("both", "In both"), ("here", "Only in this file"), ("there", "Only in the records")];

/// The records, and what of them is in the file.
struct Compared {
    records: Vec<Embedded>,
    parts: SideBySide,
}

impl Compared {
    fn new(loaded: &Loaded) -> Self {
        let records = interactions();
        let known: Vec<_> = records.iter().map(Embedded::interaction).collect();
        Self { parts: side_by_side(loaded, &agencies(), &known), records }
    }
}

/// The file alone, or beside the embedded records.
pub fn beside(app: &'static App, open: &Rc<Open>) -> Element {
    let (part, page) = (Signal::new("both"), Signal::new(0_usize));
    let comparing = Signal::new(false);
    // Made when it is first asked for.
    let compared: Rc<RefCell<Option<Compared>>> = Rc::default();
    let (kept, shown) = (open.clone(), compared.clone());
    let place = live("section", move |section| {
        let section = section.class("own-panel").attr("data-test", "beside");
        let comparing = comparing.get();
        let modes = [("alone", "This file alone"), ("compare", "Compare with the records")];
        let mode = if comparing { "compare" } else { "alone" };
        let section = section.child(el("h2").text("Beside the embedded records")).child(switch(
            "beside-mode",
            "The file alone, or compared",
            &modes,
            mode,
        ));
        let loaded = kept.loaded.borrow();
        if let Some(missing) = missing(&loaded) {
            return section.child(el("p").class("hint").text(missing));
        }
        let compared = shown.borrow();
        match compared.as_ref().filter(|_| comparing) {
            None => section.child(el("p").class("hint").text(
                "The charts show this file in the place of the records, which stay on the other pages. \
                 Compared, rows are matched with them by date, agency and country.",
            )),
            Some(compared) => section
                .child(el("p").class("hint").text(words(&loaded, &compared.parts)))
                .child(counts(&compared.parts, part.get()))
                .child(entries(app, &loaded, compared, part.get(), page.get())),
        }
    });
    let open = open.clone();
    on_act(&place, move |act| match act {
        "alone" => comparing.set(false),
        "compare" => {
            compared.borrow_mut().get_or_insert_with(|| Compared::new(&open.loaded.borrow()));
            comparing.set(true);
        }
        "previous" => page.update(|page| *page = page.saturating_sub(1)),
        "next" => page.update(|page| *page += 1),
        act => {
            if let Some((id, _)) = PARTS.iter().find(|(id, _)| *id == act) {
                page.set(0);
                part.set(id);
            }
        }
    });
    place
}

/// Why a file cannot be compared; `None` if it can.
fn missing(loaded: &Loaded) -> Option<&'static str> {
    let has_country = loaded.columns.iter().any(|column| {
        column.meaning == Some(Meaning::Country)
            && matches!(column.role, Role::Category | Role::MultiValue(_) | Role::Text)
    });
    match (loaded.date_column().is_some(), has_country) {
        (true, true) => None,
        (false, true) => Some("To compare, one of the columns has to be the date."),
        (true, false) => Some("To compare, one of the columns has to be the counterpart country."),
        (false, false) => Some(
            "To compare, one of the columns has to be the date, and one the counterpart country.",
        ),
    }
}

fn words(loaded: &Loaded, compared: &SideBySide) -> String {
    let by = match loaded.column_of(Meaning::Agency) {
        Some(_) => "date, Chinese agency and country",
        None => "date and country, as no column is the Chinese agency",
    };
    let left = match compared.not_compared {
        0 => String::new(),
        1 => " 1 row has no date or no country.".to_owned(),
        count => format!(" {} rows have no date or no country.", grouped(count as u64)),
    };
    format!(
        "All rows of the file, whatever is filtered, matched by {by}; a month matches a day in it.{left}"
    )
}

fn number(compared: &SideBySide, part: &str) -> usize {
    match part {
        "both" => compared.both.len(),
        "here" => compared.only_here.len(),
        _ => compared.only_there.len(),
    }
}

fn counts(compared: &SideBySide, chosen: &str) -> Markup {
    let buttons = PARTS.iter().map(|(id, words)| {
        let count = number(compared, id);
        button(*id)
            .attr("data-test", format!("beside-{id}"))
            .attr("data-count", count.to_string())
            .attr("aria-pressed", if *id == chosen { "true" } else { "false" })
            .child(el("b").text(grouped(count as u64)))
            .child(el("span").text(*words))
    });
    el("div").class("own-parts").attr("role", "group").attr("aria-label", "Parts").children(buttons)
}

fn entries(app: &App, loaded: &Loaded, compared: &Compared, part: &str, page: usize) -> Markup {
    let Compared { records, parts } = compared;
    let all = number(parts, part);
    let page = Page::new(page, PAGE, all);
    let lines = page.range.clone().map(|at| {
        let (row, record) = match part {
            "both" => parts.both.get(at).copied().unzip(),
            "here" => (parts.only_here.get(at).copied(), None),
            _ => (None, parts.only_there.get(at).copied()),
        };
        let record = record.and_then(|record| records.get(record));
        el("tr")
            .attr("data-test", "beside-entry")
            .child(el("td").children(row.map(|row| of_row(loaded, row))))
            .child(el("td").children(record.map(|record| of_record(app, record))))
    });
    let headings = ["In this file", "In the records"].map(str::to_owned);
    let shown = if all == 0 { "None".to_owned() } else { page.words(all as u64) };
    el("div").child(scrolled("Compared", cells(headings, lines))).child(
        el("div")
            .class("own-acts")
            .child(el("span").class("hint").text(shown))
            .children(page.steps()),
    )
}

/// A row of the file: its number, and what it says.
fn of_row(loaded: &Loaded, row: usize) -> Markup {
    let cells: Vec<String> = (0..loaded.columns.len())
        .map(|column| loaded.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .take(5)
        .collect();
    el("span")
        .child(el("b").text(format!("Row {}", grouped(loaded.row_number(row)))))
        .text(format!(" {}", shortened(&cells.join(" \u{b7} "), SHOWN)))
}

/// A record, with the way to it and its sources.
fn of_record(app: &App, record: &Embedded) -> Markup {
    let country = app.country(record.country).map_or(record.country, |country| &country.name_en);
    el("a")
        .attr("href", format!("#/record/{}", record.id))
        .text(format!("{} \u{b7} {} \u{b7} {country}", record.date, record.agency))
}
