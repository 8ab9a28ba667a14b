//! The table itself. All rows in view are in the document: they have the height of their text, so none
//! can be left out without knowing how high it would be, and the browser finds a word in any of them.
//!
//! A row is made once and stays, hidden while it is not in view: to make two hundred of them takes some
//! 100 ms, to hide or show them a fraction of that. So a step of a filter makes none. Of a reader's own
//! file with thousands of events the first ones in view are made, some more behind the paint, and the rest
//! when they are asked for.

use explorer_explore::measure::Measure;
use explorer_explore::records::{Record, RecordColumn, Sort, records};
use explorer_number::grouped;
use explorer_view::state::{Page, ViewState};
use explorer_view::step::Step;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use super::record_row::RecordRow;
use super::sort::sort_by;
use crate::components::keyed::Keyed;
use crate::components::show::Show;
use crate::components::table_scroll::TableScroll;
use crate::reactive::memo;
use crate::store::use_store;
use crate::{position, timing};

/// How many rows a new view shows in its first frame: more than a window has room for.
const FIRST: usize = 30;
/// How many events a dataset may have for all of them to be in the document.
const ALL: usize = 1000;
/// How many rows are made at a time of a dataset that has more.
const AT_A_TIME: usize = 200;

/// The table of events.
#[component]
pub fn RecordTable(
    /// The events in view, sorted.
    rows: Memo<Vec<Record>>,
    /// Their order.
    sort: ReadSignal<Sort>,
) -> impl IntoView {
    let store = use_store();
    let events = &store.explorer.dataset().events;
    let columns = store.part(ViewState::columns);
    let column_ids = memo(move || {
        columns.with(|columns| columns.iter().map(|column| column.id().to_owned()).collect())
    });
    let all: Memo<Vec<Record>> = memo(move || {
        let every = &store.explorer.totals(Measure::Events).rows;
        records(store.explorer, every, sort.get())
    });
    // A new view shows its first rows at once and the others a frame later, unless it has to be as high
    // as it was: the reader has been there.
    let is_begun = RwSignal::new(position::is_noted());
    timing::after_paint(move || _ = is_begun.try_set(true));
    // Other columns make other rows: that is rare, and so the cells of a row have nothing to follow.
    let are_all = events.len() <= ALL;
    let most = RwSignal::new(AT_A_TIME);
    let painted: ReadSignal<Vec<Record>> = timing::painted(rows.into());
    let are_painted = memo(move || painted.with(|painted| rows.with(|rows| painted == rows)));
    let keys = memo(move || {
        let columns = column_ids.with(|ids: &Vec<String>| ids.join(","));
        let key = |record: &Record| format!("{} {columns}", record.event);
        if !are_all {
            let count = if are_painted.get() { most.get() } else { FIRST };
            return rows.with(|rows| rows.iter().take(count).map(key).collect());
        }
        if is_begun.get() {
            return all.with(|all| all.iter().map(key).collect::<Vec<_>>());
        }
        rows.with(|rows| rows.iter().take(FIRST).map(key).collect())
    });
    let in_view = memo(move || {
        let mut in_view = vec![false; events.len()];
        rows.with(|rows| rows.iter().for_each(|record| in_view[record.event] = true));
        in_view
    });
    // What the links of all rows end with: the filters.
    let ending = memo(move || {
        let link = store.link_to(Page::Record(String::new()));
        link.find('?').map_or(String::new(), |at| link[at..].to_owned())
    });
    let row = Callback::new(move |key: String| {
        let at = key.split(' ').next().and_then(|at| at.parse::<usize>().ok());
        let event = at.and_then(|at| events.get(at));
        let columns = columns.get_untracked();
        event
            .zip(at)
            .map(|(event, at)| {
                let shown =
                    Signal::derive(move || in_view.with(|shown| shown.get(at) == Some(&true)));
                view! { <RecordRow event columns ending shown /> }
            })
            .into_any()
    });
    let heading = Callback::new(move |id: String| {
        let column = RecordColumn::from_id(&id);
        column.map(|column| view! { <RecordHeading column sort /> }).into_any()
    });
    let open = move |click: ev::MouseEvent| {
        // Selecting text, or following the link itself, is not opening.
        let selection = window().get_selection().ok().flatten();
        let selecting = selection.is_some_and(|selection| !selection.is_collapsed());
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| !selecting) else { return };
        let row = target.closest("tr").ok().flatten();
        let id = row.and_then(|row| row.get_attribute("data-id"));
        if let Some(id) = id.filter(|_| !target.is_instance_of::<HtmlAnchorElement>()) {
            store.change(Step::Push, |state| state.page = Page::Record(id));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    let is_empty = memo(move || rows.with(Vec::is_empty));
    let anew = Signal::derive(move || rows.track());
    let more = move || {
        let (count, most) = (rows.with(Vec::len), most.get());
        (!are_all && count > most)
            .then(|| format!("{} of {} events are shown. ", words(most), words(count)))
    };
    view! {
        <div hidden=move || is_empty.get()>
            <TableScroll class="records" label="Records" anew>
                <table data-test="records">
                    <thead>
                        <tr>
                            <Keyed keys=column_ids row=heading />
                        </tr>
                    </thead>
                    <tbody on:click=open>
                        <Keyed keys row />
                    </tbody>
                </table>
            </TableScroll>
            <Show when=move || more().is_some()>
                <p data-test="records-shown">
                    {more}
                    <button
                        type="button"
                        class="text-button"
                        data-test="more-records"
                        on:click=move |_| most.update(|most| *most += AT_A_TIME)
                    >
                        {format!("Show {AT_A_TIME} more")}
                    </button>
                </p>
            </Show>
        </div>
    }
}

fn words(count: usize) -> String {
    grouped(u32::try_from(count).unwrap_or(u32::MAX))
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
        <th scope="col" data-column=column.id() aria-sort=move || order().0>
            <button type="button" on:click=move |_| sort_by(store, column)>
                {column.label()}
                " "
                <span aria-hidden="true">{move || order().1}</span>
            </button>
        </th>
    }
}
