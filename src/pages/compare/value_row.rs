//! A facet of which a side has one value.

use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_view::compare::offered::offered;
use leptos::html;
use leptos::prelude::*;

use super::model::{Part, use_comparison};
use super::remove_button::RemoveButton;
use crate::reactive::{effect, memo};

/// A field to choose the value, and a button that takes the filter away.
#[component]
pub fn ValueRow(
    /// Of which part of the comparison.
    part: Part,
    /// The facet.
    facet: Facet,
    /// Called with its key when the filter is taken away.
    removed: Callback<String>,
) -> impl IntoView {
    let model = use_comparison();
    let explorer = model.store.explorer;
    let filters = model.filters(part);
    let chosen = memo(move || {
        filters.with(|filters| filters.selection(facet).included().iter().next().cloned())
    });
    let offered = offered(explorer, facet, chosen.get_untracked().as_deref());
    let options = offered.into_iter().map(|(entry, count)| {
        let words = format!("{} ({})", entry.label, grouped(count));
        view! { <option value=entry.id.clone()>{words}</option> }
    });
    let options = options.collect_view();
    let select = NodeRef::<html::Select>::new();
    effect(move || {
        let id = chosen.get().unwrap_or_default();
        if let Some(select) = select.get() {
            select.set_value(&id);
        }
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        model.change(part, |filters| {
            filters.clear(facet);
            filters.set(facet, &id, Standing::Included);
        });
    };
    let title = facet.title();
    let on_remove = Callback::new(move |()| {
        model.change(part, |filters| filters.clear(facet));
        removed.run(facet.key().to_owned());
    });
    view! {
        <li data-facet=facet.key()>
            <span class="what">{title}</span>
            <select
                node_ref=select
                data-test="choose-value"
                aria-label=format!("{title} of {}", part.name())
                on:change=choose
            >
                <option value="" disabled="">
                    "Choose …"
                </option>
                {options}
            </select>
            <RemoveButton part what=title.to_owned() on_remove />
        </li>
    }
}
