//! Arrow keys among controls that stand in rows. Where a row has several, Tab stops at one of them, and
//! the keyboard gets past a long list in one step.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};

use super::focus::focus;

/// What can be focused in a row.
const CONTROLS: &str = "a[href], button";

/// Moves the focus where a key points to from a control in one of the rows, which are the children of the
/// element that listens: left and right within a row, up and down to what lies nearest in another one, Home
/// and End to the first and the last row.
pub fn move_among_rows(event: KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let key = event.key();
    let element = |target: Option<EventTarget>| target?.dyn_into::<Element>().ok();
    let from = element(event.target()).and_then(|target| target.closest(CONTROLS).ok().flatten());
    let Some((from, list)) = from.zip(element(event.current_target())) else { return };
    let rows: Vec<Vec<Element>> = children(&list).map(|row| controls(&row)).collect();
    let row = rows.iter().position(|row| row.contains(&from));
    let Some((at, row)) = row.and_then(|at| Some((at, rows.get(at)?))) else { return };
    let column = row.iter().position(|control| *control == from).unwrap_or_default();
    let filled = |at: &usize| rows.get(*at).is_some_and(|row| !row.is_empty());
    let other = match key.as_str() {
        "ArrowLeft" => return go(&event, column.checked_sub(1).and_then(|column| row.get(column))),
        "ArrowRight" => return go(&event, row.get(column + 1)),
        "ArrowDown" => (at + 1..rows.len()).find(filled),
        "ArrowUp" => (0..at).rfind(filled),
        "Home" => (0..rows.len()).find(filled),
        "End" => (0..rows.len()).rfind(filled),
        _ => return,
    };
    let place = left(&from);
    let nearest = other.and_then(|at| rows.get(at)).and_then(|row| {
        row.iter().min_by(|a, b| (left(a) - place).abs().total_cmp(&(left(b) - place).abs()))
    });
    go(&event, nearest);
}

/// Focuses what a key leads to. A key that leads nowhere does not scroll the page either.
fn go(event: &KeyboardEvent, to: Option<&Element>) {
    event.prevent_default();
    if let Some(to) = to {
        focus(to);
    }
}

fn children(list: &Element) -> impl Iterator<Item = Element> {
    let children = list.children();
    (0..children.length()).filter_map(move |at| children.item(at))
}

/// The controls of a row that can be seen. They are looked for: links and buttons of a row come from
/// several components.
fn controls(row: &Element) -> Vec<Element> {
    let Ok(found) = row.query_selector_all(CONTROLS) else { return Vec::new() };
    let found = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
    found.filter(|control| control.offset_width() > 0).map(Element::from).collect()
}

fn left(control: &Element) -> f64 {
    control.get_bounding_client_rect().left()
}
