//! Choosing a layer, and what a layer rests on.

use leptos::ev;
use leptos::prelude::*;

use crate::number::grouped;
use crate::ui::markup::{Markup, el, shown};
use crate::ui::source::source;
use crate::ui::store::{Step, Store, store};
use crate::view::country_list::{CountryList, CountryRow};
use crate::view::layer::Layer;
use crate::view::map::map_model;
use crate::view::state::Page;

/// The layers, to choose one.
#[component]
pub fn LayerChooser() -> impl IntoView {
    let store = store();
    let dataset = store.explorer.dataset();
    let layer = Memo::new(move |_| store.state.with(|state| state.layer.clone()));
    let groups = Layer::groups(dataset).map(|(heading, layers)| {
        let options = layers.into_iter().map(|option| {
            let (id, title) = (option.id(), option.title(dataset));
            let chosen = move || layer.with(|now| *now == option);
            view! { <option value=id selected=chosen>{title}</option> }
        });
        view! { <optgroup label=heading>{options.collect_view()}</optgroup> }
    });
    let choose = move |event: ev::Event| {
        if let Some(layer) = Layer::from_id(&event_target_value(&event), dataset) {
            store.change(Step::Push, |state| state.layer = layer);
        }
    };
    view! {
        <p class="layer-chooser">
            <label>
                <span class="control-name">"Colours show"</span>
                <select data-test="layer" on:change=choose prop:value=move || layer.get().id()>
                    {groups.into_iter().collect_view()}
                </select>
            </label>
        </p>
    }
}

/// The countries of the layer with what is said of each, and the sources.
#[component]
pub fn LayerList() -> impl IntoView {
    let store = store();
    shown(move || {
        let outcome = store.outcome.get();
        let layer = store.state.with(|state| state.layer.clone());
        let model =
            store.filters.with(|filters| map_model(store.explorer, filters, &outcome, &layer));
        let coverage = el("p").attr("data-test", "coverage").text(model.coverage);
        let boundaries = el("p").text(store.places.world.note.as_str());
        let mut parts = vec![el("div").class("map-notes").child(coverage).child(boundaries)];
        parts.extend(model.list.map(|list| table(store, &list)));
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
