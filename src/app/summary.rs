//! What is in view, in words and three numbers; the filters as chips; the measure.

use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_view::compare::names;
use explorer_view::compare::of_view::of_view;
use explorer_view::hash;
use explorer_view::sentence::{Chip, chips, filter_words, label, summary_words};
use explorer_view::state::Page;
use explorer_view::step::Step;
use explorer_view::uncertain::of_interactions;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::facet_panel::OPENER_ID;
use super::share::Share;
use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::{IN_VIEW, focus, focus_in_view};
use crate::hooks::use_screen::use_screen;
use crate::reactive::{memo, text};
use crate::store::{Store, use_store};

/// The bar that stays in sight above the charts and the records.
#[component]
pub fn Summary(
    /// The element.
    node: NodeRef<html::Div>,
) -> impl IntoView {
    let store = use_store();
    let is_quiet = memo(move || !store.page.with(Page::is_filtered));
    let has_facets = memo(move || store.page.with(Page::has_facets));
    let chips = memo(move || store.filters.with(|filters| chips(store.explorer, filters)));
    let options = vec![
        SwitchOption::new(Measure::Interactions, "interactions", "Interactions"),
        SwitchOption::new(Measure::Events, "events", "Events"),
        SwitchOption::new(Measure::Countries, "countries", "Countries"),
    ];
    let count = move |measure| store.change(Step::Push, |state| state.measure = measure);
    let filters = move || match chips.with(Vec::len) {
        0 => "Filters".to_owned(),
        count => format!("Filters ({count})"),
    };
    view! {
        // The sentence is said as it changes: what takes the focus is the bar, so that it is said once.
        <div
            class="summary"
            class:quiet=move || is_quiet.get()
            id=IN_VIEW
            node_ref=node
            tabindex="-1"
            role="region"
            aria-label="What is in view"
        >
            <Sentence />
            <div class="controls">
                <span class="control">
                    <span class="control-name">"Count"</span>
                    <Switch
                        test="measure"
                        label="What the charts count"
                        options
                        selected=store.measure
                        on_select=count
                    />
                </span>
                <Show when=move || has_facets.get()>
                    <button
                        type="button"
                        id=OPENER_ID
                        class="open-filters"
                        data-test="open-filters"
                        on:click=move |_| store.sheet.set(true)
                    >
                        {filters}
                    </button>
                </Show>
                // Where nothing is filtered, the bar is not in sight and it stands above the page.
                <Show when=move || !is_quiet.get()>
                    <Share />
                </Show>
            </div>
            // The row is always there: a first filter must not push the charts down.
            <Show
                when=move || chips.with(|chips| !chips.is_empty())
                fallback=move || view! { <Hint has_facets /> }
            >
                <ul class="chips" aria-label="Active filters">
                    <KeyedItems items=chips key let:chip>
                        <FilterChip chip />
                    </KeyedItems>
                    <li>
                        <button
                            type="button"
                            class="text-button"
                            data-test="reset"
                            on:click=move |_| {
                                store.filter(|filters| *filters = Filters::default());
                                // The button goes with the filters.
                                focus_in_view();
                            }
                        >
                            "Reset all filters"
                        </button>
                    </li>
                    <ProfileLink />
                    <CompareLink />
                </ul>
            </Show>
        </div>
    }
}

/// The sentence with the numbers.
#[component]
fn Sentence() -> impl IntoView {
    let store = use_store();
    let numbers = memo(move || store.outcome.with(|outcome| outcome.summary));
    let compared =
        memo(move || store.page.with(|page| page.pair().filter(|pair| !pair.is_empty()).cloned()));
    let words = memo(move || {
        let words = store.scope.with(|scope| match compared.get() {
            Some(pair) => names::title(store.explorer, &pair, scope),
            None => filter_words(store.explorer, scope),
        });
        format!("{words}: ")
    });
    let uncertain = memo(move || store.outcome.with(|outcome| of_interactions(outcome)));
    let told = move || {
        let either = if compared.with(Option::is_some) { " on either side" } else { "" };
        let words = store.scope.with(|scope| summary_words(scope, numbers.get()));
        marked(&format!("{words}{either}"))
    };
    view! {
        <p
            class="sentence"
            data-test="summary"
            data-interactions=text(move || numbers.get().interactions.to_string())
            data-events=text(move || numbers.get().events.to_string())
            data-countries=text(move || numbers.get().countries.to_string())
            aria-live="polite"
            aria-atomic="true"
        >
            <span class="words">{words}</span>
            <span class="numbers">
                {told} <span class="doubt">{move || uncertain.with(|words| marked(words))}</span>
            </span>
        </p>
    }
}

