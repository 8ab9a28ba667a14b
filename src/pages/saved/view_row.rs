//! A saved view in the list.

use explorer_dataset::date::PartialDate;
use explorer_view::saved::described::described;
use explorer_view::saved::file::item_text;
use explorer_view::saved::{Item, LONGEST_NAME, SavedView};
use explorer_view::sentence::date_words;
use explorer_view::tour::own::LONGEST_SENTENCE;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::told::{Told, name};
use crate::components::show::Show;
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::focus;
use crate::reactive::{memo, text};
use crate::saved::use_saved;
use crate::store::use_store;

/// What is saved, with what can be done with it.
#[component]
pub(super) fn ViewRow(
    /// What tells the item from all others.
    id: u32,
) -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let item = move || saved.list.with(|list| list.entry(id).map(|entry| entry.item.clone()));
    // The words are made anew only if the item is another one.
    let written = memo(move || item().as_ref().map(item_text).unwrap_or_default());
    let called = memo(move || item().as_ref().map(name).unwrap_or_default());
    let is_view = memo(move || matches!(item(), Some(Item::View(_))));
    let is_open = RwSignal::new(false);
    let (up, down) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    let place = move || saved.list.with(|list| (list.place(id), list.entries().len()));
    let is_first = move || place().0 == Some(0);
    let is_last = move || matches!(place(), (Some(at), count) if at + 1 == count);
    let shift = Callback::new(move |upwards: bool| {
        let focused = document().active_element();
        match saved.change(|list| list.shift(id, upwards)) {
            Ok(true) => {
                let (at, count) = untrack(place);
                let at = at.map_or(0, |at| at + 1);
                told.say(format!("{} is number {at} of {count} now.", called.get_untracked()));
            }
            Ok(false) => {}
            Err(words) => told.warn(words),
        }
        // What moves in the document loses the focus.
        if let Some(focused) = focused {
            after_effects(move || _ = focus(&focused));
        }
    });
    let by_key = move |event: ev::KeyboardEvent| {
        let upwards = match event.key().as_str() {
            "ArrowUp" => true,
            "ArrowDown" => false,
            _ => return,
        };
        if event.alt_key() {
            event.prevent_default();
            shift.run(upwards);
        }
    };
    let delete = move |_| match saved.change(|list| list.remove(id)) {
        Ok(Some((at, entry))) => told.deleted(at, entry),
        Ok(None) => {}
        Err(words) => told.warn(words),
    };
    let edit = NodeRef::<html::Button>::new();
    let close = Callback::new(move |()| {
        is_open.set(false);
        // What had the focus is gone.
        if let Some(edit) = edit.get_untracked() {
            focus(&edit);
        }
    });
    let label = move |what: &'static str| text(move || format!("{what} {}", called.get()));
    view! {
        <li data-test="saved-view" on:keydown=by_key>
            {move || match written.with(|_| untrack(item)) {
                None => ().into_any(),
                Some(Item::View(view)) => view! { <ViewWords view /> }.into_any(),
                Some(Item::Unknown(value)) => {
                    view! {
                        <p data-test="unknown-item">
                            "A later version of this page wrote this, and this one does not know it. It is kept, and goes into the file as it is."
                        </p>
                        <pre tabindex="0">{value.to_string()}</pre>
                    }
                        .into_any()
                }
            }}
            <div class="saved-tools">
                <Show when=move || is_view.get()>
                    <button
                        type="button"
                        data-test="edit-view"
                        node_ref=edit
                        aria-label=label("Name and sentence of")
                        aria-expanded=text(move || is_open.get().to_string())
                        on:click=move |_| is_open.update(|open| *open = !*open)
                    >
                        "Name and sentence"
                    </button>
                </Show>
                <button
                    type="button"
                    data-test="move-up"
                    node_ref=up
                    aria-label=label("Move up")
                    aria-disabled=text(move || is_first().to_string())
                    on:click=move |_| shift.run(true)
                >
                    "↑"
                </button>
                <button
                    type="button"
                    data-test="move-down"
                    node_ref=down
                    aria-label=label("Move down")
                    aria-disabled=text(move || is_last().to_string())
                    on:click=move |_| shift.run(false)
                >
                    "↓"
                </button>
                <button
                    type="button"
                    data-test="delete-view"
                    aria-label=label("Delete")
                    on:click=delete
                >
                    "Delete"
                </button>
            </div>
            <Show when=move || is_open.get()>
                <EditView id close />
            </Show>
        </li>
    }
}

