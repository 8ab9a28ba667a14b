//! The sessions of a forum, each with the meetings beside it.

use explorer_dataset::event::Event;
use explorer_number::grouped;
use explorer_view::forum_share::FORUM;
use explorer_view::forums::{Entry, ForumRow, Meeting};
use explorer_view::layer::edition_of;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::edition_details::EditionDetails;
use crate::components::titled_section::TitledSection;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// Interactions of a meeting in view: all, and those beside the forum.
type Counts = (u32, u32);

/// The sessions, the last one first.
#[component]
pub(super) fn ForumMeetings(
    /// Which forum.
    entry: Entry<'static>,
    /// What is counted of it.
    row: Memo<Option<ForumRow<'static>>>,
) -> impl IntoView {
    // Filters change what is counted of a meeting, not which meetings there are.
    let meetings = row.with_untracked(|row| row.as_ref().map(|row| row.meetings.clone()));
    let meetings = meetings.unwrap_or_default();
    let none = meetings
        .is_empty()
        .then(|| view! { <p class="nothing">"The dataset has no date of a session."</p> });
    let items = meetings.into_iter().enumerate().rev().map(|(at, meeting)| {
        let counts = memo(move || {
            row.with(|row| {
                let meeting = row.as_ref().and_then(|row| row.meetings.get(at));
                meeting.map_or((0, 0), |meeting| (meeting.count, meeting.sideline))
            })
        });
        view! { <ForumMeeting entry meeting counts /> }
    });
    let items: Vec<_> = items.collect();
    let list = (!items.is_empty()).then(|| view! { <ul class="entries sessions">{items}</ul> });
    view! {
        <TitledSection test="forum-sessions" title="Sessions and what was held beside them">
            {none} {list}
        </TitledSection>
    }
}

/// A session, or another date in the life of a forum.
#[component]
fn ForumMeeting(
    /// Of which forum.
    entry: Entry<'static>,
    /// What does not change of it.
    meeting: Meeting<'static>,
    /// What is counted of it.
    counts: Memo<Counts>,
) -> impl IntoView {
    let store = use_store();
    let year = meeting.date.year().to_string();
    let edition = edition_of(store.explorer.dataset(), &year).filter(|_| entry.id == FORUM);
    let (key, title) = (meeting.key(&entry), meeting.title(store.explorer));
    let note = meeting.note().map(|note| view! { <p>{note}</p> });
    let size = meeting.size_words().map(|size| view! { <p>{size}</p> });
    view! {
        <li data-value=key data-count=text(move || counts.get().0.to_string())>
            <b>{title}</b>
            {note}
            {size}
            {edition.map(|edition| view! { <EditionDetails edition /> })}
            <MeetingEvents meeting counts />
        </li>
    }
}

/// The records of a meeting, folded away; nothing if there is none.
#[component]
fn MeetingEvents(
    /// Which meeting.
    meeting: Meeting<'static>,
    /// What is counted of it.
    counts: Memo<Counts>,
) -> impl IntoView {
    let store = use_store();
    let Meeting { events, total, .. } = meeting;
    if events.is_empty() {
        return None;
    }
    let words = move || {
        let (count, sideline) = counts.get();
        let (count, total, sideline) = (grouped(count), grouped(total), grouped(sideline));
        format!("{count} of {total} interactions in view, {sideline} sideline")
    };
    let items = events.iter().map(|event: &&'static Event| {
        let link = store.link(Page::Record(event.id.clone()));
        view! {
            <li data-id=event.id.as_str()>
                <span class="date">{date_words(event.date)}</span>
                <a href=link>{event.title.as_str()}</a>
            </li>
        }
    });
    Some(view! {
        <details>
            <summary>{words}</summary>
            <ul class="latest">{items.collect_view()}</ul>
        </details>
    })
}
