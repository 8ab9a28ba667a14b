//! A small chart in a line of a table: how a count spreads over time.

use super::frame::Frame;
use super::palette::Palette;
use super::scene::Scene;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// Width in CSS pixels that a table gives it.
pub const WIDTH: f64 = 90.0;
/// Height in CSS pixels that a table gives it.
pub const HEIGHT: f64 = 24.0;

const LEAST: f64 = 2.0;

/// Columns without labels. Those of a table share one scale, so that they can be compared.
#[derive(Clone, Copy, Debug)]
pub struct Sparkline<'a> {
    /// Counts per bin, in order of time.
    pub counts: &'a [u32],
    /// The count that reaches the top.
    pub top: u32,
    /// The first and last bin of the chosen period, if one is chosen: the others are pale.
    pub selected: Option<(usize, usize)>,
}

impl Sparkline<'_> {
    /// Draws the chart over the whole area.
    pub fn draw<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        frame: &Frame,
        palette: &Palette,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        self.scene(frame, palette).draw(area)
    }

    /// What [`draw`](Self::draw) draws.
    pub fn scene(&self, frame: &Frame, palette: &Palette) -> Scene {
        let mut scene = Scene::new(frame, palette);
        let base = frame.height as i32 - frame.hairline();
        let (width, room) = (frame.css_width(), frame.css_height() - 1.0);
        let bins = self.counts.len().max(1) as f64;
        let edge = |at: usize| frame.px(width * at as f64 / bins);
        for (at, &count) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let share = (f64::from(count) / f64::from(self.top.max(1))).min(1.0);
            let top = base - frame.px((share * room).max(LEAST));
            let (left, next) = (edge(at), edge(at + 1));
            // Neighbours stand apart, unless that would leave nothing of them.
            let right = (next - frame.hairline()).max(left + 1);
            let inside = self.selected.is_none_or(|(first, last)| (first..=last).contains(&at));
            let color = if inside { palette.bar } else { palette.muted };
            scene.rect(left, top, right, base, color);
        }
        scene.horizontal(0, frame.width as i32, base, palette.axis);
        scene
    }
}
