//! Whether the page is laid out and painted whole: what is out of sight, too (`figure.css`).

use leptos::prelude::document;

/// Lays out and paints the page whole, or only what is in sight.
pub fn set_whole(whole: bool) {
    let root = document().document_element();
    _ = root.map(|root| root.toggle_attribute_with_force("data-whole", whole));
}
