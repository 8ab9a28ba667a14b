//! The officials in a table, agency by agency.

use explorer_explore::facet::Facet;
use explorer_explore::grain::Grain;
use explorer_number::grouped;
use explorer_view::countries::quarters;
use explorer_view::people::{OfficialRow, officials};
use explorer_view::time::{bins_of_range, timeline};
use explorer_view::years::years;
use leptos::prelude::*;

use super::official_row::OfficialTableRow;
use crate::components::keyed_rows::KeyedRows;
use crate::components::records::heading::heading;
use crate::components::row_keys_hint::{ROW_KEYS_ID, RowKeysHint};
use crate::components::table_scroll::TableScroll;
use crate::hooks::arrow_keys::move_among_rows;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The first and the last bin of a stretch of time.
type Stretch = (usize, usize);

/// What the rows share.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableScale {
    /// The names of the quarters that the sparklines show.
    pub quarters: StoredValue<Vec<String>>,
    /// The count of the highest column of a sparkline.
    pub top: Memo<u32>,
    /// The quarters that the reader filters for.
    pub selected: Memo<Option<Stretch>>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
enum Line {
    /// The heading of an agency's officials; `None` for what names nobody.
    Agency(Option<&'static str>),
    /// An official.
    Official(OfficialRow<'static>),
}

impl Line {
    fn key(&self) -> String {
        match self {
            Self::Agency(agency) => format!("agency {}", agency.unwrap_or_default()),
            Self::Official(row) => format!("official {}", row.id()),
        }
    }
}

/// The officials with their posts and numbers.
#[component]
pub(super) fn OfficialsTable() -> impl IntoView {
    let store = use_store();
    let rows = memo(move || {
        let base = store.base.get();
        let measure = store.measure.get();
        store.filters.with(|filters| officials(store.explorer, &base, filters, measure))
    });
    let lines = memo(move || rows.with(|rows| lines(rows)));
    let scale = TableScale {
        quarters: StoredValue::new(
            quarters(store.explorer).into_iter().map(|quarter| quarter.label()).collect(),
        ),
        top: memo(move || {
            let quarters = |rows: &Vec<OfficialRow<'_>>| {
                rows.iter().flat_map(|row| &row.quarters).copied().max().unwrap_or_default()
            };
            rows.with(quarters)
        }),
        selected: memo(move || {
            let range = store.scope.with(|scope| scope.range);
            let bins = store.outcome.with(|o| timeline(store.explorer, o, Grain::Quarter));
            bins_of_range(&bins, range)
        }),
    };
    let title = move || rows.with(|rows| title(rows));
    view! {
        <div class="countries all-people">
            <div class="countries-head">
                <h2>{title}</h2>
                <p>
                    "A name leads to the profile, a number to the records behind it. A joint meeting \
                     counts for each official who took part. Officials are counted under all filters but \
                     their own."
                </p>
            </div>
            <RowKeysHint />
            <TableScroll class="country-scroll" label="Officials">
                <table
                    class="officials"
                    data-test="officials"
                    aria-describedby=ROW_KEYS_ID
                >
                    <thead>
                        <OfficialHeadings top=scale.top />
                    </thead>
                    <tbody on:keydown=move_among_rows>
                        <KeyedRows rows=lines key=Line::key let:line>
                            <OfficialTableLine line scale />
                        </KeyedRows>
                    </tbody>
                </table>
            </TableScroll>
        </div>
    }
}

/// The columns after those of years and formats, and before them.
const OTHER_COLUMNS: usize = 4;

/// The headings of the columns.
#[component]
fn OfficialHeadings(
    /// The count that reaches the top of the sparklines.
    top: Memo<u32>,
) -> impl IntoView {
    let store = use_store();
    let table = store.explorer.table();
    let column = |text: String| view! { <th scope="col">{text}</th> };
    let years = years(store.explorer).into_iter().map(|year| {
        view! { <th scope="col">{year.year} " " <small>{year.part}</small></th> }
    });
    let years = years.collect_view();
    let formats = table.dictionary(Facet::Format).entries().iter();
    let formats = formats.map(|format| column(format.label.clone())).collect_view();
    view! {
        <tr>
            <th scope="col">"Official"</th>
            <th scope="col">
                {move || heading(store.measure.get())}
                <small>{text(move || format!("per quarter, {} at most", grouped(top.get())))}</small>
            </th>
            {years}
            {formats}
            <th scope="col">"Most often met"</th>
            <th scope="col">"Highest office met"</th>
        </tr>
    }
}

/// A heading, or an official.
#[component]
fn OfficialTableLine(
    /// The line; a heading stays a heading.
    line: ReadSignal<Line>,
    /// What the rows share.
    scale: TableScale,
) -> impl IntoView {
    match line.get_untracked() {
        Line::Agency(agency) => view! { <AgencyHeading agency /> }.into_any(),
        Line::Official(first) => {
            let row = memo(move || match line.get() {
                Line::Official(row) => row,
                Line::Agency(_) => first.clone(),
            });
            view! { <OfficialTableRow row scale /> }.into_any()
        }
    }
}

/// The heading of an agency's officials.
#[component]
fn AgencyHeading(
    /// The agency's id; `None` for what names nobody.
    agency: Option<&'static str>,
) -> impl IntoView {
    let table = use_store().explorer.table();
    let named = agency.and_then(|id| table.dictionary(Facet::Agency).get(id));
    let title = named.map_or("No source names the Chinese official", |entry| entry.note.as_str());
    let dot = agency.map(|id| {
        view! { <i class=format!("agency-dot {}", id.to_ascii_lowercase())></i> }
    });
    let width =
        OTHER_COLUMNS + table.years().count() + table.dictionary(Facet::Format).entries().len();
    view! {
        <tr class="group">
            <th scope="rowgroup" colspan=width.to_string()>
                <span>{dot} {title}</span>
            </th>
        </tr>
    }
}

/// The officials, those of each agency after its heading.
fn lines(rows: &[OfficialRow<'static>]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = None;
    for row in rows {
        let agency = row.official.map(|official| official.agency.as_str());
        if group.replace(agency) != Some(agency) {
            lines.push(Line::Agency(agency));
        }
        lines.push(Line::Official(row.clone()));
    }
    lines
}

/// How many of the officials have a record in view.
fn title(rows: &[OfficialRow<'_>]) -> String {
    let named = || rows.iter().filter(|row| row.official.is_some());
    let (all, met) = (named().count(), named().filter(|row| row.count > 0).count());
    if met == all {
        format!("{all} officials of three agencies")
    } else {
        format!("{met} of {all} officials have a record under these filters")
    }
}
