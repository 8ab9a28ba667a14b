//! What came of the reader's last step, and the way to undo it.

use explorer_view::saved::Item;
use explorer_view::saved::list::Entry;
use leptos::html;
use leptos::prelude::*;

use crate::components::show::Show;
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::focus;
use crate::saved::use_saved;

/// What is said of the last step; in context.
#[derive(Clone, Copy)]
pub(super) struct Told {
    words: RwSignal<String>,
    is_warning: RwSignal<bool>,
    /// What was deleted last, and where it stood; whether that can be undone.
    deleted: StoredValue<Option<(usize, Entry)>>,
    can_undo: RwSignal<bool>,
    undo: NodeRef<html::Button>,
    line: NodeRef<html::Div>,
}

impl Told {
    pub fn new() -> Self {
        Self {
            words: RwSignal::default(),
            is_warning: RwSignal::new(false),
            deleted: StoredValue::new(None),
            can_undo: RwSignal::new(false),
            undo: NodeRef::new(),
            line: NodeRef::new(),
        }
    }

    /// Says what came of a step.
    pub fn say(self, words: impl Into<String>) {
        self.tell(words.into(), false);
    }

    /// Says why a step came to nothing.
    pub fn warn(self, words: impl Into<String>) {
        self.tell(words.into(), true);
    }

    fn tell(self, words: String, is_warning: bool) {
        self.can_undo.set(false);
        // The same words are said again only if they were gone.
        self.words.set(String::new());
        self.is_warning.set(is_warning);
        self.words.set(words);
    }

    /// Says what was deleted, and offers to undo that: there the focus goes, which was on what is gone.
    pub fn deleted(self, at: usize, entry: Entry) {
        self.say(format!("{} was deleted.", name(&entry.item)));
        self.deleted.set_value(Some((at, entry)));
        self.can_undo.set(true);
        after_effects(move || {
            if let Some(undo) = self.undo.get_untracked() {
                focus(&undo);
            }
        });
    }
}

/// What an item is called in a sentence.
pub(super) fn name(item: &Item) -> String {
    match item {
        Item::View(view) => format!("\u{201c}{}\u{201d}", view.name),
        Item::Unknown(_) => "What this page does not know".to_owned(),
    }
}

/// The line that says it.
#[component]
pub(super) fn ToldLine() -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let undo = move |_| {
        let Some((at, entry)) = told.deleted.try_update_value(Option::take).flatten() else {
            return;
        };
        let name = name(&entry.item);
        match saved.change(|list| list.restore(at, entry)) {
            Ok(()) => told.say(format!("{name} is back in its place.")),
            Err(words) => told.warn(words),
        }
        // The button goes with what it undid.
        if let Some(line) = told.line.get_untracked() {
            focus(&line);
        }
    };
    view! {
        <div class="saved-told" tabindex="-1" node_ref=told.line>
            <p role="status" data-test="saved-told" class:error=move || told.is_warning.get()>
                {move || told.words.get()}
            </p>
            <Show when=move || told.can_undo.get()>
                <button type="button" data-test="undo-delete" node_ref=told.undo on:click=undo>
                    "Undo"
                </button>
            </Show>
        </div>
    }
}
