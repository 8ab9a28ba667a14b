//! Values with two counts each: where do the two sides of a comparison differ, and by how much?

use super::frame::Frame;
use super::mark::{Mark, measured};
use super::palette::{Palette, Rgb};
use super::scene::{Align, Scene, Shape, Type};
use super::text;
use super::uncertain::uncertain;
use explorer_number::grouped;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;

/// Height of a row whose label stands beside its marks, in CSS pixels.
pub const ROW_HEIGHT: f64 = 28.0;
/// Height of a row whose label stands above its marks.
pub const TALL_ROW_HEIGHT: f64 = 46.0;
/// Height of a row with two bars.
pub const BARS_HEIGHT: f64 = 36.0;
/// Height of a row with two bars whose label stands above them.
pub const TALL_BARS_HEIGHT: f64 = 56.0;

const LABEL_X: f64 = 9.0;
const LABEL_SIZE: f64 = 13.0;
const VALUE_SIZE: f64 = 12.0;
const LABEL_GAP: f64 = 12.0;
const VALUE_GAP: f64 = 4.0;
const LABEL_SHARE: f64 = 0.45;
const MOST_LABEL: f64 = 260.0;
const LEAST_ROOM: f64 = 60.0;
/// Room around the label above its marks.
const LABEL_LINE: f64 = 20.0;
const RADIUS: f64 = 5.5;
const LINE: f64 = 3.0;
const BAR: f64 = 12.0;
const BAR_GAP: f64 = 2.0;
const LEAST_BAR: f64 = 2.0;

/// How the two counts of a row are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairForm {
    /// Two marks on a line, which is as long as the difference.
    Dumbbells,
    /// Two bars, one below the other.
    Bars,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairRow<'a> {
    /// What is counted.
    pub label: &'a str,
    /// Its counts on both sides.
    pub counts: [u32; 2],
    /// How much of them is uncertain: the end of a bar. A mark of a dumbbell is pale with an edge where that
    /// is half or more of its count.
    pub uncertain: [u32; 2],
}

impl PairRow<'_> {
    /// The difference with its sign, as it stands at the end of the row.
    fn difference(&self) -> String {
        let [a, b] = self.counts;
        match a.cmp(&b) {
            std::cmp::Ordering::Equal => "0".to_owned(),
            std::cmp::Ordering::Greater => format!("+{}", grouped(a - b)),
            std::cmp::Ordering::Less => format!("\u{2212}{}", grouped(b - a)),
        }
    }
}

/// Rows in the order in which they are given. The first side's mark is a disc and the second side's a
/// square: which is which must not hang on colour alone.
#[derive(Clone, Copy, Debug)]
pub struct Pairs<'a> {
    /// The rows, top to bottom.
    pub rows: &'a [PairRow<'a>],
    /// How they are drawn.
    pub form: PairForm,
}

/// Columns of the chart, in CSS pixels.
struct Layout {
    row: f64,
    /// Whether labels stand above their marks.
    above: bool,
    /// Where in a row the middle of its label is, and that of its marks.
    label_middle: f64,
    middle: f64,
    label_room: f64,
    /// Where the count 0 is, and how far from there the largest count.
    base: f64,
    room: f64,
    /// The widest number beside a mark.
    value: f64,
    end: f64,
}

impl Layout {
    fn x(&self, count: u32) -> f64 {
        self.base + self.room * (f64::from(count) / self.end).min(1.0)
    }
}

