//! Columns over time: when, and by whom.

use super::axis_notes::{self, AxisNote};
use super::frame::Frame;
use super::mark::{Mark, measured, tile_columns};
use super::palette::{Palette, Tint};
use super::scale::{Scale, domain};
use super::scene::{Align, Scene, Type};
use super::stripes::stripes;
use super::text;
use super::uncertain::uncertain;
use explorer_number::grouped;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// The height a full timeline is designed for, in CSS pixels.
pub const HEIGHT: f64 = 240.0;
/// The height a compact one is designed for, in CSS pixels.
pub const COMPACT_HEIGHT: f64 = 56.0;

pub(super) const AXIS_SIZE: f64 = 12.0;
const BIN_SIZE: f64 = 11.0;
pub(super) const KEY_SIZE: f64 = 12.0;
pub(super) const KEY_HEIGHT: f64 = 24.0;
pub(super) const KEY_SQUARE: f64 = 10.0;
/// Room for the number that sits on the uppermost grid line.
pub(super) const TOP_ROOM: f64 = 17.0;
pub(super) const LINE_HEIGHT: f64 = 18.0;
/// Wide enough for three digits, so that filtering rarely moves the columns.
pub(super) const LEAST_GUTTER: f64 = 30.0;
pub(super) const LEAST_COLUMN: f64 = 2.0;
/// A single month must not become a wall.
pub(super) const MOST_COLUMN: f64 = 72.0;
const TICKS: u64 = 4;
/// Closer grid lines than this would make their numbers touch.
pub(super) const LEAST_TICK_DISTANCE: f64 = 20.0;

/// One month, quarter or year.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Bin {
    /// Its full name, for tooltips and tables: `September 2024`.
    pub label: String,
    /// Its short name, written below the column if there is room: `S`, `Q3`. May be empty.
    pub tick: String,
    /// The counts under the current filters, one per series.
    pub counts: Vec<u32>,
    /// How much of each is uncertain: the upper end of the column. May be empty.
    pub uncertain: Vec<u32>,
    /// The count over all records and series.
    pub total: u32,
    /// Its year.
    pub year: i16,
    /// Whether a year starts here.
    pub first_of_year: bool,
    /// Whether the records cover only a part of it: it is drawn hatched.
    pub is_partial: bool,
}

/// One layer of the stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its short name: `MPS`.
    pub label: String,
    /// Its colour.
    pub tint: Tint,
}

/// Columns in the order in which they are given, at equal distances.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// The columns, left to right, without holes.
    pub bins: &'a [Bin],
    /// The layers, bottom to top.
    pub series: &'a [Series],
    /// The first and last brushed bin; the others are drawn muted.
    pub selected: Option<(usize, usize)>,
    /// A bare histogram for a panel: no axes, no labels.
    pub compact: bool,
    /// Whether columns are stacked by series. If not, a column is its first count, neutral.
    pub stacked: bool,
}

