//! The views that a reader has saved, as this browser keeps them. Other tabs of the page have the same
//! list: it is read anew before every change, and whenever one of them has changed it.

use explorer_view::saved::file;
use explorer_view::saved::list::SavedViews;
use leptos::ev;
use leptos::prelude::*;

use crate::hooks::storage;
use crate::hooks::use_window_event::use_window_event;

const KEY: &str = "saved-views";

/// Said where the browser keeps nothing.
pub const DENIED: &str =
    "This browser keeps nothing for this page: its storage is switched off or full.";

/// The saved views; in context.
#[derive(Clone, Copy)]
pub struct Saved {
    /// The list.
    pub list: ReadSignal<SavedViews>,
    set_list: WriteSignal<SavedViews>,
    /// Why what the browser keeps is no list; empty if it is one. Nothing is written over it then.
    pub damage: RwSignal<String>,
    /// What was read last.
    text: StoredValue<String>,
}

/// Puts the saved views into context, and follows what other tabs make of them.
pub fn provide_saved() {
    let (list, set_list) = signal(SavedViews::default());
    let (damage, text) = (RwSignal::default(), StoredValue::default());
    let saved = Saved { list, set_list, damage, text };
    saved.read();
    use_window_event(ev::Custom::<ev::Event>::new("storage"), move |_| saved.read());
    provide_context(saved);
}

/// The saved views.
pub fn use_saved() -> Saved {
    expect_context()
}

impl Saved {
    /// Reads what the browser keeps, if that is another text than was read last.
    fn read(self) {
        let text = storage::read(KEY).unwrap_or_default();
        if self.text.with_value(|before| *before == text) {
            return;
        }
        match if text.is_empty() { Ok(Vec::new()) } else { file::read(&text) } {
            Ok(items) => {
                self.set_list.update(|list| *list = list.with_items(items));
                self.damage.set(String::new());
            }
            Err(damage) => self.damage.set(damage.to_string()),
        }
        self.text.set_value(text);
    }

    /// Changes the list, here and in the browser's storage.
    ///
    /// # Errors
    /// In words for the reader, if the browser does not keep it; then nothing has changed.
    pub fn change<T>(self, change: impl FnOnce(&mut SavedViews) -> T) -> Result<T, String> {
        let mut list = self.to_change()?;
        let answer = change(&mut list);
        self.write(list).map(|()| answer)
    }

    /// The list as the browser keeps it now, if it may be changed.
    fn to_change(self) -> Result<SavedViews, String> {
        self.read();
        if !self.damage.with_untracked(String::is_empty) {
            let words =
                "What this browser keeps as saved views cannot be read, and is not written over.";
            return Err(words.to_owned());
        }
        Ok(self.list.get_untracked())
    }

    fn write(self, list: SavedViews) -> Result<(), String> {
        let is_same = self.list.with_untracked(|before| *before == list);
        if is_same && self.damage.with_untracked(String::is_empty) {
            return Ok(());
        }
        let text = file::write(&list);
        if !storage::write(KEY, &text) {
            return Err(format!("{DENIED} Nothing was changed."));
        }
        self.text.set_value(text);
        self.set_list.set(list);
        self.damage.set(String::new());
        Ok(())
    }

    /// What the browser keeps, as it was read last.
    pub fn text(self) -> String {
        self.text.get_value()
    }

    /// Begins anew, without what could not be read.
    ///
    /// # Errors
    /// In words for the reader, if the browser does not keep it.
    pub fn begin_anew(self) -> Result<(), String> {
        self.write(SavedViews::default())
    }
}
