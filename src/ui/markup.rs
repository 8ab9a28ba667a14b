//! Elements as plain trees, made from the view's state and kept in step with it.
//!
//! Leptos compiles every element of a view for its type, with code of its own to build and to
//! update it. What is mostly text and links costs a fifth of that Wasm as a tree of values, and
//! one short function brings the document from one tree to the next.
//!
//! What is fixed of a tree is written as HTML with holes, and filled in the order of its holes:
//!
//! ```ignore
//! el("<p class=hint lang={}><b>{}</b> in view").text("en").text(count)
//! ```
//!
//! A call for every element and attribute would be five times as long in the Wasm.
//! Text stays text: what fills a hole is never read as HTML.

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
    /// What is still to be read of a template, from its next hole on.
    unread: Option<Box<Unread>>,
}

/// A template that waits at a hole.
#[derive(Debug, Clone, PartialEq)]
struct Unread {
    rest: &'static str,
    /// The elements that the hole is in, from the outside, without the outermost one.
    open: Vec<Markup>,
    /// The attribute whose value the hole is; if none, it is content.
    attribute: Option<&'static str>,
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

/// What a text, or an attribute's value, is made of.
pub trait Said {
    /// The text.
    fn said(self) -> String;
}

impl Said for String {
    fn said(self) -> String {
        self
    }
}

impl Said for &str {
    fn said(self) -> String {
        self.to_owned()
    }
}

impl Said for &String {
    fn said(self) -> String {
        self.clone()
    }
}

impl Said for u32 {
    fn said(self) -> String {
        self.to_string()
    }
}

impl Said for usize {
    fn said(self) -> String {
        self.to_string()
    }
}

/// An element: a tag, or a template that begins with one and leaves out its end tag. A template
/// has elements, attributes (`name=value`, `name='a value'`, `name`), text and holes: `{}` as
/// content or as the whole value of an attribute. Each of [`Markup::text`], [`Markup::child`] and
/// so on fills the next hole; once none is left, it comes after what is there.
pub fn el(template: &'static str) -> Markup {
    let mut element = Markup(Box::new(Parts { tag: template, ..Parts::default() }));
    if let Some(rest) = template.strip_prefix('<') {
        let (tag, rest) = until(rest, b" >");
        element.0.tag = tag;
        element.read(Unread { rest, open: Vec::new(), attribute: None }, true);
    }
    element
}

/// A template before and from the first of these bytes.
fn until(text: &'static str, stops: &[u8]) -> (&'static str, &'static str) {
    text.split_at(text.bytes().position(|byte| stops.contains(&byte)).unwrap_or(text.len()))
}

impl Markup {
    /// Reads a template up to its next hole.
    fn read(&mut self, mut unread: Unread, mut in_tag: bool) {
        loop {
            let rest = unread.rest;
            let innermost = unread.open.last_mut().unwrap_or(self);
            if in_tag {
                let rest = rest.strip_prefix(' ').unwrap_or(rest);
                if let Some(rest) = rest.strip_prefix('>') {
                    unread.rest = rest;
                    in_tag = false;
                    continue;
                }
                let (name, rest) = until(rest, b"= >");
                let (value, rest) = if let Some(rest) = rest.strip_prefix("={}") {
                    unread.rest = rest;
                    unread.attribute = Some(name);
                    break;
                } else if let Some(rest) = rest.strip_prefix("='") {
                    let (value, rest) = until(rest, b"'");
                    (value, rest.get(1..).unwrap_or_default())
                } else if let Some(rest) = rest.strip_prefix('=') {
                    until(rest, b" >")
                } else {
                    ("", rest)
                };
                innermost.0.attributes.push((name, value.to_owned()));
                unread.rest = rest;
            } else if let Some(rest) = rest.strip_prefix("{}") {
                unread.rest = rest;
                unread.attribute = None;
                break;
            } else if let Some(rest) = rest.strip_prefix("</") {
                unread.rest = until(rest, b">").1.get(1..).unwrap_or_default();
                let Some(closed) = unread.open.pop() else { return };
                let around = unread.open.last_mut().unwrap_or(self);
                around.0.content.push(Content::Element(closed));
            } else if let Some(rest) = rest.strip_prefix('<') {
                let (tag, rest) = until(rest, b" >");
                unread.open.push(Self(Box::new(Parts { tag, ..Parts::default() })));
                unread.rest = rest;
                in_tag = true;
            } else if rest.is_empty() {
                return;
            } else {
                let (text, rest) = until(rest, b"<{");
                innermost.0.content.push(Content::Text(text.to_owned()));
                unread.rest = rest;
            }
        }
        self.0.unread = Some(Box::new(unread));
    }

    /// Puts content into the next hole, or at the end.
    fn put(&mut self, content: Content) {
        let Parts { unread, content: end, .. } = &mut *self.0;
        match unread.as_mut().and_then(|unread| unread.open.last_mut()) {
            Some(innermost) => innermost.0.content.push(content),
            None => end.push(content),
        }
    }

    /// Leaves the hole that has been filled.
    fn filled(mut self) -> Self {
        if let Some(unread) = self.0.unread.take() {
            let in_tag = unread.attribute.is_some();
            self.read(*unread, in_tag);
        }
        self
    }

    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Said) -> Self {
        self.0.attributes.push((name, value.said()));
        self
    }

    /// With an attribute that says yes by being there, such as `hidden`.
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        if on { self.attr(name, "") } else { self }
    }

    /// With a property, such as `value`: what the reader makes of it stays until it is to be
    /// another one. An empty text is no for those that are yes or no.
    pub fn property(mut self, name: &'static str, value: impl Said) -> Self {
        self.0.properties.push((name, value.said()));
        self
    }

    /// With the `class` attribute.
    pub fn class(self, class: impl Said) -> Self {
        self.attr("class", class)
    }

    /// With text.
    pub fn text(self, text: impl Said) -> Self {
        self.with_text(text.said())
    }

    fn with_text(mut self, text: String) -> Self {
        match self.0.unread.as_mut().map(|unread| (unread.attribute, &mut unread.open)) {
            Some((Some(name), open)) => {
                let attribute = (name, text);
                match open.last_mut() {
                    Some(innermost) => innermost.0.attributes.push(attribute),
                    None => self.0.attributes.push(attribute),
                }
            }
            _ => self.put(Content::Text(text)),
        }
        self.filled()
    }

    /// With an element.
    pub fn child(mut self, child: Markup) -> Self {
        self.put(Content::Element(child));
        self.filled()
    }

    /// With elements, in one place.
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        for child in children {
            self.put(Content::Element(child));
        }
        self.filled()
    }

    /// With HTML that was written for this page.
    pub fn html(mut self, html: &'static str) -> Self {
        self.put(Content::Html(html));
        self.filled()
    }

    /// With an element that somebody else keeps in step.
    pub fn kept(mut self, element: Element) -> Self {
        self.put(Content::Kept(element));
        self.filled()
    }

    /// With elements that somebody else keeps in step, in one place.
    pub fn all_kept(mut self, elements: impl IntoIterator<Item = Element>) -> Self {
        for element in elements {
            self.put(Content::Kept(element));
        }
        self.filled()
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

/// What makes an element, of an empty one with its tag.
type Make = Box<dyn FnMut(Markup) -> Markup>;
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

fn keep_live(tag: &'static str, mut make: Make, mut after: After) -> Element {
    let mut before = el(tag);
    let element = before.build();
    let kept = element.clone();
    effect(move || {
        let now = make(el(tag));
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
