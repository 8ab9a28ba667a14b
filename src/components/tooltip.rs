//! The tooltip: exact numbers beside the mark that is pointed at or focused.

use leptos::ev;
use leptos::prelude::*;

use crate::hooks::use_screen::use_screen;
use crate::hooks::use_window_event::use_window_event;

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

impl TipLine {
    /// A line that explains no colour.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { color: "", label: label.into(), value: value.into() }
    }
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
#[component]
pub fn Tooltip() -> impl IntoView {
    let screen = use_screen();
    use_window_event(ev::keydown, move |event| {
        if event.key() == "Escape" {
            screen.tip.set(None);
        }
    });
    move || {
        screen.tip.get().map(|Tip { at, title, lines, hint }| {
            let lines = lines.into_iter().map(|TipLine { color, label, value }| {
                let swatch = (!color.is_empty())
                    .then(|| view! { <i style=format!("background:var({color})")></i> });
                let number = (!value.is_empty()).then(|| view! { <b>{value}</b> });
                view! { <li>{swatch}<span>{label}</span>{number}</li> }
            });
            view! {
                <div class="tooltip" data-test="tooltip" aria-hidden="true" style=placed(at)>
                    <strong>{title}</strong>
                    <ul>{lines.collect_view()}</ul>
                    <small>{hint}</small>
                </div>
            }
        })
    }
}

fn placed((x, y): (f64, f64)) -> String {
    let length = |length: Result<wasm_bindgen::JsValue, _>, usual| {
        length.ok().and_then(|length| length.as_f64()).unwrap_or(usual)
    };
    let (width, height) =
        (length(window().inner_width(), 1000.0), length(window().inner_height(), 800.0));
    // Within the window: from its right third on, it stands left of the point.
    let side = if x > width * 0.6 { "calc(-100% - 12px)" } else { "12px" };
    // And on the side of the point that has more room.
    let up = if y < height * 0.5 { "12px" } else { "calc(-100% - 12px)" };
    format!("left:{}px;top:{}px;transform:translate({side},{up})", x as i32, y as i32)
}
