//! A table compared with the embedded records: what is in both, only here, only there.

use std::rc::Rc;

use explorer::reactive::memo;
use explorer_loader::{Loaded, SideBySide, side_by_side};
use explorer_meaning::mapping::Meaning;
use explorer_number::grouped;
use explorer_reader::problem::shortened;
use leptos::prelude::*;

use super::compared_entry::{Entry, EntryRow};
use super::open_table::use_open_table;
use crate::column_kind::has_countries;
use crate::components::pager::Pager;
use crate::components::scroll_table::ScrollTable;
use crate::embedded::{Embedded, agencies};
use crate::page::Page;
use crate::row_view::SHOWN;
use crate::store::{FileStore, use_file_store};

/// Entries of a page.
const PAGE: usize = 20;

/// A part of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    Here,
    There,
}

impl Part {
    const ALL: [Self; 3] = [Self::Both, Self::Here, Self::There];

    fn test(self) -> &'static str {
        match self {
            Self::Both => "beside-both",
            Self::Here => "beside-here",
            Self::There => "beside-there",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Both => "In both",
            Self::Here => "Only in this file",
            Self::There => "Only in the records",
        }
    }
}

/// The records, and what of them is in the file.
struct Comparison {
    records: Vec<Embedded>,
    parts: SideBySide,
}

impl Comparison {
    fn new(store: FileStore, loaded: &Loaded) -> Self {
        let records = store.interactions();
        let known: Vec<_> = records.iter().map(Embedded::interaction).collect();
        Self { parts: side_by_side(loaded, &agencies(), &known), records }
    }

    fn count(&self, part: Part) -> usize {
        match part {
            Part::Both => self.parts.both.len(),
            Part::Here => self.parts.only_here.len(),
            Part::There => self.parts.only_there.len(),
        }
    }

    fn entry(&self, store: FileStore, loaded: &Loaded, part: Part, at: usize) -> Entry {
        let (row, record) = match part {
            Part::Both => self.parts.both.get(at).copied().unzip(),
            Part::Here => (self.parts.only_here.get(at).copied(), None),
            Part::There => (None, self.parts.only_there.get(at).copied()),
        };
        let record = record.and_then(|record| self.records.get(record));
        Entry {
            row: row.map(|row| (loaded.row_number(row), first_cells(store, loaded, row))),
            record: record.map(|record| (record.id.clone(), record_words(store, record))),
        }
    }
}

/// What is in both, only here, only there.
#[component]
pub fn ComparedParts() -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let comparison = table.read_untracked(|loaded, _| Comparison::new(store, loaded));
    let about = table.read_untracked(|loaded, _| about(loaded, &comparison.parts));
    let counts = Part::ALL.map(|part| (part, comparison.count(part)));
    let comparison = StoredValue::new_local(Rc::new(comparison));
    let (part, number) = (RwSignal::new(Part::Both), RwSignal::new(0_usize));
    let count = memo(move || {
        let part = part.get();
        comparison.with_value(|comparison| comparison.count(part))
    });
    let page = memo(move || Page::new(number.get(), PAGE, count.get()));
    let entries = move || {
        let (part, range) = (part.get(), page.with(|page| page.range.clone()));
        let comparison = comparison.get_value();
        table.read_untracked(|loaded, _| {
            let entries = range.map(|at| comparison.entry(store, loaded, part, at));
            entries.map(|entry| view! { <EntryRow entry /> }).collect_view()
        })
    };
    let shown = move || match count.get() {
        0 => "None".to_owned(),
        count => page.with(|page| page.words(count as u64)),
    };
    let buttons = counts.map(|(own, count)| {
        view! {
            <button
                type="button"
                data-test=own.test()
                data-count=count.to_string()
                aria-pressed=move || (part.get() == own).to_string()
                on:click=move |_| {
                    number.set(0);
                    part.set(own);
                }
            >
                <b>{grouped(count as u64)}</b>
                <span>{own.label()}</span>
            </button>
        }
    });
    let headings = ["In this file", "In the records"].map(str::to_owned).to_vec();
    view! {
        <p class="hint">{about}</p>
        <div class="own-parts" role="group" aria-label="Parts">
            {buttons.into_iter().collect_view()}
        </div>
        <div>
            <ScrollTable label="Compared" headings>
                {entries}
            </ScrollTable>
            <div class="own-acts">
                <span class="hint">{shown}</span>
                <Pager page number size=PAGE />
            </div>
        </div>
    }
}

/// What is compared, by what.
fn about(loaded: &Loaded, compared: &SideBySide) -> String {
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
        "All rows of the file, whatever is filtered, matched by {by}; a month matches a day in it, another day does not. Meetings with organizations are left out.{left}"
    )
}

/// What a row of the file says at its beginning.
fn first_cells(store: FileStore, loaded: &Loaded, row: usize) -> String {
    let cells: Vec<String> = loaded
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| match has_countries(column) {
            true => {
                let names =
                    loaded.values(row, at).into_iter().map(|code| store.country_name(&code));
                names.collect::<Vec<_>>().join("; ")
            }
            false => loaded.cell(row, at),
        })
        .filter(|cell| !cell.is_empty())
        .take(5)
        .collect();
    shortened(&cells.join(" \u{b7} "), SHOWN)
}

fn record_words(store: FileStore, record: &Embedded) -> String {
    let country = store.country_name(&record.country);
    format!("{} \u{b7} {} \u{b7} {country}", record.date, record.agency)
}
