//! Horizontal ranked bars: which values hold how much.

use super::frame::Frame;
use super::mark::{Mark, measured};
use super::palette::{Palette, Tint};
use super::scale::domain;
use super::scene::{Align, Scene, Type};
use super::text;
use super::uncertain::uncertain;
use explorer_number::grouped;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// Height of a row whose label stands beside its bar, in CSS pixels.
pub const ROW_HEIGHT: f64 = 26.0;
/// Height of a row whose label stands above its bar, in CSS pixels.
pub const TALL_ROW_HEIGHT: f64 = 44.0;
/// Where labels start, in CSS pixels: the selection marker stands left of it.
/// A page that wants labels flush with its headings shifts the canvas left by this.
pub const LABEL_X: f64 = 9.0;

const BAR_THICKNESS: f64 = 16.0;
const LABEL_SIZE: f64 = 13.0;
const VALUE_SIZE: f64 = 12.0;
const LABEL_GAP: f64 = 12.0;
const VALUE_GAP: f64 = 5.0;
const MARKER_WIDTH: f64 = 3.0;
const LABEL_SHARE: f64 = 0.58;
const MOST_LABEL: f64 = 280.0;
/// What bars keep at least beside labels and numbers.
const LEAST_ROOM: f64 = 24.0;
const LEAST_BAR: f64 = 2.0;

/// How a bar relates to the reader's selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum MarkState {
    /// Nothing is selected.
    #[default]
    Plain,
    /// The reader asked for this value.
    Included,
    /// The reader asked for all but this value.
    Excluded,
    /// The reader asked for another value.
    Muted,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The count under the current filters.
    pub count: u32,
    /// How much of it is uncertain: the end of the bar.
    pub uncertain: u32,
    /// What is written beside the bar, if not the count.
    pub value: Option<&'a str>,
    /// The count over all records.
    pub total: u32,
    /// What its colour says.
    pub tint: Tint,
    /// How it relates to the selection.
    pub state: MarkState,
}

impl Bar<'_> {
    fn value_text(&self) -> String {
        self.value.map_or_else(|| grouped(self.count), str::to_owned)
    }
}

/// Bars in the order in which they are given.
#[derive(Clone, Copy, Debug)]
pub struct BarChart<'a> {
    /// The rows, top to bottom.
    pub bars: &'a [Bar<'a>],
}

/// Columns of the chart, in CSS pixels.
struct Layout {
    /// Height of a row, and where in it the middles of label and bar are.
    row: f64,
    label_middle: f64,
    bar_middle: f64,
    label_room: f64,
    base: f64,
    bar_room: f64,
    end: u64,
    totals: bool,
}

impl BarChart<'_> {
    /// The height that the rows need at a width, in CSS pixels: where a label would be cut
    /// beside its bar, all labels stand above theirs.
    pub fn height(&self, width_css: f64) -> f64 {
        self.bars.len() as f64 * self.layout(measured(width_css)).row
    }

    /// Whether faint totals lie behind the bars: a subtitle should then say so.
    ///
    /// They are left out where they would dwarf the counts (more than 4 to 1),
    /// and there is nothing to see where every total equals its count.
    pub fn totals_shown(&self) -> bool {
        self.domain().1 && self.bars.iter().any(|bar| bar.total > bar.count)
    }

    /// Whether some bar has an uncertain part that is drawn: a subtitle should then say how.
    pub fn has_uncertain(&self) -> bool {
        self.bars.iter().any(|bar| bar.uncertain > 0 && bar.state != MarkState::Excluded)
    }

    /// The regions of the rows, each as wide as the chart.
    pub fn marks(&self, width_css: f64) -> Vec<Mark> {
        let width = measured(width_css);
        let height = self.layout(width).row;
        (0..self.bars.len())
            .map(|index| Mark { index, x: 0.0, y: index as f64 * height, width, height })
            .collect()
    }

    /// Where the bars start, in CSS pixels; the rest of a row left of it is its label.
    pub fn baseline(&self, width_css: f64) -> f64 {
        self.layout(measured(width_css)).base
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
        let layout = self.layout(frame.css_width());
        for (row, bar) in self.bars.iter().enumerate() {
            let top = row as f64 * layout.row;
            draw_marker(&mut scene, frame, palette, bar, top + layout.bar_middle);
            draw_label(&mut scene, palette, bar, top + layout.label_middle, &layout);
            draw_bar(&mut scene, frame, palette, bar, top + layout.bar_middle, &layout);
        }
        if !self.bars.is_empty() {
            let x = frame.px(layout.base) - frame.hairline();
            scene.vertical(x.max(0), 0, frame.height as i32, palette.axis);
        }
        scene
    }

    fn domain(&self) -> (u64, bool) {
        let count = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0);
        let total = self.bars.iter().map(|bar| bar.total).max().unwrap_or(0);
        domain(u64::from(count), u64::from(total))
    }

    fn layout(&self, width: f64) -> Layout {
        let widest = |of: fn(&Bar<'_>) -> f64| self.bars.iter().map(of).fold(0.0, f64::max);
        // Bold widths always: choosing a value must not move the bars.
        let label = widest(|bar| text::width(bar.label, LABEL_SIZE, true));
        let value = widest(|bar| text::width(&bar.value_text(), VALUE_SIZE, true));
        let column = (width * LABEL_SHARE).clamp(96.0, MOST_LABEL).min(width * LABEL_SHARE);
        // The number is the point of a row: where all is tight, the label gives way.
        let spared = width - value - VALUE_GAP - LEAST_ROOM - LABEL_GAP;
        let beside = (column.min(spared) - LABEL_X).max(0.0);
        // An element that is not laid out yet has no width, and needs no second layout.
        let above = label.ceil() > beside && width > 0.0;
        let (row, label_middle, bar_middle) = if above {
            (TALL_ROW_HEIGHT, 13.0, 31.0)
        } else {
            (ROW_HEIGHT, ROW_HEIGHT / 2.0, ROW_HEIGHT / 2.0)
        };
        let label_room = if above { width - LABEL_X } else { label.ceil().min(beside) };
        let base = if above { LABEL_X } else { LABEL_X + label_room + LABEL_GAP };
        let base = base.min(width);
        let bar_room = (width - base - VALUE_GAP - value).max(0.0);
        let (end, totals) = self.domain();
        let end = end.max(1);
        Layout { row, label_middle, bar_middle, label_room, base, bar_room, end, totals }
    }
}

