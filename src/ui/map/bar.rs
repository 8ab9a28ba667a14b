//! Choosing what the map's colours show, and a region to zoom to.

use leptos::html;
use leptos::prelude::*;

use crate::ui::effect::effect;
use crate::ui::listen::listen;
use crate::ui::markup::{Filled, Markup, act_of, el};
use crate::ui::store::{Step, Store, store};
use crate::ui::switch::button;
use crate::view::layer::Layer;
use crate::view::places::regions;
use crate::view::zoom::Zoom;

/// The bar above the map.
#[component]
pub fn MapBar() -> impl IntoView {
    let store = store();
    let place = NodeRef::<html::Div>::new();
    listen(place, &["change", "click"], move |event| {
        if event.type_() == "change" {
            let chosen = event_target_value(&event);
            if let Some(layer) = Layer::from_id(&chosen, store.explorer.dataset()) {
                store.change(Step::Push, |state| state.layer = layer);
            }
        } else if let Some(region) = act_of(&event) {
            let zoom = if region == "world" { Zoom::World } else { Zoom::Region(region) };
            store.change(Step::Push, |state| state.zoom = zoom);
        }
    });
    let mut filled = Filled::default();
    effect(move || {
        let (layer, zoom) = store.state.with(|state| (state.layer.clone(), state.zoom.clone()));
        if let Some(place) = place.get() {
            filled.fill(&place, vec![layers(store, &layer), places(store, &zoom)]);
            // What a reader has chosen in the list wins over the attribute of an option.
            if let Ok(Some(list)) = place.query_selector("select") {
                _ = js_sys::Reflect::set(&list, &"value".into(), &layer.id().into());
            }
        }
    });
    view! { <div class="map-bar" node_ref=place></div> }
}

fn layers(store: Store, chosen: &Layer) -> Markup {
    let dataset = store.explorer.dataset();
    let groups = Layer::groups(dataset).map(|(heading, layers)| {
        let options = layers.into_iter().map(|layer| {
            let option = el("option").attr("value", layer.id()).text(layer.title(dataset));
            if layer == *chosen { option.attr("selected", "") } else { option }
        });
        el("optgroup").attr("label", heading).children(options)
    });
    let list = el("select").attr("data-test", "layer").children(groups);
    let name = el("span").class("control-name").text("Colours show");
    el("label").class("layer-chooser").child(name).child(list)
}

/// A button per region.
fn places(store: Store, zoom: &Zoom) -> Markup {
    let place = |id: &str, name: &str, pressed: bool| {
        button(id)
            .class("text-button")
            .attr("data-value", id)
            .attr("aria-pressed", if pressed { "true" } else { "false" })
            .text(name)
    };
    let regions = regions(store.explorer)
        .into_iter()
        .map(|(id, name)| place(id, name, matches!(zoom, Zoom::Region(region) if region == id)));
    el("div")
        .class("region-buttons")
        .attr("role", "group")
        .attr("aria-label", "Zoom to")
        .attr("data-test", "zoom")
        .child(el("span").class("control-name").text("Zoom to"))
        .child(place("world", "World", *zoom == Zoom::World))
        .children(regions)
}
