//! Table 1: the agencies.

use explorer_explore::facet::Facet;
use explorer_view::paper::{AgencyRow, agency_rows};
use explorer_view::profile::only;
use leptos::prelude::*;

use super::top_table::{NumberCell, PaperTable, formats};
use crate::components::keyed_rows::KeyedRows;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The agencies with their counts, and all of them together.
#[component]
pub fn AgencyTable() -> impl IntoView {
    let store = use_store();
    let rows: Memo<Vec<AgencyRow>> =
        memo(move || store.scope.with(|scope| agency_rows(store.explorer, scope)));
    let headings = ["Agency", "Interactions", "Events", "Countries"].into_iter();
    let headings = headings.chain(formats(store).map(|(_, label)| label));
    let headings: Vec<_> = headings.map(str::to_owned).collect();
    view! {
        <div>
            <PaperTable test="table-1" label="Table 1" headings>
                <KeyedRows rows key=|row| row.id.clone() let:row>
                    <AgencyTableRow row />
                </KeyedRows>
            </PaperTable>
        </div>
    }
}

/// An agency.
#[component]
fn AgencyTableRow(
    /// What is said of it.
    row: ReadSignal<AgencyRow>,
) -> impl IntoView {
    let AgencyRow { id, label, .. } = row.get_untracked();
    let summary = memo(move || row.with(|row| row.summary));
    let filters = Callback::new(move |()| row.with(|row| row.filters.clone()));
    let formats = formats(use_store()).enumerate().map(|(at, (id, _))| {
        let count = memo(move || row.with(|row| row.formats.get(at).copied().unwrap_or(0)));
        let filters =
            Callback::new(move |()| row.with(|row| only(&row.filters, Facet::Format, id)));
        view! { <NumberCell part=id count filters /> }
    });
    view! {
        <tr data-value=id data-count=text(move || summary.get().interactions.to_string())>
            <th scope="row">{label}</th>
            <NumberCell
                part="interactions"
                count=Signal::derive(move || summary.get().interactions)
                filters
            />
            <NumberCell
                part="events"
                count=Signal::derive(move || summary.get().events)
                filters
            />
            <NumberCell
                part="countries"
                count=Signal::derive(move || summary.get().countries)
                filters
            />
            {formats.collect_view()}
        </tr>
    }
}
