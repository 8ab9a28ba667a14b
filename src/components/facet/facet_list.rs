//! The values of a facet, with a search among them.

use explorer_explore::filter::Standing;
use leptos::html;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;

use super::facet_row::{FacetChoice, FacetRow, FacetValue, TabStop, ValueState};
use super::keys_hint::KEYS_HINT_ID;
use crate::components::keyed::Keyed;
use crate::components::show::Show;
use crate::components::show_more::ShowMore;
use crate::hooks::after_effects::after_effects;
use crate::hooks::arrow_keys::move_among_rows;
use crate::hooks::focus::focus;
use crate::hooks::use_item_signals::use_item_signals;
use crate::reactive::memo;
use crate::start::{Stage, use_turn};
use crate::timing::painted;

/// A facet's values. For Tab they are one stop, whatever their number; the arrow keys move among them.
/// A facet that is folded keeps in sight what is chosen in it.
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
    /// Whether the reader folded the facet.
    folded: RwSignal<bool>,
    /// Whether any value is chosen.
    #[prop(into)]
    active: Signal<bool>,
    /// A choice of the value with a number.
    on_choose: Callback<(usize, FacetChoice)>,
    /// Takes all choices of the facet back.
    on_clear: Callback<()>,
) -> impl IntoView {
    let (title_id, list_id) = (format!("{test}-title"), format!("{test}-values"));
    let (labelled_by, controls) = (title_id.clone(), list_id.clone());
    let fold = NodeRef::<html::Button>::new();
    // What had the focus goes with the change; the heading stays.
    let focus_heading = move || {
        if let Some(fold) = fold.get_untracked() {
            focus(&fold);
        }
    };
    let clear = format!("Clear the filter {title}");
    let find = format!("Find in {title}");
    // Apart from each other: a step changes numbers, and seldom what is chosen. The numbers of a
    // row that is not shown follow once it is; those that no one sees (`data-count`) follow the paint, or a step
    // would set two hundred attributes first.
    let painted: ReadSignal<Vec<ValueState>> = painted(states.into());
    let counts = use_item_signals(move |item| {
        // When there are other values, theirs are not painted yet.
        let is_of_now = values.with(Vec::len) == painted.with(Vec::len);
        let states = if is_of_now { painted.into() } else { states.into() };
        each(values, states, item, |state| state.count);
    });
    let bars = use_item_signals(move |item| {
        each(values, states.into(), item, |state| {
            state.shown.then_some((state.count, state.share))
        });
    });
    let choices =
        use_item_signals(move |item| each(values, states.into(), item, |s| (s.standing, s.shown)));
    // The value that was last in use; the first one in sight while there is none.
    let in_use = RwSignal::new(None::<String>);
    let tab_stop = memo(move || {
        let (in_use, folded) = (in_use.get(), folded.get());
        values.with(|values| {
            states.with(|states| {
                let listed = values.iter().zip(states);
                let seen = |(_, state): &(&FacetValue, &ValueState)| {
                    state.shown && !(folded && state.standing == Standing::Free)
                };
                let mut seen = listed.filter(seen).map(|(value, _)| &value.id);
                let first = seen.next();
                let is_in_use = |id: &&String| in_use.as_ref() == Some(*id);
                first.into_iter().chain(seen).find(is_in_use).or(first).cloned()
            })
        })
    });
    // While the page starts, what is not listed comes after all else.
    let turn = use_turn(Stage::Unlisted, None);
    let keys = memo(move || {
        if turn.get() {
            return choices.keys.get();
        }
        let mut listed = Vec::new();
        each(
            values,
            states.into(),
            &mut |id, shown: bool| listed.extend(shown.then(|| id.to_owned())),
            |s| s.shown,
        );
        listed
    });
    let selector = StoredValue::new(Selector::new(move || tab_stop.get()));
    let tab_stop = TabStop { in_use, selector };
    let row = Callback::new(move |key: String| {
        let value =
            values.with_untracked(|values| values.iter().find(|value| value.id == key).cloned());
        let row = value.and_then(|value| {
            let (count, bar, choice) = (counts.item(&key)?, bars.item(&key)?, choices.item(&key)?);
            let code = value.code;
            let on_choose = Callback::new(move |chosen| {
                on_choose.run((code, chosen));
                after_effects(move || {
                    // Some are listed only as long as they are chosen.
                    let stays = choice.try_get_untracked().is_some_and(|(standing, shown)| {
                        shown && !(folded.get_untracked() && standing == Standing::Free)
                    });
                    if !stays {
                        focus_heading();
                    }
                });
            });
            Some(view! { <FacetRow value count bar choice tab_stop on_choose /> })
        });
        row.into_any()
    });
    let found_none = move || {
        let searching = wanted.with(|wanted| !wanted.trim().is_empty());
        searching && states.with(|states| !states.iter().any(|state| state.shown))
    };
    view! {
        <section
            class="facet"
            class:folded=folded
            role="group"
            data-test=test
            aria-labelledby=labelled_by
            aria-describedby=KEYS_HINT_ID
        >
            <div class="facet-head">
                <h3>
                    <button
                        type="button"
                        class="fold"
                        data-test="fold"
                        aria-controls=controls
                        aria-expanded=move || (!folded.get()).to_string()
                        node_ref=fold
                        on:click=move |_| folded.update(|folded| *folded = !*folded)
                    >
                        <span id=title_id>{title}</span>
                    </button>
                </h3>
                <Show when=move || active.get()>
                    <button
                        type="button"
                        class="text-button"
                        aria-label=clear.clone()
                        on:click=move |_| {
                            on_clear.run(());
                            after_effects(focus_heading);
                        }
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
            <ul
                id=list_id
                on:keydown=move_among_rows
            >
                // Of the last of them, so that a new value is known to all.
                <Keyed keys row />
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
    states: Signal<Vec<ValueState>>,
    item: &mut dyn FnMut(&str, T),
    read: fn(&ValueState) -> T,
) {
    values.with(|values| {
        states.with(|states| {
            values.iter().zip(states).for_each(|(value, state)| item(&value.id, read(state)));
        });
    });
}
