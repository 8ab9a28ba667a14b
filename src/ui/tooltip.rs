//! The tooltip: exact numbers beside the mark that is pointed at or focused.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::listen::listen_to;
use super::markup::{el, shown};
use super::screen::Screen;

/// One line of a tooltip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TipLine {
    /// CSS custom property of the colour that the line explains, such as `--mps`; may be empty.
    pub color: &'static str,
    /// What is counted.
    pub label: String,
    /// The number in words.
    pub value: String,
}

/// What the tooltip says, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Tip {
    /// Point that it explains, in CSS pixels of the viewport.
    pub at: (f64, f64),
    /// The mark's name.
    pub title: String,
    /// The numbers.
    pub lines: Vec<TipLine>,
    /// What a click would do.
    pub hint: &'static str,
}

/// Shows the screen's tip. Screen readers get the same numbers from the marks' labels.
pub fn tooltip(screen: &'static Screen) -> Element {
    let place = move |(x, y): (f64, f64)| {
        let width = window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(1000.0);
        // Kept inside the window: from its right third on, it stands left of the point.
        let side = if x > width * 0.6 { "calc(-100% - 12px)" } else { "12px" };
        // And on the side of the point that has more room.
        let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(800.0);
        let up = if y < height * 0.5 { "12px" } else { "calc(-100% - 12px)" };
        format!("left:{}px;top:{}px;transform:translate({side},{up})", x as i32, y as i32)
    };
    listen_to(&window(), &["keydown"], move |event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            screen.tip.set(None);
        }
    });
    shown(move || {
        let tip = screen.tip.get().map(|tip| {
            let lines = tip.lines.into_iter().map(|line| {
                let swatch = (!line.color.is_empty())
                    .then(|| el("i").attr("style", format!("background:var({})", line.color)));
                el("li")
                    .children(swatch)
                    .child(el("span").text(line.label))
                    .child(el("b").text(line.value))
            });
            el("div")
                .class("tooltip")
                .attr("data-test", "tooltip")
                .attr("aria-hidden", "true")
                .attr("style", place(tip.at))
                .child(el("strong").text(tip.title))
                .child(el("ul").children(lines))
                .child(el("small").text(tip.hint))
        });
        tip.into_iter().collect()
    })
}
