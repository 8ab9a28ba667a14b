//! Tables that are longer or wider than their place.

use std::ops::Range;

use explorer::ui::markup::{Markup, el};
use explorer::ui::switch::button;
use explorer_number::grouped;

/// A table of cells under headings.
pub fn cells(
    headings: impl IntoIterator<Item = String>,
    rows: impl IntoIterator<Item = Markup>,
) -> Markup {
    let headings = headings.into_iter().map(heading);
    el("table")
        .class("numbers-table own-cells")
        .child(el("thead").child(el("tr").children(headings)))
        .child(el("tbody").children(rows))
}

/// The heading of a column.
pub fn heading(text: impl Into<String>) -> Markup {
    el("th").attr("scope", "col").text(text)
}

/// A table in a place that scrolls, which a screen reader calls by its label.
pub fn scrolled(label: &'static str, table: Markup) -> Markup {
    el("div")
        .class("table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(table)
}

/// One page of a long list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What is on it.
    pub range: Range<usize>,
    /// The length of the list.
    all: usize,
}

impl Page {
    /// The page with that number, from 0, or the last one there is.
    pub fn new(number: usize, size: usize, all: usize) -> Self {
        let start = number.min(last(size, all)) * size;
        Self { range: start..(start + size).min(all), all }
    }

    /// `1–25 of 900`, of a list that is not empty.
    pub fn words(&self, all: u64) -> String {
        let number = |number: usize| grouped(number as u64);
        let Range { start, end } = self.range;
        format!("{}\u{2013}{} of {}", number(start + 1), number(end), grouped(all))
    }

    /// The ways to the pages beside it, which act with `previous` and `next`.
    pub fn steps(&self) -> [Markup; 2] {
        let ways = [
            ("previous", "Previous", self.range.start == 0),
            ("next", "Next", self.range.end >= self.all),
        ];
        ways.map(|(act, words, off)| tool(act, words, off))
    }
}

/// The number of the last page.
pub fn last(size: usize, all: usize) -> usize {
    all.saturating_sub(1) / size
}

/// A button that acts, and is off where there is nothing for it to do.
pub fn tool(act: &'static str, words: impl Into<String>, off: bool) -> Markup {
    button(act).class("text-button").attr("data-test", act).flag("disabled", off).text(words)
}
