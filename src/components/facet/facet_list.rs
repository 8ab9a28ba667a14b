//! The values of a facet, with a search among them.

use leptos::prelude::*;

use super::facet_row::{FacetChoice, FacetRow, FacetValue, ValueState};
use crate::components::keyed::Keyed;
use crate::components::show::Show;
use crate::components::show_more::ShowMore;
use crate::hooks::use_item_signals::use_item_signals;

/// A facet's values.
#[component]
pub fn FacetList(
    /// Its `data-test`.
    test: String,
    /// Its heading.
    title: String,
    /// The values that can be listed now, in order.
    values: Memo<Vec<FacetValue>>,
    /// What changes about each value, in the same order.
    states: Memo<Vec<ValueState>>,
    /// What a reader looks for among the values.
    wanted: RwSignal<String>,
    /// What the field says while it is empty; `None` where the list is too short to be searched.
    #[prop(into)]
    search: Signal<Option<String>>,
    /// What the button says that lists more values; `None` without one.
    #[prop(into)]
    more: Signal<Option<String>>,
    /// Whether the reader asked for more values.
    expanded: RwSignal<bool>,
    /// Whether any value is chosen.
    #[prop(into)]
    active: Signal<bool>,
    /// A choice of the value with a number.
    on_choose: Callback<(usize, FacetChoice)>,
    /// Takes all choices of the facet back.
    on_clear: Callback<()>,
) -> impl IntoView {
    let title_id = format!("{test}-title");
    let labelled_by = title_id.clone();
    let clear = format!("Clear the filter {title}");
    let find = format!("Find in {title}");
    // Apart from each other: a step changes numbers, and seldom what is chosen. The numbers of a
    // row that is not shown follow once it is.
    let counts = use_item_signals(move |item| each(values, states, item, |state| state.count));
    let bars = use_item_signals(move |item| {
        each(values, states, item, |state| state.shown.then_some((state.count, state.share)));
    });
    let choices =
        use_item_signals(move |item| each(values, states, item, |s| (s.standing, s.shown)));
    let row = Callback::new(move |key: String| {
        let value =
            values.with_untracked(|values| values.iter().find(|value| value.id == key).cloned());
        let row = value.and_then(|value| {
            let (count, bar, choice) = (counts.item(&key)?, bars.item(&key)?, choices.item(&key)?);
            let code = value.code;
            let on_choose = Callback::new(move |choice| on_choose.run((code, choice)));
            Some(view! { <FacetRow value count bar choice on_choose /> })
        });
        row.into_any()
    });
    let found_none = move || {
        let searching = wanted.with(|wanted| !wanted.trim().is_empty());
        searching && states.with(|states| !states.iter().any(|state| state.shown))
    };
    view! {
        <section class="facet" data-test=test aria-labelledby=labelled_by>
            <div class="facet-head">
                <h3 id=title_id>{title}</h3>
                <Show when=move || active.get()>
                    <button
                        type="button"
                        class="text-button"
                        aria-label=clear.clone()
                        on:click=move |_| on_clear.run(())
                    >
                        "Clear"
                    </button>
                </Show>
            </div>
            <input
                type="search"
                class="facet-search"
                data-test="facet-search"
                autocomplete="off"
                placeholder=move || search.get().unwrap_or_default()
                aria-label=find
                hidden=move || search.with(Option::is_none)
                prop:value=move || wanted.get()
                on:input=move |event| wanted.set(event_target_value(&event))
            />
            <ul>
                // Of the last of them, so that a new value is known to all.
                <Keyed keys=choices.keys row />
            </ul>
            <Show when=found_none>
                <p class="hint">"No value with these words"</p>
            </Show>
            <ShowMore words=more expanded test="facet-more" />
        </section>
    }
}

/// Calls `item` with each value's id and what is read of its state.
fn each<T>(
    values: Memo<Vec<FacetValue>>,
    states: Memo<Vec<ValueState>>,
    item: &mut dyn FnMut(&str, T),
    read: fn(&ValueState) -> T,
) {
    values.with(|values| {
        states.with(|states| {
            values.iter().zip(states).for_each(|(value, state)| item(&value.id, read(state)));
        });
    });
}
