//! What the paper's tables have in common.

use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_number::grouped;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::count_cell::{CountCell, CountLink};
use crate::components::records::links::records_of;
use crate::components::table_scroll::TableScroll;
use crate::reactive::text;
use crate::store::{Store, use_store};

/// How many countries the tables list.
pub const TOP: usize = 15;

/// The formats with their ids and labels, in the order of the codebook.
pub fn formats(store: Store) -> impl Iterator<Item = (&'static str, &'static str)> {
    let entries = store.explorer.table().dictionary(Facet::Format).entries();
    entries.iter().map(|entry| (entry.id.as_str(), entry.label.as_str()))
}

/// A table of the paper.
#[component]
pub fn PaperTable(
    /// Its `data-test`.
    test: &'static str,
    /// What tells it from the other tables of the page.
    #[prop(into)]
    label: String,
    /// The headings.
    #[prop(into)]
    headings: Signal<Vec<String>>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let headings = move || {
        let headings = headings.get().into_iter();
        headings.map(|text| view! { <th scope="col">{text}</th> }).collect_view()
    };
    view! {
        <TableScroll class="paper-table" label>
            <table data-test=test>
                <thead>
                    <tr>{headings}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </TableScroll>
    }
}

/// A number that leads to the records that filters leave.
#[component]
pub fn NumberCell(
    /// Its `data-part`.
    part: &'static str,
    /// The number.
    #[prop(into)]
    count: Signal<u32>,
    /// The filters of its records.
    filters: Callback<(), Filters>,
) -> impl IntoView {
    let store = use_store();
    let link = Callback::new(move |()| CountLink {
        href: records_of(store, &filters.run(())),
        label: None,
    });
    view! { <CountCell part count link /> }
}

/// A country with its place, leading to its profile.
#[component]
pub fn CountryCell(
    /// Its place by the count.
    #[prop(into)]
    place: Signal<usize>,
    /// Its code.
    iso3: String,
    /// Its name.
    name: String,
) -> impl IntoView {
    let store = use_store();
    let profile = Page::Country(iso3);
    view! {
        <th scope="row" class="of-country">
            <span class="who">
                <span class="position">{text(move || place.get().to_string())}</span>
                <a href=store.link(profile)>{name}</a>
            </span>
        </th>
    }
}

/// How many countries a table does not list, and the most that one of them has.
#[component]
pub fn RestHint(
    /// How many there are, and the number of the first that is not listed.
    #[prop(into)]
    rest: Signal<(usize, u32)>,
) -> impl IntoView {
    let words = move || match rest.get() {
        (0, _) => String::new(),
        (1, most) => format!("One more country, with {}.", grouped(most)),
        (more, most) => format!("{more} more countries, with {} or fewer each.", grouped(most)),
    };
    view! { <p class="hint">{text(words)}</p> }
}

/// What a table of the first [`TOP`] of these numbers, the largest first, leaves out.
pub fn rest(counts: impl ExactSizeIterator<Item = u32>) -> (usize, u32) {
    let more = counts.len().saturating_sub(TOP);
    let mut left_out = counts.skip(TOP);
    (more, left_out.next().unwrap_or_default())
}
