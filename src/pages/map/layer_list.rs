//! The countries of a layer of the map, and the reports that the layer rests on.

use explorer_number::grouped;
use explorer_view::country_list::{CountryList, CountryRow};
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::source_link::{SourceItem, SourceLink};
use crate::components::show::Show;
use crate::reactive::memo;
use crate::store::use_store;

/// A list that is closed at first. It stays open when another layer fills it.
#[component]
pub fn LayerList(
    /// The countries.
    list: Memo<CountryList>,
) -> impl IntoView {
    let summary = move || list.with(summary);
    let note = move || list.with(|list| list.note.clone()).map(|note| view! { <p>{note}</p> });
    let has_rows = memo(move || list.with(|list| !list.rows.is_empty()));
    let sources = move || {
        let sources = list.with(|list| list.sources.clone());
        let some = !sources.is_empty();
        some.then(|| {
            let items = sources.into_iter().map(|source| view! { <SourceItem source /> });
            view! { <ol class="sources">{items.collect_view()}</ol> }
        })
    };
    view! {
        <details class="layer-list" data-test="layer-list">
            <summary>{summary}</summary>
            {note}
            <Show when=move || has_rows.get()>
                <div
                    class="table-scroll"
                    tabindex="0"
                    role="region"
                    aria-label="Countries of this layer"
                >
                    {move || list.with(|list| view! { <LayerTable list=list.clone() /> })}
                </div>
            </Show>
            {sources}
        </details>
    }
}

fn summary(list: &CountryList) -> String {
    match list.rows.len() as u64 {
        0 => "What this layer rests on".to_owned(),
        count => format!("The {} countries of this layer, and what it rests on", grouped(count)),
    }
}

/// The countries as a table.
#[component]
fn LayerTable(list: CountryList) -> impl IntoView {
    let has_sources = list.rows.iter().any(|row| !row.sources.is_empty());
    let heading = |text: &'static str| view! { <th scope="col">{text}</th> };
    let headings = list.headings.into_iter().map(heading).collect_view();
    let sources = has_sources.then(|| heading("Sources"));
    let rows = list.rows.into_iter().map(|row| view! { <LayerRow row has_sources /> });
    view! {
        <table class="layer-table">
            <thead>
                <tr>{heading("Country")} {headings} {sources}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// A country of the layer.
#[component]
fn LayerRow(row: CountryRow, has_sources: bool) -> impl IntoView {
    let store = use_store();
    let CountryRow { iso3, name, cells, sources } = row;
    let page = Page::Country(iso3.clone());
    let cells = cells.into_iter().map(|text| view! { <td>{text}</td> }).collect_view();
    let sources = has_sources.then(|| {
        let sources = sources.into_iter().enumerate().map(|(at, source)| {
            let text = source.publisher.clone();
            let gap = (at > 0).then_some(" · ");
            view! {
                <span>
                    {gap}
                    <SourceLink source text />
                </span>
            }
        });
        view! { <td>{sources.collect_view()}</td> }
    });
    view! {
        <tr data-value=iso3>
            <th scope="row">
                <a href=store.link(page)>{name}</a>
            </th>
            {cells}
            {sources}
        </tr>
    }
}
