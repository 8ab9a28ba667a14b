//! The date range: a small histogram to brush, and two fields to type into.

use leptos::prelude::*;
use web_sys::{Element, Event};

use super::listen::{listen_to, under};
use super::markup::{Markup, el, live};
use super::signal::Signal;
use super::store::{Step, Store};
use super::timeline_figure::date_histogram;
use explorer_dataset::date::{DateError, PartialDate};
use explorer_explore::filter::DateRange;

/// From and to, both inclusive; a year, a month or a day each.
pub fn date_facet(store: Store) -> Element {
    let section = el("section")
        .class("facet dates")
        .attr("data-test", "facet-date")
        .attr("aria-labelledby", "facet-date-title")
        .child(el("h3").attr("id", "facet-date-title").text("Date"))
        .build();
    _ = section.append_child(&date_histogram(store));
    // Why what was typed is no date; empty while nothing is wrong.
    let error = Signal::new(String::new());
    let range = move || store.filters.with(|filters| filters.range);
    let fields =
        live("div", move |fields| {
            let (range, error) = (range(), error.get());
            fields
                .class("date-fields")
                .child(field("from", "From", range.from(), &error))
                .child(field("to", "To", range.to(), &error))
        });
    let wrong = live("p", move |wrong| {
        let error = error.get();
        wrong
            .class("error")
            .attr("role", "alert")
            .attr("data-test", "date-error")
            .flag("hidden", error.is_empty())
            .text(error)
    });
    listen_to(&fields, &["change"], move |event| match read(&event) {
        Ok(date) => {
            error.set(String::new());
            let now = untrack(range);
            let range = match under(&event, "name").as_deref() {
                Some("from") => DateRange::new(date, now.to()),
                _ => DateRange::new(now.from(), date),
            };
            store.change(Step::Push, |state| state.filters.range = range);
        }
        Err(message) => error.set(message),
    });
    _ = section.append_child(&fields);
    _ = section.append_child(&wrong);
    section
}

fn field(name: &'static str, label: &str, date: Option<PartialDate>, error: &str) -> Markup {
    let input = el("input")
        .attr("type", "text")
        .attr("name", name)
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("placeholder", "YYYY-MM")
        .attr("maxlength", "10")
        .attr("aria-invalid", if error.is_empty() { "false" } else { "true" })
        .property("value", date.map(|date| date.to_string()).unwrap_or_default());
    el("label").child(el("span").text(label)).child(input)
}

/// The date that was typed into the field that changed.
fn read(event: &Event) -> Result<Option<PartialDate>, String> {
    let text = event_target_value(event);
    match text.trim() {
        "" => Ok(None),
        date => date.parse().map(Some).map_err(|e: DateError| e.to_string()),
    }
}
