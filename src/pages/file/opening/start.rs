//! The ways to open a table: a button, a drop, a paste.

use js_sys::JsString;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::promise::Promise;
use super::source::Source;
use crate::pages::file::store::use_file_store;

/// A text of one line that is longer than this is no part of a table that somebody types, in UTF-16
/// units.
const LONG: u32 = 10_000;

/// What the field holds without becoming slow, in UTF-16 units.
const FIELD: u32 = 200_000;

/// The files that the browser offers first.
const ACCEPT: &str = ".csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.geojson,.xlsx,.xlsm,.ods,\
    text/csv,application/json,\
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,\
    application/vnd.oasis.opendocument.spreadsheet";

#[wasm_bindgen]
extern "C" {
    /// What is pasted. A text stays the browser's own: it may have a hundred megabytes.
    #[wasm_bindgen(js_name = DataTransfer)]
    type Pasted;
    #[wasm_bindgen(method, catch, js_name = getData)]
    fn get_data(this: &Pasted, format: &str) -> Result<JsString, JsValue>;
}

/// The ways to open a table. They stay where they are while one is open.
#[component]
pub fn Start() -> impl IntoView {
    let store = use_file_store();
    let field = NodeRef::<html::Input>::new();
    let area = NodeRef::<html::Textarea>::new();
    let choose = move |_| {
        let Some(field) = field.get_untracked() else { return };
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            store.look(Source::of_file(file));
        }
        // The same file again is another choice: it may have changed.
        field.set_value("");
    };
    let typed = move || area.get_untracked().map_or(String::new(), |area| area.value());
    let paste = move |event: ev::ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        if let Some(file) = data.files().and_then(|files| files.get(0)) {
            event.prevent_default();
            return store.look(Source::of_file(file));
        }
        // What web-sys has copies the text; this leaves it where it is.
        let Ok(text) = data.unchecked_ref::<Pasted>().get_data("text/plain") else { return };
        let typed = typed();
        // A table is opened at once. A few words go into the field, and so does a table that is
        // pasted to what is in it already.
        let is_table = text.trim().includes("\n", 0) || text.length() > LONG;
        if !is_table || (!typed.is_empty() && text.length() < FIELD) {
            return;
        }
        event.prevent_default();
        if let Some(source) = Source::of_text(&js_sys::Array::of2(&typed.into(), &text)) {
            store.look(source);
        }
    };
    let open = move |_| {
        let text = typed();
        if text.trim().is_empty() {
            store.failure.set(Some("There is nothing in the field to be opened.".to_owned()));
        } else if let Some(source) = Source::of_text(&js_sys::Array::of1(&text.into())) {
            store.look(source);
        }
    };
    view! {
        <div class="own-start" on:paste=paste>
            <label class="own-pick">
                <span class="primary">"Open a file"</span>
                <small>"CSV, TSV, JSON, JSON Lines, XLSX or ODS. Or drop it anywhere on this page."</small>
                <input
                    type="file"
                    class="unseen"
                    data-test="file-input"
                    accept=ACCEPT
                    node_ref=field
                    on:change=choose
                />
            </label>
            <details class="own-paste">
                <summary>"Paste a table instead"</summary>
                <label for="own-file-paste">"Rows copied from a spreadsheet or a text file"</label>
                <textarea
                    data-test="paste-text"
                    id="own-file-paste"
                    rows="4"
                    spellcheck="false"
                    placeholder="date;country;agency …"
                    node_ref=area
                ></textarea>
                <button type="button" class="primary" data-test="paste-open" on:click=open>
                    "Open what is pasted"
                </button>
            </details>
            <Promise />
        </div>
    }
}
