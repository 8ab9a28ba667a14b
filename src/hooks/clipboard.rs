//! Putting a text on the clipboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

#[wasm_bindgen]
extern "C" {
    /// `navigator.clipboard.writeText(text)`; missing where the page is not from a safe place.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
    /// `document.execCommand(command)`: old, and what is left in a file or a frame.
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(command: &str) -> Result<bool, JsValue>;
}

/// Puts a text on the clipboard; `done` is called with whether that worked.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    // Asked for within the click: browsers allow it only then.
    let Ok(promise) = write_text(text) else { return done(copy_by_selection(text)) };
    let text = text.to_owned();
    leptos::task::spawn_local(async move {
        done(JsFuture::from(promise).await.is_ok() || copy_by_selection(&text));
    });
}

/// Selects the text in a field for a moment and copies what is selected.
fn copy_by_selection(text: &str) -> bool {
    let field = document().create_element("textarea").ok();
    let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(field), Some(body)) = (field, document().body()) else { return false };
    field.set_class_name("unseen");
    field.set_value(text);
    _ = body.append_child(&field);
    field.select();
    let worked = exec_command("copy").unwrap_or(false);
    field.remove();
    worked
}
