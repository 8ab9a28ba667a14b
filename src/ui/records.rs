//! The records: a virtualized table of the events in view.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::effect::effect;

use super::canvas::width_of;
use super::empty::Empty;
use super::markup::{Filled, Markup, el};
use super::store::{Step, Store, store};
use crate::explore::measure::Measure;
use crate::explore::records::{Record as Row, RecordColumn, Sort, cell, records};
use crate::number::grouped;
use crate::view::hash;
use crate::view::state::Page;

/// Height of a row in CSS pixels, wide and narrow; the style sheet gives rows exactly this.
const ROW_HEIGHT: [f64; 2] = [60.0, 116.0];
/// Rows drawn beyond each edge of what is in sight, so that scrolling shows no gap.
const MARGIN: usize = 8;

/// The table of events.
#[component]
pub fn Records() -> impl IntoView {
    let store = store();
    let sort = Memo::new(move |_| store.state.with(|state| state.sort));
    let columns = Memo::new(move |_| store.state.with(|state| state.columns()));
    let rows = Memo::new(move |_| {
        store.outcome.with(|outcome| records(store.explorer, &outcome.rows, sort.get()))
    });
    let container = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(store.records_scroll.get_value());
    // The height in sight follows the width only through layout; read it when either changes.
    let width = width_of(container);
    let in_sight = RwSignal::new(800.0);
    effect(move || {
        width.track();
        if let Some(container) = container.get() {
            in_sight.set(f64::from(container.client_height()));
        }
    });
    // A new order or other filters start at the top.
    let mut first = true;
    effect(move || {
        rows.track();
        if !std::mem::take(&mut first)
            && let Some(container) = container.get_untracked()
        {
            container.set_scroll_top(0);
        }
    });
    let row_height = move || ROW_HEIGHT[usize::from(store.narrow.get())];
    let drawn = Memo::new(move |_| {
        let first = (scrolled.get() / row_height()) as usize;
        let count = (in_sight.get() / row_height()).ceil() as usize;
        let end = (first + count + MARGIN).min(rows.with(Vec::len));
        (first.saturating_sub(MARGIN).min(end), end)
    });
    let on_scroll = move |_| {
        if let Some(container) = container.get_untracked() {
            let top = f64::from(container.scroll_top());
            store.records_scroll.set_value(top);
            scrolled.set(top);
        }
    };
    let body = NodeRef::<html::Tbody>::new();
    let mut restored = false;
    let mut filled = Filled::default();
    effect(move || {
        let (first, end) = drawn.get();
        let columns = columns.get();
        let spacer = |rows: usize| {
            let height = format!("height:{}px", rows as f64 * row_height());
            el("tr").class("spacer").attr("aria-hidden", "true").attr("style", height)
        };
        let content = rows.with(|rows| {
            let shown = rows.get(first..end).unwrap_or_default();
            let mut content = vec![spacer(first)];
            for (at, row) in shown.iter().enumerate() {
                content.extend(record_row(store, first + at, *row, &columns));
            }
            content.push(spacer(rows.len() - end));
            content
        });
        let (Some(body), Some(container)) = (body.get(), container.get()) else { return };
        filled.fill(&body, content);
        // Only a list that has its rows can be scrolled back to where it was left.
        if !std::mem::replace(&mut restored, true) {
            container.set_scroll_top(scrolled.get_untracked() as i32);
        }
    });
    let open = move |click: ev::MouseEvent| {
        // Selecting text, or following the link itself, is not opening.
        let selection = window().get_selection().ok().flatten();
        let selecting = selection.is_some_and(|selection| !selection.is_collapsed());
        let target = event_target::<web_sys::Element>(&click);
        let closest = |selector| target.closest(selector).ok().flatten();
        let Some(row) = closest("[data-id]").filter(|_| !selecting) else { return };
        if let (None, Some(id)) = (closest("a"), row.get_attribute("data-id")) {
            store.change(Step::Push, |state| state.page = Page::Record(id));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    let least_width = move || {
        let width: u32 = columns.with(|columns| columns.iter().map(|c| width_for(*c)).sum());
        format!("min-width:{width}px")
    };
    let empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let count = move || {
        let events = u32::try_from(rows.with(Vec::len)).unwrap_or(u32::MAX);
        format!("{} {}", grouped(events), Measure::Events.noun(events))
    };
    view! {
        <div class="records-head">
            <h2>{count}</h2>
            <p>"One row per event; a row opens everything known about it, with its sources."</p>
            <SortChooser />
            <ColumnChooser />
        </div>
        <Empty />
        <div
            class="records"
            data-test="records"
            tabindex="0"
            role="region"
            aria-label="Records"
            node_ref=container
            hidden=move || empty.get()
            on:scroll=on_scroll
        >
            <table style=least_width aria-rowcount=move || (rows.with(Vec::len) + 1).to_string()>
                <thead>
                    <tr aria-rowindex="1">
                        {move || columns.get().into_iter().map(|c| view! { <Heading column=c /> }).collect_view()}
                    </tr>
                </thead>
                <tbody node_ref=body on:click=open></tbody>
            </table>
        </div>
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

fn sort_by(store: Store, column: RecordColumn) {
    store.change(Step::Push, |state| {
        let descending = match state.sort.column == column {
            true => !state.sort.descending,
            // Dates and numbers are wanted from the top, words from A.
            false => matches!(column, RecordColumn::Date | RecordColumn::Sources),
        };
        state.sort = Sort { column, descending };
    });
}

#[component]
fn Heading(column: RecordColumn) -> impl IntoView {
    let store = store();
    let sorted = move || {
        let sort = store.state.with(|state| state.sort);
        match (sort.column == column, sort.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    let arrow = move || match sorted() {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };
    view! {
        <th
            scope="col"
            data-column=column.id()
            aria-sort=sorted
            style=format!("width:{}px", width_for(column))
        >
            <button type="button" on:click=move |_| sort_by(store, column)>
                {column.label()} <span aria-hidden="true">{arrow}</span>
            </button>
        </th>
    }
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
#[component]
fn SortChooser() -> impl IntoView {
    let store = store();
    let options = RecordColumn::ALL.map(|column| {
        let chosen = move || store.state.with(|state| state.sort.column == column);
        view! { <option value=column.id() selected=chosen>{column.label()}</option> }
    });
    let chosen = move |event: ev::Event| {
        if let Some(column) = RecordColumn::from_id(&event_target_value(&event)) {
            sort_by(store, column);
        }
    };
    let turn = move |_| store.change(Step::Push, |s| s.sort.descending = !s.sort.descending);
    let direction = move || {
        if store.state.with(|state| state.sort.descending) {
            "↓ descending"
        } else {
            "↑ ascending"
        }
    };
    view! {
        <div class="sort-chooser">
            <label>"Sort by " <select on:change=chosen>{options.collect_view()}</select></label>
            <button type="button" on:click=turn>{direction}</button>
        </div>
    }
}

#[component]
fn ColumnChooser() -> impl IntoView {
    let store = store();
    let open = RwSignal::new(false);
    let boxes = RecordColumn::ALL.map(|column| {
        let on = move || store.state.with(|state| state.columns().contains(&column));
        let toggle = move |_| {
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
        };
        view! {
            <label>
                <input type="checkbox" name=column.id() prop:checked=on on:change=toggle />
                {column.label()}
            </label>
        }
    });
    view! {
        <div
            class="column-chooser"
            on:keydown=move |event| if event.key() == "Escape" { open.set(false) }
        >
            <button
                type="button"
                data-test="columns"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "Columns"
            </button>
            <div class="menu" role="group" aria-label="Columns" hidden=move || !open.get()>
                {boxes.collect_view()}
                <button
                    type="button"
                    class="text-button"
                    on:click=move |_| store.change(Step::Push, |s| s.set_columns(&[]))
                >
                    "Usual columns"
                </button>
            </div>
        </div>
    }
}
