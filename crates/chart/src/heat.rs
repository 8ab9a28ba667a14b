//! A heat map: two lists of values crossed, with the count of each pair.

use super::bars::{LABEL_X, MarkState};
use super::dots::{PITCH, dot};
use super::frame::Frame;
use super::map::hatching;
use super::mark::{Mark, measured};
use super::palette::{Palette, Rgb};
use super::scene::{Align, Scene, Type};
use super::text;
use explorer_number::grouped;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// Height of a cell in CSS pixels.
pub const CELL_HEIGHT: f64 = 30.0;

const LABEL_SIZE: f64 = 13.0;
const COUNT_SIZE: f64 = 12.0;
const HEAD_SIZE: f64 = 11.0;
const HEAD_LINE: f64 = 13.0;
const MOST_HEAD_LINES: usize = 4;
/// What the totals of the columns and the marker of a chosen one take below their names.
const HEAD_FOOT: f64 = 22.0;
/// Height of a name that stands above its cells, and of what follows the cells then.
const LABEL_LINE: f64 = 22.0;
const ROW_GAP: f64 = 6.0;
const GAP: f64 = 8.0;
/// How far the rows of dots are within a cell.
const DOTS_WITHIN: f64 = 4.5;
/// Names stand beside the cells while these keep that width; none of these is then wider than that.
const LEAST_BESIDE: f64 = 34.0;
const MOST_CELL: f64 = 96.0;

/// A row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatLine<'a> {
    /// What is counted.
    pub label: &'a str,
    /// The same in words so short that they fit above a narrow column.
    pub short: &'a str,
    /// The count of the whole line.
    pub count: u32,
    /// How it relates to the selection.
    pub state: MarkState,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// How often its pair of values occurs.
    pub count: u32,
    /// The class of that, from 0; none where there is nothing.
    pub class: Option<usize>,
    /// Whether it has dots above and below its number, as on maps: what it counts is uncertain.
    pub is_dotted: bool,
}

/// Which pairs of values occur how often. The numbers stand in the cells; colours only lead the
/// eye.
#[derive(Clone, Copy, Debug)]
pub struct HeatMap<'a> {
    /// From the top down.
    pub rows: &'a [HeatLine<'a>],
    /// From the left.
    pub columns: &'a [HeatLine<'a>],
    /// Row by row.
    pub cells: &'a [HeatCell],
    /// How many classes the counts are in.
    pub classes: usize,
}

/// Where things are, in CSS pixels.
struct Layout<'a> {
    /// Whether the rows' names stand above their cells.
    above: bool,
    /// Left edge of the cells, width of one, right edge of all.
    left: f64,
    cell: f64,
    right: f64,
    /// Height of the columns' names, and of a row with its name.
    head: f64,
    row: f64,
    /// The columns' names, in lines.
    names: Vec<Vec<&'a str>>,
}

