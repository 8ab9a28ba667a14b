//! A table that may be wider than its place.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::IN_VIEW;
use crate::hooks::use_length::use_width;
use crate::hooks::use_window_event::use_window_event;
use crate::reactive::{memo, text};

/// A table in the page. Its head sticks to the top of the window while the page scrolls. Where it is
/// wider than its place it scrolls sideways, says so, and is reachable with the keyboard.
#[component]
pub fn TableScroll(
    /// Its class, such as `country-scroll`.
    class: &'static str,
    /// What the table is, for screen readers.
    #[prop(into)]
    label: String,
    /// Notifies when the table is in another order or of other rows: a reader starts at its top.
    #[prop(optional, into)]
    anew: Option<Signal<()>>,
    /// The table.
    children: Children,
) -> impl IntoView {
    let (frame, whole) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let (room, width) = (use_width(frame), use_width(whole));
    let is_wide = memo(move || width.get() > room.get());
    // Whether the last column is in sight.
    let at_end = RwSignal::new(false);
    let on_scroll = move |_| {
        if let Some(frame) = frame.get_untracked() {
            let right = frame.scroll_left() + frame.client_width();
            at_end.set(right >= frame.scroll_width() - 1);
        }
    };
    // Whether its top is above the window. Where that is asked after a step, the whole table is laid out for
    // the answer, and once more for the frame.
    let is_begun = StoredValue::new(false);
    use_window_event(ev::scroll, move |_| {
        if let Some(frame) = frame.get_untracked() {
            head_follows(&frame, is_wide.get_untracked());
            is_begun.set_value(frame.get_bounding_client_rect().top() < 0.0);
        }
    });
    if let Some(anew) = anew {
        Effect::new(move |before: Option<()>| {
            anew.get();
            if before.is_some() {
                after_effects(move || {
                    // The table may have gone in the meantime.
                    if is_begun.try_get_value() == Some(true)
                        && let Some(frame) = frame.get_untracked()
                    {
                        frame.scroll_into_view();
                    }
                });
            }
        });
    }
    view! {
        <div class="table-frame" data-wide=text(move || is_wide.get().to_string()) class:at-end=at_end>
            <p class="hint more">"Wider than the window: scroll sideways for more columns \u{2192}"</p>
            <div
                node_ref=frame
                class=class
                tabindex=move || is_wide.get().then_some("0")
                role="region"
                aria-label=label
                on:scroll=on_scroll
            >
                <div node_ref=whole class="table-whole">
                    {children()}
                </div>
            </div>
        </div>
    }
}

/// Tells the style sheet how high the bar above a table's head is; and how far down the head of a wide
/// table has to be: what scrolls sideways within the page has no `position: sticky` in the window.
fn head_follows(frame: &HtmlElement, is_wide: bool) {
    let bar = document().get_element_by_id(IN_VIEW);
    let bar = bar.filter(sticks).map_or(0.0, |bar| height(&bar));
    let length = format!("{}px", bar as i32);
    let style = frame.style();
    // Each row would be styled anew.
    if style.get_property_value("--bar-height").ok().as_ref() != Some(&length) {
        _ = style.set_property("--bar-height", &length);
    }
    // The table is among the children that were given.
    let head = frame.query_selector("thead").ok().flatten().filter(|_| is_wide);
    if let Some(head) = head.and_then(|head| head.dyn_into::<HtmlElement>().ok()) {
        let place = frame.get_bounding_client_rect();
        // It goes with its last rows.
        let most = place.height() - 2.0 * height(&head);
        let by = (bar - place.top()).min(most).max(0.0);
        _ = head.style().set_property("translate", &format!("0 {}px", by as i32));
    }
}

/// Whether an element stays in sight. In a low window the bar does not.
fn sticks(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    style.is_some_and(|style| style.get_property_value("position").is_ok_and(|p| p == "sticky"))
}

fn height(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}
