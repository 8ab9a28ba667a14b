//! What is in view, in words and three numbers; the filters as chips; the measure.

use leptos::prelude::*;

use super::markup::{Markup, el, shown, shown_with};
use super::store::{Step, Store, store};
use super::switch::{button, switch};
use crate::explore::filter::Filters;
use crate::explore::measure::Measure;
use crate::explore::outcome::Summary as Numbers;
use crate::view::sentence::{chips, filter_words, summary_words};

/// The bar that stays in sight above the charts and the records.
#[component]
pub fn Summary() -> impl IntoView {
    let store = store();
    let numbers = Memo::new(move |_| store.outcome.with(|outcome| outcome.summary));
    let hidden = move || store.state.with(|state| !state.page.is_filtered());
    let attribute = move |of: fn(Numbers) -> u32| move || of(numbers.get()).to_string();
    let act = move |act: &str| match act {
        "filters" => store.sheet.set(true),
        "reset" => store.filter(|filters| *filters = Filters::default()),
        _ => match Measure::ALL.into_iter().find(|measure| measure.id() == act) {
            Some(measure) => store.change(Step::Push, |state| state.measure = measure),
            None => remove_chip(store, act),
        },
    };
    view! {
        <section class="summary" class:quiet=hidden aria-label="What is in view">
            <p
                class="sentence"
                data-test="summary"
                data-interactions=attribute(|n| n.interactions)
                data-events=attribute(|n| n.events)
                data-countries=attribute(|n| n.countries)
                aria-live="polite"
            >
                {shown(move || sentence(store, numbers.get()))}
            </p>
            {shown_with(move || controls(store), act)}
        </section>
    }
}

fn sentence(store: Store, numbers: Numbers) -> Vec<Markup> {
    let words = store.scope.with(|filters| filter_words(store.explorer, filters));
    let mut told = el("span").class("numbers");
    for word in summary_words(numbers).split(' ') {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        told = if number { told.child(el("b").text(word)) } else { told.text(word) }.text(" ");
    }
    vec![el("span").class("words").text(format!("{words}: ")), told]
}

fn controls(store: Store) -> Vec<Markup> {
    let measures =
        [("interactions", "Interactions"), ("events", "Events"), ("countries", "Countries")];
    let measure = store.state.with(|state| state.measure.id());
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    let filters =
        if chips.is_empty() { "Filters".to_owned() } else { format!("Filters ({})", chips.len()) };
    let count = el("span")
        .class("control")
        .child(el("span").class("control-name").text("Count"))
        .child(switch("measure", "What the charts count", &measures, measure));
    let opener = button("filters").class("open-filters").attr("data-test", "open-filters");
    let has_facets = store.state.with(|state| state.page.has_facets());
    let bar =
        el("div").class("controls").child(count).children(has_facets.then(|| opener.text(filters)));
    if chips.is_empty() {
        // The row is always there: a first filter must not push the charts down.
        let hint = if has_facets {
            "Click a bar, drag over the timeline or choose in the list to filter."
        } else if store.outcome.with(|outcome| outcome.summary.interactions > 0) {
            "Click a bar or drag over the timeline to filter."
        } else {
            ""
        };
        return vec![bar, el("p").class("chips hint").text(hint)];
    }
    let mut list = el("ul").class("chips").attr("aria-label", "Active filters");
    for (at, chip) in chips.into_iter().enumerate() {
        let (class, label) = match chip.excluded {
            true => ("chip excluded", format!("not {}", chip.label)),
            false => ("chip", chip.label),
        };
        let remove = button(at.to_string())
            .attr("aria-label", format!("Remove the filter {}: {label}", chip.kind))
            .text("×");
        let chip = el("li").class(class).attr("data-test", "chip").attr("title", chip.kind);
        list = list.child(chip.child(el("span").text(label)).child(remove));
    }
    let reset =
        button("reset").class("text-button").attr("data-test", "reset").text("Reset all filters");
    vec![bar, list.child(el("li").child(reset))]
}

fn remove_chip(store: Store, act: &str) {
    let chips = store.filters.with_untracked(|filters| chips(store.explorer, filters));
    if let Some(chip) = act.parse().ok().and_then(|at: usize| chips.into_iter().nth(at)) {
        store.filter(|filters| *filters = chip.without);
    }
}
