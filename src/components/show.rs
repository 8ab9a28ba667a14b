//! What is there under a condition.

use leptos::prelude::*;

use crate::reactive::memo;

/// Shows its children as long as a condition holds. Leptos's own `<Show>` is compiled anew for every
/// condition and every content; this one is there once.
#[component]
pub fn Show(
    /// The condition.
    #[prop(into)]
    when: Signal<bool>,
    /// What is shown while it does not hold.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What is shown while it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = memo(move || when.get());
    move || if holds.get() { children() } else { fallback.run() }
}
