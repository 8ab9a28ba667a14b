//! The layer of transparent buttons over a canvas: pointer, keyboard and screen readers all
//! reach a chart's marks through it.

use std::collections::HashMap;
use std::sync::Arc;

use explorer_chart::Mark;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::reactive::computed::Selector;

use crate::components::keyed::Keyed;
use crate::components::length::css;
use crate::components::tooltip::Tip;
use crate::hooks::use_item_signals::{ItemSignals, use_item_signals};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::start::{Stage, use_turn};
use crate::timing::painted;

/// One mark as the layer shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkView {
    /// The value's id, or the bin's key. No two marks of a chart have the same.
    pub value: String,
    /// Its count.
    pub count: u32,
    /// How much of it is uncertain.
    pub uncertain: u32,
    /// What a screen reader says.
    pub label: String,
    /// Whether the reader has chosen it.
    pub pressed: bool,
    /// `free`, `included` or `excluded`.
    pub standing: &'static str,
    /// Where it is; `None` hides it.
    pub place: Option<Mark>,
}

/// A click on a mark, or Enter on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkClick {
    /// The mark's position among the marks.
    pub index: usize,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether a pointer made it, rather than a key.
    pub by_pointer: bool,
}

/// The marks of a chart. One tab stop: the arrow keys move between them.
#[component]
pub fn Marks(
    /// The marks, in visual order.
    marks: Memo<Arc<Vec<MarkView>>>,
    /// What a screen reader calls the group.
    label: Signal<String>,
    /// A click on a mark, or Enter on it.
    on_select: Callback<MarkClick>,
    /// What the tooltip says of the mark at a position, without its place.
    tip: Callback<usize, Option<Tip>>,
    /// Whether the arrow keys go where they point to, rather than along the marks.
    spatial: bool,
    /// Whether a mark shows its tip when it is pointed at.
    hover: bool,
    /// `data-test` of the layer.
    test: Option<&'static str>,
) -> impl IntoView {
    // The layer is transparent: it follows once the canvas is painted. With it, a repaint of the map would
    // take half as long again, and so would a step in which bars change their places.
    let current = marks;
    let painted: ReadSignal<Arc<Vec<MarkView>>> = painted(marks.into());
    // The first ones are there with the chart.
    let marks = memo(move || {
        let painted = painted.get();
        if painted.is_empty() { current.get() } else { painted }
    });
    // Apart from each other: a step changes numbers, and seldom places or what is chosen.
    let numbers = use_item_signals(move |item| {
        marks.with(|marks| {
            for MarkView { value, count, uncertain, label, .. } in marks.iter() {
                let (count, uncertain) = (*count, *uncertain);
                item(value, Numbers { count, uncertain, label: label.clone() });
            }
        });
    });
    let choices = use_item_signals(move |item| {
        marks.with(|marks| {
            for MarkView { value, pressed, standing, .. } in marks.iter() {
                item(value, Choice { pressed: *pressed, standing });
            }
        });
    });
    let places = use_item_signals(move |item| {
        marks.with(|marks| marks.iter().for_each(|mark| item(&mark.value, mark.place)));
    });
    // Of the last of them, so that a new mark is known to all.
    let values = places.keys;
    // The mark that was last in use; the first one while there is none.
    let active = RwSignal::new(None::<String>);
    let tab_stop = memo(move || {
        values.with(|values| {
            let active = active.get().filter(|active| values.contains(active));
            active.or_else(|| values.first().cloned())
        })
    });
    let layer = Layer {
        marks: current,
        numbers,
        choices,
        places,
        active,
        tab_stop: StoredValue::new(Selector::new(move || tab_stop.get())),
        nodes: StoredValue::new(HashMap::new()),
        on_select,
        tip,
        spatial,
        hover,
    };
    let mark = Callback::new(move |value| view! { <MarkButton layer value /> }.into_any());
    let turn = use_turn(Stage::Marks, None);
    let keys = memo(move || if turn.get() { values.get() } else { Vec::new() });
    view! {
        <div class="marks" role="group" data-test=test aria-label=label>
            <Keyed keys row=mark />
        </div>
    }
}

/// What a mark counts.
#[derive(Debug, Clone, Default, PartialEq)]
struct Numbers {
    count: u32,
    uncertain: u32,
    label: String,
}

/// Whether a mark is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Choice {
    pressed: bool,
    standing: &'static str,
}

