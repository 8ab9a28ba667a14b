//! What versions of the dataset changed in a record.

use explorer_embedded::changes;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::field_changes::FieldChanges;
use crate::store::use_store;

/// What versions changed in a record, the newest first; nothing if it is as it first was.
#[component]
pub fn RecordHistory(
    /// The id of the record.
    id: &'static str,
) -> impl IntoView {
    let store = use_store();
    // That the changes parse says the build; without them the record is still whole.
    let versions = changes().unwrap_or_default().into_iter().filter_map(|version| {
        let is_in = |ids: &[String]| ids.iter().any(|known| known == id);
        let fields = version.corrected.into_iter().find(|correction| correction.id == id);
        let what = match &fields {
            Some(_) => "corrected",
            None if is_in(&version.added) => "added",
            None if is_in(&version.reworded) => "note reworded",
            None => return None,
        };
        Some(view! {
            <p>
                <a href=move || {
                    store.link_to(Page::Changes)
                }>{format!("Version {}", version.version)}</a>
                {format!(": {what}")}
            </p>
            {fields.map(|correction| view! { <FieldChanges fields=correction.fields /> })}
        })
    });
    let versions: Vec<_> = versions.collect();
    (!versions.is_empty()).then(|| {
        view! {
            <div data-test="record-history">
                <h3>"History of this record"</h3>
                {versions}
            </div>
        }
    })
}