impl HeatMap<'_> {
    /// The height that all rows need at a width, in CSS pixels.
    pub fn height(&self, width_css: f64) -> f64 {
        let layout = self.layout(measured(width_css));
        layout.head + layout.row * self.rows.len() as f64
    }

    /// The regions of the columns' names, and then of each row's name and its cells.
    pub fn marks(&self, width_css: f64) -> Vec<Mark> {
        let layout = self.layout(measured(width_css));
        let mut marks = Vec::new();
        let mut add = |x: f64, y: f64, right: f64, bottom: f64| {
            let index = marks.len();
            marks.push(Mark { index, x, y, width: (right - x).max(0.0), height: bottom - y });
        };
        let edge = |column: usize| layout.left + layout.cell * column as f64;
        let columns = 0..self.columns.len();
        columns.clone().for_each(|at| add(edge(at), 0.0, edge(at + 1), layout.head));
        for row in 0..self.rows.len() {
            let (top, cells, bottom) = layout.row(row);
            let right = if layout.above { layout.right } else { layout.left };
            add(0.0, top, right, if layout.above { cells } else { bottom });
            columns.clone().for_each(|at| add(edge(at), cells, edge(at + 1), bottom));
        }
        marks
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
        for (at, (column, name)) in self.columns.iter().zip(&layout.names).enumerate() {
            let middle = layout.left + layout.cell * (at as f64 + 0.5);
            let foot = layout.head - HEAD_FOOT;
            // Never bold: the columns are as narrow as their names allow.
            let look =
                Type { bold: false, ..label_look(column, palette, HEAD_SIZE, Align::Middle) };
            for (line, words) in name.iter().rev().enumerate() {
                let y = foot - HEAD_LINE * (line as f64 + 0.5);
                scene.text(middle, y, &text::fit(words, layout.cell, HEAD_SIZE), look);
            }
            let total = Type { color: palette.text_muted, ..look };
            number(&mut scene, (middle, foot + 8.0), column.count, layout.cell, total);
            marker(&mut scene, palette, column.state, (middle, foot + 18.0), (8.0, 1.5));
        }
        for (at, row) in self.rows.iter().enumerate() {
            let (top, cells, bottom) = layout.row(at);
            let middle =
                if layout.above { top + LABEL_LINE / 2.0 } else { cells + CELL_HEIGHT / 2.0 };
            marker(&mut scene, palette, row.state, (1.5, middle), (1.5, 8.0));
            let right = if layout.above { layout.right } else { layout.left - GAP };
            let count = Type {
                size: COUNT_SIZE,
                bold: false,
                color: palette.text_muted,
                align: Align::End,
            };
            let look = label_look(row, palette, LABEL_SIZE, Align::Start);
            let room = right - LABEL_X - GAP - text::width(&grouped(row.count), COUNT_SIZE, false);
            let label = text::fit_weight(row.label, room, LABEL_SIZE, look.bold);
            scene.text(LABEL_X, middle, &label, look);
            number(&mut scene, (right, middle), row.count, right - LABEL_X, count);
            let bottom = bottom - if layout.above { ROW_GAP } else { 0.0 };
            let counts = self.cells.iter().skip(at * self.columns.len());
            for ((column, line), cell) in self.columns.iter().enumerate().zip(counts) {
                let left = layout.left + layout.cell * column as f64;
                let place = [left, cells, left + layout.cell, bottom];
                self.cell(&mut scene, palette, place, *cell, (row.state, line.state));
            }
        }
        scene
    }

    fn cell(
        &self,
        scene: &mut Scene,
        palette: &Palette,
        [left, top, right, bottom]: [f64; 4],
        HeatCell { count, class, is_dotted }: HeatCell,
        states: (MarkState, MarkState),
    ) {
        use MarkState::{Excluded, Included, Muted};
        let either = |state| states.0 == state || states.1 == state;
        let color = class.map_or(palette.surface, |class| palette.step(class, self.classes));
        let both = states == (Included, Included);
        // Rectangles within each other make a frame: for what is chosen one that is apart from a
        // fill of whatever colour, for what is left out a hollow one.
        let (outer, inner, fill) = match (either(Excluded), either(Muted)) {
            (true, _) => (palette.grid, palette.grid, palette.background),
            (false, true) if class.is_some() => (color, color, palette.pale(color)),
            _ => (palette.accent, palette.background, color),
        };
        let mut rect = |by: f64, color: Rgb| {
            fill_within(scene, [left + by, top + by, right - 1.0 - by, bottom - 1.0 - by], color);
        };
        let framed = both || either(Excluded);
        if framed {
            rect(0.0, outer);
            rect(if both { 2.0 } else { 0.0 }, inner);
        }
        rect(
            if both {
                3.0
            } else if framed {
                1.0
            } else {
                0.0
            },
            fill,
        );
        if is_dotted && !either(Excluded) {
            let ink = hatching(fill, palette);
            for y in [top + DOTS_WITHIN, bottom - 1.0 - DOTS_WITHIN] {
                draw_dots(scene, [left + DOTS_WITHIN, right - 1.0 - DOTS_WITHIN], y, ink);
            }
        }
        if count > 0 {
            let ink = palette.legible_on(fill);
            let color = if either(Excluded) { palette.text_muted } else { ink };
            let look = Type { size: COUNT_SIZE, bold: both, color, align: Align::Middle };
            let middle = ((left + right - 1.0) / 2.0, (top + bottom - 1.0) / 2.0);
            number(scene, middle, count, right - left - 1.0, look);
        }
    }

    fn layout(&self, width: f64) -> Layout<'_> {
        // Bold widths always: choosing a value must not move the cells.
        let name = |line: &HeatLine<'_>| text::width(line.label, LABEL_SIZE, true);
        let total = |line: &HeatLine<'_>| text::width(&grouped(line.count), COUNT_SIZE, false);
        let widest =
            |of: &dyn Fn(&HeatLine<'_>) -> f64| self.rows.iter().map(of).fold(0.0, f64::max);
        let beside = LABEL_X + (widest(&name) + GAP + widest(&total)).ceil() + GAP;
        let count = self.columns.len().max(1) as f64;
        let above = (width - beside) / count < LEAST_BESIDE;
        let left = if above { LABEL_X.min(width) } else { beside };
        let most = if above { width } else { MOST_CELL };
        let cell = ((width - left) / count).max(0.0).min(most);
        let names: Vec<_> = self.columns.iter().map(|column| in_lines(column, cell)).collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or_default();
        let (row, right) = (
            CELL_HEIGHT + if above { LABEL_LINE + ROW_GAP } else { 0.0 },
            left + cell * self.columns.len() as f64,
        );
        let head = if self.rows.is_empty() { 0.0 } else { lines as f64 * HEAD_LINE + HEAD_FOOT };
        Layout { above, left, cell, right, head, row, names }
    }
}

