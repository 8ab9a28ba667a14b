//! What a forum is, and its numbers.

use explorer_dataset::forum::Forum;
use explorer_view::forums::{Entry, GROUPS, entries};
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use super::fact::Fact;
use super::forum_link::ForumLink;
use crate::components::records::empty::CAUTION;
use crate::components::records::figures::RecordFigures;
use crate::components::records::whose_tables::WhoseTables;
use crate::store::use_store;

/// The head of a forum's page.
#[component]
pub(super) fn ForumHead(
    /// Which forum.
    entry: Entry<'static>,
    /// Whether some record names it.
    known: bool,
) -> impl IntoView {
    let group = GROUPS.get(entry.group).copied().unwrap_or_default();
    let zh = entry.forum.and_then(|forum| forum.name_zh.as_deref());
    let zh = zh.map(|name| (" ", view! { <span class="zh" lang="zh">{name}</span> }));
    let definition = entry.word.map(|word| view! { <p>{word.definition.as_str()}</p> });
    let facts = entry.forum.map(|forum| view! { <ForumFacts entry forum /> });
    let numbers = if known {
        view! { <RecordFigures among="forums" countries=true /> }.into_any()
    } else {
        view! { <NoRecords entry /> }.into_any()
    };
    view! {
        <header class="profile-head">
            <p class="kicker">{format!("Forum · {group}")}</p>
            <h2>{entry.label} {zh}</h2>
            {definition}
            <WhoseTables tables="Description, sessions and members are" needs="forum" />
            <dl class="facts">{facts}</dl>
            {numbers}
        </header>
    }
}

/// What is known of a forum besides records.
#[component]
fn ForumFacts(
    /// Which forum.
    entry: Entry<'static>,
    /// What is known of it.
    forum: &'static Forum,
) -> impl IntoView {
    let facts = [
        ("Name", Some(forum.name_en.clone())),
        ("Abbreviation", forum.abbreviation.clone()),
        ("Reach", Some(format!("{}, {}", forum.level, forum.region))),
        ("Founded", forum.founded.map(date_words)),
        ("Host or secretariat", forum.host.clone()),
        ("Chinese body in the lead", forum.lead.clone()),
        ("About", Some(forum.focus.join(", "))),
    ];
    let facts = facts.into_iter().filter_map(|(name, words)| Some((name, words?)));
    let facts = facts.map(|(name, words)| view! { <Fact name>{words}</Fact> });
    let all = entries(use_store().explorer);
    let larger = all.iter().copied().find(|other| forum.part_of.as_deref() == Some(other.id));
    let larger = larger.map(|entry| {
        view! {
            <Fact name="Part of">
                <ForumLink entry />
            </Fact>
        }
    });
    let is_part =
        |other: &Entry<'_>| other.forum.is_some_and(|f| f.part_of.as_deref() == Some(entry.id));
    let parts: Vec<Entry<'static>> = all.iter().copied().filter(is_part).collect();
    let parts = (!parts.is_empty()).then(|| {
        let links = parts
            .into_iter()
            .enumerate()
            .map(|(at, entry)| (if at == 0 { "" } else { " · " }, view! { <ForumLink entry /> }));
        let links: Vec<_> = links.collect();
        view! { <Fact name="Parts">{links}</Fact> }
    });
    view! {
        {facts.collect_view()}
        {larger}
        {parts}
    }
}

/// What stands in place of the numbers of a forum that no record names.
#[component]
fn NoRecords(
    /// Which forum.
    entry: Entry<'static>,
) -> impl IntoView {
    let all = entries(use_store().explorer);
    let counted = entry.counted.and_then(|word| all.into_iter().find(|other| other.id == word.id));
    let counted = counted.map(|entry| {
        view! {
            "Records name only the larger forum; its meetings are counted with "
            <ForumLink entry />
            ". "
        }
    });
    view! {
        <div class="empty" data-test="no-records">
            <h3>"No record of the dataset names this forum"</h3>
            <p>{counted} {CAUTION}</p>
        </div>
    }
}
