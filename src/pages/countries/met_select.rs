//! Which countries are listed: all in view, or those that were met only at or beside forums.

use explorer_view::countries::CountryRow;
use explorer_view::met_at::{MetAt, choices};
use explorer_view::step::Step;
use leptos::html;
use leptos::prelude::*;

use crate::store::use_store;

/// A field to choose them.
#[component]
pub fn MetSelect(
    /// All countries in view.
    all: Memo<Vec<CountryRow>>,
) -> impl IntoView {
    let store = use_store();
    let explorer = store.explorer;
    let chosen = store.part(|state| state.met.clone());
    let select = NodeRef::<html::Select>::new();
    let options = move || {
        // Nobody chooses within a step of a brush.
        store.rested.track();
        let offered =
            all.with_untracked(|all| chosen.with(|chosen| choices(explorer, all, chosen)));
        let options = offered.into_iter().map(|(met, count)| {
            let words = format!("Met only at or beside {}: {count}", met.place(explorer));
            view! { <option value=met.id().to_owned()>{words}</option> }
        });
        options.collect_view()
    };
    // The options come first: a field cannot have a value that it does not offer.
    Effect::new(move || {
        store.rested.track();
        let id = chosen.with(|chosen| chosen.id().to_owned());
        if let Some(select) = select.get() {
            select.set_value(&id);
        }
    });
    let choose = move |event| {
        let met = MetAt::from_id(&event_target_value(&event), explorer);
        store.change(Step::Push, |state| state.met = met.unwrap_or_default());
    };
    view! {
        <label class="met-select">
            <span>"Countries"</span>
            <select node_ref=select data-test="met" on:change=choose>
                <option value="">{move || format!("All in view: {}", all.with(Vec::len))}</option>
                {options}
            </select>
        </label>
    }
}
