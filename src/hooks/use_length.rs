//! The width or the height of an element, following its layout.

use leptos::html;
use leptos::prelude::*;
use leptos_use_resize_observer::use_resize_observer;
use web_sys::DomRect;

use crate::reactive::effect;

/// The width of an element in whole CSS pixels; 0 until it is laid out.
pub fn use_width(node: NodeRef<html::Div>) -> Signal<f64> {
    use_length(node, DomRect::width, 0.0)
}

/// The height of an element in whole CSS pixels; `usual` until it is laid out.
pub fn use_height(node: NodeRef<html::Div>, usual: f64) -> Signal<f64> {
    use_length(node, DomRect::height, usual)
}

fn use_length(node: NodeRef<html::Div>, of: fn(&DomRect) -> f64, usual: f64) -> Signal<f64> {
    let (length, set_length) = signal(usual);
    let measure = move |element: &web_sys::Element| {
        // Half a pixel would stretch every line of a canvas.
        let now = of(&element.get_bounding_client_rect()).floor();
        if now != length.get_untracked() {
            set_length.set(now);
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
    length.into()
}
