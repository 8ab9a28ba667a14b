//! What a chart is drawn on, and what is drawn.

use std::sync::Arc;

use explorer_chart::{Frame, Palette, Rgb, Scene};

use super::marks::MarkView;

/// What a chart is drawn on.
#[derive(Debug, Clone, PartialEq)]
pub struct Surface {
    /// Its width in CSS pixels; 0 until it is laid out.
    pub width: f64,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// The colours in force.
    pub palette: Palette,
}

impl Surface {
    /// A canvas of a height in CSS pixels.
    pub fn frame(&self, height: f64) -> Frame {
        Frame::canvas(self.width, height, self.ratio)
    }
}

/// A chart laid out for a surface.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its height in CSS pixels.
    pub height: f64,
    /// How many units of the drawing make a pixel of the canvas, along a side: more than one for
    /// shapes whose edges do not lie along pixels.
    pub fine: f64,
    /// What is painted.
    pub scene: Arc<Scene>,
    /// What can be pointed at, in visual order.
    pub marks: Arc<Vec<MarkView>>,
    /// What the colours mean, where the drawing does not say: for the picture that is saved.
    pub legend: Vec<(Rgb, String)>,
    /// What the picture that is saved has to say besides.
    pub notes: Arc<[String]>,
}

impl Drawing {
    /// A drawing whose edges lie along pixels.
    pub fn new(height: f64, scene: Scene, marks: Vec<MarkView>) -> Self {
        Self {
            height,
            fine: 1.0,
            scene: Arc::new(scene),
            marks: Arc::new(marks),
            legend: Vec::new(),
            notes: Arc::from([]),
        }
    }
}