/// Words with their numbers in bold. What lies between two numbers is one text: each word by itself would be a
/// node that every step makes anew and that the browser measures.
fn marked(words: &str) -> AnyView {
    let mut parts = Vec::new();
    let mut between = String::new();
    for (at, word) in words.split(' ').enumerate() {
        if at > 0 {
            between.push(' ');
        }
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            parts.push(std::mem::take(&mut between).into_any());
            parts.push(view! { <b>{word.to_owned()}</b> }.into_any());
        } else {
            between.push_str(word);
        }
    }
    parts.push(between.into_any());
    parts.collect_view().into_any()
}

/// What can be done while nothing is filtered.
#[component]
fn Hint(
    /// Whether the facets stand beside the view.
    has_facets: Memo<bool>,
) -> impl IntoView {
    let store = use_store();
    // Only what the page has is named: bars and the timeline on the overview and on profiles.
    let charts = store.part(|state| state.page.has_charts());
    let screen = use_screen();
    let words = move || {
        let some = store.outcome.with(|outcome| outcome.summary.interactions > 0);
        match (charts.get() && some, has_facets.get() && !screen.narrow.get()) {
            (true, true) => "Click a bar, drag over the timeline or choose in the list to filter.",
            (true, false) => "Click a bar or drag over the timeline to filter.",
            (false, true) => "Choose in the list to filter.",
            (false, false) => "",
        }
    };
    view! { <p class="chips hint">{words}</p> }
}

/// What tells one chip from another.
fn key(chip: &Chip) -> String {
    let sign = if chip.excluded { "not" } else { "" };
    format!("{}: {sign} {}", chip.kind, chip.label)
}

/// A filter, with the way to take it away.
#[component]
fn FilterChip(
    /// The filter.
    chip: Chip,
) -> impl IntoView {
    let store = use_store();
    let same = key(&chip);
    let Chip { kind, label, excluded, .. } = chip;
    let label = if excluded { format!("not {label}") } else { label };
    let own = NodeRef::<html::Li>::new();
    let remove = move |_| {
        let next = own.get_untracked().and_then(|own| beside(&own));
        // What it leaves depends on the filters of the moment.
        let now = store.filters.with_untracked(|filters| chips(store.explorer, filters));
        if let Some(chip) = now.into_iter().find(|chip| key(chip) == same) {
            store.filter(|filters| *filters = chip.without);
            // Filters are taken away one after the other.
            match next {
                Some(next) => after_effects(move || _ = focus(&next)),
                None => focus_in_view(),
            }
        }
    };
    view! {
        <li class="chip" class:excluded=excluded data-test="chip" title=kind node_ref=own>
            <span>{label.clone()}</span>
            <button
                type="button"
                aria-label=format!("Remove the filter {kind}: {label}")
                on:click=remove
            >
                "×"
            </button>
        </li>
    }
}

/// The button of the chip after one, or else of that before it. It is looked for: chips are rows of a
/// keyed list, which have no handle on each other.
fn beside(chip: &Element) -> Option<Element> {
    let button = |chip: Element| chip.query_selector("button[aria-label]").ok().flatten();
    let next = chip.next_element_sibling().and_then(button);
    next.or_else(|| chip.previous_element_sibling().and_then(button))
}

/// The way to the profile of the only country or organization that is filtered for.
#[component]
fn ProfileLink() -> impl IntoView {
    let store = use_store();
    let target = memo(move || store.filters.with(subject));
    move || {
        let (facet, page) = target.get()?;
        let (_, id) = page.subject()?;
        let words = format!("Profile of {}", label(store.explorer, facet, id));
        let link = link_memo(store, page);
        Some(view! {
            <li>
                <a class="text-button" data-test="open-profile" href=link>
                    {words}
                </a>
            </li>
        })
    }
}

/// The way to what is in view beside all else. A comparison has its own.
#[component]
fn CompareLink() -> impl IntoView {
    let store = use_store();
    let shown = memo(move || store.page.with(|page| page.pair().is_none()));
    let link =
        memo(move || store.linked.with(|state| hash::encode(&of_view(store.explorer, state))));
    view! {
        <Show when=move || shown.get()>
            <li>
                <a class="text-button" data-test="compare" href=link>
                    "Compare"
                </a>
            </li>
        </Show>
    }
}

fn link_memo(store: Store, page: Page) -> Memo<String> {
    memo(move || store.link_to(page.clone()))
}

fn subject(filters: &Filters) -> Option<(Facet, Page)> {
    let only = |facet: Facet| {
        let mut included = filters.selection(facet).included().iter();
        included.next().filter(|_| included.next().is_none()).cloned()
    };
    let country = only(Facet::Country).map(|iso3| (Facet::Country, Page::Country(iso3)));
    let organization =
        || only(Facet::Organization).map(|id| (Facet::Organization, Page::Organization(id)));
    country.or_else(organization)
}
