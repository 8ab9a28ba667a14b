//! A drawing that is higher than a sheet of paper, in parts that are not.

use explorer_chart::sheet::parts;
use leptos::html;
use leptos::prelude::*;

use super::painter::Painter;
use super::surface::Drawing;
use crate::components::keyed_items::KeyedItems;
use crate::components::length::css;
use crate::hooks::use_screen::use_screen;
use crate::reactive::{effect, memo};

/// The parts of a drawing on its way to paper; nothing on the screen, nor of one that fits on a sheet.
/// A browser would cut it wherever the sheet ends, through a line of text.
#[component]
pub fn PrintedParts(
    /// What is drawn.
    drawing: Memo<Drawing>,
) -> impl IntoView {
    let screen = use_screen();
    let edges = memo(move || match screen.printing.get() {
        false => Vec::new(),
        true => drawing.with(|drawing| {
            let places: Vec<_> = drawing.marks.iter().filter_map(|mark| mark.place).collect();
            let mut parts = parts(drawing.height, &places);
            if parts.len() == 1 {
                parts.clear();
            }
            parts
        }),
    });
    view! {
        <KeyedItems items=edges key=|edges| css(edges.1) let:edges>
            <Part drawing edges />
        </KeyedItems>
    }
}

/// A part of a drawing.
#[component]
fn Part(
    /// All of it.
    drawing: Memo<Drawing>,
    /// Upper and lower edge in CSS pixels.
    edges: (f64, f64),
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    effect(move || {
        if let Some(canvas) = canvas.get() {
            drawing.with(|drawing| {
                Painter::default().paint(&canvas, drawing.scene.clone(), drawing.fine, Some(edges));
            });
        }
    });
    view! { <canvas class="part" node_ref=canvas aria-hidden="true"></canvas> }
}
