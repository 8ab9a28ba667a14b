//! Where the focus goes when what it was on is gone. Left to the browser it falls to the top of the
//! document, and whoever reads by ear or keyboard begins anew.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::after_effects::after_effects;

/// The id of the bar that says what is in view: what follows a change of the filters is read from there.
pub const IN_VIEW: &str = "in-view";

/// The id of what a page shows.
pub const MAIN: &str = "main";

/// Focuses an element; whether it took the focus.
pub fn focus(element: &Element) -> bool {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return false };
    _ = element.focus();
    document().active_element().as_ref() == Some(element)
}

/// Focuses the element with an id; whether it took the focus.
pub fn focus_id(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus(&element))
}

/// Focuses the bar above the page, or else the page, once a change is in the document.
pub fn focus_in_view() {
    after_effects(|| _ = focus_id(IN_VIEW) || focus_id(MAIN));
}