impl Timeline<'_> {
    /// Whether faint totals lie behind the columns: a subtitle should then say so.
    /// The rule is that of [`BarChart::totals_shown`](super::BarChart::totals_shown).
    pub fn totals_shown(&self) -> bool {
        self.domain().1 && self.bins.iter().any(|bin| u64::from(bin.total) > self.count(bin))
    }

    /// The rectangle of the columns: for brush handles. Its index is 0 and says nothing.
    pub fn plot_rect(&self, width_css: f64, height_css: f64) -> Mark {
        let (width, height) = (measured(width_css), measured(height_css));
        let x = self.gutter(width);
        let (top, bottom) = if self.compact {
            (2.0, 1.0)
        } else {
            let key = if self.has_key() { KEY_HEIGHT } else { 0.0 };
            let lines = if self.has_bin_ticks(width - x) { 2.0 } else { 1.0 };
            (key + TOP_ROOM, lines * LINE_HEIGHT)
        };
        let y = f64::min(top, height);
        let below = f64::min(bottom, height - y);
        Mark { index: 0, x, y, width: (width - x).max(0.0), height: height - y - below }
    }

    /// The regions of the bins: whole columns, from the plot's upper edge down
    /// through the axis.
    pub fn marks(&self, width_css: f64, height_css: f64) -> Vec<Mark> {
        let plot = self.plot_rect(width_css, height_css);
        let height = measured(height_css) - plot.y;
        tile_columns(plot.x, plot.width, plot.y, height, self.bins.len())
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
        self.draw_band(&mut scene, &plot, palette);
        if !self.compact {
            self.draw_grid(&mut scene, frame, palette, &rect);
        }
        self.draw_columns(&mut scene, frame, palette, &plot);
        self.draw_edges(&mut scene, frame, palette, &plot);
        let axis = if self.compact { plot.left } else { 0 };
        scene.horizontal(axis, plot.right, plot.base, palette.axis);
        if !self.compact {
            self.draw_key(&mut scene, frame, palette);
            self.draw_years(&mut scene, frame, palette, &plot, &rect);
        }
        scene
    }

    /// Draws numbered lines over what [`scene`](Self::scene) has drawn, in the order of the axis.
    pub fn annotate(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        palette: &Palette,
        notes: &[AxisNote],
    ) {
        let rect = self.plot_rect(frame.css_width(), frame.css_height());
        axis_notes::draw(scene, frame, palette, &rect, self.bins.len(), notes);
    }

    fn count(&self, bin: &Bin) -> u64 {
        if self.stacked {
            bin.counts.iter().take(self.series.len()).map(|count| u64::from(*count)).sum()
        } else {
            bin.counts.first().map_or(0, |count| u64::from(*count))
        }
    }

    /// The parts of a column from below: what is certain of each series, then what is uncertain.
    fn parts(&self, bin: &Bin) -> Vec<(Tint, u32, bool)> {
        let tints = self.series.iter().map(|series| series.tint);
        let tints: Vec<Tint> = if self.stacked { tints.collect() } else { vec![Tint::Neutral] };
        let parts = tints.into_iter().zip(&bin.counts).enumerate().map(|(at, (tint, count))| {
            let some = bin.uncertain.get(at).copied().unwrap_or(0).min(*count);
            (tint, count - some, some)
        });
        let parts: Vec<_> = parts.collect();
        let certain = parts.iter().map(|(tint, certain, _)| (*tint, *certain, false));
        let rest = parts.iter().map(|(tint, _, some)| (*tint, *some, true));
        certain.chain(rest).filter(|(_, count, _)| *count > 0).collect()
    }

    fn domain(&self) -> (u64, bool) {
        let count = self.bins.iter().map(|bin| self.count(bin)).max().unwrap_or(0);
        let total = self.bins.iter().map(|bin| u64::from(bin.total)).max().unwrap_or(0);
        domain(count, total)
    }

    fn scale(&self) -> Scale {
        let (end, _) = self.domain();
        // Without numbers there is no line to close with.
        if self.compact { Scale::new(end, 1) } else { Scale::new(end, TICKS) }
    }

    /// The selection with its ends in order and inside of the bins.
    fn brushed(&self) -> Option<(usize, usize)> {
        let last = self.bins.len().checked_sub(1)?;
        self.selected.map(|(a, b)| (a.min(b).min(last), a.max(b).min(last)))
    }

    fn gutter(&self, width: f64) -> f64 {
        if self.compact {
            return 0.0;
        }
        let widest = self
            .scale()
            .ticks()
            .map(|tick| text::width(&text::tick_number(tick), AXIS_SIZE, false))
            .fold(0.0, f64::max);
        (widest + 8.0).max(LEAST_GUTTER).min(width * 0.4).round()
    }

    fn has_key(&self) -> bool {
        self.stacked && !self.compact && !self.series.is_empty()
    }

    pub(super) fn has_bin_ticks(&self, plot_width: f64) -> bool {
        let widest =
            self.bins.iter().map(|bin| text::width(&bin.tick, BIN_SIZE, false)).fold(0.0, f64::max);
        widest > 0.0 && plot_width >= (widest + 3.0) * self.bins.len() as f64
    }

    fn draw_band(&self, scene: &mut Scene, plot: &Plot, palette: &Palette) {
        if let Some((first, last)) = self.brushed() {
            scene.rect(plot.edge(first), plot.top, plot.edge(last + 1), plot.base, palette.band);
        }
    }

    /// The brushed range's ends, as wide as a hairline and inside of the range.
    fn draw_edges(&self, scene: &mut Scene, frame: &Frame, palette: &Palette, plot: &Plot) {
        if let Some((first, last)) = self.brushed() {
            let right = plot.edge(last + 1) - frame.hairline();
            for x in [plot.edge(first), right.max(plot.left)] {
                scene.vertical(x, plot.top, plot.base, palette.accent);
            }
        }
    }

    /// Grid lines run under their numbers to the chart's left edge, the number
    /// sitting on its line: no column of numbers beside a box.
    fn draw_grid(&self, scene: &mut Scene, frame: &Frame, palette: &Palette, rect: &Mark) {
        let scale = self.scale();
        let distance = scale.share(scale.step()) * rect.height;
        if rect.height < LINE_HEIGHT {
            return;
        }
        let every = (LEAST_TICK_DISTANCE / distance.max(1.0)).ceil().max(1.0) as u64;
        let look =
            Type { size: AXIS_SIZE, bold: false, color: palette.text_muted, align: Align::Start };
        // Without a count there is nothing that a line above 0 could measure.
        let (end, _) = self.domain();
        let ticks = scale.ticks().take_while(|tick| *tick == 0 || end > 0);
        for (index, tick) in (0_u64..).zip(ticks) {
            if !index.is_multiple_of(every) {
                continue;
            }
            let y = rect.y + rect.height * (1.0 - scale.share(tick));
            if tick > 0 {
                scene.horizontal(0, frame.width as i32, frame.px(y), palette.grid);
            }
            scene.text(0.0, y - 8.0, &text::tick_number(tick), look);
        }
    }

    fn draw_columns(&self, scene: &mut Scene, frame: &Frame, palette: &Palette, plot: &Plot) {
        let scale = self.scale();
        let (_, totals) = self.domain();
        let least = frame.px(LEAST_COLUMN).max(1);
        let height = |count: u64| {
            let room = plot.base - plot.top;
            let height = (scale.share(count) * f64::from(room)).round() as i32;
            if count == 0 { 0 } else { height.max(least).min(room) }
        };
        let brushed = self.brushed();
        for (index, left, right) in plot.columns(self, frame) {
            let Some(bin) = self.bins.get(index) else { continue };
            let count = self.count(bin);
            if totals && u64::from(bin.total) > count {
                let top = plot.base - height(u64::from(bin.total));
                let track = match brushed {
                    // The band is nearly as faint as the track; keep them apart.
                    Some((first, last)) if (first..=last).contains(&index) => {
                        palette.track.mix(palette.axis, 0.12)
                    }
                    _ => palette.track,
                };
                scene.rect(left, top, right, plot.base, track);
            }
            let full = brushed.is_none_or(|(first, last)| (first..=last).contains(&index));
            let color =
                |tint: Tint| if full { palette.tint(tint) } else { palette.tint_muted(tint) };
            // Edges come from sums, so that rounding never opens a crack or adds up.
            let whole = height(count);
            let mut below = 0_u64;
            let mut bottom = plot.base;
            for (tint, part, is_uncertain) in self.parts(bin) {
                below = below.saturating_add(u64::from(part));
                let share = if count == 0 { 0.0 } else { below as f64 / count as f64 };
                let top = plot.base - (share * f64::from(whole)).round() as i32;
                match is_uncertain {
                    false => scene.rect(left, top, right, bottom, color(tint)),
                    true => {
                        let area = [left, top, right, bottom];
                        uncertain(scene, frame, area, color(tint), palette);
                    }
                }
                bottom = top.min(bottom);
            }
            if bin.is_partial {
                stripes(scene, frame, [left, plot.base - whole, right, plot.base], palette);
            }
        }
    }

    /// The series' names beside their colours, with what the drawn range holds.
    fn draw_key(&self, scene: &mut Scene, frame: &Frame, palette: &Palette) {
        if !self.has_key() {
            return;
        }
        let bins = match self.brushed() {
            Some((first, last)) => self.bins.get(first..=last).unwrap_or_default(),
            None => self.bins,
        };
        let sum = |at: usize| -> u64 {
            bins.iter().filter_map(|bin| bin.counts.get(at)).map(|count| u64::from(*count)).sum()
        };
        // What is nowhere drawn needs no key.
        let is_drawn = |(at, _): &(usize, &Series)| {
            self.bins.iter().any(|bin| bin.counts.get(*at).is_some_and(|count| *count > 0))
        };
        let drawn: Vec<(usize, &Series)> =
            self.series.iter().enumerate().filter(is_drawn).collect();
        let counted: Vec<String> = drawn
            .iter()
            .map(|(at, series)| format!("{} {}", series.label, grouped(sum(*at))))
            .collect();
        let names: Vec<String> = drawn.iter().map(|(_, series)| series.label.clone()).collect();
        let width = |words: &[String]| -> f64 {
            words.iter().map(|word| key_width(word)).sum::<f64>() - KEY_GAP
        };
        let words = [counted, names].into_iter().find(|words| width(words) <= frame.css_width());
        let look = Type { size: KEY_SIZE, bold: false, color: palette.text, align: Align::Start };
        let middle = KEY_SQUARE / 2.0 + 3.0;
        let mut x = 0.0;
        for (word, (_, series)) in words.unwrap_or_default().iter().zip(drawn) {
            let (left, top) = (frame.px(x), frame.px(middle - KEY_SQUARE / 2.0));
            let side = frame.px(KEY_SQUARE);
            scene.rect(left, top, left + side, top + side, palette.tint(series.tint));
            scene.text(x + KEY_SQUARE + KEY_INNER_GAP, middle, word, look);
            x += key_width(word);
        }
    }

    pub(super) fn draw_years(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        palette: &Palette,
        plot: &Plot,
        rect: &Mark,
    ) {
        let pitch = rect.width / self.bins.len().max(1) as f64;
        let base = rect.y + rect.height;
        let mut line = base + LINE_HEIGHT * 0.5 + 2.0;
        let look =
            Type { size: BIN_SIZE, bold: false, color: palette.text_muted, align: Align::Middle };
        let ticks = self.has_bin_ticks(rect.width);
        if ticks {
            for (index, bin) in self.bins.iter().enumerate() {
                scene.text(rect.x + pitch * (index as f64 + 0.5), line - 1.0, &bin.tick, look);
            }
            line += LINE_HEIGHT - 2.0;
        }
        let bottom = (frame.height as i32).min(frame.px(line + 6.0));
        let look = Type { size: AXIS_SIZE, color: palette.text, align: Align::Start, ..look };
        for (index, label) in self.year_labels(pitch) {
            let left = rect.x + pitch * index as f64;
            if self.bins.get(index).is_some_and(|bin| bin.first_of_year) {
                scene.vertical(plot.edge(index), plot.base, bottom, palette.axis);
            }
            if pitch > MOST_COLUMN {
                // The column stands far from its region's edge, and its year below it.
                let look = Type { align: Align::Middle, ..look };
                scene.text(left + pitch / 2.0, line, &label, look);
            } else {
                // The last one stands closer to its line rather than beyond the chart.
                let end = frame.css_width() - text::width(&label, AXIS_SIZE, false);
                scene.text((left + YEAR_GAP).min(end), line, &label, look);
            }
        }
    }

    /// What to write at which bins: every year, or every 2nd, 5th, 10th … so that they stay apart. The
    /// first and the last one, which may be there in part only, are written in two digits where four do
    /// not fit, and then all of them are.
    fn year_labels(&self, pitch: f64) -> Vec<(usize, String)> {
        let long = |year: i16| year.to_string();
        // Apostrophe and two digits, as on any narrow axis.
        let short = |year: i16| format!("\u{2019}{:02}", year.rem_euclid(100));
        let (years, all) = self.years_apart(pitch, text::width("2000", AXIS_SIZE, false));
        if all {
            return years.into_iter().map(|(at, year)| (at, long(year))).collect();
        }
        match self.years_apart(pitch, text::width("\u{2019}00", AXIS_SIZE, false)) {
            (years, true) => years.into_iter().map(|(at, year)| (at, short(year))).collect(),
            _ => years.into_iter().map(|(at, year)| (at, long(year))).collect(),
        }
    }

    /// The years that can be written in a width, and whether these are all that there are.
    fn years_apart(&self, pitch: f64, width: f64) -> (Vec<(usize, i16)>, bool) {
        let starts: Vec<(usize, i16)> = self
            .bins
            .iter()
            .enumerate()
            .filter(|(_, bin)| bin.first_of_year)
            .map(|(index, bin)| (index, bin.year))
            .collect();
        let apart =
            |a: usize, b: usize| b.saturating_sub(a) as f64 * pitch >= width + 2.0 * YEAR_GAP;
        let mut labels = starts.clone();
        let mut every_year = true;
        for every in [1, 2, 5, 10, 20, 50, 100, 1000] {
            labels = starts.iter().copied().filter(|(_, year)| year % every == 0).collect();
            let crowded = labels.windows(2).any(|pair| match pair {
                [(a, _), (b, _)] => !apart(*a, *b),
                _ => false,
            });
            if !crowded {
                every_year = every == 1;
                break;
            }
            every_year = false;
        }
        // A range that starts within a year still says which one, if there is room.
        if let Some(first) = self.bins.first()
            && !first.first_of_year
        {
            match labels.first().is_none_or(|(index, _)| apart(0, *index)) {
                true => labels.insert(0, (0, first.year)),
                false => every_year = false,
            }
        }
        // The last one must not reach beyond the chart.
        let count = labels.len();
        let bins = self.bins.len();
        labels.retain(|(at, _)| bins.saturating_sub(*at) as f64 * pitch >= width);
        (labels.clone(), every_year && labels.len() == count)
    }
}

