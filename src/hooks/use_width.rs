//! The width of an element, following its layout.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;

use crate::reactive::effect;

/// The width of an element in whole CSS pixels; 0 until it is laid out.
pub fn use_width(node: NodeRef<html::Div>) -> Signal<f64> {
    let (width, set_width) = signal(0.0);
    let measure = move |element: &web_sys::Element| {
        // Half a pixel would stretch every line of a canvas.
        let now = element.get_bounding_client_rect().width().floor();
        if now != width.get_untracked() {
            set_width.set(now);
        }
    };
    // Before the first frame: an observer tells of what is out of sight only once it comes near.
    effect(move || {
        if let Some(element) = node.get() {
            measure(&element);
        }
    });
    _ = use_resize_observer(node, move |_, _| {
        if let Some(element) = node.get_untracked() {
            measure(&element);
        }
    });
    width.into()
}
