//! Sessions of forums over time, with what is recorded of each.

use explorer_chart::{Lane, MarkState, Point, PointKind};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::forums::{Entry, ForumRow, GROUPS, Meeting, finding, rows_about};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use super::select_item::select_item;
use crate::components::item_chart::{Item, ItemAction, ItemChart, ItemForm, Items};
use crate::components::show_more::ShowMore;
use crate::components::standing::mark_state;
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::use_store;

/// What the signs mean.
const KEY: &str = "●\u{a0}with interactions in view, larger and numbered for more · ○\u{a0}none in view · a line \
                   through it: only the month or the year is known · ×\u{a0}a year without a session";

/// What a forum needs to be shown at first: sessions, or interactions in all records.
const LEAST: (usize, u32) = (2, 5);

/// The sessions of all forums, or of one with those that belong to it.
#[component]
pub fn ForumSessions(
    /// The forum that the chart is about; all of them without one.
    #[prop(optional, into)]
    about: Option<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let about_one = about.is_some();
    let expanded = RwSignal::new(false);
    let rows = memo(move || {
        let base = store.base.get();
        let filters = store.filters.get();
        let mut rows = rows_about(store.explorer, &base, &filters, about.as_deref());
        rows.retain(|row| !row.meetings.is_empty());
        rows
    });
    // The table has all of them, whatever is drawn.
    let all_items = memo(move || {
        let shown = |_: &ForumRow<'_>| true;
        store.filters.with(|filters| rows.with(|rows| items(rows, filters, about_one, shown)))
    });
    let is_shown = move |filters: &Filters, row: &ForumRow<'_>| {
        let (sessions, total) = LEAST;
        let chosen = || standing_of(filters, &row.entry) != Standing::Free;
        about_one || row.sessions() >= sessions || row.total >= total || chosen()
    };
    let drawn = memo(move || {
        if expanded.get() {
            return all_items.get();
        }
        store.filters.with(|filters| {
            rows.with(|rows| items(rows, filters, about_one, |row| is_shown(filters, row)))
        })
    });
    let more = memo(move || {
        let is_short = store
            .filters
            .with(|filters| rows.with(|rows| !rows.iter().all(|row| is_shown(filters, row))));
        match expanded.get() {
            true if !about_one => Some("Show fewer".to_owned()),
            false if is_short => {
                Some(format!("Show all {} forums with dates", rows.with(Vec::len)))
            }
            _ => None,
        }
    });
    let below = || view! { <p class="hint">{KEY}</p> };
    let controls = move || view! { <ShowMore words=more expanded test="chart-more" /> };
    view! {
        <ItemChart
            chart=Chart::Sessions
            items=drawn
            all_items
            on_select=select_item(store)
            node
            below
            controls
        />
    }
}

/// What a click on something of a forum does: it filters, where records can have the forum.
pub fn action_of(entry: &Entry<'_>, about_one: bool) -> ItemAction {
    match entry.counted.filter(|_| !about_one) {
        Some(word) => ItemAction::Value(Facet::Forum, word.id.clone()),
        None => ItemAction::Open(Page::Forum(entry.id.to_owned())),
    }
}

/// How a forum stands in the reader's filter.
pub fn standing_of(filters: &Filters, entry: &Entry<'_>) -> Standing {
    let selection = filters.selection(Facet::Forum);
    entry.counted.map_or(Standing::Free, |word| selection.standing(&word.id))
}

/// What the chart shows of the forums in `rows` that `is_shown`.
fn items(
    rows: &[ForumRow<'_>],
    filters: &Filters,
    about_one: bool,
    is_shown: impl Fn(&ForumRow<'_>) -> bool,
) -> Items {
    let including = !filters.selection(Facet::Forum).included().is_empty();
    let mut group = None;
    let (mut lanes, mut items) = (Vec::new(), Vec::new());
    for row in rows.iter().filter(|row| is_shown(row)) {
        let entry = &row.entry;
        let standing = standing_of(filters, entry);
        let is_new = group.replace(entry.group) != Some(entry.group) && !about_one;
        let heading = GROUPS.get(entry.group).copied().filter(|_| is_new).unwrap_or_default();
        lanes.push(lane(row, filters, heading, mark_state(standing, including)));
        let action = action_of(entry, about_one);
        items.push(forum_item(row, &action, standing));
        let meetings = row.meetings.iter();
        items.extend(meetings.map(|meeting| meeting_item(entry, meeting, &action, standing)));
    }
    Items {
        finding: finding(&rows.iter().collect::<Vec<_>>()),
        subtitle: "Sessions and other dates known of each forum, and the interactions recorded of \
                   them"
            .to_owned(),
        headings: ("Session", "Interactions"),
        all: "all records",
        form: ItemForm::Lanes { lanes, range: filters.range, key: KEY },
        items,
    }
}

fn lane(row: &ForumRow<'_>, filters: &Filters, heading: &'static str, state: MarkState) -> Lane {
    let points = row.meetings.iter().map(|meeting| {
        let days = (meeting.date.first_day(), meeting.date.last_day());
        let is_inside = filters.range.overlaps(days.0, days.1);
        Point {
            days,
            weight: meeting.count,
            kind: if meeting.held { PointKind::Disc } else { PointKind::Cross },
            note: if meeting.count > 0 { grouped(meeting.count) } else { String::new() },
            state: if is_inside { state } else { MarkState::Muted },
        }
    });
    Lane { heading, label: row.entry.label.to_owned(), state, points: points.collect() }
}

fn forum_item(row: &ForumRow<'_>, action: &ItemAction, standing: Standing) -> Item {
    Item {
        value: row.entry.id.to_owned(),
        count: row.count,
        total: row.total,
        label: row.entry.label.to_owned(),
        lines: vec![
            ("Sessions known".to_owned(), row.sessions().to_string()),
            ("Interactions in view".to_owned(), grouped(row.count)),
            ("In all records".to_owned(), grouped(row.total)),
        ],
        action: action.clone(),
        standing,
        in_table: false,
        words: None,
    }
}

fn meeting_item(
    entry: &Entry<'_>,
    meeting: &Meeting<'_>,
    action: &ItemAction,
    standing: Standing,
) -> Item {
    let mut words = Vec::new();
    if let Some(session) = meeting.session {
        words.extend(session.city.clone());
        words.push(session.note.clone());
        words.extend(session.participants_words.clone());
        words.extend(session.delegations.clone());
    } else if !meeting.held {
        words.push("no session in this year".to_owned());
    } else if let Some(event) = meeting.events.first() {
        words.extend(event.city.clone());
        words.push(event.title.clone());
    }
    let mut lines = vec![(words.join("; "), String::new())];
    if meeting.total > 0 {
        lines.push(("Interactions in view".to_owned(), grouped(meeting.count)));
        lines.push(("Of these, sideline meetings".to_owned(), grouped(meeting.sideline)));
        lines.push(("In all records".to_owned(), grouped(meeting.total)));
    }
    Item {
        value: meeting.key(entry),
        count: meeting.count,
        total: meeting.total,
        label: format!("{}, {}", entry.label, date_words(meeting.date)),
        lines,
        action: action.clone(),
        standing,
        in_table: true,
        words: None,
    }
}
