//! Handing files to the browser.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

/// How many pixels of a PNG make one of the page.
const SHARP: u32 = 2;

/// How long the browser may take to begin to read a file.
const PATIENCE: Duration = Duration::from_secs(60);

/// Saves a text as a file.
pub fn text(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) {
        self::blob(name, &blob);
    }
}

/// Saves what the browser has as a file.
pub fn blob(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let link = document().create_element("a").ok();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        // Some browsers follow only links that are in the document.
        if let Some(body) = document().body() {
            _ = body.append_child(&link);
        }
        link.click();
        link.remove();
    }
    set_timeout(move || _ = Url::revoke_object_url(&url), PATIENCE);
}

/// Saves an SVG picture as a PNG file of twice its size.
pub fn png(name: String, svg: &str) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let encoded: String = js_sys::encode_uri_component(svg).into();
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    leptos::task::spawn_local(async move {
        if JsFuture::from(image.decode()).await.is_ok() {
            _ = save_painted(name, &image);
        }
    });
}

fn save_painted(name: String, image: &HtmlImageElement) -> Result<(), JsValue> {
    let canvas = document().create_element("canvas")?.dyn_into::<HtmlCanvasElement>()?;
    canvas.set_width(image.natural_width() * SHARP);
    canvas.set_height(image.natural_height() * SHARP);
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context = context.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    let hand = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            self::blob(&name, &blob);
        }
    });
    canvas.to_blob(hand.dyn_ref().ok_or(JsValue::NULL)?)
}
