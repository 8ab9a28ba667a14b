//! What stays in a person's browser. It may be denied or full: of settings this only means that they are
//! forgotten, and whoever keeps more than that says so.

use leptos::prelude::window;

fn local() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The text stored under a key.
pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Stores a text under a key. Whether the browser did.
pub fn write(key: &str, text: &str) -> bool {
    local().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Whether the browser lets the page keep anything.
pub fn is_there() -> bool {
    local().is_some()
}
