//! The height of an element, following its layout.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

/// The height of an element in whole CSS pixels; `usual` until it is laid out.
pub fn use_height(node: NodeRef<html::Section>, usual: f64) -> ReadSignal<f64> {
    let (height, set_height) = signal(usual);
    _ = use_resize_observer(node, move |_, _| {
        let Some(element) = node.get_untracked() else { return };
        let now = element.get_bounding_client_rect().height().floor();
        if now != height.get_untracked() {
            set_height.set(now);
        }
    });
    height
}
