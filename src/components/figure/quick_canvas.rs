//! plotters' canvas backend, without telling the canvas what it already knows.
//!
//! plotters-canvas sets fill, font and alignment again for every bar and every label: five
//! strings through the Wasm border per label. Over all charts that is a quarter of a brush step. And it
//! tells every corner of every shape again, eleven thousand of them on the map of the world, whose shapes
//! seldom change: the canvas is shown the path that it was told last time.
//! It also has the standard library format a float for every colour, which costs 3 kB of the page.

use explorer_chart::Frame;
use explorer_chart::repaint::Area;
use explorer_chart::scene::Shape;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, Path2d};

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
    known: Known,
    /// Whether this picture is drawn in some areas alone.
    is_limited: bool,
    /// What is drawn once something else follows.
    pending: Option<Pending>,
}

/// Shapes that look the same and follow each other: as one path they are filled, or their lines drawn, at
/// once. Charts are opaque, so it does not matter where they overlap.
struct Pending {
    look: Look,
    path: Path2d,
}

/// How a path is drawn.
#[derive(Clone, Copy)]
enum Look {
    Fill(BackendColor),
    /// With a width.
    Line(BackendColor, u32),
}

impl Look {
    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Fill(one), Self::Fill(other)) => is_same(one, other),
            (Self::Line(one, width), Self::Line(other, wide)) => {
                is_same(one, other) && width == wide
            }
            _ => false,
        }
    }
}

/// The shapes of the picture by their corners, in the order in which they are drawn. In the next one most
/// are the same, and in the same place.
#[derive(Default)]
struct Known {
    /// With its path, if it has been there before: most of what is zoomed is seen once.
    shapes: Vec<(Vec<BackendCoord>, Option<Path2d>)>,
    /// How many of them this picture has had so far.
    had: usize,
}

impl Known {
    /// Begins another picture.
    fn begin(&mut self) {
        self.shapes.truncate(self.had);
        self.had = 0;
    }

    /// A shape that is there, and is not drawn.
    fn skip(&mut self) {
        self.had += 1;
    }

    /// Adds the shape with some corners to a path.
    fn add(&mut self, corners: &mut dyn Iterator<Item = BackendCoord>, whole: &Path2d) {
        let at = self.had;
        self.had += 1;
        if self.shapes.len() <= at {
            self.shapes.resize_with(at + 1, Default::default);
        }
        let Some((known, path)) = self.shapes.get_mut(at) else { return };
        if !replace(known, corners) {
            *path = None;
            return trace(known, whole);
        }
        if path.is_none() {
            *path = Path2d::new().ok().inspect(|path| trace(known, path));
        }
        if let Some(path) = path {
            whole.add_path(path);
        }
    }
}

/// Puts corners in the place of those that are known; whether they are the same.
fn replace(known: &mut Vec<BackendCoord>, corners: &mut dyn Iterator<Item = BackendCoord>) -> bool {
    let (mut at, mut are_same) = (0, true);
    for corner in corners {
        if are_same && known.get(at) == Some(&corner) {
            at += 1;
            continue;
        }
        if are_same {
            known.truncate(at);
            are_same = false;
        }
        known.push(corner);
    }
    if are_same && at < known.len() {
        known.truncate(at);
        are_same = false;
    }
    are_same
}

/// Adds a shape to a path, corner by corner.
fn trace(corners: &[BackendCoord], path: &Path2d) {
    let mut corners = corners.iter().map(|(x, y)| (f64::from(*x), f64::from(*y)));
    if let Some((x, y)) = corners.next() {
        path.move_to(x, y);
    }
    corners.for_each(|(x, y)| path.line_to(x, y));
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
        Some(Self {
            frame,
            inner,
            context,
            fill: None,
            stroke: None,
            font: None,
            anchor: None,
            known: Known::default(),
            is_limited: false,
            pending: None,
        })
    }

    /// Begins another picture; with `areas`, in these alone, which are whole pixels, so that what is beside them
    /// stays as it is.
    pub fn begin(&mut self, areas: Option<&[Area]>) {
        self.known.begin();
        self.is_limited = areas.is_some();
        let Some(areas) = areas else { return };
        self.context.save();
        self.context.begin_path();
        for Area { left, top, right, bottom } in areas {
            let [left, top, right, bottom] = [*left, *top, *right, *bottom].map(f64::from);
            self.context.rect(left, top, right - left, bottom - top);
        }
        self.context.clip();
    }

    /// A shape is not drawn that is still part of the picture.
    pub fn skip(&mut self, shape: &Shape) {
        if let Shape::Polygon { .. } | Shape::Line { .. } = shape {
            self.known.skip();
        }
    }

    /// Ends a picture.
    pub fn end(&mut self) {
        self.draw_pending();
        if !self.is_limited {
            return;
        }
        self.context.restore();
        // The canvas knows what it knew before.
        (self.fill, self.stroke, self.font, self.anchor) = (None, None, None, None);
    }

    /// Draws what is pending.
    fn draw_pending(&mut self) {
        let Some(Pending { look, path }) = self.pending.take() else { return };
        match look {
            Look::Fill(color) => {
                self.fill_with(color);
                self.context.fill_with_path_2d(&path);
            }
            Look::Line(color, width) => {
                self.stroke_with(color, width);
                self.context.stroke_with_path(&path);
            }
        }
    }

    /// Draws a shape, with those after it that look the same.
    fn draw(&mut self, look: Look, corners: impl IntoIterator<Item = BackendCoord>) {
        if self.pending.as_ref().is_none_or(|pending| !pending.look.is(look)) {
            self.draw_pending();
            self.pending = Path2d::new().ok().map(|path| Pending { look, path });
        }
        if let Some(Pending { path, .. }) = &self.pending {
            self.known.add(&mut corners.into_iter(), path);
        }
    }

    fn fill_with(&mut self, color: BackendColor) {
        if !self.fill.is_some_and(|now| is_same(now, color)) {
            self.context.set_fill_style_str(&css_color(color));
            self.fill = Some(color);
        }
    }

    fn stroke_with(&mut self, color: BackendColor, width: u32) {
        if !self.stroke.is_some_and(|(now, wide)| is_same(now, color) && wide == width) {
            self.context.set_stroke_style_str(&css_color(color));
            self.context.set_line_width(f64::from(width));
            self.stroke = Some((color, width));
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
        self.draw_pending();
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
        self.draw_pending();
        let (x, y) = (f64::from(upper_left.0), f64::from(upper_left.1));
        let (right, bottom) = (f64::from(bottom_right.0), f64::from(bottom_right.1));
        if fill {
            self.fill_with(style.color());
            self.context.fill_rect(x, y, right - x, bottom - y);
        } else {
            self.stroke_with(style.color(), style.stroke_width());
            self.context.stroke_rect(x, y, right - x, bottom - y);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.draw(Look::Line(style.color(), style.stroke_width()), path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.draw(Look::Fill(style.color()), corners);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.draw_pending();
        self.context.begin_path();
        let (x, y) = (f64::from(center.0), f64::from(center.1));
        // A circle that the canvas refuses is left out; its country is in the table.
        _ = self.context.arc(x, y, f64::from(radius), 0.0, std::f64::consts::TAU);
        if fill {
            self.fill_with(style.color());
            self.context.fill();
        } else {
            self.stroke_with(style.color(), style.stroke_width());
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
        self.draw_pending();
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
