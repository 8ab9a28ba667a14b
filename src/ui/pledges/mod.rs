//! What China pledged: training, facilities, equipment, agreements.

use web_sys::Element;

use super::markup::el;
use super::store::Store;

/// The pledges over time.
pub fn pledges(_store: Store) -> Element {
    el("div").build()
}
