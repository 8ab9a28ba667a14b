//! The layer of transparent buttons over a canvas: pointer, keyboard and screen readers all
//! reach a chart's marks through it.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};

use super::figure::Kind;
use super::length::css;
use super::screen::Screen;
use super::tooltip::Tip;
use explorer_chart::Mark;

/// One mark as the layer shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkView {
    /// The value's id, or the bin's key.
    pub value: String,
    /// Its count.
    pub count: u32,
    /// What a screen reader says.
    pub label: String,
    /// Whether the reader has chosen it.
    pub pressed: bool,
    /// `free`, `included` or `excluded`.
    pub standing: &'static str,
    /// Where it is; `None` hides it.
    pub place: Option<Mark>,
}

/// The marks of a chart. One tab stop: the arrow keys move between them.
#[derive(Default)]
pub struct Marks {
    shown: RefCell<Vec<MarkView>>,
    /// The mark that was last in use.
    active: Cell<usize>,
}

impl Marks {
    /// Brings the layer's buttons to these marks.
    pub fn show(&self, layer: &Element, marks: Vec<MarkView>) {
        sync(layer, &self.shown.borrow(), &marks);
        let at = self.active.get().min(marks.len().saturating_sub(1));
        self.active.set(at);
        let stop = button_at(layer, at);
        if let Some(stop) = stop
            && stop.get_attribute("tabindex").as_deref() != Some("0")
        {
            if let Ok(Some(old)) = layer.query_selector("[tabindex='0']") {
                _ = old.set_attribute("tabindex", "-1");
            }
            _ = stop.set_attribute("tabindex", "0");
        }
        self.shown.replace(marks);
    }

    /// What an event on the chart means for its marks.
    pub fn event(&self, screen: &Screen, kind: &dyn Kind, layer: &Element, event: &Event) {
        let found = button_of(event);
        let index = found.as_ref().and_then(index_of);
        match (event.type_().as_str(), found, index) {
            ("pointerleave" | "focusout", ..) => screen.tip.set(None),
            ("click", _, Some(index)) => {
                let click = event.unchecked_ref::<MouseEvent>();
                self.active.set(index);
                kind.click(index, click.shift_key(), click.alt_key());
            }
            ("pointerover" | "focusin", Some(button), Some(index)) => {
                // A click focuses too; only a keyboard's focus asks for the numbers.
                let asked = match event.dyn_ref::<PointerEvent>() {
                    Some(pointer) => pointer.pointer_type() == "mouse",
                    None => button.matches(":focus-visible").unwrap_or(false),
                };
                if asked {
                    show_tip(screen, &button, kind.tip(index));
                }
            }
            ("keydown", Some(from), Some(index)) => {
                let key = event.unchecked_ref::<KeyboardEvent>().key();
                let target = match direction(&key).filter(|_| kind.is_spatial()) {
                    Some(towards) => nearest(&self.shown.borrow(), index, towards),
                    None => along(&self.shown.borrow(), index, &key),
                };
                let Some(target) = target else { return };
                event.prevent_default();
                if let Some(to) = button_at(layer, target) {
                    from.set_tab_index(-1);
                    to.set_tab_index(0);
                    self.active.set(target);
                    _ = to.focus();
                }
            }
            _ => {}
        }
    }
}

/// Shows a tip beside a button.
fn show_tip(screen: &Screen, button: &HtmlElement, tip: Option<Tip>) {
    let Some(found) = tip else { return };
    let area = button.get_bounding_client_rect();
    // A wide mark is a row: the tip stands at a point along it rather than at its far end.
    let along = if area.width() > 120.0 { 0.5 } else { 1.0 };
    let at = (area.left() + area.width() * along, area.top() + (area.height() * 0.5).min(60.0));
    screen.tip.set(Some(Tip { at, ..found }));
}

/// The way that an arrow key points to.
fn direction(key: &str) -> Option<(f64, f64)> {
    match key {
        "ArrowRight" => Some((1.0, 0.0)),
        "ArrowLeft" => Some((-1.0, 0.0)),
        "ArrowDown" => Some((0.0, 1.0)),
        "ArrowUp" => Some((0.0, -1.0)),
        _ => None,
    }
}

