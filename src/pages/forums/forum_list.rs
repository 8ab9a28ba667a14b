//! All forums as a table.

use std::sync::Arc;

use explorer_dataset::date::PartialDate;
use explorer_explore::filter::Filters;
use explorer_view::forums::{Entry, ForumRow, GROUPS};
use leptos::prelude::*;

use super::forum_row::ForumTableRow;
use crate::components::keyed_rows::KeyedRows;
use crate::components::records::use_forum_rows::ForumRows;
use crate::components::table_scroll::TableScroll;
use crate::reactive::memo;
use crate::store::use_store;

/// What the table says of a forum.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ForumLine {
    /// Which.
    pub entry: Entry<'static>,
    /// How many times it is known to have met.
    pub sessions: usize,
    /// When it met last, as far as known.
    pub last: Option<PartialDate>,
    /// Interactions in view.
    pub count: u32,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
enum Line {
    /// The heading of the forums below it, by its position in [`GROUPS`].
    Group(usize),
    /// A forum.
    Forum(ForumLine),
}

impl Line {
    fn key(&self) -> String {
        match self {
            Self::Group(group) => format!("group {group}"),
            Self::Forum(forum) => format!("forum {}", forum.entry.id),
        }
    }
}

/// The forums of the regions that are filtered for, under their headings.
#[component]
pub(super) fn ForumList(
    /// All forums in view, whatever forums are filtered for.
    rows: Memo<Arc<ForumRows>>,
) -> impl IntoView {
    let store = use_store();
    let forums =
        memo(move || rows.with(|rows| store.filters.with(|filters| forums(rows, filters))));
    let lines = memo(move || forums.with(|forums| lines(forums)));
    let title = move || match forums.with(Vec::len) {
        1 => "1 forum and mechanisms".to_owned(),
        count => format!("{count} forums and mechanisms"),
    };
    let headings = ["Forum", "Reach", "Sessions", "Last", "Members", "Interactions"];
    let headings = headings.map(|heading| view! { <th scope="col">{heading}</th> });
    view! {
        <section class="forum-list" data-test="forums">
            <h2>{title}</h2>
            <p class="hint">
                "Sessions are those that a source or a record gives; members as a source names them; \
                 interactions are those in view."
            </p>
            <TableScroll class="table-scroll" label="Forums and mechanisms">
                <table class="forum-table">
                    <thead>
                        <tr>{headings.into_iter().collect_view()}</tr>
                    </thead>
                    <tbody>
                        <KeyedRows rows=lines key=Line::key let:line>
                            <ForumTableLine line />
                        </KeyedRows>
                    </tbody>
                </table>
            </TableScroll>
        </section>
    }
}

/// A heading, or a forum.
#[component]
fn ForumTableLine(
    /// The line; a heading stays a heading.
    line: ReadSignal<Line>,
) -> impl IntoView {
    match line.get_untracked() {
        Line::Group(group) => {
            let heading = GROUPS.get(group).copied().unwrap_or_default();
            view! {
                <tr class="group">
                    <th scope="rowgroup" colspan="6">
                        {heading}
                    </th>
                </tr>
            }
            .into_any()
        }
        Line::Forum(first) => {
            let forum = Signal::derive(move || match line.get() {
                Line::Forum(forum) => forum,
                Line::Group(_) => first.clone(),
            });
            view! { <ForumTableRow forum /> }.into_any()
        }
    }
}

/// The forums that the filter of forums leaves.
fn forums(rows: &[ForumRow<'static>], filters: &Filters) -> Vec<ForumLine> {
    let rows = rows.iter().filter(|row| row.passes(filters));
    let lines = rows.map(|row| ForumLine {
        entry: row.entry,
        sessions: row.sessions(),
        last: row.last(),
        count: row.count,
    });
    lines.collect()
}

/// The forums, each group of them after its heading.
fn lines(forums: &[ForumLine]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = None;
    for forum in forums {
        if group.replace(forum.entry.group) != Some(forum.entry.group) {
            lines.push(Line::Group(forum.entry.group));
        }
        lines.push(Line::Forum(forum.clone()));
    }
    lines
}
