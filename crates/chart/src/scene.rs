//! The list of drawing calls between a chart and a plotters backend.
//!
//! Charts build a [`Scene`]; only [`Scene::draw`] is generic over the backend.
//! That keeps the charts' code in the Wasm once instead of once per backend,
//! and lets tests ask where things lie without reading a picture.
//!
//! Everything is opaque. Straight lines are thin filled rectangles: a canvas
//! stroke on whole coordinates straddles two pixel rows. Only the map has other
//! shapes, whose points are shared with what it has laid out.

use std::sync::Arc;

use super::frame::{Frame, Medium};
use super::palette::{Palette, Rgb};
use super::repaint::Area;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PointCollection, Rectangle, Text};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// The fonts of every chart. No name is quoted: each is a valid run of CSS
/// identifiers, and quotes would have to survive both `ctx.font` and an SVG attribute.
pub const FONT_FAMILY: &str =
    "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, Noto Sans, sans-serif";

/// Where a text's given x lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The text starts at x.
    Start,
    /// The text's middle is at x.
    Middle,
    /// The text ends at x.
    End,
}

/// How a line of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Font size in CSS pixels.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub color: Rgb,
    /// Where its x lies in it.
    pub align: Align,
}

/// Points in device pixels, shared: copying and comparing them costs nothing.
pub type Points = Arc<[(i32, i32)]>;

/// One drawing call, in device pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle; right and bottom are exclusive.
    Rect {
        /// First column.
        left: i32,
        /// First row.
        top: i32,
        /// Column after the last.
        right: i32,
        /// Row after the last.
        bottom: i32,
        /// Fill.
        color: Rgb,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Points,
        /// Fill.
        color: Rgb,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Points,
        /// Thickness.
        width: u32,
        /// Stroke.
        color: Rgb,
    },
    /// A disc with a rim.
    Disc {
        /// Middle.
        at: (i32, i32),
        /// Radius to the outer edge of the rim.
        radius: i32,
        /// Thickness of the rim.
        rim: i32,
        /// Fill.
        color: Rgb,
        /// The rim's colour.
        edge: Rgb,
    },
    /// One line of text, vertically centred on its capitals.
    Text {
        /// Anchor.
        x: i32,
        /// Middle of the capitals.
        y: i32,
        /// What is written.
        text: String,
        /// Its look, with the size still in CSS pixels.
        look: Type,
    },
}

impl Shape {
    /// Size and weight of a text.
    fn font(&self) -> Option<(f64, bool)> {
        match self {
            Self::Text { look, .. } => Some((look.size, look.bold)),
            _ => None,
        }
    }
}