/// The mark that a key leads to in the list; `None` for any other key.
fn along(marks: &[MarkView], index: usize, key: &str) -> Option<usize> {
    let shown = |at: &usize| marks.get(*at).is_some_and(|mark| mark.place.is_some());
    let found = match key {
        "ArrowDown" | "ArrowRight" => (index + 1..marks.len()).find(shown),
        "ArrowUp" | "ArrowLeft" => (0..index).rfind(shown),
        "Home" => (0..marks.len()).find(shown),
        "End" => (0..marks.len()).rfind(shown),
        _ => return None,
    };
    Some(found.unwrap_or(index))
}

/// The nearest mark in a direction; itself where there is none. What lies aside counts as
/// farther than what lies ahead.
fn nearest(marks: &[MarkView], index: usize, (dx, dy): (f64, f64)) -> Option<usize> {
    let middle = |mark: &MarkView| {
        mark.place.map(|place| (place.x + place.width / 2.0, place.y + place.height / 2.0))
    };
    let (x, y) = middle(marks.get(index)?)?;
    let distance = |mark: &MarkView| {
        let (x, y) = middle(mark).map(|(other_x, other_y)| (other_x - x, other_y - y))?;
        let (ahead, aside) = (x * dx + y * dy, (x * dy - y * dx).abs());
        (ahead > 0.5 && aside <= ahead * 2.0).then_some(ahead + aside * 2.0)
    };
    let mut best = (f64::INFINITY, index);
    for (at, mark) in marks.iter().enumerate() {
        if let Some(distance) = distance(mark).filter(|distance| *distance < best.0) {
            best = (distance, at);
        }
    }
    Some(best.1)
}

fn button_at(layer: &Element, index: usize) -> Option<HtmlElement> {
    layer.children().item(u32::try_from(index).ok()?)?.dyn_into().ok()
}

fn button_of(event: &Event) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("button[data-index]").ok()??.dyn_into().ok()
}

fn index_of(button: &HtmlElement) -> Option<usize> {
    button.get_attribute("data-index")?.parse().ok()
}

/// Brings the layer's buttons from `before` to `now`, touching only what differs: this runs for
/// every mark of every chart on each step of a brush.
fn sync(layer: &Element, before: &[MarkView], now: &[MarkView]) {
    let children = layer.children();
    while children.length() as usize > now.len() {
        if let Some(surplus) = layer.last_element_child() {
            surplus.remove();
        }
    }
    for (index, mark) in now.iter().enumerate() {
        let existing = u32::try_from(index).ok().and_then(|at| children.item(at));
        let before = before.get(index).filter(|_| existing.is_some());
        let Some(button) = existing.or_else(|| make_button(layer, index)) else { continue };
        let set = |name: &str, value: &str| _ = button.set_attribute(name, value);
        if before.map(|b| &b.value) != Some(&mark.value) {
            set("data-value", &mark.value);
        }
        if before.map(|b| b.count) != Some(mark.count) {
            set("data-count", &mark.count.to_string());
        }
        if before.map(|b| &b.label) != Some(&mark.label) {
            set("aria-label", &mark.label);
        }
        if before.map(|b| (b.pressed, b.standing)) != Some((mark.pressed, mark.standing)) {
            set("aria-pressed", if mark.pressed { "true" } else { "false" });
            set("data-state", mark.standing);
        }
        if before.map(|b| b.place) != Some(mark.place) {
            if before.map(|b| b.place.is_none()) != Some(mark.place.is_none()) {
                _ = button.toggle_attribute_with_force("hidden", mark.place.is_none());
            }
            if let Some(Mark { x, y, width, height, .. }) = mark.place {
                let [x, y, width, height] = [x, y, width, height].map(css);
                set("style", &format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px"));
            }
        }
    }
}

fn make_button(layer: &Element, index: usize) -> Option<web_sys::Element> {
    let button = document().create_element("button").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_attribute("data-index", &index.to_string()).ok()?;
    button.set_attribute("tabindex", "-1").ok()?;
    layer.append_child(&button).ok()?;
    Some(button)
}
