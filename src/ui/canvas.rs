//! A canvas that draws a scene through plotters, sharp at every pixel ratio.

use leptos::html;
use leptos::prelude::*;

use super::effect::effect;
use plotters::prelude::IntoDrawingArea;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::quick_canvas::QuickCanvas;
use super::store::store;
use crate::chart::{Frame, Palette, Scene};

/// The width of an element in CSS pixels, following its layout. 0 until it is laid out.
pub fn width_of(element: NodeRef<html::Div>) -> ReadSignal<f64> {
    let (width, set) = signal(0.0);
    effect(move || {
        let Some(element) = element.get() else { return };
        set.set(laid_out(&element));
        let measured = element.clone();
        let resized = Closure::<dyn Fn()>::new(move || {
            let now = laid_out(&measured);
            if now != width.get_untracked() {
                set.set(now);
            }
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            observer.observe(&element);
            // The closure has to live as long as the observer may call it.
            let kept = StoredValue::new_local((observer, resized));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        }
    });
    width
}

/// What makes a scene: boxed, so that the component is compiled once.
pub type Draw = Box<dyn Fn(&Frame, &Palette) -> Scene + Send + Sync>;

/// Whole pixels only: half a one would stretch every line of the canvas.
fn laid_out(element: &web_sys::HtmlDivElement) -> f64 {
    element.get_bounding_client_rect().width().floor()
}

/// Draws `scene`, made for the canvas' frame and the theme's palette, whenever what it reads
/// changes, and on every change of size, pixel ratio and theme.
#[component]
pub fn SceneCanvas(
    /// Width in CSS pixels; nothing is drawn while it is 0.
    width: ReadSignal<f64>,
    /// Height in CSS pixels.
    #[prop(into)]
    height: Signal<f64>,
    /// What to draw.
    scene: Draw,
) -> impl IntoView {
    let store = store();
    let canvas = NodeRef::<html::Canvas>::new();
    let mut painted = None;
    effect(move || {
        let (width, height) = (width.get(), height.get());
        let Some(canvas) = canvas.get().filter(|_| width > 0.0) else { return };
        let frame = Frame::canvas(width, height, store.ratio.get());
        let scene = store.theme.palette.with(|palette| scene(&frame, palette));
        // A canvas keeps its picture: what has not changed is not painted again.
        let now = Some((frame, scene));
        if now != painted
            && let Some((frame, scene)) = &now
        {
            paint(&canvas, frame, scene);
        }
        painted = now;
    });
    view! { <canvas node_ref=canvas aria-hidden="true"></canvas> }
}

/// Paints a scene over the whole canvas, at its size in device pixels.
pub fn paint(canvas: &web_sys::HtmlCanvasElement, frame: &Frame, scene: &Scene) {
    // Setting a size, even the same one, throws the backing store away.
    if canvas.width() != frame.width {
        canvas.set_width(frame.width);
    }
    if canvas.height() != frame.height {
        canvas.set_height(frame.height);
    }
    _ = canvas.set_attribute(
        "style",
        &format!("width:{}px;height:{}px", frame.css_width(), frame.css_height()),
    );
    if let Some(backend) = QuickCanvas::new(canvas) {
        // The canvas backend's calls do not fail; a picture that is missing is no reason to stop.
        _ = scene.draw(&backend.into_drawing_area());
    }
}
