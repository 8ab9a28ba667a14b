//! Handing files to the browser, and texts to the clipboard.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlCanvasElement, HtmlElement, HtmlImageElement, HtmlTextAreaElement, Url};

use super::markup::el;
use super::store::Store;
use explorer_embedded::CONTENT_HASH;
use explorer_export::Origin;
use explorer_view::hash;
use explorer_view::sentence::filter_words;

/// How many pixels of a PNG make one of the page.
const SHARP: u32 = 2;

/// What a file taken from a view says of itself.
pub fn origin(store: Store) -> Origin {
    let codebook = &store.explorer.dataset().codebook;
    let today: String = js_sys::Date::new_0().to_iso_string().into();
    Origin {
        filters: store.scope.with_untracked(|scope| filter_words(store.explorer, scope)),
        link: address(
            &store.state.with_untracked(|state| hash::encode_with(state, &codebook.version)),
        ),
        dataset: codebook.title.clone(),
        version: codebook.version.clone(),
        released: codebook.released.clone(),
        hash: CONTENT_HASH.to_owned(),
        // `YYYY-MM-DDTHH:…`
        retrieved: today.split('T').next().unwrap_or_default().to_owned(),
    }
}

/// A view's full address; `link` from `#` on. A file that is open from a disk has one, too.
pub fn address(link: &str) -> String {
    let here = window().location().href().unwrap_or_default();
    let base = here.split(['#', '?']).next().unwrap_or_default();
    format!("{base}{link}")
}

/// Saves a text as a file.
pub fn text(name: &str, kind: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        save(name, &blob);
    }
}

fn save(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let link = el("a").attr("href", url.as_str()).attr("download", name).build();
    // Some browsers follow only links that are in the document.
    if let Some(body) = document().body() {
        _ = body.append_child(&link);
    }
    link.unchecked_ref::<HtmlElement>().click();
    link.remove();
    // The browser has to have begun to read it.
    set_timeout(move || _ = Url::revoke_object_url(&url), std::time::Duration::from_secs(60));
}

/// Saves an SVG picture as a PNG file of twice its size.
pub fn png(name: String, svg: &str) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let encoded: String = js_sys::encode_uri_component(svg).into();
    let loaded = image.clone();
    once(&image, "load", move || {
        let (width, height) = (loaded.natural_width() * SHARP, loaded.natural_height() * SHARP);
        let canvas = document().create_element("canvas").ok();
        let Some(canvas) = canvas.and_then(|c| c.dyn_into::<HtmlCanvasElement>().ok()) else {
            return;
        };
        canvas.set_width(width);
        canvas.set_height(height);
        let context = canvas.get_context("2d").ok().flatten();
        let context = context.and_then(|c| c.dyn_into::<web_sys::CanvasRenderingContext2d>().ok());
        let Some(context) = context else { return };
        let (w, h) = (f64::from(width), f64::from(height));
        _ = context.draw_image_with_html_image_element_and_dw_and_dh(&loaded, 0.0, 0.0, w, h);
        let hand = Closure::once_into_js(move |blob: JsValue| {
            if let Ok(blob) = blob.dyn_into::<Blob>() {
                save(&name, &blob);
            }
        });
        _ = canvas.to_blob(hand.unchecked_ref());
    });
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
}

/// Calls `then` at the first event of a kind.
fn once(target: &web_sys::EventTarget, kind: &str, then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    _ = target.add_event_listener_with_callback(kind, then.unchecked_ref());
}

#[wasm_bindgen]
extern "C" {
    /// `navigator.clipboard.writeText(text)`; missing where the page is not from a safe place.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<js_sys::Promise, JsValue>;
    /// `document.execCommand(command)`: old, and what is left from a file or a frame.
    #[wasm_bindgen(catch, js_namespace = document, js_name = execCommand)]
    fn exec_command(command: &str) -> Result<bool, JsValue>;
}

/// Puts a text on the clipboard; `done` hears whether that worked.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let done: Rc<dyn Fn(bool)> = Rc::new(done);
    let Ok(promise) = write_text(text) else { return done(copy_by_hand(text)) };
    let (kept, otherwise) = (text.to_owned(), done.clone());
    let yes = Closure::<dyn FnMut(JsValue)>::new(move |_| done(true));
    let no = Closure::<dyn FnMut(JsValue)>::new(move |_| otherwise(copy_by_hand(&kept)));
    _ = promise.then2(&yes, &no);
    // The browser calls one of them, once.
    yes.forget();
    no.forget();
}

/// Selects the text in a field for a moment and copies what is selected.
fn copy_by_hand(text: &str) -> bool {
    let field = el("textarea").class("unseen").property("value", text).build();
    let Some(body) = document().body() else { return false };
    _ = body.append_child(&field);
    field.unchecked_ref::<HtmlTextAreaElement>().select();
    let worked = exec_command("copy").unwrap_or(false);
    field.remove();
    worked
}
