//! The list as a file: taken away, and brought back.

use explorer_number::grouped;
use explorer_view::saved::file;
use explorer_view::saved::list::Brought;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::told::Told;
use crate::hooks::download;
use crate::reactive::memo;
use crate::saved::{Saved, use_saved};

/// The two ways.
#[component]
pub(super) fn SavedFiles() -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let is_empty = memo(move || saved.list.with(|list| list.entries().is_empty()));
    let take = move |_| {
        if is_empty.get_untracked() {
            return told.say("There is nothing to take away yet.");
        }
        let text = saved.list.with_untracked(file::write);
        download::text("saved-views.json", "application/json", &text);
        told.say("The list was handed to the browser as saved-views.json.");
    };
    let bring = move |event: ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(given) = input.files().and_then(|files| files.get(0)) else { return };
        let name = given.name();
        if given.size() > file::LARGEST as f64 {
            return told.warn(format!("{name} is larger than 4 MB, which no list of views is."));
        }
        leptos::task::spawn_local(async move {
            let text = JsFuture::from(given.text()).await.ok().and_then(|text| text.as_string());
            // The same file can be chosen again once it is mended.
            input.set_value("");
            match text {
                Some(text) => bring_back(saved, told, &name, &text),
                None => told.warn(format!("{name} could not be read. Nothing was changed.")),
            }
        });
    };
    view! {
        <div class="saved-files">
            <button type="button" data-test="take-away" on:click=take>
                "Take away as a file"
            </button>
            <label class="file-button">
                <input
                    type="file"
                    class="unseen"
                    accept=".json,application/json"
                    data-test="bring-back"
                    on:change=bring
                />
                <span>"Bring back a file"</span>
            </label>
        </div>
    }
}

fn bring_back(saved: Saved, told: Told, name: &str, text: &str) {
    let items = match file::read(text) {
        Ok(items) => items,
        Err(damage) => {
            return told.warn(format!("{name} was not read. {damage}. Nothing was changed."));
        }
    };
    match saved.change(|list| list.bring(items)) {
        Ok(brought) => told.say(words(brought)),
        Err(words) => told.warn(words),
    }
}

fn words(Brought { new, there, left }: Brought) -> String {
    let count = |count: usize| grouped(count as u64);
    let mut words = match new {
        0 => "Nothing in the file is new".to_owned(),
        1 => "1 view was added".to_owned(),
        new => format!("{} views were added", count(new)),
    };
    match there {
        0 => {}
        1 => words += "; 1 of the file was in the list already",
        there => words += &format!("; {} of the file were in the list already", count(there)),
    }
    if left > 0 {
        words += &format!("; {} found no room", count(left));
    }
    words + "."
}
