//! Painting scenes on canvases through plotters, sharp at every pixel ratio.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::drawing::DrawingArea;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

use super::effect::effect;
use super::length::css;
use super::quick_canvas::QuickCanvas;
use super::signal::{Signal, at_end};
use explorer_chart::{Frame, Scene};

/// The width of an element in CSS pixels, following its layout until the component that asks
/// ends. 0 until it is laid out.
pub fn width_of(element: &Element) -> Signal<f64> {
    let width = Signal::new(0.0);
    let first = element.clone();
    // Not yet: who asks has still to put the element into the document. Later the observer tells,
    // but of what is out of sight only once it comes near.
    effect(move || width.set(laid_out(&first)));
    let measured = element.clone();
    let resized = Closure::<dyn Fn()>::new(move || {
        let now = laid_out(&measured);
        if now != width.get_untracked() {
            width.set(now);
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(resized.as_ref().unchecked_ref()) {
        observer.observe(element);
        // The closure has to live as long as the observer may call it.
        at_end(Box::new(move || {
            observer.disconnect();
            drop(resized);
        }));
    }
    width
}

/// Whole pixels only: half a one would stretch every line of the canvas.
fn laid_out(element: &Element) -> f64 {
    element.get_bounding_client_rect().width().floor()
}

/// Paints a canvas.
#[derive(Default)]
pub struct Painter {
    /// What is on the canvas.
    painted: Option<Scene>,
    /// Kept, because it remembers what the canvas knows.
    backend: Option<Rc<RefCell<QuickCanvas>>>,
}

impl Painter {
    /// Paints a scene, of which `fine` units along a side make a pixel. A canvas keeps its
    /// picture: what has not changed is not painted again.
    pub fn paint(&mut self, canvas: &web_sys::HtmlCanvasElement, mut scene: Scene, fine: f64) {
        scene.gather_texts();
        if self.painted.as_ref() == Some(&scene) {
            return;
        }
        let frame = *scene.frame();
        if self.painted.as_ref().map(Scene::frame) != Some(&frame) {
            let (css_width, css_height) = (frame.css_width(), frame.css_height());
            let sized = Frame::canvas(css_width, css_height, frame.scale / fine);
            // This throws the backing store away, and with it what the canvas knows.
            canvas.set_width(sized.width);
            canvas.set_height(sized.height);
            let style = format!("width:{}px;height:{}px", css(css_width), css(css_height));
            _ = canvas.set_attribute("style", &style);
            self.backend =
                QuickCanvas::new(canvas, fine).map(|canvas| Rc::new(RefCell::new(canvas)));
        }
        if let Some(backend) = &self.backend {
            // The canvas backend's calls do not fail; a picture that is missing is no reason to stop.
            _ = scene.draw(&DrawingArea::from(backend));
        }
        self.painted = Some(scene);
    }
}
