//! Two counts over time, one above the axis and one below it, on one scale: when do the two sides of a
//! comparison differ?

use super::frame::Frame;
use super::mark::{Mark, measured, tile_columns};
use super::palette::Palette;
use super::scale::Scale;
use super::scene::{Align, Scene, Type};
use super::stripes::stripes;
use super::text;
use super::timeline::{
    AXIS_SIZE, Bin, KEY_GAP, KEY_HEIGHT, KEY_INNER_GAP, KEY_SIZE, KEY_SQUARE, LEAST_COLUMN,
    LEAST_GUTTER, LEAST_TICK_DISTANCE, LINE_HEIGHT, MOST_COLUMN, Plot, TOP_ROOM, Timeline,
};
use super::uncertain::uncertain;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// The height that it is designed for, in CSS pixels.
pub const HEIGHT: f64 = 300.0;

const TICKS: u64 = 3;
/// The shortest name of a side that still says something.
const LEAST_NAME: f64 = 40.0;

/// Columns in the order in which they are given, at equal distances: the first side's up, the second
/// side's down.
#[derive(Clone, Copy, Debug)]
pub struct Mirror<'a> {
    /// The columns, left to right, without holes; each has the counts of both sides.
    pub bins: &'a [Bin],
    /// What the sides are called, with what they hold.
    pub names: [&'a str; 2],
    /// Whether the years are written below.
    pub years: bool,
}

