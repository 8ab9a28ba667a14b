//! The Chinese officials: who met whom, and at what level.

use web_sys::Element;

use super::empty::empty;
use super::store::Store;

/// The officials, side by side.
pub fn people(store: Store) -> Vec<Element> {
    vec![empty(store)]
}

/// An official's profile.
pub fn official(store: Store, _id: &str) -> Element {
    empty(store)
}
