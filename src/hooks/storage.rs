//! A person's own settings. Storage that is denied or full only means that they are forgotten.

use leptos::prelude::window;

fn local() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// The text stored under a key.
pub fn read(key: &str) -> Option<String> {
    local()?.get_item(key).ok().flatten()
}

/// Stores a text under a key, if the browser allows it.
pub fn write(key: &str, text: &str) {
    if let Some(storage) = local() {
        _ = storage.set_item(key, text);
    }
}