pub(super) const KEY_GAP: f64 = 16.0;
pub(super) const KEY_INNER_GAP: f64 = 5.0;
const YEAR_GAP: f64 = 5.0;

fn key_width(word: &str) -> f64 {
    KEY_SQUARE + KEY_INNER_GAP + text::width(word, KEY_SIZE, false) + KEY_GAP
}

/// The plot's edges in device pixels.
pub(super) struct Plot {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) base: i32,
    pub(super) bins: usize,
}

impl Plot {
    /// That of a rectangle in CSS pixels, to the right edge of the frame.
    pub(super) fn of(frame: &Frame, rect: &Mark, bins: usize) -> Self {
        let left = frame.px(rect.x);
        Self {
            left,
            right: (frame.width as i32).max(left),
            top: frame.px(rect.y),
            base: frame.px(rect.y + rect.height),
            bins,
        }
    }

    /// The left edge of a bin, which is the right edge of the one before. Whole
    /// pixels are dealt out evenly: no two bins differ by more than one.
    pub(super) fn edge(&self, index: usize) -> i32 {
        let width = i64::from(self.right - self.left);
        let bins = i64::try_from(self.bins.max(1)).unwrap_or(i64::MAX);
        let index = i64::try_from(index).unwrap_or(i64::MAX).min(bins);
        self.left + i32::try_from(width.saturating_mul(index) / bins).unwrap_or(0)
    }

    /// Index, left and right edge of each column to draw.
    ///
    /// Where there are more bins than pixels, only the highest of those that
    /// share a pixel is drawn: a peak must not disappear behind its neighbour.
    fn columns(&self, timeline: &Timeline<'_>, frame: &Frame) -> Vec<(usize, i32, i32)> {
        let rank = |index: usize| {
            timeline.bins.get(index).map_or((0, 0), |bin| (timeline.count(bin), bin.total))
        };
        let mut columns: Vec<(usize, i32, i32)> = Vec::with_capacity(self.bins);
        for index in 0..self.bins {
            let (left, right) = (self.edge(index), self.edge(index + 1));
            // Without three pixels of column per pixel of gap, gaps would become the picture.
            let gap = if right - left >= 4 * frame.hairline() { frame.hairline() } else { 0 };
            let right = (right - gap).max(left + 1).min(self.right);
            let spare = (right - left - frame.px(MOST_COLUMN)).max(0);
            let column = (index, left + spare / 2, right - (spare - spare / 2));
            match columns.last_mut() {
                Some(last) if last.1 == column.1 => {
                    if rank(index) > rank(last.0) {
                        *last = column;
                    }
                }
                _ => columns.push(column),
            }
        }
        columns
    }
}