/// What the marks of a chart share.
#[derive(Clone, Copy)]
struct Layer {
    marks: Memo<Arc<Vec<MarkView>>>,
    numbers: ItemSignals<Numbers>,
    choices: ItemSignals<Choice>,
    places: ItemSignals<Option<Mark>>,
    active: RwSignal<Option<String>>,
    tab_stop: StoredValue<Selector<Option<String>>>,
    /// The elements of the marks by their values, for the focus.
    nodes: StoredValue<HashMap<String, NodeRef<html::Button>>>,
    on_select: Callback<MarkClick>,
    tip: Callback<usize, Option<Tip>>,
    spatial: bool,
    hover: bool,
}

impl Layer {
    fn index_of(self, value: &str) -> Option<usize> {
        self.marks.with_untracked(|marks| marks.iter().position(|mark| mark.value == value))
    }

    /// Moves the focus to where a key leads from a mark, if it leads anywhere.
    fn move_focus(self, from: &str, event: &ev::KeyboardEvent) {
        let Some(index) = self.index_of(from) else { return };
        let key = event.key();
        let target = self.marks.with_untracked(|marks| {
            let target = match direction(&key).filter(|_| self.spatial) {
                Some(towards) => nearest(marks, index, towards),
                None => along(marks, index, &key),
            };
            target.and_then(|at| marks.get(at)).map(|mark| mark.value.clone())
        });
        let Some(target) = target else { return };
        event.prevent_default();
        let node = self.nodes.with_value(|nodes| nodes.get(&target).copied());
        self.active.set(Some(target));
        if let Some(node) = node.and_then(|node| node.get_untracked()) {
            _ = node.focus();
        }
    }
}

/// A mark. It changes only where what it shows does.
#[component]
fn MarkButton(layer: Layer, value: String) -> impl IntoView {
    let screen = use_screen();
    let node = NodeRef::<html::Button>::new();
    layer.nodes.update_value(|nodes| _ = nodes.insert(value.clone(), node));
    let key = StoredValue::new(value.clone());
    on_cleanup(move || {
        if let Some(value) = key.try_get_value() {
            _ = layer.nodes.try_update_value(|nodes| nodes.remove(&value));
        }
    });
    let (numbers, choice, place) = (
        layer.numbers.item(&value).unwrap_or_default(),
        layer.choices.item(&value).unwrap_or_default(),
        layer.places.item(&value).unwrap_or_default(),
    );
    let show_tip = move || {
        let Some(index) = layer.index_of(&key.get_value()) else { return };
        let Some(tip) = layer.tip.run(index) else { return };
        let Some(button) = node.get_untracked() else { return };
        let area = button.get_bounding_client_rect();
        // A wide mark is a row: the tip stands at a point along it rather than at its far end.
        let along = if area.width() > 120.0 { 0.5 } else { 1.0 };
        let at = (area.left() + area.width() * along, area.top() + (area.height() * 0.5).min(60.0));
        screen.tip.set(Some(Tip { at, ..tip }));
    };
    let select = move |event: ev::MouseEvent| {
        let value = key.get_value();
        let Some(index) = layer.index_of(&value) else { return };
        layer.active.set(Some(value));
        layer.on_select.run(MarkClick {
            index,
            shift: event.shift_key(),
            alt: event.alt_key(),
            by_pointer: event.detail() > 0,
        });
    };
    let is_tab_stop = move || {
        let value = Some(key.get_value());
        layer.tab_stop.with_value(|selector| selector.selected(&value))
    };
    view! {
        <button
            type="button"
            node_ref=node
            data-value=value
            data-count=move || numbers.with(|numbers| numbers.count.to_string())
            data-uncertain=move || {
                let uncertain = numbers.with(|numbers| numbers.uncertain);
                (uncertain > 0).then(|| uncertain.to_string())
            }
            data-state=move || choice.with(|choice| choice.standing)
            aria-label=move || numbers.with(|numbers| numbers.label.clone())
            aria-pressed=move || choice.with(|choice| choice.pressed.to_string())
            tabindex=move || if is_tab_stop() { "0" } else { "-1" }
            style=move || place.get().map_or_else(|| "display:none".to_owned(), placed)
            on:click=select
            on:keydown=move |event| layer.move_focus(&key.get_value(), &event)
            on:pointerover=move |event: ev::PointerEvent| {
                if layer.hover && event.pointer_type() == "mouse" {
                    show_tip();
                }
            }
            on:focusin=move |_| {
                // A click focuses, too; only a keyboard's focus asks for the numbers.
                let asked = node.get_untracked().map(|node| node.matches(":focus-visible"));
                if matches!(asked, Some(Ok(true))) {
                    show_tip();
                }
            }
        ></button>
    }
}

fn placed(Mark { x, y, width, height, .. }: Mark) -> String {
    let [x, y, width, height] = [x, y, width, height].map(css);
    format!("left:{x}px;top:{y}px;width:{width}px;height:{height}px")
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
