//! Painting scenes on canvases through plotters, sharp at every pixel ratio.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use explorer_chart::repaint::changed;
use explorer_chart::scene::Shape;
use explorer_chart::{Frame, Scene};
use plotters::drawing::DrawingArea;
use web_sys::HtmlCanvasElement;

use super::quick_canvas::QuickCanvas;
use crate::components::length::css;

/// Paints a canvas.
#[derive(Default)]
pub struct Painter {
    /// What is on the canvas.
    painted: Option<Arc<Scene>>,
    /// It remembers what the canvas knows.
    backend: Option<Rc<RefCell<QuickCanvas>>>,
}

impl Painter {
    /// Paints a scene, of which `fine` units along a side make a pixel; with `edges`, only what lies between
    /// these heights in CSS pixels. A canvas keeps its picture: where nothing has changed, it is not painted again.
    pub fn paint(
        &mut self,
        canvas: &HtmlCanvasElement,
        scene: Arc<Scene>,
        fine: f64,
        edges: Option<(f64, f64)>,
    ) {
        if self.painted.as_ref() == Some(&scene) {
            return;
        }
        let frame = *scene.frame();
        let before = self.painted.replace(scene.clone());
        let before = before.filter(|before| *before.frame() == frame);
        if before.is_none() {
            let (top, bottom) = edges.unwrap_or((0.0, frame.css_height()));
            let (css_width, css_height) = (frame.css_width(), bottom - top);
            let sized = Frame::canvas(css_width, css_height, frame.scale / fine);
            // This throws the backing store away, and with it what the canvas knows.
            canvas.set_width(sized.width);
            canvas.set_height(sized.height);
            let style = format!("width:{}px;height:{}px", css(css_width), css(css_height));
            _ = canvas.set_attribute("style", &style);
            self.backend = QuickCanvas::new(canvas, frame, fine, (top * frame.scale).round())
                .map(|canvas| Rc::new(RefCell::new(canvas)));
        }
        if let Some(backend) = &self.backend {
            // What a part of a picture begins with lies between pixels.
            let before = before.filter(|_| edges.is_none());
            let areas = before.and_then(|before| changed(&before, &scene, fine as i32));
            let area = DrawingArea::from(backend);
            backend.borrow_mut().begin(areas.as_deref());
            let mut skip = |shape: &Shape| backend.borrow_mut().skip(shape);
            // The canvas backend's calls do not fail; a picture that is missing is no reason to stop.
            _ = match &areas {
                Some(areas) => scene.draw_within(&area, areas, &mut skip),
                None => scene.draw_texts_last(&area),
            };
            backend.borrow_mut().end();
        }
    }
}
