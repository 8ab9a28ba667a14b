//! Charts: pure functions from counts, size and palette to drawing calls.
//!
//! A chart is a small struct that borrows its counts. It answers how large it
//! wants to be, where its marks can be pointed at ([`Mark`], in CSS pixels), and
//! draws itself on any plotters backend: the canvas on the page, the SVG that is
//! snapshot-tested. [`svg`] writes the same scene into the file that is downloaded. It never measures text, touches the page or
//! knows what was clicked.
//!
//! ```
//! use explorer_chart::{Bar, BarChart, Frame, MarkState, Palette, Tint};
//! use plotters::prelude::*;
//!
//! let bars = [Bar { label: "Laos", count: 12, uncertain: 0, value: None, total: 30, tint: Tint::Neutral, state: MarkState::Plain }];
//! let chart = BarChart { bars: &bars };
//! let frame = Frame::svg(320.0, chart.height(320.0), 1.0);
//! let mut svg = String::new();
//! {
//!     let area = SVGBackend::with_string(&mut svg, (frame.width, frame.height)).into_drawing_area();
//!     chart.draw(&area, &frame, &Palette::light())?;
//!     area.present()?;
//! }
//! assert!(svg.contains("Laos"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Adding a kind of chart
//!
//! 1. One file named after what it draws. Its struct borrows data that is
//!    already counted, and says in its documentation what question it answers.
//! 2. `scene(&self, &Frame, &Palette) -> Scene` holds all of the drawing. Think
//!    in CSS pixels, and turn edges (not sizes) into device pixels with
//!    [`Frame::px`], so that neighbours share an edge at every resolution. Take
//!    widths of text from [`text`], colours from [`Palette`] only.
//! 3. `marks(..)` returns regions that tile. Derive them and the scene from the
//!    same layout function.
//! 4. `draw` is one line: `self.scene(frame, palette).draw(area)`.
//! 5. In `tests/charts.rs`, a snapshot per state that a reader can meet (light,
//!    dark, narrow, wide, empty, one mark, extremes), looked at as a picture, and
//!    the property tests that the other charts have.

pub mod axis_notes;
pub mod bars;
pub mod camera;
pub mod columns;
mod dots;
pub mod frame;
pub mod gesture;
pub mod heat;
pub mod lanes;
pub mod map;
pub mod map_multiples;
pub mod map_window;
pub mod mark;
pub mod mirror;
pub mod multiples;
pub mod pairs;
pub mod palette;
pub mod repaint;
pub mod scale;
pub mod scene;
pub mod sheet;
pub mod sparkline;
mod stripes;
pub mod svg;
pub mod text;
pub mod timeline;
mod uncertain;

pub use axis_notes::AxisNote;
pub use bars::{Bar, BarChart, MarkState};
pub use camera::Camera;
pub use frame::{Frame, Medium};
pub use gesture::{Gesture, Movement};
pub use heat::{HeatCell, HeatLine, HeatMap};
pub use lanes::{LaidLanes, Lane, Lanes, Point, PointKind};
pub use map::{AreaLook, MapChart, MapLayout, Tone};
pub use map_multiples::{MapGrid, MapMultiples, MapPanelView};
pub use map_window::{MapFocus, MapWindow};
pub use mark::Mark;
pub use mirror::Mirror;
pub use multiples::{Multiples, Panel};
pub use pairs::{PairForm, PairRow, Pairs};
pub use palette::{AgencyTint, Palette, Rgb, Tint};
pub use scale::Scale;
pub use scene::Scene;
pub use sparkline::Sparkline;
pub use timeline::{Bin, Series, Timeline};
