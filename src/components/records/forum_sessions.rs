//! Sessions of forums over time, with what is recorded of each.

use std::sync::Arc;

use explorer_chart::{Lane, MarkState, Point, PointKind};
use explorer_dataset::date::{Day, PartialDate};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::forums::{Entry, ForumRow, ForumYear, GROUPS, Meeting, finding};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use super::select_item::select_item;
use super::use_forum_rows::{ForumRows, use_forum_rows};
use crate::components::item_chart::{Item, ItemAction, ItemChart, ItemForm, Items};
use crate::components::show_more::ShowMore;
use crate::components::standing::mark_state;
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::use_store;

/// What the signs mean.
const KEY: &str = "●\u{a0}with interactions in view, larger and numbered for more · ○\u{a0}none in view · a line \
                   through it: only the month or the year is known · ×\u{a0}a year without a session";

/// What is said besides where some forum is drawn by year.
const BY_YEAR: &str = " · where dates are many, one\u{a0}● for all of a year";

/// More dates of a forum than these are drawn by year: one below the other, they would fill pages.
const MOST_DATES: usize = 40;

/// What a forum needs to be shown at first: sessions, or interactions in all records.
const LEAST: (usize, u32) = (2, 5);

/// The sessions of all forums, or of one with those that belong to it.
#[component]
pub fn ForumSessions(
    /// The forum that the chart is about; all of them without one.
    #[prop(optional, into)]
    about: Option<String>,
) -> impl IntoView {
    let rows = use_forum_rows(about.as_deref());
    view! { <SessionsChart rows about_one=about.is_some() /> }
}

/// The sessions of forums that are counted already.
#[component]
pub fn SessionsChart(
    /// The forums: [`use_forum_rows`].
    rows: Memo<Arc<ForumRows>>,
    /// Whether they are one forum and those that belong to it.
    about_one: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let expanded = RwSignal::new(false);
    let counted = rows;
    let rows = memo(move || {
        // They are those of the page; the chart follows only while it is seen.
        store.base.track();
        store.filters.track();
        counted.get_untracked()
    });
    // The table has all of them, whatever is drawn.
    let all_items = memo(move || {
        let is_shown = |_: &ForumRow<'_>| true;
        store
            .filters
            .with(|filters| rows.with(|rows| items(rows, filters, about_one, usize::MAX, is_shown)))
    });
    let is_shown = move |filters: &Filters, row: &ForumRow<'_>| {
        let (sessions, total) = LEAST;
        let chosen = || standing_of(filters, &row.entry) != Standing::Free;
        about_one || row.sessions() >= sessions || row.total >= total || chosen()
    };
    let drawn = memo(move || {
        let all = expanded.get();
        store.filters.with(|filters| {
            let is_shown = |row: &ForumRow<'_>| all || is_shown(filters, row);
            rows.with(|rows| items(rows, filters, about_one, MOST_DATES, is_shown))
        })
    });
    let more = memo(move || {
        let is_short = store
            .filters
            .with(|filters| rows.with(|rows| !met(rows).all(|row| is_shown(filters, row))));
        match expanded.get() {
            true if !about_one => Some("Show fewer".to_owned()),
            false if is_short => {
                Some(format!("Show all {} forums with dates", rows.with(|rows| met(rows).count())))
            }
            _ => None,
        }
    });
    let key = memo(move || drawn.with(|items| items.form.key().to_owned()));
    let below = move || view! { <p class="hint">{key}</p> };
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

/// Those of which any date is known.
fn met<'r>(rows: &'r [ForumRow<'static>]) -> impl Iterator<Item = &'r ForumRow<'static>> {
    rows.iter().filter(|row| !row.meetings.is_empty())
}

