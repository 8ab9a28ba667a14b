//! The layer of transparent buttons over a canvas: pointer, keyboard and screen readers all
//! reach a chart's marks through it.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::effect::effect;
use super::store::store;
use super::tooltip::Tip;
use crate::chart::Mark;

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

/// What happened to a mark.
#[derive(Debug, Clone, Copy)]
pub struct MarkClick {
    /// Position in the list of marks.
    pub index: usize,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// Lays a button over each mark. One tab stop: the arrow keys move between marks.
#[component]
pub fn MarksLayer(
    /// The marks, in visual order.
    #[prop(into)]
    marks: Signal<Vec<MarkView>>,
    /// What the layer is, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// `data-test` of the layer; may be empty.
    #[prop(optional)]
    test: &'static str,
    /// What a click does.
    #[prop(into)]
    click: Callback<MarkClick>,
    /// What the tooltip says of the mark at an index, without its place.
    #[prop(into)]
    tip: Callback<usize, Option<Tip>>,
    /// Whether the arrow keys go where they point to, rather than along the list.
    #[prop(optional)]
    spatial: bool,
) -> impl IntoView {
    let store = store();
    let layer = NodeRef::<html::Div>::new();
    let active = StoredValue::new(0usize);
    let mut before = Vec::new();
    effect(move || {
        let Some(layer) = layer.get() else { return };
        let marks = marks.get();
        let at = active.get_value().min(marks.len().saturating_sub(1));
        active.set_value(at);
        sync(&layer, &before, &marks);
        // One tab stop: the mark that was last in use.
        let children = layer.children();
        let stop = u32::try_from(at).ok().and_then(|at| children.item(at));
        if let Some(stop) = stop
            && stop.get_attribute("tabindex").as_deref() != Some("0")
        {
            if let Ok(Some(old)) = layer.query_selector("[tabindex='0']") {
                _ = old.set_attribute("tabindex", "-1");
            }
            _ = stop.set_attribute("tabindex", "0");
        }
        before = marks;
    });
    let show = move |button: &HtmlElement| {
        let Some(found) = index_of(button).and_then(|index| tip.run(index)) else { return };
        let area = button.get_bounding_client_rect();
        // A wide mark is a row: the tip stands at a point along it rather than at its far end.
        let along = if area.width() > 120.0 { 0.5 } else { 1.0 };
        let at = (area.left() + area.width() * along, area.top() + (area.height() * 0.5).min(60.0));
        store.tip.set(Some(Tip { at, ..found }));
    };
    let hide = move || store.tip.set(None);
    let on_click = move |event: ev::MouseEvent| {
        let index = button_of(&event).as_ref().and_then(index_of);
        if let Some(index) = index {
            active.set_value(index);
            click.run(MarkClick { index, shift: event.shift_key(), alt: event.alt_key() });
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(index) = button_of(&event).as_ref().and_then(index_of) else { return };
        let target = marks.with_untracked(|marks| match direction(&event.key()) {
            Some(towards) if spatial => nearest(marks, index, towards),
            _ => along(marks, index, &event.key()),
        });
        let Some(target) = target else { return };
        event.prevent_default();
        let button = |at: usize| {
            let children = layer.get_untracked()?.children();
            children.item(u32::try_from(at).ok()?)?.dyn_into::<HtmlElement>().ok()
        };
        if let (Some(from), Some(to)) = (button(index), button(target)) {
            from.set_tab_index(-1);
            to.set_tab_index(0);
            _ = to.focus();
            active.set_value(target);
        }
    };
    view! {
        <div
            class="marks"
            role="group"
            aria-label=label
            data-test=(!test.is_empty()).then_some(test)
            node_ref=layer
            on:click=on_click
            on:keydown=on_key
            on:pointerover=move |event| {
                if let (Some(button), "mouse") = (button_of(&event), event.pointer_type().as_str()) {
                    show(&button);
                }
            }
            on:pointerleave=move |_| hide()
            on:focusin=move |event| {
                // A click focuses too; only a keyboard's focus asks for the numbers.
                if let Some(button) = button_of(&event)
                    && button.matches(":focus-visible").unwrap_or(false)
                {
                    show(&button);
                }
            }
            on:focusout=move |_| hide()
        ></div>
    }
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

fn button_of(event: &web_sys::Event) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("button[data-index]").ok()??.dyn_into().ok()
}

fn index_of(button: &HtmlElement) -> Option<usize> {
    button.get_attribute("data-index")?.parse().ok()
}

/// Brings the layer's buttons from `before` to `now`, touching only what differs: this runs for
/// every mark of every chart on each step of a brush.
fn sync(layer: &web_sys::HtmlDivElement, before: &[MarkView], now: &[MarkView]) {
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
            _ = button.toggle_attribute_with_force("hidden", mark.place.is_none());
            if let Some(Mark { x, y, width, height, .. }) = mark.place {
                set("style", &format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px"));
            }
        }
    }
}

fn make_button(layer: &web_sys::HtmlDivElement, index: usize) -> Option<web_sys::Element> {
    let button = document().create_element("button").ok()?;
    button.set_attribute("type", "button").ok()?;
    button.set_attribute("data-index", &index.to_string()).ok()?;
    button.set_attribute("tabindex", "-1").ok()?;
    layer.append_child(&button).ok()?;
    Some(button)
}
