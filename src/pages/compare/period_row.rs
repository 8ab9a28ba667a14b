//! The date range of a side: chosen from a list, or typed.

use explorer_dataset::date::PartialDate;
use explorer_explore::filter::DateRange;
use explorer_view::countries::offered;
use leptos::html;
use leptos::prelude::*;

use super::model::{Part, use_comparison};
use super::remove_button::RemoveButton;
use crate::reactive::{effect, memo, text};

/// A field to choose a period, two to type its ends, and a button that takes the filter away.
#[component]
pub fn PeriodRow(
    /// Of which part of the comparison.
    part: Part,
    /// Called with its key when the filter is taken away.
    removed: Callback<String>,
) -> impl IntoView {
    let model = use_comparison();
    let filters = model.filters(part);
    let range = memo(move || filters.with(|filters| filters.range));
    let offered = StoredValue::new(offered(model.store.explorer));
    let options = offered.with_value(|offered| {
        let options = offered.iter().enumerate().map(|(at, (_, words))| {
            view! { <option value=at.to_string()>{words.clone()}</option> }
        });
        options.collect_view()
    });
    let select = NodeRef::<html::Select>::new();
    let error = RwSignal::new(None::<String>);
    effect(move || {
        let range = range.get();
        error.set(None);
        let at = offered
            .with_value(|offered| offered.iter().position(|(period, _)| period.range() == range));
        if let Some(select) = select.get() {
            select.set_value(&at.map_or_else(String::new, |at| at.to_string()));
        }
    });
    let set = move |range: DateRange| model.change(part, |filters| filters.range = range);
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let period = at.and_then(|at| offered.with_value(|all| all.get(at).map(|(p, _)| *p)));
        if let Some(period) = period {
            set(period.range());
        }
    };
    let field = move |is_start: bool| {
        let (name, word) = if is_start { ("from", "from") } else { ("to", "until") };
        let date = move || {
            let range = range.get();
            let date = if is_start { range.from() } else { range.to() };
            date.map(|date| date.to_string()).unwrap_or_default()
        };
        let typed = move |event| {
            let typed = event_target_value(&event);
            let date = match typed.trim() {
                "" => None,
                typed => match typed.parse::<PartialDate>() {
                    Ok(date) => Some(date),
                    Err(why) => return error.set(Some(why.to_string())),
                },
            };
            error.set(None);
            let now = range.get_untracked();
            set(match is_start {
                true => DateRange::new(date, now.to()),
                false => DateRange::new(now.from(), date),
            });
        };
        view! {
            <label>
                <span>{word}</span>
                <input
                    type="text"
                    name=name
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder="YYYY-MM"
                    maxlength="10"
                    aria-label=format!("{word}, {}", part.name())
                    aria-invalid=text(move || error.with(Option::is_some).to_string())
                    prop:value=date
                    on:change=typed
                />
            </label>
        }
    };
    let on_remove = Callback::new(move |()| {
        set(DateRange::default());
        removed.run("date".to_owned());
    });
    view! {
        <li class="period" data-facet="date">
            <span class="what">"Date"</span>
            <select
                node_ref=select
                data-test="choose-value"
                aria-label=format!("Period of {}", part.name())
                on:change=choose
            >
                <option value="" disabled="">
                    "As typed"
                </option>
                {options}
            </select>
            <RemoveButton part what="Date".to_owned() on_remove />
            <span class="ends">{field(true)} {field(false)}</span>
            <p class="error" role="alert" hidden=move || error.with(Option::is_none)>
                {move || error.get()}
            </p>
        </li>
    }
}
