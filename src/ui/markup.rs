//! Elements as plain trees, made from the view's state and kept in step with it.
//!
//! Leptos compiles every element of a view for its type, with code of its own to build and to
//! update it. What is mostly text and links costs a fifth of that Wasm as a tree of values, and
//! one short function brings the document from one tree to the next.
//! Text stays text: nothing that comes from data is ever read as HTML.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::effect::effect;

/// An element. It is one pointer, which every step of building it hands on: a struct handed on by
/// value would be copied at each, in code that the page has to load.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Markup(Box<Parts>);

#[derive(Debug, Clone, Default, PartialEq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    properties: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

#[derive(Debug, Clone, PartialEq)]
enum Content {
    Text(String),
    Element(Markup),
    /// Prose of our own, known when the page is compiled.
    Html(&'static str),
    /// An element that somebody else keeps in step.
    Kept(Element),
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

    /// With an attribute that says yes by being there, such as `hidden`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// With a property, such as `value`: what the reader makes of it stays until it is to be
    /// another one. An empty text is no for those that are yes or no.
    pub fn property(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.properties.push((name, value.into()));
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

    /// With an element that somebody else keeps in step, after what is there.
    pub fn kept(mut self, element: Element) -> Self {
        self.0.content.push(Content::Kept(element));
        self
    }

    /// With elements that somebody else keeps in step.
    pub fn all_kept(self, elements: impl IntoIterator<Item = Element>) -> Self {
        elements.into_iter().fold(self, Self::kept)
    }

    /// Makes the element.
    pub fn build(&self) -> Element {
        let element = create(self.0.tag);
        self.sync(&element, &Self::default());
        element
    }

    /// Brings an element of this tag from `before` to this.
    fn sync(&self, element: &Element, before: &Self) {
        for (name, value) in &self.0.attributes {
            if !before.0.attributes.iter().any(|(n, v)| n == name && v == value) {
                _ = element.set_attribute(name, value);
            }
        }
        for (name, _) in &before.0.attributes {
            if !self.0.attributes.iter().any(|(n, _)| n == name) {
                _ = element.remove_attribute(name);
            }
        }
        sync(element, &before.0.content, &self.0.content);
        // After the content: what a `select` has chosen is one of its options.
        for (name, value) in &self.0.properties {
            if !before.0.properties.iter().any(|(n, v)| n == name && v == value) {
                _ = js_sys::Reflect::set(element, &(*name).into(), &value.into());
            }
        }
    }
}

fn create(tag: &str) -> Element {
    match document().create_element(tag) {
        Ok(element) => element,
        Err(_) => unreachable!("tags are names of elements"),
    }
}

impl Content {
    /// Makes the node; every content is exactly one child of its parent.
    fn build(&self) -> Node {
        match self {
            Self::Text(text) => document().create_text_node(text).into(),
            Self::Element(element) => element.build().into(),
            Self::Html(html) => {
                let prose = create("div");
                prose.set_inner_html(html);
                prose.into()
            }
            Self::Kept(element) => element.clone().into(),
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
                now.sync(node.unchecked_ref(), before);
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
        if !kept {
            let new = content.build();
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

/// What makes an element, of an empty one with its tag. A trait of its own for the reason that
/// `effect.rs` gives.
trait Make {
    fn make(&mut self, place: Markup) -> Markup;
}

impl<F: FnMut(Markup) -> Markup> Make for F {
    fn make(&mut self, place: Markup) -> Markup {
        self(place)
    }
}

/// What is done with an element whenever it has been brought up to date.
type After = Box<dyn FnMut(&Element)>;

/// Makes an element that is what `make` makes of it, anew whenever a signal that it reads changes.
pub fn live(tag: &'static str, make: impl FnMut(Markup) -> Markup + 'static) -> Element {
    keep_live(tag, Box::new(make), Box::new(|_| {}))
}

/// As [`live`], for an element with pictures or fields: `after` gets it whenever it has been
/// brought up to date.
pub fn live_then(
    tag: &'static str,
    make: impl FnMut(Markup) -> Markup + 'static,
    after: impl FnMut(&Element) + 'static,
) -> Element {
    keep_live(tag, Box::new(make), Box::new(after))
}

fn keep_live(tag: &'static str, mut make: Box<dyn Make>, mut after: After) -> Element {
    let mut before = el(tag);
    let element = before.build();
    let kept = element.clone();
    effect(move || {
        let now = make.make(el(tag));
        now.sync(&kept, &before);
        before = now;
        after(&kept);
    });
    element
}

/// Shows what `content` makes, anew whenever a signal that it reads changes.
pub fn shown(content: impl Fn() -> Vec<Markup> + 'static) -> Element {
    live("div", move |place| place.class("shown").children(content()))
}
