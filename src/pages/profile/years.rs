//! How much per year, by agency.

use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_view::people::within_year;
use explorer_view::profile::{YearLine, years};
use explorer_view::years::years as data_years;
use leptos::prelude::*;

use crate::components::keyed_rows::KeyedRows;
use crate::components::records::count_cell::{CountCell, CountLink};
use crate::components::records::heading::heading;
use crate::components::records::links::records_link;
use crate::components::table_scroll::TableScroll;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The table of years.
#[component]
pub fn YearsTable(
    /// The facet that the subject of the page is a value of.
    facet: Facet,
    /// The subject's id.
    id: String,
) -> impl IntoView {
    let store = use_store();
    let id = StoredValue::new(id);
    let lines: Memo<Vec<YearLine>> = memo(move || {
        id.with_value(|id| store.outcome.with(|o| years(store.explorer, o, facet, id)))
    });
    let headings = data_years(store.explorer).into_iter().map(|year| {
        view! { <th scope="col">{year.year} " " <small>{year.part}</small></th> }
    });
    view! {
        <section data-test="profile-years">
            <h2>{text(move || format!("{} by year", heading(store.measure.get())))}</h2>
            <TableScroll class="years" label="By year">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Agency"</th>
                            {headings.collect_view()}
                            <th scope="col">"All years"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <KeyedRows rows=lines key=|line| format!("{:?}", line.agency) let:line>
                            <YearsLine facet id line />
                        </KeyedRows>
                    </tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// The years of an agency, or of all of them.
#[component]
fn YearsLine(
    /// The facet that the subject of the page is a value of.
    facet: Facet,
    /// The subject's id.
    id: StoredValue<String>,
    /// What it shows, always of the same agency.
    line: ReadSignal<YearLine>,
) -> impl IntoView {
    let store = use_store();
    let table = store.explorer.table();
    let entry = |code: Code| table.dictionary(Facet::Agency).entry(code);
    let agency = line.with_untracked(|line| line.agency).and_then(entry);
    let name = agency.map_or("All agencies", |agency| agency.label.as_str());
    let number = move |part: String, count: Memo<u32>, year: Option<i32>| {
        let spoken = part.clone();
        let link = Callback::new(move |()| {
            let href = id.with_value(|id| {
                records_link(store, facet, id, |state| {
                    if let Some(agency) = agency {
                        state.filters.clear(Facet::Agency);
                        state.filters.set(Facet::Agency, &agency.id, Standing::Included);
                    }
                    if let Some(year) = year {
                        state.filters.range = within_year(state.filters.range, year);
                    }
                })
            });
            let (count, measure) = (count.get(), store.measure.get());
            let label = format!("{name}, {spoken}: {} {}", grouped(count), measure.noun(count));
            CountLink { href, label: Some(label) }
        });
        view! { <CountCell part count link /> }
    };
    let years = table.years().enumerate().map(|(at, year)| {
        let count = memo(move || line.with(|line| line.years.get(at).copied().unwrap_or_default()));
        number(year.to_string(), count, Some(year))
    });
    let all = memo(move || line.with(|line| line.all));
    let tint = agency.map(|agency| {
        view! { <i class=format!("agency-dot {}", agency.id.to_ascii_lowercase())></i> }
    });
    view! {
        <tr data-value=agency.map_or("all", |agency| agency.id.as_str())>
            <th scope="row">{tint} {name}</th>
            {years.collect_view()}
            {number("all years".to_owned(), all, None)}
        </tr>
    }
}
