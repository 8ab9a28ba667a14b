//! Records of a reader's own file that the reader keeps in this browser (`assets/kept-records.js`).

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls a function of the script.
async fn call(name: &str, text: Option<&str>) -> Result<JsValue, String> {
    let words = |reason: JsValue| {
        let message = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        message.or_else(|| reason.as_string()).unwrap_or_default()
    };
    let script = Reflect::get(&window(), &JsValue::from_str("keptRecords")).map_err(words)?;
    let function = Reflect::get(&script, &JsValue::from_str(name)).map_err(words)?;
    let function: Function = function.dyn_into().map_err(words)?;
    let text = text.map_or(JsValue::UNDEFINED, JsValue::from_str);
    let promise = function.call1(&script, &text).and_then(JsCast::dyn_into::<Promise>);
    JsFuture::from(promise.map_err(words)?).await.map_err(words)
}

/// Keeps records in the place of those that were kept before.
///
/// # Errors
/// Why the browser does not keep them.
pub async fn keep(text: &str) -> Result<(), String> {
    call("keep", Some(text)).await.map(|_| ())
}

/// The records that are kept, if there are such and the browser gives them.
pub async fn load() -> Option<String> {
    call("load", None).await.ok()?.as_string()
}

/// Forgets them.
///
/// # Errors
/// Why the browser still has them.
pub async fn forget() -> Result<(), String> {
    call("forget", None).await.map(|_| ())
}
