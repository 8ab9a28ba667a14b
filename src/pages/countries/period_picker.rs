//! One of the two periods that are compared: chosen from a list, or typed.

use explorer_view::countries::{offered, words};
use explorer_view::country_table::{Period, Side};
use explorer_view::step::Step;
use leptos::html;
use leptos::prelude::*;

use crate::reactive::{effect, memo, text};
use crate::store::use_store;

/// A field to choose a period and one to type it.
#[component]
pub fn PeriodPicker(
    /// Which of the two periods.
    side: Side,
) -> impl IntoView {
    let store = use_store();
    let (test, name) = match side {
        Side::Earlier => ("period-earlier", "Earlier period"),
        Side::Later => ("period-later", "Later period"),
    };
    let offered = offered(store.explorer);
    let options = offered.iter().map(|(period, words)| {
        view! { <option value=period.to_string()>{words.clone()}</option> }
    });
    let options = options.collect_view();
    let period = memo(move || store.state.with(|state| state.periods.period(side)));
    let (select, input) = (NodeRef::<html::Select>::new(), NodeRef::<html::Input>::new());
    // What is wrong with what stands in the field.
    let error = RwSignal::new(None::<String>);
    let chosen = Trigger::new();
    // Both fields show the period in force. They are written after each choice, too: a field that
    // was emptied shows the usual period again, although the view may not have changed.
    effect(move || {
        chosen.track();
        let Some(period) = period.get() else { return };
        let text = period.to_string();
        if let Some(select) = select.get() {
            let is_offered = offered.iter().any(|(other, _)| *other == period);
            select.set_value(if is_offered { &text } else { "" });
        }
        if let Some(input) = input.get() {
            input.set_value(&text);
        }
        error.set(None);
    });
    let choose = move |typed: String| {
        let period = match typed.trim() {
            "" => None,
            typed => match typed.parse::<Period>() {
                Ok(period) => Some(period),
                // What was typed wrongly stays, to be put right.
                Err(why) => {
                    let or = "or two of them joined by two dots, as in 2023-07..2024-06";
                    return error.set(Some(format!("{why}, {or}")));
                }
            },
        };
        store.change(Step::Push, |state| match period {
            Some(period) => state.periods.choose(side, period),
            None => state.periods.clear(side),
        });
        chosen.notify();
    };
    let error_id = format!("{test}-error");
    view! {
        <div data-test=test>
            <span>{name}</span>
            <select
                node_ref=select
                data-side=side.key()
                aria-label=name
                on:change=move |event| choose(event_target_value(&event))
            >
                <option value="" disabled="">
                    "As typed"
                </option>
                {options}
            </select>
            <input
                node_ref=input
                type="text"
                data-side=side.key()
                aria-label=format!("{name}, typed")
                aria-invalid=text(move || error.with(Option::is_some).to_string())
                aria-describedby=error_id.clone()
                placeholder="2023-07..2024-06"
                autocomplete="off"
                maxlength="40"
                on:change=move |event| choose(event_target_value(&event))
            />
            <p class="read-as" data-test="period-words">
                {move || period.get().map(words)}
            </p>
            <p class="error" role="alert" id=error_id data-test="period-error">
                {text(move || error.get().unwrap_or_default())}
            </p>
        </div>
    }
}
