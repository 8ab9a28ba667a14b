//! One facet: its values with counts under the other filters; include, only, exclude.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::effect::effect;
use super::store::{Store, store};
use crate::chart::AgencyTint;
use crate::explore::dictionary::Code;
use crate::explore::facet::Facet;
use crate::explore::filter::Standing;
use crate::explore::measure::Measure;
use crate::explore::search::{Search, fold};
use crate::number::grouped;
use crate::view::ranking::list_order;

/// Values shown before a reader asks for more, and the length from which a facet is searchable.
const FIRST: usize = 6;

/// A facet's values.
#[component]
pub fn FacetList(facet: Facet) -> impl IntoView {
    let store = store();
    let codes = Memo::new(move |_| codes(store, facet));
    let largest = Memo::new(move |_| {
        store.outcome.with(|outcome| outcome.facet(facet).iter().copied().max().unwrap_or(0))
    });
    let all = RwSignal::new(false);
    let wanted = RwSignal::new(String::new());
    let long = move || codes.with(Vec::len) > FIRST + 2;
    let active = move || store.filters.with(|f| !f.selection(facet).is_empty());
    // Whether the row at a position is shown: among the first ones, chosen, or searched for.
    let shown = move |at: usize, code: Code| {
        let entry = store.explorer.table().dictionary(facet).entry(code);
        let Some(entry) = entry else { return false };
        if wanted.with(|w| !w.trim().is_empty()) {
            let text = fold(&format!("{} {} {}", entry.label, entry.note, entry.id));
            return wanted.with(|w| Search::new(w).matches(&text));
        }
        let chosen = store.filters.with(|f| f.selection(facet).standing(&entry.id));
        !long() || all.get() || at < FIRST || chosen != Standing::Free
    };
    let title = format!("facet-{}-title", facet.key());
    let title_id = title.clone();
    let more = move || {
        let hidden = codes.with(Vec::len).saturating_sub(FIRST);
        if all.get() { "Show fewer".to_owned() } else { format!("Show {hidden} more") }
    };
    view! {
        <section class="facet" data-test=format!("facet-{}", facet.key()) aria-labelledby=title>
            <div class="facet-head">
                <h3 id=title_id>{facet.title()}</h3>
                <Show when=active>
                    <button
                        type="button"
                        class="text-button"
                        aria-label=format!("Clear the filter {}", facet.title())
                        on:click=move |_| store.filter(|filters| filters.clear(facet))
                    >
                        "Clear"
                    </button>
                </Show>
            </div>
            <Show when=long>
                <input
                    type="search"
                    class="facet-search"
                    data-test="facet-search"
                    autocomplete="off"
                    placeholder="Find"
                    aria-label=format!("Find in {}", facet.title())
                    prop:value=move || wanted.get()
                    on:input=move |event: ev::Event| wanted.set(event_target_value(&event))
                />
            </Show>
            <ul>
                {move || {
                    // Changes only when a value without records is chosen.
                    let codes = codes.get().into_iter().enumerate();
                    codes.map(|(at, code)| value(facet, code, largest, move || shown(at, code))).collect_view()
                }}
            </ul>
            <Show when=move || long() && wanted.with(|w| w.trim().is_empty())>
                <button
                    type="button"
                    class="text-button"
                    data-test="facet-more"
                    aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {more}
                </button>
            </Show>
        </section>
    }
}

/// The values that some record has, and those that are chosen.
fn codes(store: Store, facet: Facet) -> Vec<Code> {
    let exists = store.explorer.totals(Measure::Interactions).facet(facet);
    let dictionary = store.explorer.table().dictionary(facet);
    let keep = |code: &Code| {
        let chosen = || {
            dictionary.entry(*code).is_some_and(|entry| {
                store.filters.with(|f| f.selection(facet).standing(&entry.id)) != Standing::Free
            })
        };
        exists.get(usize::from(*code)).is_some_and(|count| *count > 0) || chosen()
    };
    list_order(store.explorer, facet).into_iter().filter(keep).collect()
}

