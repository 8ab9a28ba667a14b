//! The date range: a small histogram to brush, and two fields to type into.

use explorer_dataset::date::{DateError, PartialDate};
use explorer_explore::filter::DateRange;
use explorer_view::step::Step;
use leptos::prelude::*;

use crate::components::records::timeline::DateHistogram;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// An end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// From and to, both inclusive; a year, a month or a day each.
#[component]
pub fn DateFacet() -> impl IntoView {
    let store = use_store();
    // Why what was typed is no date.
    let error = RwSignal::new(None::<String>);
    let range = memo(move || store.filters.with(|filters| filters.range));
    let typed = move |end: End, text: String| match read(&text) {
        Ok(date) => {
            error.set(None);
            let now = range.get_untracked();
            let range = match end {
                End::From => DateRange::new(date, now.to()),
                End::To => DateRange::new(now.from(), date),
            };
            store.change(Step::Push, |state| state.filters.range = range);
        }
        Err(message) => error.set(Some(message)),
    };
    let field = move |end: End, name: &'static str, label: &'static str| {
        let date = move || {
            let range = range.get();
            let date = if end == End::From { range.from() } else { range.to() };
            date.map(|date| date.to_string()).unwrap_or_default()
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
                    aria-invalid=text(move || error.with(Option::is_some).to_string())
                    prop:value=date
                    on:change=move |event| typed(end, event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <section class="facet dates" data-test="facet-date" aria-labelledby="facet-date-title">
            <h3 id="facet-date-title">"Date"</h3>
            <DateHistogram />
            <div class="date-fields">
                {field(End::From, "from", "From")} {field(End::To, "to", "To")}
            </div>
            <p
                class="error"
                role="alert"
                data-test="date-error"
                hidden=move || error.with(Option::is_none)
            >
                {move || error.get()}
            </p>
        </section>
    }
}

/// The date that was typed.
fn read(text: &str) -> Result<Option<PartialDate>, String> {
    match text.trim() {
        "" => Ok(None),
        date => date.parse().map(Some).map_err(|error: DateError| error.to_string()),
    }
}
