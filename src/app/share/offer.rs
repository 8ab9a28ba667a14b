//! The files that a page offers.

use explorer_dataset::pledge::Pledge;
use explorer_embedded::changes;
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_explore::records::Sort;
use explorer_export::file_name::{file_name, own_file_name};
use explorer_export::lists::{self, ForumLine};
use explorer_export::{Origin, interactions};
use explorer_number::grouped;
use explorer_view::forums::Calendar;
use explorer_view::pledges::pledges;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::app::figure_source::origin;
use crate::hooks::download;
use crate::store::Store;

/// What files from a page hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// The records in view.
    Records,
    /// All records, where none are in view.
    AllRecords,
    /// One record, by its id.
    Record(String),
    /// The pledges in view.
    Pledges,
    /// The forums in view, or one with those that belong to it, and their sessions.
    Forums(Option<String>),
    /// What versions of the dataset changed.
    Changes,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// The records as the dataset has them.
    Json,
    /// A Data Package.
    Package,
    /// A table of sessions.
    Sessions,
}

/// Whatever the page shows can be taken away.
pub fn offers(page: &Page) -> Vec<Offer> {
    match page {
        Page::Record(id) => vec![Offer::Record(id.clone())],
        Page::Pledges => vec![Offer::Pledges],
        Page::Changes => vec![Offer::Changes],
        Page::Method => vec![Offer::AllRecords],
        Page::Forums => vec![Offer::Records, Offer::Forums(None)],
        Page::Forum(id) => vec![Offer::Records, Offer::Forums(Some(id.clone()))],
        _ => vec![Offer::Records],
    }
}

const CSV: (Form, &str, &str) = (Form::Csv, "download-csv", "CSV");
const JSON: (Form, &str, &str) = (Form::Json, "download-json", "JSON");
const PACKAGE: (Form, &str, &str) = (Form::Package, "download-package", "Data package");

impl Offer {
    /// The heading above the files.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Records => "Records in view",
            Self::AllRecords => "All records",
            Self::Record(_) => "This record",
            Self::Pledges => "Pledges in view",
            Self::Forums(None) => "Forums in view",
            Self::Forums(_) => "This forum",
            Self::Changes => "What changed",
        }
    }

    /// What a line of them is.
    pub fn words(&self, explorer: &'static Explorer, outcome: &Outcome) -> String {
        let with = |count: u32| {
            let noun = Measure::Interactions.noun(count);
            let each = match explorer.is_own() {
                true => "each with this link and the hash of your file\u{2019}s content",
                false => "each with its sources, this link and the dataset\u{2019}s version",
            };
            format!("{} {noun}, {each}.", grouped(count))
        };
        match self {
            Self::Records => {
                format!("{} Charts are saved below each chart.", with(outcome.summary.interactions))
            }
            Self::AllRecords => with(explorer.totals(Measure::Interactions).summary.interactions),
            Self::Record(id) => match explorer.dataset().events.iter().find(|e| e.id == *id) {
                Some(event) => with(u32::try_from(event.counterparts.len()).unwrap_or(u32::MAX)),
                None => "It was withdrawn: no file of records has it.".to_owned(),
            },
            Self::Pledges => "A line per pledge, with its sources.".to_owned(),
            Self::Forums(_) => {
                "A line per forum with its members and sources, or a line per session.".to_owned()
            }
            Self::Changes => "A line per record, and per field that was corrected.".to_owned(),
        }
    }

    /// The files: form, `data-test`, what stands on the button.
    pub fn forms(&self, explorer: &Explorer) -> &'static [(Form, &'static str, &'static str)] {
        match self {
            Self::Record(id) if explorer.dataset().withdrawn_event(id).is_some() => &[],
            Self::Records | Self::AllRecords | Self::Record(_) => &[CSV, JSON, PACKAGE],
            Self::Pledges | Self::Changes => &[CSV],
            Self::Forums(_) => &[
                (Form::Csv, "download-forums", "Forums (CSV)"),
                (Form::Sessions, "download-sessions", "Sessions (CSV)"),
            ],
        }
    }

    /// Saves a file.
    pub fn save(&self, store: Store, form: Form) {
        let origin = &origin(store);
        let outcome = store.outcome.get_untracked();
        let rows = |rows: &BitSet, sort| records(store.explorer, rows, sort, form, origin);
        let (what, text) = match self {
            Self::Records => {
                let sort = store.state.with_untracked(|state| state.sort);
                rows(&outcome.rows, sort)
            }
            Self::AllRecords => {
                rows(&store.explorer.totals(Measure::Interactions).rows, Sort::default())
            }
            Self::Record(id) => rows(&rows_of(store.explorer, id), Sort::default()),
            Self::Pledges => {
                let shown = store.state.with_untracked(|state| pledges(store.explorer, state));
                let shown = shown.iter().filter(|shown| shown.in_view);
                let shown: Vec<&Pledge> = shown.map(|shown| shown.pledge).collect();
                ("pledges", lists::pledges(&shown, origin))
            }
            Self::Forums(about) => {
                let forums = forums(store, about.as_deref());
                match form {
                    Form::Sessions => ("sessions", lists::sessions(&forums, origin)),
                    _ => ("forums", lists::forums(&forums, origin)),
                }
            }
            Self::Changes => ("changes", lists::changes(&changes().unwrap_or_default(), origin)),
        };
        let (ending, kind) = match form {
            Form::Csv | Form::Sessions => ("csv", "text/csv"),
            Form::Json | Form::Package => ("json", "application/json"),
        };
        let of = match self {
            Self::Record(id) => id,
            Self::Pledges => origin.filters.trim_start_matches("Pledges"),
            Self::AllRecords | Self::Changes => "",
            Self::Records | Self::Forums(_) => &origin.filters,
        };
        let name = match origin.is_own_table() {
            true => own_file_name(&origin.dataset, what, of, ending),
            false => file_name(what, of, ending),
        };
        download::text(&name, kind, &text);
    }
}

/// The rows of an event.
fn rows_of(explorer: &Explorer, id: &str) -> BitSet {
    let (table, events) = (explorer.table(), &explorer.dataset().events);
    BitSet::from_fn(table.len(), |row| {
        events.get(table.event(row) as usize).is_some_and(|event| event.id == id)
    })
}

/// The name and the text of a file with records.
fn records(
    explorer: &'static Explorer,
    rows: &BitSet,
    sort: Sort,
    form: Form,
    origin: &Origin,
) -> (&'static str, String) {
    let shown = interactions::in_view(explorer, rows, sort);
    match form {
        Form::Json => ("records", interactions::json(&shown, origin)),
        Form::Package => ("datapackage", interactions::package(&shown, origin)),
        Form::Csv | Form::Sessions => ("records", interactions::csv(&shown, origin)),
    }
}

fn forums(store: Store, about: Option<&str>) -> Vec<ForumLine<'static>> {
    let base = store.base.get_untracked();
    let calendar = Calendar::of(store.explorer);
    let rows = store.filters.with_untracked(|filters| match about {
        None => calendar.listed(&base, filters),
        Some(_) => calendar.rows_about(&base, filters, about),
    });
    rows.into_iter().map(ForumLine::from).collect()
}
