//! An event in the table.

use explorer_dataset::event::Event;
use explorer_explore::records::{RecordColumn, cell};
use leptos::prelude::*;

use crate::store::use_store;

/// An event. A click on its row opens it, as its link does.
#[component]
pub fn RecordRow(
    /// The event.
    event: &'static Event,
    /// The columns.
    columns: Vec<RecordColumn>,
    /// What the links to events end with.
    ending: Memo<String>,
    /// Whether it is in view.
    shown: Signal<bool>,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let cells = columns.into_iter().map(|column| {
        let text = cell(explorer, event, column);
        let content = match column {
            RecordColumn::Title => {
                let link = move || ending.with(|ending| format!("#/record/{}{ending}", event.id));
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
            _ => text.into_any(),
        };
        view! { <td class=format!("col-{}", column.id())>{content}</td> }
    });
    view! {
        <tr data-test=move || shown.get().then_some("record") data-id=event.id.as_str()>
            {cells.collect_view()}
        </tr>
    }
}
