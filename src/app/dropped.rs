//! A file that is dropped anywhere on the page: it leads to the view of a reader's own file, which opens it
//! once it is there.

use explorer_view::state::Page;
use explorer_view::step::Step;
use leptos::ev;
use leptos::prelude::*;
use web_sys::{DataTransfer, DragEvent, File};

use crate::hooks::use_window_event::use_window_event;
use crate::store::Store;

/// The file that waits for the view; in context.
#[derive(Clone, Copy)]
struct Dropped(RwSignal<Option<File>, LocalStorage>);

/// The file that was dropped, until the view takes it.
pub fn use_dropped() -> RwSignal<Option<File>, LocalStorage> {
    expect_context::<Dropped>().0
}

/// Takes the files that are dropped.
pub fn follow(store: Store) {
    let dropped = RwSignal::new_local(None);
    provide_context(Dropped(dropped));
    for event in ["dragover", "drop"] {
        use_window_event(ev::Custom::<DragEvent>::new(event), move |event| {
            let Some(data) = event.data_transfer().filter(has_files) else { return };
            event.prevent_default();
            let file = data.files().and_then(|files| files.get(0));
            if let Some(file) = file.filter(|_| event.type_() == "drop") {
                dropped.set(Some(file));
                store.change(Step::Push, |state| *state = state.on(Page::File));
            }
        });
    }
}

/// Whether it is files that are dragged; which ones is told with the drop.
fn has_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}
