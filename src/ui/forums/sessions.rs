//! Sessions of forums over time, with what is recorded of each.

use web_sys::Element;

use crate::ui::bar_figure::state_of;
use crate::ui::items::{Act, Form, Item, Items, item_figure};
use crate::ui::markup::el;
use crate::ui::store::Store;
use crate::ui::switch::button;
use explorer_chart::{Lane, MarkState, Point, PointKind};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::forums::{Entry, ForumRow, GROUPS, Meeting, finding, is_shown, rows};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;

/// What a forum needs to be shown at first: sessions, or interactions in all records.
const LEAST: (usize, u32) = (2, 5);

/// The sessions of all forums, or of one with those that belong to it.
pub fn sessions(store: Store, of: Option<String>) -> Element {
    item_figure(store, Chart::Sessions, move |store, all| items(store, of.as_deref(), all))
}

/// The rows of the page: all forums under their headings, or one with those that belong to it.
pub fn rows_of(store: Store, of: Option<&str>) -> Vec<ForumRow<'static>> {
    // A forum's page is about its records alone, but its chart also has the forums beside it.
    let base = match of {
        Some(_) => Filters::default(),
        None => store.base.get(),
    };
    let scope = store.filters.with(|filters| filters.within(&base));
    let belongs = |row: &ForumRow<'_>| match of {
        None => is_shown(store.explorer, &scope, row),
        Some(id) => {
            let part = row.entry.forum.and_then(|forum| forum.part_of.as_deref());
            row.entry.id == id || part == Some(id)
        }
    };
    rows(store.explorer, &base, &scope).into_iter().filter(belongs).collect()
}

/// What a click on something of a forum means: a filter, where records can have it.
pub fn act_of(entry: &Entry<'_>, on_page: bool) -> Act {
    match entry.counted.filter(|_| !on_page) {
        Some(word) => Act::Value(Facet::Forum, word.id.clone()),
        None => Act::Open(Page::Forum(entry.id.to_owned())),
    }
}

/// How a forum stands in the reader's filter.
pub fn standing_of(filters: &Filters, entry: &Entry<'_>) -> Standing {
    let selection = filters.selection(Facet::Forum);
    entry.counted.map_or(Standing::Free, |word| selection.standing(&word.id))
}

fn items(store: Store, of: Option<&str>, all: bool) -> Items {
    let filters = store.filters.get();
    let including = !filters.selection(Facet::Forum).included().is_empty();
    let found = rows_of(store, of);
    let matters = |row: &&ForumRow<'_>| {
        let (sessions, total) = LEAST;
        let chosen = standing_of(&filters, &row.entry) != Standing::Free;
        all || of.is_some() || chosen || row.sessions() >= sessions || row.total >= total
    };
    let with_dates = found.iter().filter(|row| !row.meetings.is_empty());
    let shown: Vec<&ForumRow<'_>> = with_dates.clone().filter(matters).collect();
    let finding = finding(&with_dates.clone().collect::<Vec<_>>());
    let more = shown.len() < with_dates.clone().count() || (all && of.is_none());
    let mut group = None;
    let (mut lanes, mut items) = (Vec::new(), Vec::new());
    for row in shown {
        let ForumRow { entry, meetings, .. } = row;
        let standing = standing_of(&filters, entry);
        let state = match including && standing == Standing::Free {
            true => MarkState::Muted,
            false => state_of(standing, including),
        };
        let act = act_of(entry, of.is_some());
        let new = group.replace(entry.group) != Some(entry.group) && of.is_none();
        let points = meetings.iter().map(|meeting| {
            let days = (meeting.date.first_day(), meeting.date.last_day());
            let inside = filters.range.overlaps(days.0, days.1);
            Point {
                days,
                weight: meeting.count,
                kind: if meeting.held { PointKind::Disc } else { PointKind::Cross },
                note: if meeting.count > 0 { grouped(meeting.count) } else { String::new() },
                state: if inside { state } else { MarkState::Muted },
            }
        });
        lanes.push(Lane {
            heading: GROUPS.get(entry.group).copied().filter(|_| new).unwrap_or_default(),
            label: entry.label.to_owned(),
            state,
            points: points.collect(),
        });
        let held = row.sessions();
        items.push(Item {
            value: entry.id.to_owned(),
            count: row.count,
            total: row.total,
            label: entry.label.to_owned(),
            lines: vec![
                ("Sessions known".to_owned(), held.to_string()),
                ("Interactions in view".to_owned(), grouped(row.count)),
                ("In all records".to_owned(), grouped(row.total)),
            ],
            act: act.clone(),
            standing,
            in_table: false,
        });
        items.extend(meetings.iter().map(|meeting| item(entry, meeting, &act, standing)));
    }
    let key = el("p").class("hint").text(
        "●\u{a0}with interactions in view, larger and numbered for more · ○\u{a0}none in view · a \
         line through it: only the month or the year is known · ×\u{a0}a year without a session",
    );
    let toggle = button("more")
        .class("text-button")
        .attr("data-test", "chart-more")
        .attr("aria-expanded", if all { "true" } else { "false" })
        .text(match all {
            true => "Show fewer".to_owned(),
            false => format!("Show all {} forums with dates", with_dates.count()),
        });
    Items {
        finding,
        subtitle: "Sessions and other dates known of each forum, and the interactions recorded of \
                   them"
            .to_owned(),
        headings: ("Session", "Interactions"),
        all: "all records",
        form: Form::Lanes(lanes),
        items,
        below: vec![key],
        controls: more.then_some(toggle).into_iter().collect(),
    }
}

fn item(entry: &Entry<'_>, meeting: &Meeting<'_>, act: &Act, standing: Standing) -> Item {
    let label = format!("{}, {}", entry.label, date_words(meeting.date));
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
    let words = words.join("; ");
    let mut lines = vec![(words, String::new())];
    if meeting.total > 0 {
        lines.push(("Interactions in view".to_owned(), grouped(meeting.count)));
        lines.push(("Of these, sideline meetings".to_owned(), grouped(meeting.sideline)));
        lines.push(("In all records".to_owned(), grouped(meeting.total)));
    }
    Item {
        value: meeting.key(entry),
        count: meeting.count,
        total: meeting.total,
        label,
        lines,
        act: act.clone(),
        standing,
        in_table: true,
    }
}