impl Pairs<'_> {
    /// The height that the rows need at a width, in CSS pixels.
    pub fn height(&self, width_css: f64) -> f64 {
        self.rows.len() as f64 * self.layout(measured(width_css)).row
    }

    /// Two regions per row, the first side's and then the second side's: with dumbbells what lies
    /// nearer to either mark, with bars the upper half of the row and the lower one. Equal counts have
    /// their border at the mark, the first side left of it.
    pub fn marks(&self, width_css: f64) -> Vec<Mark> {
        let width = measured(width_css);
        let layout = self.layout(width);
        let mut marks = Vec::with_capacity(self.rows.len() * 2);
        for (at, row) in self.rows.iter().enumerate() {
            let y = at as f64 * layout.row;
            let whole = Mark { index: at * 2, x: 0.0, y, width, height: layout.row };
            let [first, second] = match self.form {
                PairForm::Bars => {
                    let half = layout.middle;
                    [
                        Mark { height: half, ..whole },
                        Mark { y: y + half, height: layout.row - half, ..whole },
                    ]
                }
                PairForm::Dumbbells => {
                    let [a, b] = row.counts.map(|count| layout.x(count));
                    let border = ((a + b) / 2.0).clamp(0.0, width);
                    let left = Mark { width: border, ..whole };
                    let right = Mark { x: border, width: width - border, ..whole };
                    if a <= b { [left, right] } else { [right, left] }
                }
            };
            marks.push(Mark { index: at * 2, ..first });
            marks.push(Mark { index: at * 2 + 1, ..second });
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
        let width = frame.css_width();
        let layout = self.layout(width);
        if self.rows.is_empty() || width <= 0.0 {
            return scene;
        }
        let axis = (frame.px(layout.base) - frame.hairline()).max(0);
        for (at, row) in self.rows.iter().enumerate() {
            let top = at as f64 * layout.row;
            // A label that stands above its marks is not crossed.
            let begin = if layout.above { top + LABEL_LINE } else { top };
            // Bars stand on a line; through the numbers beside dumbbells it would run.
            if self.form == PairForm::Bars {
                scene.vertical(axis, frame.px(begin), frame.px(top + layout.row), palette.axis);
            }
            let look =
                Type { size: LABEL_SIZE, bold: false, color: palette.text, align: Align::Start };
            let label = text::fit(row.label, layout.label_room, LABEL_SIZE);
            scene.text(LABEL_X, top + layout.label_middle, &label, look);
            match self.form {
                PairForm::Dumbbells => draw_dumbbell(&mut scene, frame, palette, row, top, &layout),
                PairForm::Bars => draw_bars(&mut scene, frame, palette, row, top, &layout),
            }
            let difference = row.difference();
            let wide = text::width(&difference, VALUE_SIZE, true);
            if wide <= width {
                let even = row.counts[0] == row.counts[1];
                let color = if even { palette.text_muted } else { palette.text };
                let look = Type { size: VALUE_SIZE, bold: !even, color, align: Align::End };
                scene.text(width, top + layout.middle, &difference, look);
            }
        }
        scene
    }

    fn layout(&self, width: f64) -> Layout {
        let widest =
            |of: &dyn Fn(&PairRow<'_>) -> f64| self.rows.iter().map(of).fold(0.0, f64::max);
        let label = widest(&|row| text::width(row.label, LABEL_SIZE, false)).ceil();
        let value = widest(&|row| {
            let [a, b] = row.counts.map(|count| text::width(&grouped(count), VALUE_SIZE, false));
            a.max(b)
        });
        let difference = widest(&|row| text::width(&row.difference(), VALUE_SIZE, true));
        let beside = match self.form {
            // Left of the left mark and right of the right one.
            PairForm::Dumbbells => (value + VALUE_GAP + RADIUS, value + VALUE_GAP + RADIUS),
            PairForm::Bars => (0.0, value + VALUE_GAP),
        };
        let right = beside.1 + LABEL_GAP + difference;
        let column = (width * LABEL_SHARE).min(MOST_LABEL);
        let spared = width - right - beside.0 - LEAST_ROOM - LABEL_GAP;
        let room = (column.min(spared) - LABEL_X).max(0.0);
        let above = label > room && width > 0.0;
        let (plain, tall) = match self.form {
            PairForm::Dumbbells => (ROW_HEIGHT, TALL_ROW_HEIGHT),
            PairForm::Bars => (BARS_HEIGHT, TALL_BARS_HEIGHT),
        };
        let row = if above { tall } else { plain };
        let label_room =
            if above { (width - LABEL_X - difference - LABEL_GAP).max(0.0) } else { label };
        let base = if above { LABEL_X } else { LABEL_X + label_room + LABEL_GAP } + beside.0;
        let base = base.min(width);
        let largest = |row: &PairRow<'_>| row.counts[0].max(row.counts[1]);
        let end = self.rows.iter().map(largest).max().unwrap_or_default().max(1);
        Layout {
            row,
            above,
            label_middle: if above { 13.0 } else { row / 2.0 },
            middle: if above { LABEL_LINE + (row - LABEL_LINE) / 2.0 } else { row / 2.0 },
            label_room,
            base,
            room: (width - base - right).max(0.0),
            value,
            end: f64::from(end),
        }
    }
}

fn draw_dumbbell(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    row: &PairRow<'_>,
    top: f64,
    layout: &Layout,
) {
    let middle = top + layout.middle;
    let [a, b] = row.counts.map(|count| layout.x(count));
    let y = frame.px(middle);
    let half = (frame.px(LINE) / 2).max(1);
    scene.rect(frame.px(a.min(b)), y - half, frame.px(a.max(b)), y + half, palette.muted);
    // The square lies below: where both are at one place, its corners are still seen.
    let side = frame.px(RADIUS).max(1);
    let x = frame.px(b);
    let is_hollow =
        |at: usize| row.uncertain[at] > 0 && row.uncertain[at].saturating_mul(2) >= row.counts[at];
    let [of_a, of_b] = palette.sides;
    match is_hollow(1) {
        true => uncertain(scene, frame, [x - side, y - side, x + side, y + side], of_b, palette),
        false => scene.rect(x - side, y - side, x + side, y + side, of_b),
    }
    let disc = |radius: i32, rim: i32, color: Rgb, edge: Rgb| Shape::Disc {
        at: (frame.px(a), y),
        radius,
        rim,
        color,
        edge,
    };
    let rim = frame.hairline();
    scene.shapes.push(disc(side, rim, of_a, palette.background));
    if is_hollow(0) {
        scene.shapes.push(disc((side - rim).max(1), rim, palette.pale(of_a), of_a));
    }
    let look = Type { size: VALUE_SIZE, bold: false, color: palette.text, align: Align::Start };
    let beside = RADIUS + VALUE_GAP;
    let width = frame.css_width();
    let mut write = |count: u32, x: f64, after: bool| {
        let words = grouped(count);
        let wide = text::width(&words, VALUE_SIZE, false);
        let color = if count == 0 { palette.text_muted } else { palette.text };
        let (x, align) = if after { (x + beside, Align::Start) } else { (x - beside, Align::End) };
        // A chart that is too narrow for its numbers leaves them to its marks.
        let fits = if after { x + wide <= width + 1.0 } else { x - wide >= -1.0 };
        if fits && layout.value > 0.0 {
            scene.text(x, middle, &words, Type { color, align, ..look });
        }
    };
    let [of_a, of_b] = row.counts;
    if of_a == of_b {
        return write(of_a, a, true);
    }
    write(of_a, a, of_a > of_b);
    write(of_b, b, of_b > of_a);
}

fn draw_bars(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    row: &PairRow<'_>,
    top: f64,
    layout: &Layout,
) {
    let middle = top + layout.middle;
    let left = frame.px(layout.base);
    for (at, (count, color)) in row.counts.into_iter().zip(palette.sides).enumerate() {
        let upper = middle + if at == 0 { -BAR - BAR_GAP / 2.0 } else { BAR_GAP / 2.0 };
        let reach = if count == 0 { 0.0 } else { (layout.x(count) - layout.base).max(LEAST_BAR) };
        let right = frame.px(layout.base + reach).min(frame.width as i32);
        let (top, bottom) = (frame.px(upper), frame.px(upper + BAR));
        match row.uncertain[at] {
            0 => scene.rect(left, top, right, bottom, color),
            some => {
                // However little is uncertain must be seen.
                let certain = layout.x(count.saturating_sub(some)) - layout.base;
                let certain = frame.px(layout.base + certain.min(reach - LEAST_BAR).max(0.0));
                scene.rect(left, top, certain, bottom, color);
                uncertain(scene, frame, [certain, top, right, bottom], color, palette);
            }
        }
        let words = grouped(count);
        let color = if count == 0 { palette.text_muted } else { palette.text };
        let look = Type { size: VALUE_SIZE, bold: false, color, align: Align::Start };
        let x = layout.base + reach + VALUE_GAP;
        if x + text::width(&words, VALUE_SIZE, false) <= frame.css_width() + 1.0 {
            scene.text(x, upper + BAR / 2.0, &words, look);
        }
    }
}