/// What a view is called, what it shows, and the numbers that it had.
#[component]
fn ViewWords(
    /// The view.
    view: SavedView,
) -> impl IntoView {
    let store = use_store();
    let about = described(store.explorer, &view);
    let now = &store.explorer.dataset().codebook.version;
    let day = view.saved.parse::<PartialDate>().map_or_else(|_| view.saved.clone(), date_words);
    let mut facts = vec![about.words];
    facts.extend(about.steps.map(|steps| format!("{steps} steps")));
    let mut then = Vec::new();
    then.extend(about.then);
    if !day.is_empty() {
        then.push(format!("saved on {day}"));
    }
    then.extend(about.version.as_ref().map(|version| format!("dataset version {version}")));
    let here = about.here.map(|(link, counts)| {
        let counts = counts.map_or(String::new(), |counts| format!(": {counts}"));
        view! {
            <p class="hint">
                <a href=link data-test="open-here">
                    {format!("In version {now}")}
                </a>
                {counts}
            </p>
        }
    });
    let problems = about.problems.join("; ");
    let problems = (!problems.is_empty()).then(|| {
        view! {
            <p class="hint" data-test="saved-problem">
                {format!("Not all of its link can be applied to version {now}: {problems}.")}
            </p>
        }
    });
    view! {
        <h3>
            <a href=view.link data-test="open-view">
                {view.name}
            </a>
        </h3>
        <p data-test="saved-words">{facts.join(" · ")}</p>
        <p class="hint" data-test="saved-then">{then.join(" · ")}</p>
        {here}
        {problems}
        {(!view.sentence.is_empty())
            .then(|| view! { <p class="saved-sentence" data-test="saved-sentence">{view.sentence}</p> })}
    }
}

/// The fields for name and sentence.
#[component]
fn EditView(
    /// What tells the item from all others.
    id: u32,
    /// Closes them.
    close: Callback<()>,
) -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let item = saved.list.with_untracked(|list| list.entry(id).map(|entry| entry.item.clone()));
    let (before, about) = match item {
        Some(Item::View(view)) => (view.name, view.sentence),
        _ => Default::default(),
    };
    let name = RwSignal::new(before.clone());
    let sentence = RwSignal::new(about.clone());
    let keep = Callback::new(move |()| {
        let done =
            saved.change(|list| list.edit(id, &name.get_untracked(), &sentence.get_untracked()));
        match done {
            Ok(true) => told.say("Changed."),
            Ok(false) => told.warn("It is no longer in the list."),
            Err(words) => told.warn(words),
        }
        close.run(());
    });
    let by_key = move |event: ev::KeyboardEvent| {
        let then = match event.key().as_str() {
            "Enter" => keep,
            "Escape" => close,
            _ => return,
        };
        // The key would press the button that has the focus then.
        event.prevent_default();
        then.run(());
    };
    let field = NodeRef::<html::Input>::new();
    crate::reactive::effect(move || {
        if let Some(field) = field.get() {
            after_effects(move || _ = focus(&field));
        }
    });
    view! {
        <div class="saved-edit">
            <label>
                <span>"Name"</span>
                <input
                    type="text"
                    data-test="view-name"
                    maxlength=LONGEST_NAME.to_string()
                    node_ref=field
                    prop:value=before
                    on:input=move |event| name.set(event_target_value(&event))
                    on:keydown=by_key
                />
            </label>
            <label>
                <span>"Sentence, for a tour"</span>
                <input
                    type="text"
                    data-test="view-sentence"
                    maxlength=LONGEST_SENTENCE.to_string()
                    prop:value=about
                    on:input=move |event| sentence.set(event_target_value(&event))
                    on:keydown=by_key
                />
            </label>
            <button type="button" data-test="keep-edit" on:click=move |_| keep.run(())>
                "Keep"
            </button>
            <button type="button" data-test="cancel-edit" on:click=move |_| close.run(())>
                "Cancel"
            </button>
        </div>
    }
}
