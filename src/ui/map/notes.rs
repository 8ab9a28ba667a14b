//! How far a layer reaches, and what it rests on.

use web_sys::Element;

use crate::ui::markup::{Markup, el, shown};
use crate::ui::signal::Derived;
use crate::ui::source::source;
use crate::ui::store::Store;
use explorer_number::grouped;
use explorer_view::country_list::{CountryList, CountryRow};
use explorer_view::layer::Layer;
use explorer_view::layer_notes::notes;
use explorer_view::map::map_model;
use explorer_view::state::Page;

/// The countries of the layer with what is said of each, and the sources.
pub fn layer_notes(store: Store) -> Element {
    // Zooming changes the state at every step, but not the layer.
    let layer = Derived::new(move || store.state.with(|state| state.layer.id()));
    shown(move || {
        let outcome = store.outcome.get();
        let layer = layer.with(|id| Layer::from_id(id, store.explorer.dataset()));
        let layer = layer.unwrap_or_default();
        let filters = store.filters.get();
        let model = map_model(store.explorer, &filters, &outcome, &layer);
        let notes = notes(store.explorer, &filters, &layer, &model);
        let coverage = el("p").attr("data-test", "coverage").text(notes.coverage);
        let boundaries = el("p").text(store.places.world.note.as_str());
        let mut parts = vec![el("div").class("map-notes").child(coverage).child(boundaries)];
        parts.extend(notes.list.map(|list| table(store, &list)));
        parts
    })
}

fn table(store: Store, list: &CountryList) -> Markup {
    let heading = |text: &str| el("th").attr("scope", "col").text(text);
    let sourced = list.rows.iter().any(|row| !row.sources.is_empty());
    let head = el("tr")
        .child(heading("Country"))
        .children(list.headings.iter().map(|text| heading(text)))
        .children(sourced.then(|| heading("Sources")));
    let rows = list.rows.iter().map(|row| country_row(store, row, sourced));
    let numbers = el("table")
        .class("layer-table")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    let count = list.rows.len() as u64;
    let words = match (count, list.headings.first()) {
        (0, _) => "What this layer rests on".to_owned(),
        (count, _) => {
            format!("The {} countries of this layer, and what it rests on", grouped(count))
        }
    };
    let mut details = el("details")
        .class("layer-list")
        .attr("data-test", "layer-list")
        .child(el("summary").text(words))
        .children(list.note.as_ref().map(|note| el("p").text(note.as_str())));
    if count > 0 {
        let scroll = el("div")
            .class("table-scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", "Countries of this layer");
        details = details.child(scroll.child(numbers));
    }
    if !list.sources.is_empty() {
        details =
            details.child(el("ol").class("sources").children(list.sources.iter().map(source)));
    }
    details
}

fn country_row(store: Store, row: &CountryRow, sourced: bool) -> Markup {
    let link = el("a")
        .attr("href", store.link_to(Page::Country(row.iso3.clone())))
        .text(row.name.as_str());
    let cells = row.cells.iter().map(|text| el("td").text(text.as_str()));
    let sources = || {
        let sources = row.sources.iter().enumerate();
        el("td").children(sources.map(|(at, source)| {
            let link = crate::ui::source::address(source, &source.publisher);
            if at == 0 { el("span").child(link) } else { el("span").text(" · ").child(link) }
        }))
    };
    el("tr")
        .attr("data-value", row.iso3.as_str())
        .child(el("th").attr("scope", "row").child(link))
        .children(cells)
        .children(sourced.then(sources))
}
