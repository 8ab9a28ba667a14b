//! Facts, each with its name.

use leptos::prelude::*;

/// Facts, each with its name.
#[component]
pub fn FactList(
    /// The names and the facts.
    facts: Vec<(&'static str, String)>,
) -> impl IntoView {
    let facts = facts.into_iter().map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! { <dl>{facts.collect_view()}</dl> }
}
