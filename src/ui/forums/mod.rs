//! Forums and mechanisms: their sessions, who takes part, what is held beside them.

mod list;
mod page;
mod sessions;
mod share;
mod sizes;

use web_sys::Element;

use super::empty::empty;
use super::markup::el;
use super::store::Store;

pub use page::forum;
pub use sessions::sessions;
pub use share::share;

/// The forums, side by side.
pub fn forums(store: Store) -> Vec<Element> {
    let pair = [share(store), sizes::sizes(store)];
    vec![
        empty(store),
        sessions(store, None),
        el("div").class("forum-charts").all_kept(pair).build(),
        list::list(store),
    ]
}
