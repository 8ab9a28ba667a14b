//! The records: a virtualized table of the events in view.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::effect::effect;
use super::empty::empty;
use super::listen::{listen_to, under};
use super::markup::{Markup, el, live};
use super::position;
use super::signal::{Derived, Signal};
use super::store::{Step, Store};
use super::switch::button;
use explorer_explore::measure::Measure;
use explorer_explore::records::{Record as Row, RecordColumn, Sort, cell, records};
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::state::Page;

/// Height of a row in CSS pixels, wide and narrow; the style sheet gives rows exactly this.
const ROW_HEIGHT: [usize; 2] = [60, 116];
/// Rows drawn beyond each edge of what is in sight, so that scrolling shows no gap.
const MARGIN: usize = 8;

/// The table of events, with what is chosen about it.
pub fn record_list(store: Store) -> Element {
    let rows = Derived::new(move || {
        let sort = store.state.with(|state| state.sort);
        store.outcome.with(|outcome| records(store.explorer, &outcome.rows, sort))
    });
    el("div")
        .class("shown")
        .kept(head(store, rows))
        .kept(empty(store))
        .kept(list(store, rows))
        .build()
}

fn head(store: Store, rows: Derived<Vec<Row>>) -> Element {
    let open = Signal::new(false);
    let head = live("div", move |head| {
        let events = u32::try_from(rows.with(Vec::len)).unwrap_or(u32::MAX);
        let count = format!("{} {}", grouped(events), Measure::Events.noun(events));
        let about = "One row per event; a row opens everything known about it, with its sources.";
        head.class("records-head")
            .child(el("h2").text(count))
            .child(el("p").text(about))
            .child(sort_chooser(store))
            .child(column_chooser(store, open.get()))
    });
    listen_to(&head, &["click", "change", "keydown"], move |event| match &*event.type_() {
        "click" => match under(&event, "data-act").as_deref() {
            Some("turn") => store.change(Step::Push, |s| s.sort.descending = !s.sort.descending),
            Some("columns") => open.update(|open| *open = !*open),
            Some("usual") => store.change(Step::Push, |state| state.set_columns(&[])),
            _ => {}
        },
        "change" => match under(&event, "name") {
            Some(name) => toggle(store, RecordColumn::from_id(&name)),
            None => sort_by(store, RecordColumn::from_id(&event_target_value(&event))),
        },
        _ if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" => open.set(false),
        _ => {}
    });
    head
}

fn list(store: Store, rows: Derived<Vec<Row>>) -> Element {
    let scrolled = Signal::new(0.0);
    let list = live("div", move |list| {
        let columns = store.state.with(|state| state.columns());
        let height = ROW_HEIGHT[usize::from(store.narrow.get())];
        let spacer = |rows: usize| {
            let height = format!("height:{}px", rows * height);
            el("tr").class("spacer").attr("aria-hidden", "true").attr("style", height)
        };
        let first = scrolled.get() as usize / height;
        // The list is no higher than the window, and on paper as long as it is.
        let last = first + store.height.get() as usize / height;
        let (first, last) =
            if store.theme.printing.get() { (0, usize::MAX / 2) } else { (first, last) };
        let end = last + 1 + MARGIN;
        rows.with(|rows| {
            let end = end.min(rows.len());
            let first = first.saturating_sub(MARGIN).min(end);
            let drawn = rows.get(first..end).unwrap_or_default().iter().enumerate();
            let drawn = drawn.filter_map(|(at, row)| record_row(store, first + at, *row, &columns));
            let body =
                el("tbody").child(spacer(first)).children(drawn).child(spacer(rows.len() - end));
            let width: u32 = columns.iter().map(|column| width_for(*column)).sum();
            let table = el("table")
                .attr("style", format!("min-width:{width}px"))
                .attr("aria-rowcount", (rows.len() + 1).to_string())
                .child(el("thead").child(headings(store, &columns)))
                .child(body);
            list.class("records")
                .attr("data-test", "records")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", "Records")
                .flag("hidden", rows.is_empty())
                .child(table)
        })
    });
    let element = list.clone();
    listen_to(&list, &["scroll", "click"], move |event| {
        if event.type_() == "click" {
            return click(store, &event);
        }
        let top = f64::from(element.scroll_top());
        position::moved();
        let row = |top: f64| top as usize / ROW_HEIGHT[usize::from(store.narrow.get_untracked())];
        if row(top) != row(scrolled.get_untracked()) {
            scrolled.set(top);
        }
    });
    // A new order or other filters start at the top.
    let place = list.clone();
    effect(move || {
        rows.track();
        place.set_scroll_top(0);
    });
    list
}

