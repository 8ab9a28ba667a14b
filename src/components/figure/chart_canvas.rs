//! The drawn form of a chart: a canvas, with buttons over it.

use leptos::html;
use leptos::prelude::*;

use super::marks::{MarkClick, Marks};
use super::painter::Painter;
use super::printed_parts::PrintedParts;
use super::surface::{Drawing, Surface};
use crate::components::length::css;
use crate::components::tooltip::Tip;
use crate::hooks::after_effects::after_effects;
use crate::hooks::use_length::use_width;
use crate::hooks::use_screen::use_screen;
use crate::reactive::{effect, memo};

/// Pixels of a printed chart per CSS pixel, at least: paper is finer than most screens.
const PRINTED_RATIO: f64 = 3.0;

/// The width of a printed chart in CSS pixels: what fits beside usual margins on A4 and Letter, however wide
/// it is on the screen. A wider one would be shrunk, and its labels with it.
const PRINTED_WIDTH: f64 = 680.0;

/// The surface that an element is.
pub fn use_surface(node: NodeRef<html::Div>) -> Memo<Surface> {
    let screen = use_screen();
    let width = use_width(node);
    memo(move || {
        let (width, ratio) = (width.get(), screen.pixel_ratio.get());
        let (width, ratio) = match screen.printing.get() {
            true => (PRINTED_WIDTH, ratio.max(PRINTED_RATIO)),
            false => (width, ratio),
        };
        Surface { width, ratio, palette: screen.palette.get() }
    })
}

/// The drawing of a chart for the surface that an element is, anew whenever a signal changes that
/// `draw` reads.
pub fn use_drawing(node: NodeRef<html::Div>, draw: Callback<Surface, Drawing>) -> Memo<Drawing> {
    let surface = use_surface(node);
    memo(move || draw.run(surface.get()))
}

/// A chart that is drawn as it is told, and has nothing over it but its marks.
#[component]
pub fn ChartCanvas(
    /// Classes of the element, beside `canvas-box`.
    #[prop(into)]
    class: Signal<String>,
    /// Lays the chart out for a surface; called again whenever a signal changes that it reads.
    draw: Callback<Surface, Drawing>,
    /// What a screen reader calls the group of marks.
    #[prop(into)]
    label: Signal<String>,
    /// A click on a mark, or Enter on it.
    on_select: Callback<MarkClick>,
    /// What the tooltip says of the mark at a position, without its place.
    tip: Callback<usize, Option<Tip>>,
    /// Whether the arrow keys go where they point to, rather than along the marks.
    #[prop(optional)]
    spatial: bool,
) -> impl IntoView {
    let node = NodeRef::new();
    let drawing = use_drawing(node, draw);
    view! { <DrawnCanvas class node drawing label on_select tip spatial /> }
}

/// A canvas that follows a drawing, and the marks over it.
#[component]
pub fn DrawnCanvas(
    /// Classes of the element, beside `canvas-box`.
    #[prop(into)]
    class: Signal<String>,
    /// The element.
    node: NodeRef<html::Div>,
    /// What is drawn on it: [`use_drawing`].
    drawing: Memo<Drawing>,
    /// What a screen reader calls the group of marks.
    #[prop(into)]
    label: Signal<String>,
    /// A click on a mark, or Enter on it.
    on_select: Callback<MarkClick>,
    /// What the tooltip says of the mark at a position, without its place.
    tip: Callback<usize, Option<Tip>>,
    /// Whether the arrow keys go where they point to, rather than along the marks.
    #[prop(optional)]
    spatial: bool,
    /// Whether a mark shows its tip when it is pointed at.
    #[prop(default = true)]
    hover: bool,
    /// `data-test` of the layer of marks.
    #[prop(optional_no_strip)]
    marks_test: Option<&'static str>,
    /// What lies over the drawing, besides.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let screen = use_screen();
    let canvas = NodeRef::<html::Canvas>::new();
    let painter = StoredValue::new_local(Painter::default());
    effect(move || {
        let Some(canvas) = canvas.get() else { return };
        let (scene, fine) = drawing.with(|drawing| (drawing.scene.clone(), drawing.fine));
        // Not laid out yet.
        if scene.frame().width == 0 {
            return;
        }
        let paint = move || {
            _ = painter.try_update_value(|painter| {
                painter.paint(&canvas, scene, fine, None);
            });
        };
        // A browser that prints draws no frame before.
        if screen.printing.get() { paint() } else { after_effects(paint) }
    });
    let height = memo(move || drawing.with(|drawing| drawing.height));
    let marks = memo(move || drawing.with(|drawing| drawing.marks.clone()));
    view! {
        <div
            class=move || format!("canvas-box {}", class.get())
            style=move || format!("height:{}px", css(height.get()))
            node_ref=node
            on:pointerleave=move |_| screen.tip.set(None)
            on:focusout=move |_| screen.tip.set(None)
        >
            <canvas node_ref=canvas aria-hidden="true"></canvas>
            <PrintedParts drawing />
            <Marks marks label on_select tip spatial hover test=marks_test />
            {children.map(|children| children())}
        </div>
    }
}
