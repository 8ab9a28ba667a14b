//! The table of organizations.

use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::countries::OrganizationRow;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::cells::DateCell;
use crate::components::keyed_rows::KeyedRows;
use crate::components::records::count_cell::{CountCell, CountLink};
use crate::components::records::heading::heading;
use crate::components::records::links::records_link;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The organizations with their interactions.
#[component]
pub fn OrganizationTable(
    /// Those in view, by count from the top.
    rows: Memo<Vec<OrganizationRow>>,
) -> impl IntoView {
    view! {
        <table class="organizations" data-test="organizations">
            <thead>
                <tr>
                    <th scope="col">"Organization"</th>
                    <th scope="col">{heading(Measure::Interactions)}</th>
                    <th scope="col">"First contact"</th>
                    <th scope="col">"Last contact"</th>
                </tr>
            </thead>
            <tbody>
                <KeyedRows rows key=|row| row.id.clone() let:row>
                    <OrganizationTableRow row />
                </KeyedRows>
            </tbody>
        </table>
    }
}

/// An organization's row.
#[component]
fn OrganizationTableRow(
    /// What it shows.
    row: ReadSignal<OrganizationRow>,
) -> impl IntoView {
    let store = use_store();
    let OrganizationRow { id, name, .. } = row.get_untracked();
    let count = memo(move || row.with(|row| row.count));
    let first = memo(move || row.with(|row| row.contacts.first));
    let last = memo(move || row.with(|row| row.contacts.last));
    let (own_id, own_name) = (id.clone(), name.clone());
    let link = Callback::new(move |()| CountLink {
        href: records_link(store, Facet::Organization, &own_id, |_| {}),
        label: Some(format!("{own_name}, {} interactions", grouped(count.get()))),
    });
    let profile = Page::Organization(id.clone());
    view! {
        <tr
            data-test="organization-row"
            data-value=id
            data-count=text(move || count.get().to_string())
        >
            <th scope="row">
                <a href=store.link(profile)>{name}</a>
            </th>
            <CountCell part="count" count link />
            <DateCell part="first" date=first />
            <DateCell part="last" date=last />
        </tr>
    }
}
