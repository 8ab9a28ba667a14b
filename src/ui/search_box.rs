//! Full-text search.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::effect::effect;
use super::listen::listen_to;
use super::markup::el;
use super::store::{Step, Store};
use explorer_explore::filter::{Filters, QUERY_MAX};

/// Filters while a reader types; one entry of history per search, not per letter.
pub fn search_box(store: Store) -> Element {
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("data-test", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("maxlength", QUERY_MAX.to_string())
        .attr("placeholder", "Name, place, word, 中文")
        .build()
        .unchecked_into::<HtmlInputElement>();
    let typing = Cell::new(false);
    let field = input.clone();
    listen_to(&input, &["input", "blur"], move |event| {
        if event.type_() == "blur" {
            typing.set(false);
            return;
        }
        let step = if typing.replace(true) { Step::Replace } else { Step::Push };
        store.change(step, |state| state.filters.set_query(&field.value()));
    });
    let label = el("label").attr("for", "search").text("Search the records");
    let place = el("div").class("facet search").child(label).kept(input.clone().into()).build();
    // The box follows the view (back, reset, a link), but not while it is the one that leads:
    // the view's text is trimmed, and a reader may be about to type a second word.
    effect(move || {
        let mut shown = Filters::default();
        shown.set_query(&input.value());
        store.filters.with(|filters| {
            if shown.query() != filters.query() {
                input.set_value(filters.query());
            }
        });
    });
    place
}
