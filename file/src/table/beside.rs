//! A table beside the embedded records: what is in both, only here, only there.

use std::rc::Rc;

use explorer::components::switch::{Switch, SwitchOption};
use explorer_loader::{Loaded, SideBySide, side_by_side};
use explorer_number::grouped;
use explorer_reader::mapping::{Meaning, Role};
use explorer_reader::problem::shortened;
use leptos::prelude::*;

use super::open_table::use_open_table;
use super::rows::SHOWN;
use crate::components::pager::Pager;
use crate::components::scroll_table::ScrollTable;
use crate::embedded::{Embedded, agencies, interactions};
use crate::page::Page;
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
    fn new(loaded: &Loaded) -> Self {
        let records = interactions();
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
            row: row.map(|row| (loaded.row_number(row), first_cells(loaded, row))),
            record: record.map(|record| (record.id, record_words(store, record))),
        }
    }
}

/// A row of the file and a record that are the same, or one of them alone.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// The row's number in the file, and what it says.
    row: Option<(u64, String)>,
    /// The record's id, and what it says.
    record: Option<(&'static str, String)>,
}

/// The file alone, or beside the embedded records.
#[component]
pub fn BesideRecords() -> impl IntoView {
    let table = use_open_table();
    let comparing = RwSignal::new(false);
    let missing = table.read_untracked(|loaded, _| missing(loaded));
    let options = vec![
        SwitchOption::new(false, "alone", "This file alone"),
        SwitchOption::new(true, "compare", "Compare with the records"),
    ];
    let body = move || {
        match (missing, comparing.get()) {
        (Some(missing), _) => view! { <p class="hint">{missing}</p> }.into_any(),
        (None, true) => view! { <ComparedParts /> }.into_any(),
        (None, false) => view! {
            <p class="hint">
                "The charts show this file in the place of the records, which stay on the other pages. Compared, rows are matched with them by date, agency and country."
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="own-panel" data-test="beside">
            <h2>"Beside the embedded records"</h2>
            <Switch
                test="beside-mode"
                label="The file alone, or compared"
                options
                selected=comparing
                on_select=Callback::new(move |compare| comparing.set(compare))
            />
            {body}
        </section>
    }
}

/// What is in both, only here, only there.
#[component]
fn ComparedParts() -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let comparison = table.read_untracked(|loaded, _| Comparison::new(loaded));
    let about = table.read_untracked(|loaded, _| about(loaded, &comparison.parts));
    let counts = Part::ALL.map(|part| (part, comparison.count(part)));
    let comparison = StoredValue::new_local(Rc::new(comparison));
    let (part, number) = (RwSignal::new(Part::Both), RwSignal::new(0_usize));
    let count = Memo::new(move |_| {
        let part = part.get();
        comparison.with_value(|comparison| comparison.count(part))
    });
    let page = Memo::new(move |_| Page::new(number.get(), PAGE, count.get()));
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

/// A row of the comparison, with the way to the record and its sources.
#[component]
fn EntryRow(entry: Entry) -> impl IntoView {
    let row = entry.row.map(|(number, words)| {
        view! {
            <span>
                <b>{format!("Row {}", grouped(number))}</b>
                {format!(" {words}")}
            </span>
        }
    });
    let record =
        entry.record.map(|(id, words)| view! { <a href=format!("#/record/{id}")>{words}</a> });
    view! {
        <tr data-test="beside-entry">
            <td>{row}</td>
            <td>{record}</td>
        </tr>
    }
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
        "All rows of the file, whatever is filtered, matched by {by}; a month matches a day in it.{left}"
    )
}

/// What a row of the file says at its beginning.
fn first_cells(loaded: &Loaded, row: usize) -> String {
    let cells: Vec<String> = (0..loaded.columns.len())
        .map(|column| loaded.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .take(5)
        .collect();
    shortened(&cells.join(" \u{b7} "), SHOWN)
}

fn record_words(store: FileStore, record: &Embedded) -> String {
    let country = store.country_name(record.country);
    format!("{} \u{b7} {} \u{b7} {country}", record.date, record.agency)
}
