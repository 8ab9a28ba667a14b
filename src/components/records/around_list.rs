//! What is marked on a timeline: what happened around the meetings, numbered, with its sources.

use explorer_dataset::event::Source;
use explorer_view::around::{AroundMark, Origin};
use explorer_view::state::Page;
use leptos::prelude::*;

use super::source_link::SourceLink;
use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::reactive::memo;
use crate::store::use_store;

/// The list; nothing where nothing is marked.
#[component]
pub fn AroundList(
    /// What is marked, in the order of its numbers.
    marks: Memo<Vec<AroundMark>>,
) -> impl IntoView {
    let any = memo(move || marks.with(|marks| !marks.is_empty()));
    view! {
        <Show when=move || any.get()>
            <ul class="around" data-test="around-list">
                <KeyedItems
                    items=marks
                    // Another axis gives it another number.
                    key=|mark: &AroundMark| format!("{:?}~{}", mark.place, mark.id)
                    children=|mark| view! { <AroundItem mark /> }
                />
            </ul>
        </Show>
    }
}

/// What happened, and where that is from.
#[component]
fn AroundItem(
    /// The mark.
    mark: AroundMark,
) -> impl IntoView {
    let AroundMark { place, id, date, title, origin, .. } = mark;
    let (number, beside) = match place {
        Some(place) => (place.number.to_string(), ""),
        None => ("\u{2013}".to_owned(), ", not among these columns"),
    };
    view! {
        <li data-value=id>
            <b>{number}</b>
            <span>
            {date}
            {beside}
            ": "
            {title}
            {match origin {
                Origin::Reports(reports) => reports
                    .into_iter()
                    .map(|source| view! { " " <Report source /> })
                    .collect_view()
                    .into_any(),
                Origin::Forum(id) => view! { " " <ForumPage id /> }.into_any(),
            }}
            </span>
        </li>
    }
}

#[component]
fn Report(
    /// The report.
    source: Source,
) -> impl IntoView {
    let text = source.publisher.clone();
    view! { <SourceLink source text /> }
}

/// The way to a forum's page, which has the sources of its sessions.
#[component]
fn ForumPage(
    /// The forum's id.
    id: String,
) -> impl IntoView {
    let link = use_store().link(Page::Forum(id));
    view! { <a href=link>"Its page"</a> }
}
