//! A part of a page that waits for its turn while the page starts.

use leptos::prelude::*;

use crate::components::show::Show;
use crate::start::use_turn;

/// Puts its children there in its turn ([`crate::start`]); at once when the start is over.
#[component]
pub fn InTurn(
    /// The part of the page.
    children: ChildrenFn,
) -> impl IntoView {
    let turn = use_turn();
    view! { <Show when=move || turn.get()>{children()}</Show> }
}
