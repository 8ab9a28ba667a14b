//! The paper rebuilt from the open dataset.

use web_sys::Element;

use super::markup::el;
use super::store::Store;

/// The paper's figures, tables and numbers; `section` is the one that the link names.
pub fn paper(_store: Store, _section: &str) -> Element {
    el("div").build()
}
