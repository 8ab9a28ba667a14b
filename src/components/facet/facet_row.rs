//! A value of a facet.

use explorer_explore::filter::Standing;
use explorer_number::grouped;
use leptos::ev;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;

use crate::components::standing::standing_words;

/// A value as a facet lists it.
#[derive(Debug, Clone, PartialEq)]
pub struct FacetValue {
    /// Its number among the facet's values, which does not change.
    pub code: usize,
    /// Its id: `data-value`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What is said of it beside its name.
    pub note: String,
    /// The custom property with the colour of its bar, such as `--mps`; may be empty.
    pub color: &'static str,
    /// Whether it stands for rows without a value.
    pub is_absence: bool,
}

/// What changes about a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValueState {
    /// Its count under the other filters.
    pub count: u32,
    /// Length of its bar in thousandths.
    pub share: u32,
    /// Whether it is chosen.
    pub standing: Standing,
    /// Whether it is listed.
    pub shown: bool,
}

/// What a reader chooses of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetChoice {
    /// Includes it, or takes that back.
    Include,
    /// Includes it alone.
    Only,
    /// Excludes it, or takes that back.
    Exclude,
}

/// The value at which Tab stops.
#[derive(Clone, Copy)]
pub struct TabStop {
    /// The id of the value that was last in use.
    pub in_use: RwSignal<Option<String>>,
    /// Tells each value whether it is the one.
    pub selector: StoredValue<Selector<Option<String>>>,
}

/// A row: the value, and what stands beside it. Only and not are there for the ear at any time, for
/// the eye where the pointer or the focus is, and for the arrow keys.
#[component]
pub fn FacetRow(
    /// The value.
    value: FacetValue,
    /// Its count.
    count: RwSignal<u32>,
    /// The count and the length of the bar as they are shown, if it is shown.
    bar: RwSignal<Option<(u32, u32)>>,
    /// Whether it is chosen, and whether it is listed.
    choice: RwSignal<(Standing, bool)>,
    /// The value at which Tab stops.
    tab_stop: TabStop,
    /// A choice.
    on_choose: Callback<FacetChoice>,
) -> impl IntoView {
    let FacetValue { id, label, note, color, is_absence, .. } = value;
    let standing = move || choice.get().0;
    let state = move || standing_words(standing()).0;
    let number = move || bar.get().map(|(count, _)| grouped(count));
    let length =
        move || format!("transform:scaleX({}e-3)", bar.get().map_or(0, |(_, share)| share));
    let tint = if color.is_empty() { String::new() } else { format!("--bar:var({color})") };
    let choose = move |event: ev::MouseEvent| {
        on_choose.run(if event.alt_key() { FacetChoice::Exclude } else { FacetChoice::Include });
    };
    let is = move |wanted: Standing| move || (standing() == wanted).to_string();
    let own_id = Some(id.clone());
    let enter = {
        let own_id = own_id.clone();
        move |_| tab_stop.in_use.set(own_id.clone())
    };
    let is_tab_stop = move || tab_stop.selector.with_value(|selector| selector.selected(&own_id));
    view! {
        <li
            style=tint
            class:absence=is_absence
            data-state=state
            hidden=move || !choice.get().1
            on:focusin=enter
        >
            <button
                type="button"
                class="value"
                class:none=move || bar.get().is_some_and(|(count, _)| count == 0)
                title=note
                data-value=id.clone()
                data-count=move || count.get().to_string()
                data-state=state
                aria-pressed=is(Standing::Included)
                tabindex=move || if is_tab_stop() { "0" } else { "-1" }
                on:click=choose
            >
                <i class="check"></i>
                <span class="label">{label.clone()}</span>
                " "
                <span class="count">{number}</span>
                <i class="fill" style=length></i>
                <span class="unseen">{move || standing_words(standing()).1}</span>
            </button>
            <span class="acts">
                <button
                    type="button"
                    tabindex="-1"
                    data-only=id.clone()
                    aria-label=format!("only {label}")
                    on:click=move |_| on_choose.run(FacetChoice::Only)
                >
                    "only"
                </button>
                <button
                    type="button"
                    tabindex="-1"
                    data-exclude=id
                    aria-label=format!("not {label}")
                    aria-pressed=is(Standing::Excluded)
                    on:click=move |_| on_choose.run(FacetChoice::Exclude)
                >
                    "not"
                </button>
            </span>
        </li>
    }
}