/// A bar for what is asked for, a minus for what is left out: the state must
/// not hang on colour alone. (A line through the label would have to know the
/// exact width of text in a font that is not known here.)
fn draw_marker(scene: &mut Scene, frame: &Frame, palette: &Palette, bar: &Bar<'_>, middle: f64) {
    let (half_width, half_height, color) = match bar.state {
        MarkState::Included => (MARKER_WIDTH / 2.0, BAR_THICKNESS / 2.0, palette.accent),
        MarkState::Excluded => (2.5, 1.0, palette.text_muted),
        MarkState::Plain | MarkState::Muted => return,
    };
    let (top, bottom) = (frame.px(middle - half_height), frame.px(middle + half_height));
    scene.rect(0, top, frame.px(half_width * 2.0), bottom, color);
}

fn draw_label(scene: &mut Scene, palette: &Palette, bar: &Bar<'_>, middle: f64, layout: &Layout) {
    let bold = bar.state == MarkState::Included;
    let color = match bar.state {
        MarkState::Plain | MarkState::Included => palette.text,
        MarkState::Excluded | MarkState::Muted => palette.text_muted,
    };
    let label = text::fit_weight(bar.label, layout.label_room, LABEL_SIZE, bold);
    let look = Type { size: LABEL_SIZE, bold, color, align: Align::Start };
    scene.text(LABEL_X, middle, &label, look);
}

fn draw_bar(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    bar: &Bar<'_>,
    middle: f64,
    layout: &Layout,
) {
    let length = |count: u32| {
        let share = (f64::from(count) / layout.end as f64).min(1.0);
        let least = if count == 0 { 0.0 } else { LEAST_BAR };
        (share * layout.bar_room).max(least)
    };
    let half = BAR_THICKNESS / 2.0;
    let (top, bottom) = (frame.px(middle - half), frame.px(middle + half));
    let limit = frame.width as i32;
    let left = frame.px(layout.base);
    let edge = |length: f64| frame.px(layout.base + length).min(limit);

    let track = if layout.totals && bar.total > bar.count { length(bar.total) } else { 0.0 };
    scene.rect(left, top, edge(track), bottom, palette.track);

    let reach = length(bar.count);
    let color = match bar.state {
        MarkState::Excluded => None,
        MarkState::Muted => Some(palette.tint_muted(bar.tint)),
        MarkState::Included if bar.tint == Tint::Neutral => Some(palette.accent),
        MarkState::Plain | MarkState::Included => Some(palette.tint(bar.tint)),
    };
    match color {
        None => scene.outline(left, top, edge(reach), bottom, palette.excluded),
        Some(color) if bar.uncertain == 0 => scene.rect(left, top, edge(reach), bottom, color),
        Some(color) => {
            // However little is uncertain must be seen.
            let certain = length(bar.count.saturating_sub(bar.uncertain));
            let certain = certain.min(reach - LEAST_BAR).max(0.0);
            scene.rect(left, top, edge(certain), bottom, color);
            let rest = [edge(certain), top, edge(reach), bottom];
            uncertain(scene, frame, rest, color, palette);
        }
    }

    let value = bar.value_text();
    let bold = bar.state == MarkState::Included;
    let width = text::width(&value, VALUE_SIZE, bold);
    // On the track or beyond it, but never across its end.
    let inside = track - reach >= VALUE_GAP + width + VALUE_GAP;
    let from = if inside { reach } else { reach.max(track) };
    let muted = bar.count == 0 || matches!(bar.state, MarkState::Excluded | MarkState::Muted);
    let color = if muted { palette.text_muted } else { palette.text };
    let look = Type { size: VALUE_SIZE, bold, color, align: Align::Start };
    let x = layout.base + from + VALUE_GAP;
    if x + width <= frame.css_width() + 1.0 {
        scene.text(x, middle, &value, look);
    }
}
