//! Which start of the page it is. Where other records are shown, the page starts anew in the same document
//! ([`crate::app::show`]), and what the former one still waited for is dropped: its signals are gone.

use std::cell::Cell;

thread_local! {
    static LIFE: Cell<u32> = const { Cell::new(0) };
}

/// The present start drops all that waits, and another one begins.
pub fn end() {
    LIFE.set(LIFE.get().wrapping_add(1));
}

/// Work that is dropped if the page has started anew until it is its turn.
pub fn within(work: impl FnOnce() + 'static) -> impl FnOnce() + 'static {
    let began = LIFE.get();
    move || {
        if LIFE.get() == began {
            work();
        }
    }
}