/// One value. Its parts are brought up to date by a single effect: there are some two hundred
/// of these, and each follows every step of a brush.
fn value(
    facet: Facet,
    code: Code,
    largest: Memo<u32>,
    shown: impl Fn() -> bool + 'static,
) -> impl IntoView {
    let store = store();
    let entry = store.explorer.table().dictionary(facet).entry(code).cloned();
    let (id, label, note) =
        entry.map_or(Default::default(), |entry| (entry.id, entry.label, entry.note));
    let row = NodeRef::<html::Li>::new();
    let (own, name) = (id.clone(), label.clone());
    let mut before = None;
    effect(move || {
        let now = State {
            count: store
                .outcome
                .with(|o| o.facet(facet).get(usize::from(code)).copied().unwrap_or(0)),
            largest: largest.get(),
            standing: store.filters.with(|f| f.selection(facet).standing(&own)),
            shown: shown(),
        };
        if let Some(row) = row.get()
            && before != Some(now)
        {
            now.apply(&row, &name);
            before = Some(now);
        }
    });
    let tint = match AgencyTint::of(&id) {
        AgencyTint::Mps => "--bar:var(--mps)",
        AgencyTint::Cplc => "--bar:var(--cplc)",
        AgencyTint::Mss => "--bar:var(--mss)",
        AgencyTint::Rest => "",
    };
    let clicked = id.clone();
    let click = move |event: ev::MouseEvent| {
        let target = event_target::<web_sys::Element>(&event);
        let on = |attribute| target.closest(attribute).ok().flatten().is_some();
        store.filter(|filters| {
            if on("[data-only]") {
                filters.toggle_only(facet, &clicked);
            } else if on("[data-exclude]") || (event.alt_key() && on("[data-value]")) {
                filters.toggle_exclude(facet, &clicked);
            } else if on("[data-value]") {
                filters.toggle_include(facet, &clicked);
            }
        });
    };
    view! {
        <li node_ref=row style=tint on:click=click>
            <button type="button" class="value" title=note data-value=id.clone()>
                <i class="check"></i>
                <span class="label">{label.clone()}</span>
                <span class="count"></span>
                <i class="fill"></i>
            </button>
            <span class="acts">
                <button type="button" data-only=id.clone() aria-label=format!("Only {label}")>"only"</button>
                <button type="button" data-exclude=id aria-label=format!("Exclude {label}")>"not"</button>
            </span>
        </li>
    }
}

/// What a value's row shows.
#[derive(Clone, Copy, PartialEq)]
struct State {
    count: u32,
    largest: u32,
    standing: Standing,
    shown: bool,
}

impl State {
    fn apply(self, row: &web_sys::HtmlLiElement, label: &str) {
        let (standing, said) = match self.standing {
            Standing::Free => ("free", ""),
            Standing::Included => ("included", ""),
            Standing::Excluded => ("excluded", ", excluded"),
        };
        let flag = |on: bool| if on { "true" } else { "false" };
        let part = |selector: &str| row.query_selector(selector).ok().flatten();
        let set = |element: Option<web_sys::Element>, pairs: &[(&str, &str)]| {
            let Some(element) = element else { return };
            for (name, value) in pairs {
                _ = element.set_attribute(name, value);
            }
        };
        row.set_hidden(!self.shown);
        _ = row.set_attribute("data-state", standing);
        _ = row.class_list().toggle_with_force("zero", self.count == 0);
        set(
            part("[data-value]"),
            &[
                ("data-count", &self.count.to_string()),
                ("data-state", standing),
                ("aria-pressed", flag(self.standing == Standing::Included)),
                ("aria-label", &format!("{label}: {}{said}", grouped(self.count))),
            ],
        );
        set(part("[data-exclude]"), &[("aria-pressed", flag(self.standing == Standing::Excluded))]);
        let share = u64::from(self.count) * 1000 / u64::from(self.largest.max(1));
        set(part(".fill"), &[("style", &format!("width:{}.{}%", share / 10, share % 10))]);
        if let Some(count) = part(".count") {
            count.set_text_content(Some(&grouped(self.count)));
        }
    }
}