impl Mirror<'_> {
    /// Two regions per bin, the first side's above the axis and the second side's from there down.
    pub fn marks(&self, width_css: f64, height_css: f64) -> Vec<Mark> {
        let plot = self.plot_rect(width_css, height_css);
        let above = plot.height / 2.0;
        let below = measured(height_css) - plot.y - above;
        let columns = tile_columns(plot.x, plot.width, plot.y, above, self.bins.len());
        let pair = |column: Mark| {
            let index = column.index * 2;
            let lower = Mark { index: index + 1, y: plot.y + above, height: below, ..column };
            [Mark { index, ..column }, lower]
        };
        columns.into_iter().flat_map(pair).collect()
    }

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
        let rect = self.plot_rect(frame.css_width(), frame.css_height());
        let plot = Plot::of(frame, &rect, self.bins.len());
        let middle = frame.px(rect.y + rect.height / 2.0);
        self.draw_grid(&mut scene, frame, palette, &rect);
        self.draw_columns(&mut scene, frame, palette, &plot, middle);
        scene.horizontal(0, plot.right, middle, palette.axis);
        self.draw_key(&mut scene, frame, palette);
        let below = Timeline {
            bins: self.bins,
            series: &[],
            selected: None,
            compact: false,
            stacked: false,
        };
        if self.years {
            below.draw_years(&mut scene, frame, palette, &plot, &rect);
        } else {
            self.draw_ticks(&mut scene, palette, &rect);
        }
        scene
    }

    fn count(bin: &Bin, side: usize) -> u64 {
        bin.counts.get(side).copied().map_or(0, u64::from)
    }

    fn end(&self) -> u64 {
        let most = |bin: &Bin| Self::count(bin, 0).max(Self::count(bin, 1));
        self.bins.iter().map(most).max().unwrap_or(0)
    }

    fn scale(&self) -> Scale {
        Scale::new(self.end(), TICKS)
    }

    /// The rectangle of the columns of both sides.
    fn plot_rect(&self, width_css: f64, height_css: f64) -> Mark {
        let (width, height) = (measured(width_css), measured(height_css));
        let ticks = self.scale().ticks();
        let widest = ticks.map(|tick| text::width(&text::tick_number(tick), AXIS_SIZE, false));
        let gutter = (widest.fold(0.0, f64::max) + 8.0).max(LEAST_GUTTER).min(width * 0.4).round();
        let below = Timeline {
            bins: self.bins,
            series: &[],
            selected: None,
            compact: false,
            stacked: false,
        };
        let lines = if self.years && below.has_bin_ticks(width - gutter) { 2.0 } else { 1.0 };
        let y = f64::min(KEY_HEIGHT + TOP_ROOM, height);
        let bottom = f64::min(lines * LINE_HEIGHT, height - y);
        let width = (width - gutter).max(0.0);
        Mark { index: 0, x: gutter, y, width, height: height - y - bottom }
    }

    /// Lines at equal counts above and below the axis, with their numbers.
    fn draw_grid(&self, scene: &mut Scene, frame: &Frame, palette: &Palette, rect: &Mark) {
        let scale = self.scale();
        let half = rect.height / 2.0;
        if half < LINE_HEIGHT || self.end() == 0 {
            return;
        }
        let distance = scale.share(scale.step()) * half;
        let every = (LEAST_TICK_DISTANCE / distance.max(1.0)).ceil().max(1.0) as u64;
        let look =
            Type { size: AXIS_SIZE, bold: false, color: palette.text_muted, align: Align::Start };
        for (index, tick) in (0_u64..).zip(scale.ticks()) {
            if tick == 0 || !index.is_multiple_of(every) {
                continue;
            }
            for towards in [-1.0, 1.0] {
                let y = rect.y + half + towards * half * scale.share(tick);
                scene.horizontal(0, frame.width as i32, frame.px(y), palette.grid);
                scene.text(0.0, y - 8.0, &text::tick_number(tick), look);
            }
        }
    }

    fn draw_columns(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        palette: &Palette,
        plot: &Plot,
        middle: i32,
    ) {
        let scale = self.scale();
        let least = frame.px(LEAST_COLUMN).max(1);
        let length = |count: u64, room: i32| {
            let length = (scale.share(count) * f64::from(room)).round() as i32;
            if count == 0 { 0 } else { length.max(least).min(room) }
        };
        for (index, bin) in self.bins.iter().enumerate() {
            let (left, right) = (plot.edge(index), plot.edge(index + 1));
            let gap = if right - left >= 4 * frame.hairline() { frame.hairline() } else { 0 };
            let right = (right - gap).max(left + 1).min(plot.right);
            let spare = (right - left - frame.px(MOST_COLUMN)).max(0);
            let (left, right) = (left + spare / 2, right - (spare - spare / 2));
            let below = middle + frame.hairline();
            for (side, color) in palette.sides.into_iter().enumerate() {
                let room = if side == 0 { middle - plot.top } else { plot.base - below }.max(0);
                let count = Self::count(bin, side);
                let some = bin.uncertain.get(side).copied().map_or(0, u64::from).min(count);
                let all = length(count, room);
                // However little is uncertain must be seen, and however little is not.
                let sure = match count - some {
                    _ if some == 0 => all,
                    sure => length(sure, room).min(all - least).max(0),
                };
                // Away from the axis: upwards, or downwards.
                let area = |from: i32, to: i32| match side {
                    0 => [left, middle - to, right, middle - from],
                    _ => [left, below + from, right, below + to],
                };
                let [_, top, _, bottom] = area(0, sure);
                scene.rect(left, top, right, bottom, color);
                if some > 0 {
                    uncertain(scene, frame, area(sure, all), color, palette);
                }
                let [_, top, _, bottom] = area(0, all);
                if bin.is_partial {
                    stripes(scene, frame, [left, top, right, bottom], palette);
                }
            }
        }
    }

    /// The names of the columns below them, as many as have room.
    fn draw_ticks(&self, scene: &mut Scene, palette: &Palette, rect: &Mark) {
        let pitch = rect.width / self.bins.len().max(1) as f64;
        let widths = self.bins.iter().map(|bin| text::width(&bin.tick, AXIS_SIZE, false));
        let widest = widths.fold(0.0, f64::max) + 6.0;
        let every = (widest / pitch.max(1.0)).ceil().max(1.0) as usize;
        let look =
            Type { size: AXIS_SIZE, bold: false, color: palette.text_muted, align: Align::Middle };
        let y = rect.y + rect.height + LINE_HEIGHT * 0.5 + 2.0;
        for (index, bin) in self.bins.iter().enumerate().step_by(every) {
            scene.text(rect.x + pitch * (index as f64 + 0.5), y, &bin.tick, look);
        }
    }

    /// The names of the sides beside their colours. Both have half of the width at least, so that a long
    /// name does not push the other one out.
    fn draw_key(&self, scene: &mut Scene, frame: &Frame, palette: &Palette) {
        let width = frame.css_width();
        let square = KEY_SQUARE + KEY_INNER_GAP;
        let look = Type { size: KEY_SIZE, bold: false, color: palette.text, align: Align::Start };
        let middle = KEY_SQUARE / 2.0 + 3.0;
        let wide = self.names.map(|name| text::width(name, KEY_SIZE, false));
        let room = width - 2.0 * square - KEY_GAP;
        let [a, b] = wide;
        let rooms = [a.min((room - b).max(room / 2.0)), b.min((room - a).max(room / 2.0))];
        let mut x = 0.0;
        for ((name, room), color) in self.names.into_iter().zip(rooms).zip(palette.sides) {
            if room < LEAST_NAME.min(text::width(name, KEY_SIZE, false)) {
                return;
            }
            let (left, top) = (frame.px(x), frame.px(middle - KEY_SQUARE / 2.0));
            let side = frame.px(KEY_SQUARE);
            scene.rect(left, top, left + side, top + side, color);
            scene.text(x + square, middle, &text::fit(name, room, KEY_SIZE), look);
            x += square + room + KEY_GAP;
        }
    }
}
