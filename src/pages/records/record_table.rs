//! The table itself: few rows are in the document, as many as are in sight.

use std::ops::Range;

use explorer_explore::records::{Record, RecordColumn, Sort};
use explorer_view::state::ViewState;
use leptos::html;
use leptos::prelude::*;
use leptos_use_window_size::{UseWindowSizeReturn, use_window_size};

use super::record_row::{PlacedRecord, RecordRow};
use super::sort::sort_by;
use crate::components::keyed::Keyed;
use crate::components::keyed_rows::KeyedRows;
use crate::hooks::use_screen::use_screen;
use crate::position;
use crate::store::use_store;

/// Height of a row in CSS pixels; the style sheet gives rows exactly this.
const ROW_HEIGHT: usize = 60;
/// The same on a narrow window.
const NARROW_ROW_HEIGHT: usize = 116;
/// Rows drawn beyond each edge of what is in sight, so that scrolling shows no gap.
const MARGIN: usize = 8;

/// The table of events.
#[component]
pub fn RecordTable(
    /// The events in view, sorted.
    rows: Memo<Vec<Record>>,
    /// Their order.
    sort: ReadSignal<Sort>,
) -> impl IntoView {
    let store = use_store();
    let screen = use_screen();
    let UseWindowSizeReturn { height: window_height, .. } = use_window_size();
    let list = NodeRef::<html::Div>::new();
    let columns = store.part(ViewState::columns);
    let row_height =
        Memo::new(move |_| if screen.narrow.get() { NARROW_ROW_HEIGHT } else { ROW_HEIGHT });
    let count = Memo::new(move |_| rows.with(Vec::len));
    // How far the list is scrolled, in CSS pixels.
    let scrolled = RwSignal::new(0);
    // The rows in the document. On paper that is all of them.
    let drawn: Memo<Range<usize>> = Memo::new(move |_| {
        let count = count.get();
        if screen.printing.get() {
            return 0..count;
        }
        let height = row_height.get();
        let first = scrolled.get() / height;
        // The list is no higher than the window.
        let last = first + window_height.get() as usize / height;
        let end = (last + 1 + MARGIN).min(count);
        first.saturating_sub(MARGIN).min(end)..end
    });
    let placed = Memo::new(move |_| {
        let drawn = drawn.get();
        rows.with(|rows| {
            let shown = rows.get(drawn.clone()).unwrap_or_default().iter().zip(drawn);
            let shown = shown.map(|(record, at)| PlacedRecord { event: record.event, at });
            shown.collect::<Vec<_>>()
        })
    });
    let on_scroll = move |_| {
        position::moved();
        if let Some(list) = list.get_untracked() {
            scrolled.set(usize::try_from(list.scroll_top()).unwrap_or(0));
        }
    };
    // A new order or other filters start at the top.
    Effect::new(move |is_first: Option<()>| {
        rows.track();
        if let Some(list) = list.get_untracked().filter(|_| is_first.is_some()) {
            list.set_scroll_top(0);
        }
    });
    let spacer = move |rows: Signal<usize>| {
        let style = move || format!("height:{}px", rows.get() * row_height.get());
        view! { <tr class="spacer" aria-hidden="true" style=style></tr> }
    };
    let above = Signal::derive(move || drawn.with(|drawn| drawn.start));
    let below = Signal::derive(move || drawn.with(|drawn| count.get() - drawn.end));
    let width = move || {
        let width: u32 = columns.with(|columns| columns.iter().copied().map(width_for).sum());
        format!("min-width:{width}px")
    };
    let column_ids = Memo::new(move |_| {
        columns.with(|columns| columns.iter().map(|column| column.id().to_owned()).collect())
    });
    let heading = Callback::new(move |id: String| {
        let column = RecordColumn::from_id(&id);
        column.map(|column| view! { <RecordHeading column sort /> }).into_any()
    });
    view! {
        <div
            node_ref=list
            id=position::LIST_ID
            class="records"
            data-test="records"
            tabindex="0"
            role="region"
            aria-label="Records"
            hidden=move || count.get() == 0
            on:scroll=on_scroll
        >
            <table style=width aria-rowcount=move || (count.get() + 1).to_string()>
                <thead>
                    <tr aria-rowindex="1">
                        <Keyed keys=column_ids row=heading />
                    </tr>
                </thead>
                <tbody>
                    {spacer(above)} <KeyedRows rows=placed key=|row| row.event.to_string() let:row>
                        <RecordRow row column_ids />
                    </KeyedRows> {spacer(below)}
                </tbody>
            </table>
        </div>
    }
}

/// A heading that sorts.
#[component]
fn RecordHeading(
    /// The column.
    column: RecordColumn,
    /// The order.
    sort: ReadSignal<Sort>,
) -> impl IntoView {
    let store = use_store();
    let order = move || match (sort.get().column == column, sort.get().descending) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", " ↑"),
        (true, true) => ("descending", " ↓"),
    };
    view! {
        <th
            scope="col"
            data-column=column.id()
            aria-sort=move || order().0
            style=format!("width:{}px", width_for(column))
        >
            <button type="button" on:click=move |_| sort_by(store, column)>
                {column.label()}
                " "
                <span aria-hidden="true">{move || order().1}</span>
            </button>
        </th>
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
