//! Elements as plain trees, made from the view's state and kept in step with it.
//!
//! Leptos compiles every element of a view for its type, with code of its own to build and to
//! update it. What is mostly text and links costs a fifth of that Wasm as a tree of values, and
//! one short function brings the document from one tree to the next.
//! Text stays text: nothing that comes from data is ever read as HTML.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::effect::effect;
use super::listen::listen;

/// An element. It is one pointer, which every step of building it hands on: a struct handed on by
/// value would be copied at each, in code that the page has to load.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Markup(Box<Parts>);

#[derive(Debug, Clone, Default, PartialEq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

#[derive(Debug, Clone, PartialEq)]
enum Content {
    Text(String),
    Element(Markup),
    /// Prose of our own, known when the page is compiled.
    Html(&'static str),
}

/// An element without attributes or content.
pub fn el(tag: &'static str) -> Markup {
    Markup(Box::new(Parts { tag, ..Parts::default() }))
}

impl Markup {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// With the `class` attribute.
    pub fn class(self, class: impl Into<String>) -> Self {
        self.attr("class", class)
    }

    /// With text after what is there.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.content.push(Content::Text(text.into()));
        self
    }

    /// With an element after what is there.
    pub fn child(mut self, child: Markup) -> Self {
        self.0.content.push(Content::Element(child));
        self
    }

    /// With elements after what is there.
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// With HTML that was written for this page, after what is there.
    pub fn html(mut self, html: &'static str) -> Self {
        self.0.content.push(Content::Html(html));
        self
    }

    /// Makes the element. `None` only where the browser refuses the tag's name.
    fn build(&self) -> Option<Element> {
        let element = document().create_element(self.0.tag).ok()?;
        self.sync_attributes(&element, &[]);
        sync(&element, &[], &self.0.content);
        Some(element)
    }

    fn sync_attributes(&self, element: &Element, before: &[(&'static str, String)]) {
        if self.0.attributes == before {
            return;
        }
        for (name, value) in &self.0.attributes {
            if !before.iter().any(|(n, v)| n == name && v == value) {
                _ = element.set_attribute(name, value);
            }
        }
        for (name, _) in before {
            if !self.0.attributes.iter().any(|(n, _)| n == name) {
                _ = element.remove_attribute(name);
            }
        }
    }
}

impl Content {
    /// Makes the node; every content is exactly one child of its parent.
    fn build(&self) -> Option<Node> {
        match self {
            Self::Text(text) => Some(document().create_text_node(text).into()),
            Self::Element(element) => element.build().map(Into::into),
            Self::Html(html) => {
                let prose = document().create_element("div").ok()?;
                prose.set_inner_html(html);
                Some(prose.into())
            }
        }
    }

    /// Brings a node from `before` to this content if it can be kept, and says whether it could.
    fn patch(&self, node: &Node, before: &Self) -> bool {
        match (before, self) {
            (before, now) if before == now => true,
            (Self::Text(_), Self::Text(now)) => {
                node.set_node_value(Some(now));
                true
            }
            (Self::Element(before), Self::Element(now)) if before.0.tag == now.0.tag => {
                let element = node.unchecked_ref::<Element>();
                now.sync_attributes(element, &before.0.attributes);
                sync(element, &before.0.content, &now.0.content);
                true
            }
            _ => false,
        }
    }
}

/// Brings an element's children from `before` to `now`, keeping the nodes that stay the same
/// kind: so a focus stays where it is, and a brush rebuilds nothing.
fn sync(parent: &Element, before: &[Content], now: &[Content]) {
    let mut child = parent.first_child();
    for (at, content) in now.iter().enumerate() {
        let next = child.as_ref().and_then(Node::next_sibling);
        let kept = match (&child, before.get(at)) {
            (Some(child), Some(before)) => content.patch(child, before),
            _ => false,
        };
        if !kept && let Some(new) = content.build() {
            match &child {
                Some(old) => _ = parent.replace_child(&new, old),
                None => _ = parent.append_child(&new),
            }
        }
        child = next;
    }
    while let Some(surplus) = child {
        child = surplus.next_sibling();
        _ = parent.remove_child(&surplus);
    }
}

/// What an element was filled with.
#[derive(Debug, Default)]
pub struct Filled(Vec<Content>);

impl Filled {
    /// Brings the element, which holds only what was filled into it, to new content.
    pub fn fill(&mut self, parent: &Element, content: Vec<Markup>) {
        let now: Vec<Content> = content.into_iter().map(Content::Element).collect();
        sync(parent, &self.0, &now);
        self.0 = now;
    }
}

/// What makes the content of a place.
type Make = Box<dyn Fn() -> Vec<Markup>>;
/// What is done with a place whenever it has been filled.
type After = Box<dyn FnMut(&Element)>;
/// What a change of a field in a place does; it gets the field.
type Change = Box<dyn Fn(&Element)>;
/// What a click on an element with `data-act` does; it gets that attribute's value.
type Click = Box<dyn Fn(&str)>;

/// Shows what `content` makes, anew whenever a signal that it reads changes.
pub fn shown(content: impl Fn() -> Vec<Markup> + 'static) -> impl IntoView {
    shown_with(content, |_| {})
}

/// As [`shown`]; a click on an element with `data-act` calls `click` with that attribute's value.
pub fn shown_with(
    content: impl Fn() -> Vec<Markup> + 'static,
    click: impl Fn(&str) + 'static,
) -> impl IntoView {
    place(Box::new(content), Box::new(click), Box::new(|_| {}), Box::new(|_| {}))
}

/// What an event on an element with `data-act`, or on something in one, is to do.
pub fn act_of(event: &web_sys::Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-act]").ok()??.get_attribute("data-act")
}

/// As [`shown_with`], for content with fields and pictures: `change` gets a field that a reader
/// has changed, `after` the place whenever it has been filled.
pub fn place(content: Make, click: Click, change: Change, mut after: After) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let mut filled = Filled::default();
    effect(move || {
        let content = content();
        if let Some(place) = place.get() {
            filled.fill(&place, content);
            after(&place);
        }
    });
    listen(place, &["click", "change"], move |event| {
        if event.type_() == "change" {
            change(&event_target::<Element>(&event));
        } else if let Some(act) = act_of(&event) {
            click(&act);
        }
    });
    view! { <div class="shown" node_ref=place></div> }
}
