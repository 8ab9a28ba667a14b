//! Marks the words of the search where the records are shown. The browser paints the marks over the text
//! (CSS Custom Highlight API), so that no cell of the table needs elements or a subscription for them.

use std::ops::Range;

use explorer_explore::search::Search;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Node, NodeList};

use crate::pages::chunk::{self, Part};
use crate::reactive::effect;
use crate::start::Start;
use crate::store::Store;
use crate::timing::after_paint;

#[wasm_bindgen]
extern "C" {
    /// A set of ranges that the style sheet can address by a name.
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &web_sys::Range);
    #[wasm_bindgen(catch, js_namespace = ["CSS", "highlights"], js_name = set)]
    fn name_highlight(name: &str, highlight: &Highlight) -> Result<(), JsValue>;
}

/// How the style sheet calls them: `::highlight(search)`.
const NAME: &str = "search";

/// Marks the words of the search in the list of records and on the page of a record.
pub fn follow(store: Store, main: NodeRef<html::Main>, start: &Start) {
    let whole = Trigger::new();
    start.when_complete(move || whole.notify());
    let progress = chunk::progress(Part::Pages);
    effect(move || {
        // The rows come with the page. After a step they are marked when it rests: a step of a brush has
        // no time for it.
        whole.track();
        progress.track();
        store.rested.track();
        let query = store.state.with_untracked(|state| match state.page {
            Page::Records | Page::Record(_) => state.filters.query().to_owned(),
            _ => String::new(),
        });
        after_paint(move || {
            if let Some(main) = main.try_get_untracked().flatten() {
                // A browser that knows no highlights shows the text as it is.
                _ = mark(&main, store, &query);
            }
        });
    });
}

/// Marks what matches in the records, or takes the marks away.
fn mark(main: &HtmlElement, store: Store, query: &str) -> Result<(), JsValue> {
    let highlight = Highlight::new()?;
    if !query.is_empty() {
        let search = store.explorer.marking(query);
        for tag in ["tbody", "article"] {
            let places = main.get_elements_by_tag_name(tag);
            for place in (0..places.length()).filter_map(|at| places.item(at)) {
                mark_texts(&place.child_nodes(), &search, &highlight)?;
            }
        }
    }
    name_highlight(NAME, &highlight)
}

fn mark_texts(nodes: &NodeList, search: &Search, highlight: &Highlight) -> Result<(), JsValue> {
    for node in (0..nodes.length()).filter_map(|at| nodes.item(at)) {
        if node.node_type() == Node::TEXT_NODE {
            let text = node.node_value().unwrap_or_default();
            for Range { start, end } in search.marks(&text) {
                let range = web_sys::Range::new()?;
                range.set_start(&node, units(&text[..start]))?;
                range.set_end(&node, units(&text[..end]))?;
                highlight.add(&range);
            }
        } else {
            mark_texts(&node.child_nodes(), search, highlight)?;
        }
    }
    Ok(())
}

/// The length of a text as the browser counts it.
fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
