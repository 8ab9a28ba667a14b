//! One facet: its values with counts under the other filters; include, only, exclude.

use leptos::ev;
use leptos::prelude::*;

use super::store::{Store, store};
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
                <For
                    each=move || codes.get().into_iter().enumerate()
                    key=|(_, code)| *code
                    let((at, code))
                >
                    <Value facet code largest shown=Signal::derive(move || shown(at, code)) />
                </For>
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

#[component]
fn Value(facet: Facet, code: Code, largest: Memo<u32>, shown: Signal<bool>) -> impl IntoView {
    let store = store();
    let entry = store.explorer.table().dictionary(facet).entry(code).cloned();
    let (id, label, note) =
        entry.map_or(Default::default(), |entry| (entry.id, entry.label, entry.note));
    let count = Memo::new(move |_| {
        store.outcome.with(|o| o.facet(facet).get(usize::from(code)).copied().unwrap_or(0))
    });
    let standing = {
        let id = id.clone();
        Memo::new(move |_| store.filters.with(|f| f.selection(facet).standing(&id)))
    };
    let bar = move || {
        let share = f64::from(count.get()) / f64::from(largest.get().max(1));
        format!("width:{:.1}%", share * 100.0)
    };
    let word = move || match standing.get() {
        Standing::Free => "free",
        Standing::Included => "included",
        Standing::Excluded => "excluded",
    };
    let act = {
        let id = id.clone();
        move |alt: bool| {
            store.filter(|filters| match alt {
                true => filters.toggle_exclude(facet, &id),
                false => filters.toggle_include(facet, &id),
            });
        }
    };
    let (include, exclude) = (act.clone(), act);
    let only = {
        let id = id.clone();
        move |_| store.filter(|filters| filters.toggle_only(facet, &id))
    };
    let tint = match crate::chart::AgencyTint::of(&id) {
        crate::chart::AgencyTint::Mps => "--bar:var(--mps)",
        crate::chart::AgencyTint::Cplc => "--bar:var(--cplc)",
        crate::chart::AgencyTint::Mss => "--bar:var(--mss)",
        crate::chart::AgencyTint::Rest => "",
    };
    view! {
        <li hidden=move || !shown.get() data-state=word class:zero=move || count.get() == 0>
            <button
                type="button"
                class="value"
                style=tint
                title=note
                data-value=id.clone()
                data-count=move || count.get().to_string()
                data-state=word
                aria-pressed=move || (standing.get() == Standing::Included).to_string()
                on:click=move |event: ev::MouseEvent| include(event.alt_key())
            >
                <i class="check" aria-hidden="true"></i>
                <span class="label">{label.clone()}</span>
                <Show when=move || standing.get() == Standing::Excluded>
                    <span class="unseen">", excluded"</span>
                </Show>
                <span class="count">{move || grouped(count.get())}</span>
                <i class="fill" aria-hidden="true" style=bar></i>
            </button>
            <span class="acts">
                <button
                    type="button"
                    data-only=id.clone()
                    aria-label=format!("Only {label}")
                    on:click=only
                >
                    "only"
                </button>
                <button
                    type="button"
                    data-exclude=id
                    aria-label=format!("Exclude {label}")
                    aria-pressed=move || (standing.get() == Standing::Excluded).to_string()
                    on:click=move |_| exclude(true)
                >
                    "not"
                </button>
            </span>
        </li>
    }
}
