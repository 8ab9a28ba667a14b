//! Event listeners without their generics.
//!
//! Leptos compiles each `on:…` of a view for its event and its closure, a kilobyte or two of Wasm
//! every time. Here all of an element's events come to one boxed closure, which tells them apart.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

use super::signal::at_end;

/// What is done with an event. A trait of its own for the reason that `effect.rs` gives.
trait Handle {
    fn handle(&self, event: Event);
}

impl<F: Fn(Event)> Handle for F {
    fn handle(&self, event: Event) {
        self(event);
    }
}

/// Calls `handler` for events of these kinds on a target, until the component that asks ends.
pub fn listen_to(
    target: &EventTarget,
    kinds: &'static [&'static str],
    handler: impl Fn(Event) + 'static,
) {
    add(target, kinds, Box::new(handler));
}

/// Calls `act` for a click on an element with `data-act`, with that attribute's value.
pub fn on_act(element: &Element, act: impl Fn(&str) + 'static) {
    listen_to(element, &["click"], move |event| {
        if let Some(which) = under(&event, "data-act") {
            act(&which);
        }
    });
}

/// An attribute of the innermost element around an event that has it.
pub fn under(event: &Event, attribute: &str) -> Option<String> {
    let target: Element = event_target(event);
    target.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

/// A listener, until it is dropped.
struct Listener {
    target: EventTarget,
    kinds: &'static [&'static str],
    /// `Fn`, as an event may bring about another one: moving the focus does.
    closure: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        for kind in self.kinds {
            let callback = self.closure.as_ref().unchecked_ref();
            _ = self.target.remove_event_listener_with_callback(kind, callback);
        }
    }
}

fn add(target: &EventTarget, kinds: &'static [&'static str], handler: Box<dyn Handle>) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event| handler.handle(event));
    for kind in kinds {
        let callback = closure.as_ref().unchecked_ref();
        _ = target.add_event_listener_with_callback(kind, callback);
    }
    let listener = Listener { target: target.clone(), kinds, closure };
    at_end(Box::new(move || drop(listener)));
}