/// What the chart shows of the forums in `rows` that `is_shown`: each date, or by year where a forum has more
/// than `most_dates`.
fn items(
    rows: &[ForumRow<'static>],
    filters: &Filters,
    about_one: bool,
    most_dates: usize,
    is_shown: impl Fn(&ForumRow<'_>) -> bool,
) -> Items {
    let including = !filters.selection(Facet::Forum).included().is_empty();
    let mut group = None;
    let (mut lanes, mut items) = (Vec::new(), Vec::new());
    let mut key = KEY.to_owned();
    for row in met(rows).filter(|row| is_shown(row)) {
        let entry = &row.entry;
        let standing = standing_of(filters, entry);
        let state = mark_state(standing, including);
        let is_new = group.replace(entry.group) != Some(entry.group) && !about_one;
        let heading = GROUPS.get(entry.group).copied().filter(|_| is_new).unwrap_or_default();
        let action = action_of(entry, about_one);
        items.push(forum_item(row, &action, standing));
        let points = if row.meetings.len() > most_dates {
            if !key.ends_with(BY_YEAR) {
                key.push_str(BY_YEAR);
            }
            let years = row.by_year();
            items.extend(years.iter().map(|year| year_item(entry, year, &action, standing)));
            years.iter().filter_map(|year| year_point(year, filters, state)).collect()
        } else {
            let meetings = row.meetings.iter();
            items.extend(meetings.map(|meeting| meeting_item(entry, meeting, &action, standing)));
            row.meetings.iter().map(|meeting| meeting_point(meeting, filters, state)).collect()
        };
        lanes.push(Lane { heading, label: entry.label.to_owned(), state, points });
    }
    Items {
        finding: finding(&met(rows).collect::<Vec<_>>()),
        subtitle: "Sessions and other dates known of each forum, and the interactions recorded of \
                   them"
            .to_owned(),
        headings: ("Session", "Interactions"),
        all: "all records",
        form: ItemForm::Lanes { lanes, range: filters.range, key },
        items,
    }
}

fn meeting_point(meeting: &Meeting<'_>, filters: &Filters, state: MarkState) -> Point {
    let (first, last) = (meeting.date.first_day(), meeting.date.last_day());
    let state = if filters.range.overlaps(first, last) { state } else { MarkState::Muted };
    point((first, last), meeting.held, meeting.count, state)
}

/// A year in its middle: a line over all of it would say that no day is known.
fn year_point(year: &ForumYear, filters: &Filters, state: MarkState) -> Option<Point> {
    let days = PartialDate::from_year(year.year)?;
    let (first, last) = (days.first_day(), days.last_day());
    let middle = (first + last) / 2;
    let state = if filters.range.overlaps(first, last) { state } else { MarkState::Muted };
    Some(point((middle, middle), year.dates > 0, year.count, state))
}

fn point(days: (Day, Day), held: bool, count: u32, state: MarkState) -> Point {
    Point {
        days,
        weight: count,
        kind: if held { PointKind::Disc } else { PointKind::Cross },
        note: if count > 0 { grouped(count) } else { String::new() },
        state,
    }
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
    let counts = (meeting.count, meeting.sideline, meeting.total);
    Item {
        label: format!("{}, {}", entry.label, date_words(meeting.date)),
        ..date_item(meeting.key(entry), words.join("; "), counts, action, standing)
    }
}

fn year_item(entry: &Entry<'_>, year: &ForumYear, action: &ItemAction, standing: Standing) -> Item {
    let words = match year.dates {
        0 => "no session in this year".to_owned(),
        1 => "one date".to_owned(),
        dates => format!("{dates} dates"),
    };
    let counts = (year.count, year.sideline, year.total);
    Item {
        label: format!("{}, {}", entry.label, year.year),
        ..date_item(year.key(entry), words, counts, action, standing)
    }
}

/// A date of a forum, without its name. `counts` are the interactions in view, those of them beside the forum,
/// and those in all records.
fn date_item(
    value: String,
    words: String,
    (count, sideline, total): (u32, u32, u32),
    action: &ItemAction,
    standing: Standing,
) -> Item {
    let mut lines = vec![(words, String::new())];
    if total > 0 {
        lines.push(("Interactions in view".to_owned(), grouped(count)));
        lines.push(("Of these, sideline meetings".to_owned(), grouped(sideline)));
        lines.push(("In all records".to_owned(), grouped(total)));
    }
    Item {
        value,
        count,
        total,
        label: String::new(),
        lines,
        action: action.clone(),
        standing,
        in_table: true,
        words: None,
    }
}
