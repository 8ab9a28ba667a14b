//! Fields of a record before and after.

use explorer_dataset::changes::FieldChange;
use explorer_view::changes::{Told, told};
use leptos::prelude::*;

use crate::store::use_store;

/// How long before and after are together where they stand on one line.
const SHORT: usize = 56;

/// Fields of a record, each with what it said and what it says.
#[component]
pub fn FieldChanges(
    /// The fields.
    fields: Vec<FieldChange>,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let fields = fields.iter().map(|change| {
        let Told { field, from, to, is_list } = told(explorer, change);
        // Of a list, what has gone and what has come; of others, what has become of what.
        let signs = if is_list { "listed" } else { "turned" };
        let is_short = from.chars().count() + to.chars().count() <= SHORT;
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
                <dd class=signs class:short=is_short>
                    {from}
                    " "
                    {to}
                </dd>
            </div>
        }
    });
    view! { <dl class="field-changes">{fields.collect_view()}</dl> }
}
