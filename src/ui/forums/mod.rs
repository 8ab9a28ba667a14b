//! Forums and mechanisms: their sessions, who takes part, what is held beside them.

use web_sys::Element;

use super::empty::empty;
use super::store::Store;

/// The forums, side by side.
pub fn forums(store: Store) -> Vec<Element> {
    vec![empty(store)]
}

/// A forum's profile.
pub fn forum(store: Store, _id: &str) -> Element {
    empty(store)
}
