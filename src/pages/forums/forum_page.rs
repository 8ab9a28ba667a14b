//! A forum's page: what it is, when it met, who belongs to it, and its records.

use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_view::forums::{Entry, entry, members_layer};
use explorer_view::whole::whole;
use leptos::prelude::*;

use super::forum_head::ForumHead;
use super::forum_members::ForumMembers;
use super::meetings::ForumMeetings;
use super::members_map::MembersMap;
use crate::components::in_turn::InTurn;
use crate::components::records::charts::RecordCharts;
use crate::components::records::empty::Empty;
use crate::components::records::folded_sources::FoldedSources;
use crate::components::records::forum_sessions::SessionsChart;
use crate::components::records::latest::LatestRecords;
use crate::components::records::use_forum_rows::use_forum_rows;
use crate::components::titled_section::TitledSection;
use crate::reactive::memo;
use crate::store::use_store;

/// A forum's profile.
#[component]
pub fn ForumPage(
    /// The forum's id.
    id: String,
) -> impl IntoView {
    // A link to a forum that is none does not get here.
    let entry = entry(use_store().explorer, &id);
    let profile = entry.map(|entry| view! { <ForumProfile entry /> });
    view! {
        <article class="profile" data-test="profile" data-id=id>
            {profile}
        </article>
    }
}

/// What the page has of a forum.
#[component]
fn ForumProfile(
    /// Which forum.
    entry: Entry<'static>,
) -> impl IntoView {
    let store = use_store();
    let base = store.base.get_untracked();
    let known = whole(store.explorer, &base, Measure::Interactions).summary.interactions > 0;
    // The forum and those that belong to it.
    let rows = use_forum_rows(Some(entry.id));
    let row =
        memo(move || rows.with(|rows| rows.iter().find(|row| row.entry.id == entry.id).cloned()));
    let met = rows.with_untracked(|rows| rows.iter().any(|row| !row.meetings.is_empty()));
    let layer = members_layer(store.explorer, &entry);
    let sources = entry.forum.map(|forum| {
        view! {
            <TitledSection test="forum-sources" title="Sources">
                <FoldedSources sources=&forum.sources />
            </TitledSection>
        }
    });
    view! {
        <ForumHead entry known />
        {known.then(|| view! { <Empty /> })}
        {met.then(|| view! { <SessionsChart rows about_one=true /> })}
        <ForumMeetings entry row />
        <InTurn>
            <MembersMap id=entry.id />
        </InTurn>
        <InTurn>
            <ForumMembers entry layer=layer.clone() />
        </InTurn>
        {known.then(|| view! { <ForumRecords entry /> })}
        {sources}
    }
}

/// Charts of a forum's records, and the latest of them.
#[component]
fn ForumRecords(
    /// Which forum.
    entry: Entry<'static>,
) -> impl IntoView {
    view! {
        <RecordCharts about=Some(Facet::Forum) />
        <InTurn>
            <LatestRecords facet=Facet::Forum id=entry.id.to_owned() />
        </InTurn>
    }
}
