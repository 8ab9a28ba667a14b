//! The part of Leptos that the page uses: its signals, memos and effects, and its ways to the
//! window.
//!
//! These are Leptos' own crates under the names that the crate `leptos` gives them. That crate
//! itself brings more than a page without views and servers can use: with it, code for streams from
//! a server is exported from the Wasm and can never be left out.

#![cfg(target_arch = "wasm32")]

/// What `leptos::prelude` has, as far as it is used here.
pub mod prelude {
    pub use leptos_dom::helpers::*;
    pub use reactive_graph::prelude::*;
    pub use reactive_graph::{computed::*, effect::*, graph::untrack, owner::*, signal::*};

    pub use crate::mount::mount_to_body;
}

pub use tachys::html::event as ev;

mod mount;
