//! Event listeners without their generics.
//!
//! Leptos compiles each `on:…` of a view for its event and its closure, a kilobyte or two of Wasm
//! every time. Here all of an element's events come to one boxed closure, which tells them apart.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::effect::effect;

/// Calls `handler` for events of these kinds on an element, from when it is in the document to
/// the end of the component that asks.
pub fn listen<E>(
    place: NodeRef<E>,
    kinds: &'static [&'static str],
    handler: impl Fn(Event) + 'static,
) where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    let listener = listener(Box::new(handler));
    effect(move || {
        if let Some(element) = place.get() {
            add(element.unchecked_ref(), kinds, listener);
        }
    });
}

/// A listener that lives as long as the component that asks for it.
type Listener = StoredValue<Closure<dyn Fn(Event)>, LocalStorage>;

/// `Fn`, as an event may bring about another one: moving the focus does.
fn listener(handler: Box<dyn Fn(Event)>) -> Listener {
    StoredValue::new_local(Closure::wrap(handler))
}

fn add(target: &EventTarget, kinds: &[&str], listener: Listener) {
    listener.with_value(|listener| {
        for kind in kinds {
            _ = target.add_event_listener_with_callback(kind, listener.as_ref().unchecked_ref());
        }
    });
}