fn click(store: Store, event: &Event) {
    if let Some(column) = under(event, "data-act") {
        return sort_by(store, RecordColumn::from_id(&column));
    }
    // Selecting text, or following the link itself, is not opening.
    let selection = window().get_selection().ok().flatten();
    let selecting = selection.is_some_and(|selection| !selection.is_collapsed());
    if selecting || under(event, "href").is_some() {
        return;
    }
    if let Some(id) = under(event, "data-id") {
        store.change(Step::Push, |state| state.page = Page::Record(id));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Width that a column needs, in CSS pixels; wider windows stretch all alike.
fn width_for(column: RecordColumn) -> u32 {
    match column {
        RecordColumn::Title => 256,
        RecordColumn::Counterparts | RecordColumn::People | RecordColumn::Topics => 168,
        RecordColumn::Officials
        | RecordColumn::Offices
        | RecordColumn::Place
        | RecordColumn::Forum => 136,
        RecordColumn::Rank | RecordColumn::Format | RecordColumn::Confidence => 112,
        RecordColumn::Date | RecordColumn::Channel => 104,
        RecordColumn::Agency | RecordColumn::Sources => 88,
    }
}

fn sort_by(store: Store, column: Option<RecordColumn>) {
    let Some(column) = column else { return };
    store.change(Step::Push, |state| {
        let descending = match state.sort.column == column {
            true => !state.sort.descending,
            // Dates and numbers are wanted from the top, words from A.
            false => matches!(column, RecordColumn::Date | RecordColumn::Sources),
        };
        state.sort = Sort { column, descending };
    });
}

fn toggle(store: Store, column: Option<RecordColumn>) {
    let Some(column) = column else { return };
    store.change(Step::Push, |state| {
        let mut columns = state.columns();
        match columns.iter().position(|c| *c == column) {
            // The last column stays: a table without any is no table.
            Some(at) if columns.len() > 1 => _ = columns.remove(at),
            Some(_) => {}
            None => columns.push(column),
        }
        state.set_columns(&columns);
    });
}

fn headings(store: Store, columns: &[RecordColumn]) -> Markup {
    let sort = store.state.with(|state| state.sort);
    let headings = columns.iter().map(|&column| {
        let (order, arrow) = match (sort.column == column, sort.descending) {
            (false, _) => ("none", ""),
            (true, false) => ("ascending", " ↑"),
            (true, true) => ("descending", " ↓"),
        };
        let name = button(column.id())
            .text(format!("{} ", column.label()))
            .child(el("span").attr("aria-hidden", "true").text(arrow));
        el("th")
            .attr("scope", "col")
            .attr("data-column", column.id())
            .attr("aria-sort", order)
            .attr("style", format!("width:{}px", width_for(column)))
            .child(name)
    });
    el("tr").attr("aria-rowindex", "1").children(headings)
}

fn record_row(store: Store, at: usize, row: Row, columns: &[RecordColumn]) -> Option<Markup> {
    let event = store.explorer.dataset().events.get(row.event)?;
    let cells = columns.iter().map(|&column| {
        let text = cell(store.explorer, event, column);
        let td = el("td").class(format!("col-{}", column.id()));
        match column {
            RecordColumn::Title => {
                let page = Page::Record(event.id.clone());
                let link = store.state.with_untracked(|state| hash::encode(&state.on(page)));
                td.child(el("a").attr("href", link).text(text))
            }
            RecordColumn::Agency => {
                let dot = format!("agency-dot {}", event.agency.to_ascii_lowercase());
                td.child(el("i").class(dot)).text(text)
            }
            RecordColumn::Confidence => {
                td.child(el("span").class(format!("tag {}", event.confidence)).text(text))
            }
            _ => td.child(el("div").text(text)),
        }
    });
    Some(
        el("tr")
            .attr("data-test", "record")
            .attr("data-id", event.id.as_str())
            .attr("aria-rowindex", (at + 2).to_string())
            .children(cells),
    )
}

/// On a narrow window rows are cards without headings: the order is chosen here.
fn sort_chooser(store: Store) -> Markup {
    let sort = store.state.with(|state| state.sort);
    let options = RecordColumn::ALL
        .into_iter()
        .map(|column| el("option").attr("value", column.id()).text(column.label()));
    let select = el("select").children(options).property("value", sort.column.id());
    let direction = if sort.descending { "↓ descending" } else { "↑ ascending" };
    el("div")
        .class("sort-chooser")
        .child(el("label").text("Sort by ").child(select))
        .child(button("turn").text(direction))
}

fn column_chooser(store: Store, open: bool) -> Markup {
    let columns = store.state.with(|state| state.columns());
    let boxes = RecordColumn::ALL.into_iter().map(|column| {
        let on = if columns.contains(&column) { "on" } else { "" };
        let check =
            el("input").attr("type", "checkbox").attr("name", column.id()).property("checked", on);
        el("label").child(check).text(column.label())
    });
    let opener = button("columns")
        .attr("data-test", "columns")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .text("Columns");
    let menu = el("div")
        .class("menu")
        .attr("role", "group")
        .attr("aria-label", "Columns")
        .flag("hidden", !open)
        .children(boxes)
        .child(button("usual").class("text-button").text("Usual columns"));
    el("div").class("column-chooser").child(opener).child(menu)
}