impl Layout<'_> {
    /// Top of a row, of its cells, and its bottom.
    fn row(&self, at: usize) -> (f64, f64, f64) {
        let top = self.head + self.row * at as f64;
        let cells = if self.above { top + LABEL_LINE } else { top };
        (top, cells, self.head + self.row * (at + 1) as f64)
    }
}

/// A column's name, or its short one, in lines that fit.
fn in_lines<'a>(column: &HeatLine<'a>, width: f64) -> Vec<&'a str> {
    let full = wrapped(column.label, width);
    let fits = |line: &&str| text::width(line, HEAD_SIZE, false) <= width - 2.0;
    if full.len() <= MOST_HEAD_LINES && full.iter().all(fits) {
        return full;
    }
    let mut short = wrapped(column.short, width);
    short.truncate(MOST_HEAD_LINES);
    short
}

/// Words in as few lines as fit a width; a word that is wider has a line of its own.
fn wrapped(words: &str, width: f64) -> Vec<&str> {
    let (mut lines, mut start, mut end) = (Vec::new(), 0, 0);
    let spaces = words.match_indices(' ').map(|(at, _)| at);
    for next in spaces.chain([words.len()]) {
        if end > start && text::width(&words[start..next], HEAD_SIZE, false) > width - 2.0 {
            lines.push(&words[start..end]);
            start = end + 1;
        }
        end = next;
    }
    lines.push(&words[start..]);
    lines
}

fn label_look(line: &HeatLine<'_>, palette: &Palette, size: f64, align: Align) -> Type {
    let muted = matches!(line.state, MarkState::Excluded | MarkState::Muted);
    let color = if muted { palette.text_muted } else { palette.text };
    Type { size, bold: line.state == MarkState::Included, color, align }
}

/// A count where there is room for all of it.
fn number(scene: &mut Scene, (x, y): (f64, f64), count: u32, room: f64, look: Type) {
    let words = grouped(count);
    if text::width(&words, look.size, look.bold) <= room {
        scene.text(x, y, &words, look);
    }
}

/// A row of dots, as on maps, between two edges in CSS pixels.
fn draw_dots(scene: &mut Scene, [from, to]: [f64; 2], y: f64, color: Rgb) {
    let side = dot(scene.frame());
    let mut x = from;
    while x <= to {
        let (left, top) = (scene.frame().px(x), scene.frame().px(y) - side / 2);
        scene.rect(left, top, left + side, top + side, color);
        x += PITCH;
    }
}

/// A bar at what is asked for, a minus at what is left out: the state must not hang on colour
/// alone.
fn marker(
    scene: &mut Scene,
    palette: &Palette,
    state: MarkState,
    (x, y): (f64, f64),
    (half_width, half_height): (f64, f64),
) {
    let (half_width, half_height, color) = match state {
        MarkState::Included => (half_width, half_height, palette.accent),
        MarkState::Excluded => (2.5, 1.0, palette.text_muted),
        MarkState::Plain | MarkState::Muted => return,
    };
    fill_within(scene, [x - half_width, y - half_height, x + half_width, y + half_height], color);
}

/// Fills a rectangle between edges in CSS pixels: left, top, right, bottom.
fn fill_within(scene: &mut Scene, edges: [f64; 4], color: Rgb) {
    let [left, top, right, bottom] = edges.map(|edge| scene.frame().px(edge));
    scene.rect(left, top, right, bottom, color);
}
