//! A fact with its name.

use leptos::prelude::*;

/// A line of a list of facts.
#[component]
pub(super) fn Fact(
    /// What it is.
    name: &'static str,
    /// The fact.
    children: Children,
) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
