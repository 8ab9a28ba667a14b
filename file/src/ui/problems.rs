//! What is wrong with the rows of a table.

use std::rc::Rc;

use explorer::ui::listen::on_act;
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::save;
use explorer::ui::signal::Signal;
use explorer_loader::Loaded;
use explorer_number::grouped;
use explorer_reader::csv::write_line;
use explorer_reader::header::Note;
use web_sys::Element;

use super::listing::{Page, cells, last, scrolled, tool};
use super::open::Open;

/// Problems of a page.
const PAGE: usize = 20;

/// The problems, page by page; empty if there are none.
pub fn problems(open: &Rc<Open>) -> Element {
    let page = Signal::new(0_usize);
    let kept = open.clone();
    let place = live("div", move |place| {
        let loaded = kept.loaded.borrow();
        let notes = notes(&loaded);
        let total = loaded.problems.total();
        if total == 0 {
            return place.children(notes);
        }
        place.child(list(&loaded, page.get())).children(notes)
    });
    let open = open.clone();
    on_act(&place, move |act| {
        let loaded = open.loaded.borrow();
        let name = |what: &str| format!("{}.{what}.csv", open.draft.source.name);
        match act {
            "bad-rows" => {
                let text = loaded.bad_rows.to_csv(&loaded.header, &loaded.problems);
                save::text(&name("bad-rows"), "text/csv", &text);
            }
            "problems" => save::text(&name("problems"), "text/csv", &all(&loaded)),
            _ => {
                let last = last(PAGE, loaded.problems.kept().len());
                drop(loaded);
                page.update(|page| {
                    *page =
                        if act == "next" { (*page + 1).min(last) } else { page.saturating_sub(1) };
                });
            }
        }
    });
    place
}

fn list(loaded: &Loaded, page: usize) -> Markup {
    let problems = &loaded.problems;
    let kept = problems.kept();
    let page = Page::new(page, PAGE, kept.len());
    let lines = kept.get(page.range.clone()).unwrap_or_default().iter().map(|problem| {
        el("tr")
            .attr("data-test", "problem")
            .child(el("th").attr("scope", "row").text(grouped(problem.row)))
            .child(el("td").text(problem.column.clone().unwrap_or_else(|| "the row".to_owned())))
            .child(el("td").text(problem.value.as_str()))
            .child(el("td").text(problem.expected.as_str()))
    });
    let headings = ["Row", "Column", "Found", "Expected"].map(str::to_owned);
    let table = scrolled("Problems", cells(headings, lines));
    let bad = loaded.summary.bad_rows;
    let rows = match bad {
        0 => "All rows are loaded, without the values that could not be read.".to_owned(),
        1 => "1 row is not loaded; all others are, without the values that could not be read."
            .to_owned(),
        count => format!(
            "{} rows are not loaded; all others are, without the values that could not be read.",
            grouped(count)
        ),
    };
    let total = problems.total();
    let title = match total {
        1 => "1 problem".to_owned(),
        count => format!("{} problems", grouped(count)),
    };
    let kept_words = match total > kept.len() as u64 {
        true => format!("; the first {} are kept", grouped(kept.len() as u64)),
        false => String::new(),
    };
    let save_rows = (!loaded.bad_rows.is_empty()).then(|| {
        let words =
            format!("Download the {} that are not loaded", rows_words(loaded.bad_rows.len()));
        tool("bad-rows", words, false)
    });
    let tools = el("div")
        .class("own-acts")
        .child(el("span").class("hint").text(format!("{}{kept_words}", page.words(total))))
        .children(page.steps())
        .child(el("span").class("own-space"))
        .child(tool("problems", "Download the problems", false))
        .children(save_rows);
    el("details")
        .class("own-panel")
        .attr("data-test", "problems")
        .attr("data-count", total.to_string())
        .attr("data-bad-rows", bad.to_string())
        .child(
            el("summary")
                .child(el("b").text(title))
                .text(" ")
                .child(el("span").class("hint").text(rows)),
        )
        .child(table)
        .child(tools)
}

fn rows_words(count: usize) -> String {
    if count == 1 { "row".to_owned() } else { format!("{} rows", grouped(count as u64)) }
}

/// What the file's owner should know besides.
fn notes(loaded: &Loaded) -> Option<Markup> {
    let count = |count: &u64, one: &str, more: &str| match *count {
        1 => format!("1 {one}"),
        count => format!("{} {more}", grouped(count)),
    };
    let words = |note: &Note| match note {
        Note::Unnamed { column, name } => {
            format!("Column {column} has no name, and is called \u{201c}{name}\u{201d}.")
        }
        Note::Renamed { from, to } => format!(
            "Two columns are called \u{201c}{from}\u{201d}; the later one is \u{201c}{to}\u{201d} here."
        ),
        Note::Joined { column } => {
            format!("Lists in \u{201c}{column}\u{201d} are several values of a cell.")
        }
        Note::Flattened { column } => {
            format!("Objects in \u{201c}{column}\u{201d} are columns of their own.")
        }
        Note::StrayQuotes(n) => format!(
            "{} taken for what they are.",
            count(n, "quote within a cell is", "quotes within cells are")
        ),
        Note::EmptyRows(n) => format!(
            "{} left out.",
            count(n, "row without any value is", "rows without any value are")
        ),
        Note::BlankLines(n) => {
            format!("{} left out.", count(n, "empty line is", "empty lines are"))
        }
        Note::TrailingSeparators(n) => {
            format!("{} in separators with nothing behind.", count(n, "row ends", "rows end"))
        }
    };
    let notes = &loaded.summary.notes;
    (!notes.is_empty()).then(|| {
        el("ul")
            .class("own-notes hint")
            .attr("data-test", "file-notes")
            .children(notes.iter().map(|note| el("li").text(words(note))))
    })
}

/// The problems that are kept as CSV.
fn all(loaded: &Loaded) -> String {
    let mut text = String::from("\u{feff}");
    write_line(&mut text, ["row", "column", "value", "expected"].into_iter());
    for problem in loaded.problems.kept() {
        let row = problem.row.to_string();
        let column = problem.column.as_deref().unwrap_or_default();
        let cells = [row.as_str(), column, problem.value.as_str(), problem.expected.as_str()];
        write_line(&mut text, cells.into_iter());
    }
    text
}
