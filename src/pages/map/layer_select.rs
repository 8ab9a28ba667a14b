//! The choice of what the colours of the map show.

use explorer_view::layer::Layer;
use explorer_view::step::Step;
use leptos::prelude::*;

use crate::store::use_store;

/// A list of the layers under headings.
#[component]
pub fn LayerSelect() -> impl IntoView {
    let store = use_store();
    let dataset = store.explorer.dataset();
    let selected = store.part(|state| state.layer.clone());
    let groups = Layer::groups(dataset).into_iter().map(|(heading, layers)| {
        let options = layers.into_iter().map(|layer| {
            let (id, title) = (layer.id(), layer.title(dataset));
            // The property follows the view; an attribute would lose to what a reader chose before.
            let is_selected = move || selected.with(|selected| *selected == layer);
            view! {
                <option value=id prop:selected=is_selected>
                    {title}
                </option>
            }
        });
        view! { <optgroup label=heading>{options.collect_view()}</optgroup> }
    });
    let choose = move |event| {
        if let Some(layer) = Layer::from_id(&event_target_value(&event), dataset) {
            store.change(Step::Push, |state| state.layer = layer);
        }
    };
    view! {
        <label class="layer-chooser">
            <span class="control-name">"Colours show"</span>
            <select data-test="layer" on:change=choose>
                {groups.collect_view()}
            </select>
        </label>
    }
}
