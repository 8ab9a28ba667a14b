//! A part of a page that waits for its turn while the page starts.

use leptos::prelude::*;

use crate::components::show::Show;
use crate::start::use_turn;

/// Puts its children there in its turn ([`crate::start`]); at once when the start is over.
#[component]
pub fn InTurn(
    /// Whether it waits for all that is on the page already to have had its turn.
    #[prop(optional)]
    behind: bool,
    /// The part of the page.
    children: ChildrenFn,
) -> impl IntoView {
    let turn = use_turn();
    let children = StoredValue::new(children);
    let part = move || children.with_value(|children| children());
    view! {
        <Show when=move || turn.get()>
            {match behind {
                true => view! { <InTurn>{part()}</InTurn> }.into_any(),
                false => part(),
            }}
        </Show>
    }
}