/// What a chart draws, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    frame: Frame,
    ground: Rgb,
    /// The calls, first drawn first.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// An empty scene on the palette's ground.
    pub fn new(frame: &Frame, palette: &Palette) -> Self {
        Self { frame: *frame, ground: palette.background, shapes: Vec::new() }
    }

    /// What it is drawn on.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// A rectangle in device pixels, clipped to the frame. Nothing is added if nothing is left.
    pub fn rect(&mut self, left: i32, top: i32, right: i32, bottom: i32, color: Rgb) {
        let (left, right) = (left.max(0), right.min(self.frame.width as i32));
        let (top, bottom) = (top.max(0), bottom.min(self.frame.height as i32));
        if right > left && bottom > top {
            self.shapes.push(Shape::Rect { left, top, right, bottom, color });
        }
    }

    /// A hairline from `left` to `right` whose upper edge is at `y`, in device pixels.
    pub fn horizontal(&mut self, left: i32, right: i32, y: i32, color: Rgb) {
        self.rect(left, y, right, y + self.frame.hairline(), color);
    }

    /// A hairline from `top` to `bottom` whose left edge is at `x`, in device pixels.
    pub fn vertical(&mut self, x: i32, top: i32, bottom: i32, color: Rgb) {
        self.rect(x, top, x + self.frame.hairline(), bottom, color);
    }

    /// A hollow rectangle whose outline lies inside the given edges, in device pixels.
    pub fn outline(&mut self, left: i32, top: i32, right: i32, bottom: i32, color: Rgb) {
        let line = self.frame.hairline();
        self.rect(left, top, right, (top + line).min(bottom), color);
        self.rect(left, (bottom - line).max(top + line), right, bottom, color);
        self.rect(left, top + line, (left + line).min(right), bottom - line, color);
        self.rect((right - line).max(left + line), top + line, right, bottom - line, color);
    }

    /// A line of text at a CSS position, vertically centred on its capitals.
    pub fn text(&mut self, x: f64, y: f64, text: &str, look: Type) {
        // A control character would make the SVG invalid and draws as a box on a canvas.
        let text: String =
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
        if text.trim().is_empty() {
            return;
        }
        self.shapes.push(Shape::Text { x: self.frame.px(x), y: self.frame.px(y), text, look });
    }

    /// Fills the area's ground and replays the scene on it.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        self.draw_shapes(area, &self.shapes.iter().collect::<Vec<_>>())
    }

    /// The same with the texts after everything else, those of the same look one after the other: a
    /// canvas reads a font's description whenever it changes. Nothing is ever drawn over a text.
    pub fn draw_texts_last<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        self.draw_shapes(area, &self.texts_last())
    }

    /// The same in some areas alone, which a canvas is limited to: what lies outside of them is not drawn but
    /// told to `skipped`. A text is always drawn, as only the canvas knows how long it is.
    pub fn draw_within<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        areas: &[Area],
        skipped: &mut dyn FnMut(&Shape),
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        area.fill(&rgb(self.ground))?;
        for (shape, is_within) in self.shapes_within(areas) {
            match is_within {
                true => self.draw_shape(area, shape)?,
                false => skipped(shape),
            }
        }
        Ok(())
    }

    /// The shapes in the order in which a canvas draws them, and whether each is in one of some areas.
    pub(super) fn shapes_within(&self, areas: &[Area]) -> impl Iterator<Item = (&Shape, bool)> {
        self.texts_last().into_iter().map(|shape| {
            let place = Area::of(shape, &self.frame);
            let is_text = shape.font().is_some();
            (shape, is_text || areas.iter().any(|area| area.meets(&place)))
        })
    }

    /// Whether another scene is drawn on the same ground.
    pub(super) fn has_ground_of(&self, other: &Self) -> bool {
        self.ground == other.ground
    }

    fn texts_last(&self) -> Vec<&Shape> {
        let (mut texts, mut shapes): (Vec<&Shape>, Vec<&Shape>) =
            self.shapes.iter().partition(|shape| shape.font().is_some());
        // As many fonts as there are, few enough to look for each.
        while let Some(font) = texts.first().map(|first| first.font()) {
            let (same, others): (Vec<_>, Vec<_>) =
                texts.into_iter().partition(|text| text.font() == font);
            shapes.extend(same);
            texts = others;
        }
        shapes
    }

    fn draw_shapes<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        shapes: &[&Shape],
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        area.fill(&rgb(self.ground))?;
        shapes.iter().try_for_each(|shape| self.draw_shape(area, shape))
    }

    fn draw_shape<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        shape: &Shape,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        match shape {
            Shape::Rect { left, top, right, bottom, color } => {
                area.draw(&Rectangle::new([(*left, *top), (*right, *bottom)], rgb(*color).filled()))
            }
            Shape::Polygon { .. } | Shape::Line { .. } | Shape::Disc { .. } => {
                area.draw(&OverTheEdge(shape))
            }
            Shape::Text { x, y, text, look } => {
                let (size, drop) = self.font(look.size);
                area.draw(&Text::new(text.as_str(), (*x, y + drop), style(look, size)))
            }
        }
    }

    /// A font size in CSS pixels as the size to ask the backend for, and how far
    /// below the anchor to put the text so that its capitals are centred on it.
    fn font(&self, css: f64) -> (f64, i32) {
        let size = css * self.frame.scale;
        // Where the two backends put the middle, as a share of the font size above
        // half a capital's height: half an x-height, and the middle of the em box.
        let (size_asked, drop) = match self.frame.medium {
            Medium::Canvas => (size, 0.06),
            Medium::Svg => (size * 1.24, 0.1),
        };
        (size_asked, (size * drop).round() as i32)
    }
}

/// A shape that may reach beyond the frame. plotters moves every point of its own elements to the
/// edge, which would bend a coast that goes on outside; the picture is cut at the edge anyway.
struct OverTheEdge<'s>(&'s Shape);

impl<'a> PointCollection<'a, (i32, i32)> for &'a OverTheEdge<'_> {
    type Point = (i32, i32);
    type IntoIter = std::iter::Once<(i32, i32)>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once((0, 0))
    }
}

impl<DB: DrawingBackend> Drawable<DB> for OverTheEdge<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match self.0 {
            Shape::Polygon { points, color } => {
                backend.fill_polygon(points.iter().copied(), &rgb(*color).filled())
            }
            Shape::Line { points, width, color } => {
                backend.draw_path(points.iter().copied(), &rgb(*color).stroke_width(*width))
            }
            Shape::Disc { at, radius, rim, color, edge } => {
                let mut disc = |radius: i32, color: Rgb| {
                    let radius = u32::try_from(radius).unwrap_or_default();
                    backend.draw_circle(*at, radius, &rgb(color).filled(), true)
                };
                disc(*radius, *edge)?;
                disc(radius - rim, *color)
            }
            Shape::Rect { .. } | Shape::Text { .. } => Ok(()),
        }
    }
}

fn rgb(color: Rgb) -> RGBColor {
    RGBColor(color.0, color.1, color.2)
}

fn style(look: &Type, size: f64) -> TextStyle<'static> {
    let weight = if look.bold { FontStyle::Bold } else { FontStyle::Normal };
    let h_pos = match look.align {
        Align::Start => HPos::Left,
        Align::Middle => HPos::Center,
        Align::End => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(FONT_FAMILY), size, weight),
        color: rgb(look.color).to_backend_color(),
        pos: Pos::new(h_pos, VPos::Center),
    }
}
