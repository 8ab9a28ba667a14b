//! Elements of our own as views of Leptos, and views of Leptos in elements of our own.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use web_sys::Element;

/// An element that is made already. Whoever made it keeps it in step.
pub struct Built(pub Element);

impl Render for Built {
    type State = Element;

    fn build(self) -> Element {
        self.0
    }

    fn rebuild(self, state: &mut Element) {
        if *state != self.0 {
            let before = std::mem::replace(state, self.0);
            before.insert_before_this(state);
            before.remove();
        }
    }
}

no_attrs!(Built);

/// Leptos asks for it of every view; the page is never rendered anywhere but in a browser.
impl RenderHtml for Built {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Element {
        self.0
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Puts a view after what is in an element, for as long as the component lives that asks.
pub fn put(parent: &Element, view: AnyView) {
    let mut state = view.build();
    state.mount(parent, None);
    // It owns the view's listeners and effects.
    StoredValue::new_local(state);
}
