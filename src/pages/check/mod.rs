//! A reader's own file beside the open dataset: what both have, where they differ, what only one has, and
//! what the reader could propose to the project.

mod check_row;
mod proposals;

use explorer_dataset::matched::{Matched, Place, Same, matched};
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::check::Check;
use explorer_view::state::{MOST_DAYS, Page};
use explorer_view::step::Step;
use leptos::prelude::*;

use self::check_row::CheckRow;
use self::proposals::Proposals;
use crate::components::keyed_items::KeyedItems;
use crate::components::records::heading::heading;
use crate::components::show_more::{ShowMore, all_or_fewer};
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::use_screen::use_screen;
use crate::reactive::{memo, text};
use crate::records::{self, Records};
use crate::store::use_store;

/// How many interactions are listed before a reader asks for more, and how many then: a file may have tens of
/// thousands.
const FIRST: usize = 20;
const MOST: usize = 2_000;

/// Which interactions are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    Differing,
    Here,
    There,
    Alike,
}

/// An interaction in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Both have it.
    Both(Same),
    /// Only the file has it.
    Here(Place),
    /// Only the open dataset has it.
    There(Place),
}

/// A reader's own file beside the open dataset.
#[component]
pub fn CheckPage() -> impl IntoView {
    let store = use_store();
    let open = store.explorer.is_own().then(records::of_start).flatten();
    match open {
        Some(open) => view! { <Checked open /> }.into_any(),
        None => view! {
            <p class="nothing" data-test="nothing-to-check">
                "There is no file of yours in view. "
                <a href=store.link(Page::File)>"Open one, and use it in all views"</a>
                ": then it stands here beside the open dataset."
            </p>
        }
        .into_any(),
    }
}

#[component]
fn Checked(
    /// The open dataset.
    open: &'static Records,
) -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let within = store.part(|state| state.within);
    let all: Memo<Matched> =
        memo(move || matched(store.explorer.dataset(), open.explorer.dataset(), within.get()));
    let check: Memo<Check> = memo(move || {
        let filters = store.filters.get();
        all.with(|all| Check::of(all, store.explorer, &open.explorer, &filters))
    });
    let listed = RwSignal::new(Listed::Differing);
    let expanded = RwSignal::new(false);
    let count = move |listed: Listed| {
        check.with(|check| match listed {
            Listed::Differing => check.differing.len(),
            Listed::Here => check.here.len(),
            Listed::There => check.there.len(),
            Listed::Alike => check.alike.len(),
        })
    };
    let rows: Memo<Vec<Row>> = memo(move || {
        let top = if expanded.get() || screen.printing.get() { MOST } else { FIRST };
        check.with(|check| match listed.get() {
            Listed::Differing => check.differing.iter().take(top).cloned().map(Row::Both).collect(),
            Listed::Alike => check.alike.iter().take(top).cloned().map(Row::Both).collect(),
            Listed::Here => check.here.iter().take(top).copied().map(Row::Here).collect(),
            Listed::There => check.there.iter().take(top).copied().map(Row::There).collect(),
        })
    });
    let more = memo(move || match count(listed.get()) {
        0..=FIRST => None,
        count if count > MOST && !expanded.get() => {
            Some(format!("Show the first {} of {}", grouped(MOST as u64), grouped(count as u64)))
        }
        count => Some(all_or_fewer(count, expanded.get())),
    });
    let number = |test: &'static str, of: Listed, words: &'static str| {
        let number = move || grouped(count(of) as u64).to_string();
        view! {
            <li data-test=test data-count=text(move || count(of).to_string())>
                <b>{text(number)}</b>
                " "
                {words}
            </li>
        }
    };
    let options = vec![
        SwitchOption::new(Listed::Differing, "differing", "Differing"),
        SwitchOption::new(Listed::Here, "here", "Only your file"),
        SwitchOption::new(Listed::There, "there", "Only the open dataset"),
        SwitchOption::new(Listed::Alike, "alike", "Alike"),
    ];
    let by_field = move || {
        let fields = check.with(Check::by_field).into_iter();
        let words: Vec<_> = fields.map(|(field, count)| format!("{field} {count}")).collect();
        (!words.is_empty()).then(|| {
            let words = format!("Differing, by field: {}", words.join(" · "));
            view! {
                <p class="hint" data-test="check-fields">
                    {words}
                </p>
            }
        })
    };
    let none = move || {
        rows.with(Vec::is_empty)
            .then(|| view! { <p class="nothing">"No interaction is there."</p> })
    };
    let choose = move |event| {
        // What is no number of days stays as it was.
        let days = event_target_value(&event).parse().ok().filter(|days| *days <= MOST_DAYS);
        if let Some(days) = days {
            store.change(Step::Replace, |state| state.within = days);
        }
    };
    let version = open.explorer.dataset().codebook.version.as_str();
    view! {
        <article class="changes check" data-test="check">
            <h2>"Your file beside the open dataset"</h2>
            <p>
                {format!("Of version {version}, as far as the filters leave either side in view. ")}
                "Two interactions are the same if they have the same counterpart, the same agency or an \
                 official in common, and at most "
                <input
                    type="number"
                    min="0"
                    max=MOST_DAYS.to_string()
                    aria-label="Days between the dates of the same interaction"
                    data-test="within"
                    prop:value=text(move || within.get().to_string())
                    on:change=choose
                />
                " days between their dates. A field that one of the two leaves empty is no difference; \
                 titles, sources and notes are not compared."
            </p>
            <ul class="change-counts">
                {number("check-alike", Listed::Alike, "in both, alike in all fields")}
                {number("check-differing", Listed::Differing, "in both, differing")}
                {number("check-here", Listed::Here, "only in your file")}
                {number("check-there", Listed::There, "only in the open dataset")}
            </ul>
            {by_field}
            <Proposals check open />
            <section>
                <h3>{heading(Measure::Interactions)}</h3>
                <Switch
                    test="check-listed"
                    label="Which interactions are listed"
                    options
                    selected=listed
                    on_select=move |chosen| listed.set(chosen)
                />
                {none}
                <ul>
                    <KeyedItems items=rows key=|row: &Row| format!("{row:?}") let:row>
                        <CheckRow row open />
                    </KeyedItems>
                </ul>
                <ShowMore words=more expanded test="check-more" />
            </section>
        </article>
    }
}
