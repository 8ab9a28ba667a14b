//! The view of a reader's own file: from a file to an open table ([`opening`]), and what is shown of it
//! ([`table`]). A table is read and counted by a module of its own ([`service`]).

mod components;
mod kept_file;
mod opening;
mod own_file;
mod service;
mod store;
mod table;
mod wanted_file;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::timing::after_paint;
use kept_file::KeptFile;
use own_file::OwnFile;
use service::Module;
use store::FileStore;
use wanted_file::WantedFile;

/// The view, with what is kept in this browser above it.
#[component]
pub fn FilePage() -> impl IntoView {
    // Whoever comes here is about to open a file. That it cannot be read is told then.
    after_paint(|| spawn_local(async { _ = Module::load().await }));
    let view = match FileStore::of_page() {
        Ok(store) => {
            provide_context(store);
            view! { <OwnFile /> }.into_any()
        }
        Err(words) => view! { <p>{words}</p> }.into_any(),
    };
    view! {
        <WantedFile />
        <KeptFile />
        <own-file>{view}</own-file>
    }
}
