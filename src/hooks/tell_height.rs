//! Telling the page around a frame how high what stands in it is.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `parent.postMessage(message, targetOrigin)`
    #[wasm_bindgen(catch, js_namespace = parent, js_name = postMessage)]
    fn tell_parent(message: &JsValue, target_origin: &str) -> Result<(), JsValue>;
}

/// Posts `{ explorerHeight }`, the height of an element in whole CSS pixels, to the page around whenever it is
/// another one. It is said to any page: nobody but its neighbours learns of it, and it is no secret.
pub fn tell_height(node: NodeRef<html::Main>) {
    let told = StoredValue::new(0.0);
    _ = use_resize_observer(node, move |_, _| {
        let Some(element) = node.get_untracked() else { return };
        let height = element.get_bounding_client_rect().height().ceil();
        if height == told.get_value() {
            return;
        }
        told.set_value(height);
        let message = js_sys::Object::new();
        // A plain object takes any property.
        _ = js_sys::Reflect::set(&message, &"explorerHeight".into(), &height.into());
        _ = tell_parent(&message, "*");
    });
}
