//! Elements that are made once from data and never change by themselves.
//!
//! Leptos compiles every element of a view for its type, with code to update it later. Tables
//! and pages made from records need none of that; as plain trees they cost a fifth of the Wasm.
//! Text stays text: nothing that comes from data is ever read as HTML.

use leptos::html;
use leptos::prelude::*;

use super::effect::effect;

/// An element.
#[derive(Debug, Clone, Default)]
pub struct Markup {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

#[derive(Debug, Clone)]
enum Content {
    Text(String),
    Element(Markup),
    /// Prose of our own, known when the page is compiled.
    Html(&'static str),
}

/// An element without attributes or content.
pub fn el(tag: &'static str) -> Markup {
    Markup { tag, ..Markup::default() }
}

impl Markup {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With the `class` attribute.
    pub fn class(self, class: impl Into<String>) -> Self {
        self.attr("class", class)
    }

    /// With text after what is there.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.content.push(Content::Text(text.into()));
        self
    }

    /// With an element after what is there.
    pub fn child(mut self, child: Markup) -> Self {
        self.content.push(Content::Element(child));
        self
    }

    /// With elements after what is there.
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// With HTML that was written for this page, as the only content.
    pub fn html(mut self, html: &'static str) -> Self {
        self.content = vec![Content::Html(html)];
        self
    }

    /// Makes the element. `None` only where the browser refuses the tag's name.
    pub fn build(&self) -> Option<web_sys::Element> {
        let element = document().create_element(self.tag).ok()?;
        for (name, value) in &self.attributes {
            _ = element.set_attribute(name, value);
        }
        for content in &self.content {
            match content {
                Content::Text(text) => _ = element.append_with_str_1(text),
                Content::Element(child) => {
                    if let Some(child) = child.build() {
                        _ = element.append_child(&child);
                    }
                }
                Content::Html(html) => element.set_inner_html(html),
            }
        }
        Some(element)
    }
}

/// Replaces what an element holds.
pub fn fill(parent: &web_sys::Element, content: &[Markup]) {
    parent.set_text_content(None);
    for element in content.iter().filter_map(Markup::build) {
        _ = parent.append_child(&element);
    }
}

/// Shows what `content` makes, anew whenever a signal that it reads changes.
pub fn shown(content: impl Fn() -> Vec<Markup> + 'static) -> impl IntoView {
    // Boxed, so that what follows is compiled once.
    let content: Box<dyn Fn() -> Vec<Markup>> = Box::new(content);
    shown_boxed(content)
}

fn shown_boxed(content: Box<dyn Fn() -> Vec<Markup>>) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    effect(move || {
        let content = content();
        if let Some(place) = place.get() {
            fill(&place, &content);
        }
    });
    view! { <div class="shown" node_ref=place></div> }
}
