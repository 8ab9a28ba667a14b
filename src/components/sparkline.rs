//! A small chart in a cell of a table.

use std::sync::Arc;

use explorer_chart::sparkline::{HEIGHT, WIDTH};
use explorer_chart::{Frame, Sparkline as SparklineChart};
use explorer_number::grouped;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figure::painter::Painter;
use super::tooltip::{Tip, TipLine};
use crate::hooks::after_effects::after_effects;
use crate::hooks::use_screen::use_screen;
use crate::reactive::effect;

/// How a count spreads over the quarters. The sparklines of a table share one scale.
#[component]
pub fn Sparkline(
    /// Counts per quarter, in order of time.
    counts: Memo<Vec<u32>>,
    /// What the quarters are called: `Q3 2024`.
    quarters: StoredValue<Vec<String>>,
    /// The count that reaches the top.
    #[prop(into)]
    top: Signal<u32>,
    /// The first and the last quarter of the chosen period; the others are pale.
    selected: Memo<Option<(usize, usize)>>,
    /// What is counted: `Interactions`.
    counted: &'static str,
) -> impl IntoView {
    let screen = use_screen();
    let node = NodeRef::<html::Canvas>::new();
    let painter = StoredValue::new_local(Painter::default());
    effect(move || {
        let Some(canvas) = node.get() else { return };
        let frame = Frame::canvas(WIDTH, HEIGHT, screen.pixel_ratio.get());
        let (top, selected) = (top.get(), selected.get());
        let scene = counts.with(|counts| {
            let chart = SparklineChart { counts, top, selected };
            screen.palette.with(|palette| chart.scene(&frame, palette))
        });
        let paint = move || {
            _ = painter
                .try_update_value(|painter| painter.paint(&canvas, Arc::new(scene), 1.0, None));
        };
        // A browser that prints draws no frame before.
        if screen.printing.get() { paint() } else { after_effects(paint) }
    });
    let listed = move |separator: &str| {
        let counts = counts.with(|counts| counts.iter().map(u32::to_string).collect::<Vec<_>>());
        counts.join(separator)
    };
    let point = move |event: ev::PointerEvent| {
        let tip = counts.with_untracked(|counts| {
            let at = f64::from(event.offset_x()) / WIDTH * counts.len() as f64;
            let count = *counts.get(at as usize)?;
            let title = quarters.with_value(|quarters| quarters.get(at as usize).cloned())?;
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            Some(Tip { at, title, lines: vec![TipLine::new(counted, grouped(count))], hint: "" })
        });
        screen.tip.set(tip);
    };
    view! {
        <span class="spark">
            <canvas
                node_ref=node
                role="img"
                data-counts=move || listed(" ")
                aria-label=move || format!("{counted} per quarter: {}", listed(", "))
                on:pointermove=point
                on:pointerleave=move |_| screen.tip.set(None)
            ></canvas>
        </span>
    }
}
