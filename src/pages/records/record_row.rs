//! An event in the table.

use explorer_dataset::event::Event;
use explorer_explore::records::{RecordColumn, cell};
use explorer_view::state::Page;
use explorer_view::step::Step;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use crate::components::keyed::Keyed;
use crate::store::use_store;

/// An event and its place in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlacedRecord {
    /// The event's position in the dataset.
    pub event: usize,
    /// The row's position in the table.
    pub at: usize,
}

/// A row; a click on it opens the event.
#[component]
pub fn RecordRow(
    /// What it shows.
    row: Memo<PlacedRecord>,
    /// The ids of the columns.
    column_ids: Memo<Vec<String>>,
) -> impl IntoView {
    let store = use_store();
    let event = store.explorer.dataset().events.get(row.get_untracked().event)?;
    let open = move |click: ev::MouseEvent| {
        // Selecting text, or following the link itself, is not opening.
        let selection = window().get_selection().ok().flatten();
        let selecting = selection.is_some_and(|selection| !selection.is_collapsed());
        let target = click.target();
        let is_link = target.is_some_and(|target| target.dyn_ref::<HtmlAnchorElement>().is_some());
        if !selecting && !is_link {
            store.change(Step::Push, |state| state.page = Page::Record(event.id.clone()));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    let record_cell = Callback::new(move |id: String| {
        let column = RecordColumn::from_id(&id);
        column.map(|column| view! { <RecordCell event column /> }).into_any()
    });
    Some(view! {
        <tr
            data-test="record"
            data-id=event.id.as_str()
            aria-rowindex=move || (row.get().at + 2).to_string()
            on:click=open
        >
            <Keyed keys=column_ids row=record_cell />
        </tr>
    })
}

/// What a column says of an event.
#[component]
fn RecordCell(
    /// The event.
    event: &'static Event,
    /// The column.
    column: RecordColumn,
) -> impl IntoView {
    let store = use_store();
    let text = cell(store.explorer, event, column);
    let content = match column {
        RecordColumn::Title => {
            let link = move || store.link_to(Page::Record(event.id.clone()));
            view! { <a href=link>{text}</a> }.into_any()
        }
        RecordColumn::Agency => {
            let dot = format!("agency-dot {}", event.agency.to_ascii_lowercase());
            view! {
                <i class=dot></i>
                {text}
            }
            .into_any()
        }
        RecordColumn::Confidence => {
            view! { <span class=format!("tag {}", event.confidence)>{text}</span> }.into_any()
        }
        _ => view! { <div>{text}</div> }.into_any(),
    };
    view! { <td class=format!("col-{}", column.id())>{content}</td> }
}
