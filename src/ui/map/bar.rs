//! Choosing what the map's colours show, and a region to zoom to.

use leptos::prelude::*;
use web_sys::Element;

use crate::ui::listen::{listen_to, on_act};
use crate::ui::markup::{Markup, el, live};
use crate::ui::store::{Step, Store};
use crate::ui::switch::button;
use explorer_view::layer::Layer;
use explorer_view::places::regions;
use explorer_view::zoom::Zoom;

/// The bar above the map.
pub fn map_bar(store: Store) -> Element {
    let bar = live("div", move |bar| {
        let (layer, zoom) = store.state.with(|state| (state.layer.clone(), state.zoom.clone()));
        bar.class("map-bar").child(layers(store, &layer)).child(places(store, &zoom))
    });
    listen_to(&bar, &["change"], move |event| {
        let layer = Layer::from_id(&event_target_value(&event), store.explorer.dataset());
        if let Some(layer) = layer {
            store.change(Step::Push, |state| state.layer = layer);
        }
    });
    on_act(&bar, move |region| {
        let zoom = match region {
            "world" => Zoom::World,
            region => Zoom::Region(region.to_owned()),
        };
        store.change(Step::Push, |state| state.zoom = zoom);
    });
    bar
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
    // What a reader has chosen in the list wins over the attribute of an option.
    let list =
        el("select").attr("data-test", "layer").children(groups).property("value", chosen.id());
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
