//! The surface a chart is drawn on, and the way from CSS pixels to its own.

/// What turns the drawing calls into a picture.
///
/// plotters' two backends disagree about text: the SVG backend divides font
/// sizes by 1.24 and centres a line on half an x-height, the canvas backend
/// takes the size as it is and centres on the middle of the em box. A [`Frame`]
/// knows which one it is for, so that a picture looks like the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// plotters-canvas, in the browser.
    Canvas,
    /// plotters' SVG backend, for snapshot tests.
    Svg,
}

/// Browsers refuse larger canvases; it also keeps every coordinate far from `i32`'s end.
const MAX_SIDE: u32 = 32_767;

/// Size and resolution of a drawing surface.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in device pixels: the canvas' `width` attribute.
    pub width: u32,
    /// Height in device pixels: the canvas' `height` attribute.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub scale: f64,
    /// What turns the drawing calls into a picture.
    pub medium: Medium,
}

impl Frame {
    /// A canvas of the given size in CSS pixels at a device pixel ratio.
    ///
    /// Set the canvas' `width` and `height` attributes from the result: the
    /// rounding is done here once.
    pub fn canvas(css_width: f64, css_height: f64, scale: f64) -> Self {
        Self::sized(css_width, css_height, scale, Medium::Canvas)
    }

    /// An SVG of the given size in CSS pixels, drawn `scale` times as large.
    pub fn svg(css_width: f64, css_height: f64, scale: f64) -> Self {
        Self::sized(css_width, css_height, scale, Medium::Svg)
    }

    fn sized(css_width: f64, css_height: f64, scale: f64, medium: Medium) -> Self {
        let scale = if scale.is_finite() && scale > 0.0 { scale.clamp(0.25, 16.0) } else { 1.0 };
        // A float cast saturates and takes NaN to 0, which is what a hidden element measures.
        let side = |css: f64| ((css * scale).round() as u32).min(MAX_SIDE);
        Self { width: side(css_width), height: side(css_height), scale, medium }
    }

    /// Width in CSS pixels.
    pub fn css_width(&self) -> f64 {
        f64::from(self.width) / self.scale
    }

    /// Height in CSS pixels.
    pub fn css_height(&self) -> f64 {
        f64::from(self.height) / self.scale
    }

    /// A CSS length or position as the nearest whole device pixel.
    pub fn px(&self, css: f64) -> i32 {
        let limit = f64::from(MAX_SIDE) * 4.0;
        (css * self.scale).clamp(-limit, limit).round() as i32
    }

    /// The thickness of a line that is one CSS pixel wide; never nothing.
    pub fn hairline(&self) -> i32 {
        self.px(1.0).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_round_and_saturate() {
        let frame = Frame::canvas(360.4, 56.0, 1.5);
        assert_eq!((frame.width, frame.height), (541, 84));
        assert_eq!(frame.px(3.0), 5);
        assert_eq!(Frame::canvas(1e12, f64::NAN, 2.0).width, MAX_SIDE);
        assert_eq!(Frame::canvas(1e12, f64::NAN, 2.0).height, 0);
        assert_eq!(Frame::canvas(10.0, 10.0, 0.0).scale, 1.0);
        assert_eq!(Frame::canvas(10.0, 10.0, 0.3).hairline(), 1);
    }
}
