//! The records of both sides, and which of them are on both.

use explorer_dataset::event::Event;
use explorer_explore::measure::Measure;
use explorer_explore::records::{Sort, records};
use explorer_number::grouped;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::model::{CompareModel, use_comparison};
use crate::components::keyed_items::KeyedItems;
use crate::components::show_more::{ShowMore, all_or_fewer};
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;

/// How many records are listed before a reader asks for all.
const FIRST: usize = 20;

/// Which records are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    All,
    OnlyA,
    OnlyB,
    Shared,
}

impl Listed {
    fn has(self, halves: [bool; 2]) -> bool {
        match self {
            Self::All => true,
            Self::OnlyA => halves == [true, false],
            Self::OnlyB => halves == [false, true],
            Self::Shared => halves == [true, true],
        }
    }
}

/// An event, and on which sides it is.
type Row = (&'static Event, [bool; 2]);

/// The records of both sides, the latest first.
#[component]
pub fn ComparedRecords() -> impl IntoView {
    let CompareModel { store, comparison, .. } = use_comparison();
    let events = &store.explorer.dataset().events;
    let expanded = RwSignal::new(false);
    let screen = use_screen();
    let listed = RwSignal::new(Listed::All);
    let all: Memo<Vec<Row>> = memo(move || {
        let halves = comparison.with(|it| it.halves_of_events(store.explorer));
        let rows =
            store.outcome.with(|outcome| records(store.explorer, &outcome.rows, Sort::default()));
        let row = |at: usize| Some((events.get(at)?, *halves.get(at)?));
        rows.iter().filter_map(|record| row(record.event)).collect()
    });
    let count = move |listed: Listed| {
        all.with(|all| all.iter().filter(|(_, halves)| listed.has(*halves)).count())
    };
    let rows = memo(move || {
        // Nobody can ask paper for more.
        let top = if expanded.get() || screen.printing.get() { usize::MAX } else { FIRST };
        let listed = listed.get();
        all.with(|all| {
            let rows = all.iter().filter(|(_, halves)| listed.has(*halves));
            rows.take(top).copied().collect::<Vec<Row>>()
        })
    });
    let more = memo(move || {
        let count = count(listed.get());
        (count > FIRST).then(|| all_or_fewer(count, expanded.get()))
    });
    let title = move || {
        let [a, b, both] = [Listed::OnlyA, Listed::OnlyB, Listed::Shared].map(count);
        let of = |count: usize| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            format!("{} {}", grouped(count), Measure::Events.noun(count))
        };
        match both {
            0 => format!("{} on side A, {} on side B, none on both", of(a), of(b)),
            both => format!("{} on side A alone, {} on side B alone, {both} on both", of(a), of(b)),
        }
    };
    let options = vec![
        SwitchOption::new(Listed::All, "all", "All"),
        SwitchOption::new(Listed::OnlyA, "a", "Only A"),
        SwitchOption::new(Listed::OnlyB, "b", "Only B"),
        SwitchOption::new(Listed::Shared, "both", "On both"),
    ];
    let none = move || {
        rows.with(Vec::is_empty).then(|| view! { <p class="nothing">"No record is there."</p> })
    };
    view! {
        <section class="compared-records" data-test="compared-records">
            <h2>{title}</h2>
            <Switch
                test="listed"
                label="Which records are listed"
                options
                selected=listed
                on_select=move |chosen| listed.set(chosen)
            />
            {none}
            <ul class="latest">
                <KeyedItems
                    items=rows
                    key=|(event, halves): &Row| format!("{} {halves:?}", event.id)
                    let:row
                >
                    <ComparedRecord event=row.0 halves=row.1 />
                </KeyedItems>
            </ul>
            <ShowMore words=more expanded test="records-more" />
        </section>
    }
}

/// A record in the list.
#[component]
fn ComparedRecord(
    /// Its event.
    event: &'static Event,
    /// On which sides it is.
    halves: [bool; 2],
) -> impl IntoView {
    let store = use_comparison().store;
    let agency = event.agency.as_str();
    let (key, spoken) = match halves {
        [true, true] => ("ab", "on both sides"),
        [false, true] => ("b", "on side B"),
        _ => ("a", "on side A"),
    };
    let side = |at: usize, letter: &'static str, class: &'static str| {
        halves[at].then(|| view! { <i class=class aria-hidden="true">{letter}</i> })
    };
    view! {
        <li data-test="compared-record" data-id=event.id.as_str() data-halves=key>
            <span class="sides">
                {side(0, "A", "side side-a")} {side(1, "B", "side side-b")}
                <span class="unseen">{spoken}</span>
            </span>
            <span class="date">{date_words(event.date)}</span>
            <a href=move || {
                store.link_to(Page::Record(event.id.clone()))
            }>{event.title.as_str()}</a>
            <span class="agency">
                <i class=format!("agency-dot {}", agency.to_ascii_lowercase())></i>
                {agency}
            </span>
        </li>
    }
}
