//! A table compared with the embedded records: what is in both, only here, only there.

use crate::reactive::memo;
use explorer_meaning::mapping::Meaning;
use explorer_number::grouped;
use explorer_table::compared::{ComparedEntry, Part, PartCounts};
use explorer_table::embedded::Embedded;
use explorer_table::page::Page;
use explorer_table::{Answer, Question, Reply, Request};
use leptos::prelude::*;

use super::compared_entry::{Entry, EntryRow};
use super::open_table::use_open_table;
use crate::pages::file::components::pager::Pager;
use crate::pages::file::components::scroll_table::ScrollTable;
use crate::pages::file::store::{FileStore, use_file_store};

/// Entries of a page.
const PAGE: usize = 20;

const PARTS: [Part; 3] = [Part::Both, Part::Here, Part::There];

fn test(part: Part) -> &'static str {
    match part {
        Part::Both => "beside-both",
        Part::Here => "beside-here",
        Part::There => "beside-there",
    }
}

fn label(part: Part) -> &'static str {
    match part {
        Part::Both => "In both",
        Part::Here => "Only in this file",
        Part::There => "Only in the records",
    }
}

fn size(counts: &PartCounts, part: Part) -> usize {
    match part {
        Part::Both => counts.both,
        Part::Here => counts.here,
        Part::There => counts.there,
    }
}

/// What is in both, only here, only there.
#[component]
pub fn ComparedParts() -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let records = store.interactions();
    let (counts, set_counts) = signal(None::<PartCounts>);
    table.ask_once(Request::Compare(records.clone()), move |reply| {
        if let Reply::Compared(counts) = reply {
            // Its reader may have gone elsewhere.
            _ = set_counts.try_set(Some(counts));
        }
    });
    let records = StoredValue::new(records);
    let has_agency = table.about().column_of(Meaning::Agency).is_some();
    let about = move || counts.get().map(|counts| about(has_agency, &counts));
    let (part, number) = (RwSignal::new(Part::Both), RwSignal::new(0_usize));
    let size_of = move |part: Part| counts.get().map_or(0, |counts| size(&counts, part));
    let count = memo(move || size_of(part.get()));
    let page = memo(move || Page::new(number.get(), PAGE, count.get()));
    let answer = table.follow(
        move || {
            let part = part.get();
            let asked =
                page.with(|page| Question::Compared(part, page.range.start, page.range.end));
            counts.get().map(|_| asked)
        },
        |answer| match answer {
            Answer::Compared(entries) => Some(entries),
            _ => None,
        },
    );
    let entries = move || {
        let entries = answer.get().into_iter().map(|ComparedEntry { row, record }| {
            let record = record.and_then(|at| {
                records.with_value(|records| {
                    let record = records.get(at)?;
                    Some((record.id.clone(), record_words(store, record)))
                })
            });
            let entry = Entry { row, record };
            view! { <EntryRow entry /> }
        });
        entries.collect_view()
    };
    let shown = move || match count.get() {
        0 => "None".to_owned(),
        count => page.with(|page| page.words(count as u64)),
    };
    let buttons = PARTS.map(|own| {
        view! {
            <button
                type="button"
                data-test=test(own)
                data-count=move || counts.get().map(|counts| size(&counts, own).to_string())
                aria-pressed=move || (part.get() == own).to_string()
                on:click=move |_| {
                    number.set(0);
                    part.set(own);
                }
            >
                <b>{move || counts.get().map(|counts| grouped(size(&counts, own) as u64))}</b>
                <span>{label(own)}</span>
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
fn about(has_agency: bool, compared: &PartCounts) -> String {
    let by = match has_agency {
        true => "date, Chinese agency and country",
        false => "date and country, as no column is the Chinese agency",
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

fn record_words(store: FileStore, record: &Embedded) -> String {
    let country = store.country_name(&record.country);
    format!("{} \u{b7} {} \u{b7} {country}", record.date, record.agency)
}
