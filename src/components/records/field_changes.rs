//! Fields of a record before and after.

use explorer_dataset::changes::FieldChange;
use explorer_view::changes::{Told, told};
use leptos::prelude::*;

use crate::store::use_store;

/// Fields of a record, each with what it said and what it says.
#[component]
pub fn FieldChanges(
    /// The fields.
    fields: Vec<FieldChange>,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let fields = fields.iter().map(|change| {
        let Told { field, from, to } = told(explorer, change);
        // Strikethrough is not read aloud.
        let from = (!from.is_empty()).then(|| {
            view! {
                <del>
                    <span class="unseen">"Before: "</span>
                    {from}
                </del>
            }
        });
        let to = (!to.is_empty()).then(|| {
            view! {
                <ins>
                    <span class="unseen">"Now: "</span>
                    {to}
                </ins>
            }
        });
        view! {
            <div data-value=change.field.clone()>
                <dt>{field}</dt>
                <dd>{from} {to}</dd>
            </div>
        }
    });
    view! { <dl class="field-changes">{fields.collect_view()}</dl> }
}
