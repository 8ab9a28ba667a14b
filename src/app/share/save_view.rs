//! The way to save a view in this browser, under a name.

use explorer_export::Origin;
use explorer_view::saved::list::Outcome;
use explorer_view::saved::{LONGEST_NAME, SavedView};
use explorer_view::shared::shared;
use explorer_view::state::Page;
use explorer_view::title::title;
use leptos::ev;
use leptos::prelude::*;

use crate::app::figure_source::origin;
use crate::components::show::Show;
use crate::reactive::{memo, text};
use crate::saved::use_saved;
use crate::store::{Store, use_store};

/// A field for the name, which proposes what the view shows, and the button.
#[component]
pub fn SaveView() -> impl IntoView {
    let store = use_store();
    let saved = use_saved();
    let proposed = memo(move || {
        let words = store.state.with(|state| title(store.explorer, &state.without_tour()));
        if words.is_empty() { "All records".to_owned() } else { words }
    });
    let typed = RwSignal::new(None::<String>);
    let name = memo(move || typed.get().unwrap_or_else(|| proposed.get()));
    let told = RwSignal::new(String::new());
    // What was said and typed is of the view before.
    crate::reactive::effect(move || {
        proposed.track();
        typed.set(None);
        told.set(String::new());
    });
    let save = Callback::new(move |()| {
        let name = name.get_untracked();
        let name = if name.trim().is_empty() { proposed.get_untracked() } else { name };
        let view = view_of(store, &name);
        let name = view.name.clone();
        // The same words are said again only if they were gone.
        told.set(String::new());
        told.set(match saved.change(|list| list.save(view)) {
            Ok(Outcome::Saved) => format!("Saved as \u{201c}{name}\u{201d}."),
            Ok(Outcome::There) => format!("\u{201c}{name}\u{201d} is saved already."),
            Ok(Outcome::Full) => {
                "Nothing was saved: the list is full. Delete what you no longer need.".to_owned()
            }
            Err(words) => format!("{words} Copy the link instead."),
        });
    });
    let by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            save.run(());
        }
    };
    let count = memo(move || saved.list.with(|list| list.entries().len()));
    view! {
        <section>
            <h2>"Save this view"</h2>
            <input
                type="text"
                aria-label="Name of the view"
                data-test="save-name"
                maxlength=LONGEST_NAME.to_string()
                prop:value=move || name.get()
                on:input=move |event| typed.set(Some(event_target_value(&event)))
                on:keydown=by_key
            />
            <button type="button" data-test="save-view" on:click=move |_| save.run(())>
                "Save this view"
            </button>
            <Show when=move || { count.get() > 0 }>
                <a class="text-button" href=store.link(Page::Saved) data-test="to-saved">
                    {text(move || format!("Saved views ({})", count.get()))}
                </a>
            </Show>
            <p class="hint" role="status" data-test="save-told">
                {move || told.get()}
            </p>
        </section>
    }
}

/// The view as it is saved: what its link restores, with the numbers of now.
fn view_of(store: Store, name: &str) -> SavedView {
    let state = store.state.with_untracked(|state| shared(store.explorer, state).state);
    let Origin { link, retrieved, .. } = origin(store);
    let link = link.find('#').map_or("", |at| &link[at..]);
    let counts = state.page.is_filtered().then(|| state.outcome(store.explorer).summary);
    SavedView::new(name, link, &retrieved, counts)
}
