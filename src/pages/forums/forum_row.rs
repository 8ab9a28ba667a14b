//! A forum in the table of all forums.

use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use super::forum_link::ForumLink;
use super::forum_list::ForumLine;
use crate::components::records::links::records_link;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// What stands where there is nothing.
const NONE: &str = "–";

fn number(count: usize) -> String {
    if count == 0 { NONE.to_owned() } else { grouped(count as u64) }
}

/// A forum with its numbers.
#[component]
pub(super) fn ForumTableRow(
    /// What the row shows; always of the same forum.
    forum: Signal<ForumLine>,
) -> impl IntoView {
    let entry = forum.with_untracked(|forum| forum.entry);
    let zh = entry.forum.and_then(|forum| forum.name_zh.as_deref());
    let zh = zh.map(|name| view! { <span class="zh" lang="zh">{name}</span> });
    let is_part = entry.forum.is_some_and(|forum| forum.part_of.is_some());
    let level = entry.forum.map_or(NONE, |forum| forum.level.as_str());
    let members = entry.forum.map_or(0, |forum| forum.members.len());
    let count = memo(move || forum.with(|forum| forum.count));
    let sessions = move || forum.with(|forum| number(forum.sessions));
    let last = move || forum.with(|forum| forum.last.map_or(NONE.to_owned(), date_words));
    view! {
        <tr
            class=if is_part { "part" } else { "" }
            data-test="forum-row"
            data-value=entry.id
            data-count=text(move || count.get().to_string())
        >
            <th scope="row">
                <ForumLink entry />
                {zh}
            </th>
            <td>{level}</td>
            <td data-sessions="">{sessions}</td>
            <td>{last}</td>
            <td>{number(members)}</td>
            <td>
                <ForumCount forum count />
            </td>
        </tr>
    }
}

/// The interactions of a forum, as a way to them where records name the forum itself.
#[component]
fn ForumCount(
    /// Whose they are.
    forum: Signal<ForumLine>,
    /// How many.
    count: Memo<u32>,
) -> impl IntoView {
    let store = use_store();
    let entry = forum.with_untracked(|forum| forum.entry);
    move || match (count.get(), entry.word) {
        (0, _) => number(0).into_any(),
        (count, Some(word)) => {
            let link = records_link(store, Facet::Forum, &word.id, |_| {});
            view! { <a href=link>{grouped(count)}</a> }.into_any()
        }
        (count, None) => {
            let with = entry.counted.map_or("", |word| word.label.as_str());
            format!("{}, counted with {with}", grouped(count)).into_any()
        }
    }
}
