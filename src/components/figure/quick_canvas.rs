//! plotters' canvas backend, without telling the canvas what it already knows.
//!
//! plotters-canvas sets fill, font and alignment again for every bar and every label: five
//! strings through the Wasm border per label. Over all charts that is a quarter of a brush step.
//! It also has the standard library format a float for every colour, which costs 3 kB of the page.

use explorer_chart::Frame;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::components::length::css;

type Error = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Error>>;

/// Draws by itself, on the canvas that plotters-canvas prepares.
pub struct QuickCanvas {
    frame: Frame,
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    fill: Option<BackendColor>,
    stroke: Option<(BackendColor, u32)>,
    font: Option<(String, f64)>,
    anchor: Option<(&'static str, &'static str)>,
}

impl QuickCanvas {
    /// `None` where the browser has no 2D canvas.
    ///
    /// `frame` is that of the drawing, `fine` how many of its units make a pixel of the canvas, along a side;
    /// `top` is which of them the canvas begins with.
    pub fn new(canvas: &HtmlCanvasElement, frame: Frame, fine: f64, top: f64) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        context.set_transform(1.0 / fine, 0.0, 0.0, 1.0 / fine, 0.0, -top / fine).ok()?;
        context.set_line_join("round");
        Some(Self { frame, inner, context, fill: None, stroke: None, font: None, anchor: None })
    }

    fn fill_with(&mut self, color: BackendColor) {
        if !self.fill.is_some_and(|now| is_same(now, color)) {
            self.context.set_fill_style_str(&css_color(color));
            self.fill = Some(color);
        }
    }

    fn stroke_with<S: BackendStyle>(&mut self, style: &S) {
        let (color, width) = (style.color(), style.stroke_width());
        if !self.stroke.is_some_and(|(now, wide)| is_same(now, color) && wide == width) {
            self.context.set_stroke_style_str(&css_color(color));
            self.context.set_line_width(f64::from(width));
            self.stroke = Some((color, width));
        }
    }

    /// Begins a path through points.
    fn trace(&self, points: &mut dyn Iterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (x, y) in points {
            // The first one, on an empty path, only moves there.
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }
}

fn is_same(one: BackendColor, other: BackendColor) -> bool {
    one.rgb == other.rgb && one.alpha == other.alpha
}

fn css_color(color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    match color.alpha {
        1.0 => format!("rgb({r},{g},{b})"),
        alpha => format!("rgba({r},{g},{b},{})", css(alpha)),
    }
}

impl DrawingBackend for QuickCanvas {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        // That of the whole drawing: plotters pushes what lies below into it.
        (self.frame.width, self.frame.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.fill_with(color);
        self.context.fill_rect(f64::from(point.0), f64::from(point.1), 1.0, 1.0);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = (f64::from(upper_left.0), f64::from(upper_left.1));
        let (right, bottom) = (f64::from(bottom_right.0), f64::from(bottom_right.1));
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, right - x, bottom - y);
        } else {
            self.stroke_with(style);
            self.context.stroke_rect(x, y, right - x, bottom - y);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke_with(style);
        self.trace(&mut path.into_iter());
        self.context.stroke();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill_with(style.color());
        self.trace(&mut corners.into_iter());
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.context.begin_path();
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        // A circle that the canvas refuses is left out; its country is in the table.
        _ = self.context.arc(x, y, f64::from(radius), 0.0, std::f64::consts::TAU);
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        pos: BackendCoord,
    ) -> Drawn {
        self.fill_with(style.color());
        let (face, size) = (style.style(), style.size());
        let weight = face.as_str();
        if !self.font.as_ref().is_some_and(|(w, s)| w == weight && *s == size) {
            let family = style.family();
            self.context.set_font(&format!("{weight} {}px {}", css(size), family.as_str()));
            self.font = Some((weight.to_owned(), size));
        }
        let anchor = style.anchor();
        let baseline = match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        let align = match anchor.h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        if self.anchor != Some((baseline, align)) {
            self.context.set_text_baseline(baseline);
            self.context.set_text_align(align);
            self.anchor = Some((baseline, align));
        }
        // A text that the canvas refuses is left out; the same numbers stand in the table.
        _ = self.context.fill_text(text, f64::from(pos.0), f64::from(pos.1));
        Ok(())
    }
}
