//! A part of a page that waits for its turn while the page starts.

use leptos::html;
use leptos::prelude::*;
use web_sys::DomRect;

use crate::components::show::Show;
use crate::start::{Begins, Stage, use_turn};

/// Puts its children there in its turn ([`crate::start`]); at once when the start is over.
#[component]
pub fn InTurn(
    /// What it is for.
    #[prop(default = Stage::InSight)]
    stage: Stage,
    /// Where it begins at the earliest: the first view does not wait for what is below the window.
    #[prop(optional, into)]
    begins: Option<Begins>,
    /// The part of the page.
    children: ChildrenFn,
) -> impl IntoView {
    let turn = use_turn(stage, begins);
    let children = StoredValue::new(children);
    view! {
        <Show when=move || turn.get()>
            {children.with_value(|children| children())}
        </Show>
    }
}

/// Below the last part that a list has so far.
pub fn below_last(list: NodeRef<html::Div>) -> Begins {
    Begins::new(move |()| last_of(list).map_or(0.0, |last| last.bottom()))
}

/// Beside the last part that a grid has so far, or below it.
pub fn beside_last(grid: NodeRef<html::Div>) -> Begins {
    Begins::new(move |()| last_of(grid).map_or(0.0, |last| last.top()))
}

fn last_of(parent: NodeRef<html::Div>) -> Option<DomRect> {
    let last = parent.try_get_untracked().flatten()?.last_element_child()?;
    Some(last.get_bounding_client_rect())
}
