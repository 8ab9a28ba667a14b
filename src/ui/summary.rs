//! What is in view, in words and three numbers; the filters as chips; the measure.

use leptos::prelude::*;

use super::store::{Step, store};
use super::switch::Switch;
use crate::explore::measure::Measure;
use crate::explore::outcome::Summary as Numbers;
use crate::view::sentence::{chips, filter_words, summary_words};
use crate::view::state::Page;

/// The bar that stays in sight above the charts and the records.
#[component]
pub fn Summary() -> impl IntoView {
    let store = store();
    let numbers = Memo::new(move |_| store.outcome.with(|outcome| outcome.summary));
    let words = Memo::new(move |_| store.filters.with(|f| filter_words(store.explorer, f)));
    let shown =
        move || store.state.with(|state| matches!(state.page, Page::Overview | Page::Records));
    let filtered = move || store.filters.with(|filters| !filters.is_empty());
    let measures =
        vec![("interactions", "Interactions"), ("events", "Events"), ("countries", "Countries")];
    let choose = move |id: &'static str| {
        if let Some(measure) = Measure::ALL.into_iter().find(|m| m.id() == id) {
            store.change(Step::Push, |state| state.measure = measure);
        }
    };
    let attribute = move |of: fn(Numbers) -> u32| move || of(numbers.get()).to_string();
    view! {
        <section class="summary" class:quiet=move || !shown() aria-label="What is in view">
            <p
                class="sentence"
                data-test="summary"
                data-interactions=attribute(|n| n.interactions)
                data-events=attribute(|n| n.events)
                data-countries=attribute(|n| n.countries)
                aria-live="polite"
            >
                <span class="words">{move || words.get()} ": "</span>
                <span class="numbers" inner_html=move || emphasized(&summary_words(numbers.get()))></span>
            </p>
            <div class="controls">
                <span class="control">
                    <span class="control-name">"Count"</span>
                    <Switch
                        test="measure"
                        label="What the charts count"
                        options=measures
                        pressed=Signal::derive(move || store.state.with(|state| state.measure.id()))
                        choose
                    />
                </span>
                <button
                    type="button"
                    class="open-filters"
                    data-test="open-filters"
                    on:click=move |_| store.sheet.set(true)
                >
                    "Filters"
                    {move || {
                        let active = store.filters.with(|f| chips(store.explorer, f).len());
                        (active > 0).then(|| format!(" ({active})"))
                    }}
                </button>
            </div>
            <Show when=filtered>
                <ul class="chips" aria-label="Active filters">
                    {move || store.filters.with(|f| chips(store.explorer, f)).into_iter().map(|chip| {
                        let label = if chip.excluded { format!("not {}", chip.label) } else { chip.label };
                        let without = chip.without;
                        let remove = move |_| {
                            let without = without.clone();
                            store.filter(|filters| *filters = without);
                        };
                        view! {
                            <li class="chip" class:excluded=chip.excluded data-test="chip" title=chip.kind>
                                <span>{label.clone()}</span>
                                <button type="button" on:click=remove aria-label=format!("Remove the filter {}: {label}", chip.kind)>
                                    "×"
                                </button>
                            </li>
                        }
                    }).collect_view()}
                    <li>
                        <button
                            type="button"
                            class="text-button"
                            data-test="reset"
                            on:click=move |_| store.filter(|filters| *filters = Default::default())
                        >
                            "Reset all filters"
                        </button>
                    </li>
                </ul>
            </Show>
        </section>
    }
}

/// The numbers' sentence with its numbers in bold. Its words are this page's own.
fn emphasized(words: &str) -> String {
    let words = words.split(' ').map(|word| match word.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("<b>{word}</b>"),
        false => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}
