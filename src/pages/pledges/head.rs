//! How many pledges are in view, and what they are filtered by.

use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_view::pledges::title;
use explorer_view::sentence::{Chip, chips};
use explorer_view::step::Step;
use leptos::prelude::*;

use super::Pledges;
use crate::components::show::Show;
use crate::hooks::focus::focus_in_view;
use crate::reactive::{memo, text};
use crate::store::{Store, use_store};

/// The heading of the date filter's chip.
const DATE: &str = "Date";

/// The sentence on what is in view, and the ways to choose.
#[component]
pub(super) fn PledgeHead(
    /// What is in view.
    pledges: Memo<Pledges>,
) -> impl IntoView {
    let store = use_store();
    let all = store.explorer.dataset().pledges.len();
    let count = memo(move || {
        pledges.with(|pledges| pledges.shown.iter().filter(|shown| shown.in_view).count())
    });
    let words = move || match count.get() {
        count if count == all => format!("{all} pledges"),
        count => format!("{count} of {all} pledges"),
    };
    let applied = memo(move || applied(store));
    let has_others = memo(move || store.filters.with(has_others));
    let has_kinds = memo(move || store.state.with(|state| !state.kinds().is_empty()));
    let is_filtered = memo(move || {
        has_kinds.get() || has_others.get() || applied.with(|applied| !applied.is_empty())
    });
    let is_by_country =
        memo(move || applied.with(|applied| applied.iter().any(|chip| chip.kind != DATE)));
    view! {
        <div class="pledge-head">
            <p
                class="sentence"
                data-test="pledge-count"
                data-count=text(move || count.get().to_string())
                aria-live="polite"
                aria-atomic="true"
            >
                <b>{words}</b>
                " that China has made in public"
            </p>
            <KindSwitch pledges />
            <Show when=move || is_filtered.get()>
                <PledgeFilters applied />
            </Show>
            <Show when=move || is_by_country.get()>
                <p class="hint">
                    "In view are those that name the country; pledges to a group often name none."
                </p>
            </Show>
            <Show when=move || has_others.get()>
                <p class="hint">
                    "Pledges can be filtered by kind, date, country and region; your other filters are for \
                     records and do not count here."
                </p>
            </Show>
        </div>
    }
}

/// A button per kind; any number of them can be pressed.
#[component]
fn KindSwitch(
    /// What is in view.
    pledges: Memo<Pledges>,
) -> impl IntoView {
    let store = use_store();
    // The kinds are always the same ones.
    let kinds = pledges.with_untracked(|pledges| pledges.kinds.clone());
    let buttons = kinds.into_iter().enumerate().map(|(at, kind)| {
        let kind = kind.id;
        let count = memo(move || {
            pledges.with(|pledges| pledges.kinds.get(at).map_or(0, |kind| kind.count)).to_string()
        });
        let pressed = memo(move || store.state.with(|state| state.kinds().contains(&kind)));
        view! {
            <button
                type="button"
                data-value=kind
                data-count=count
                aria-pressed=text(move || pressed.get().to_string())
                on:click=move |_| store.change(Step::Push, |state| state.toggle_kind(kind))
            >
                {format!("{} ", title(kind))}
                <small>{count}</small>
            </button>
        }
    });
    view! {
        <div class="switch" role="group" aria-label="Kinds of pledges" data-test="pledge-kinds">
            {buttons.collect_view()}
        </div>
    }
}

/// The filters in force, each with a way to take it back, and a way to all pledges.
#[component]
fn PledgeFilters(
    /// The filters of the reader that pledges can have.
    applied: Memo<Vec<Chip>>,
) -> impl IntoView {
    let store = use_store();
    let show_all = move |_| {
        store.change(Step::Push, |state| {
            *state = state.without_kinds();
            state.filters = Filters::default();
        });
        focus_in_view();
    };
    let chips = move || {
        let chips = applied.get().into_iter();
        chips.map(|chip| view! { <PledgeFilter chip /> }).collect_view()
    };
    view! {
        <ul class="chips" aria-label="Active filters">
            {chips}
            <li>
                <button
                    type="button"
                    class="text-button"
                    data-test="pledge-reset"
                    on:click=show_all
                >
                    "Show all"
                </button>
            </li>
        </ul>
    }
}

/// A filter in force.
#[component]
fn PledgeFilter(
    /// What it is, and what is left without it.
    chip: Chip,
) -> impl IntoView {
    let store = use_store();
    let Chip { kind, label, excluded, without, .. } = chip;
    let label = if excluded { format!("not {label}") } else { label };
    let remove = format!("Remove the filter {kind}: {label}");
    view! {
        <li class=if excluded { "chip excluded" } else { "chip" }>
            <span>{label}</span>
            <button
                type="button"
                aria-label=remove
                on:click=move |_| {
                    store.filter(|filters| filters.clone_from(&without));
                    focus_in_view();
                }
            >
                "×"
            </button>
        </li>
    }
}

/// The filters of the reader that pledges can have.
fn applied(store: Store) -> Vec<Chip> {
    let titles = [DATE, Facet::Country.title(), Facet::Region.title()];
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    chips.into_iter().filter(|chip| titles.contains(&chip.kind)).collect()
}

/// Whether there are filters that pledges cannot have.
fn has_others(filters: &Filters) -> bool {
    let mut others = filters.clone();
    others.clear(Facet::Country);
    others.clear(Facet::Region);
    others.range = Default::default();
    !others.is_empty()
}
