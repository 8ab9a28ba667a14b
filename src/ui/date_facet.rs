//! The date range: a small histogram to brush, and two fields to type into.

use leptos::ev;
use leptos::prelude::*;

use super::store::{Step, store};
use super::timeline_figure::DateHistogram;
use crate::dataset::date::PartialDate;
use crate::explore::filter::DateRange;

/// From and to, both inclusive; a year, a month or a day each.
#[component]
pub fn DateFacet() -> impl IntoView {
    let store = store();
    let error = RwSignal::new(None::<String>);
    let range = Memo::new(move |_| store.filters.with(|filters| filters.range));
    let read = move |text: &str| -> Result<Option<PartialDate>, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|e: crate::dataset::date::DateError| e.to_string())
    };
    let field = move |name: &'static str, label: &'static str| {
        let shown = move || {
            let range = range.get();
            let date = if name == "from" { range.from() } else { range.to() };
            date.map(|date| date.to_string()).unwrap_or_default()
        };
        let changed = move |event: ev::Event| match read(&event_target_value(&event)) {
            Ok(date) => {
                error.set(None);
                let now = range.get_untracked();
                let range = match name {
                    "from" => DateRange::new(date, now.to()),
                    _ => DateRange::new(now.from(), date),
                };
                store.change(Step::Push, |state| state.filters.range = range);
            }
            Err(message) => error.set(Some(message)),
        };
        view! {
            <label>
                <span>{label}</span>
                <input
                    type="text"
                    name=name
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder="YYYY-MM"
                    maxlength="10"
                    prop:value=shown
                    aria-invalid=move || error.with(Option::is_some).to_string()
                    on:change=changed
                />
            </label>
        }
    };
    view! {
        <section class="facet dates" data-test="facet-date" aria-labelledby="facet-date-title">
            <h3 id="facet-date-title">"Date"</h3>
            <DateHistogram />
            <div class="date-fields">{field("from", "From")} {field("to", "To")}</div>
            <p class="error" role="alert" data-test="date-error" hidden=move || error.with(Option::is_none)>
                {move || error.get()}
            </p>
        </section>
    }
}
