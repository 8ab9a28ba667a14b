//! Lanes over time: what happened when in each of them, and how much of it.

use super::bars::{LABEL_X, MarkState};
use super::frame::Frame;
use super::mark::{Mark, measured};
use super::palette::{Palette, Rgb};
use super::scene::{Align, Scene, Shape, Type};
use super::text;

/// A day, counted from any other.
pub type Day = i32;

/// Narrower than this, labels stand above their lanes.
const WIDE: f64 = 600.0;
const AXIS: f64 = 22.0;
const HEADING: f64 = 30.0;
const LABEL_LINE: f64 = 18.0;
const PITCH: f64 = 26.0;
const LABEL_SIZE: f64 = 13.0;
const HEADING_SIZE: f64 = 12.0;
const NOTE_SIZE: f64 = 11.0;
const MOST_LABEL: f64 = 260.0;
const LABEL_GAP: f64 = 14.0;
/// Radius of a point without a weight, and of the least and the heaviest with one.
const RADII: (f64, f64, f64) = (4.0, 4.5, 11.0);
/// Between a point and its note, and on both sides of a note in a disc.
const NOTE_GAP: f64 = 3.0;
const NOTE_AIR: f64 = 1.0;
/// Radius of the least disc with a note in it.
const LEAST_AROUND: f64 = 8.0;
/// Air at the right end, for a number beside the last point.
const AIR: f64 = 12.0;

/// What a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointKind {
    /// Something that happened.
    Disc,
    /// Something that did not.
    Cross,
}

/// Something on a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// First and last day that it can have been on: more than one are drawn as a line.
    pub days: (Day, Day),
    /// Its size; 0 is drawn hollow.
    pub weight: u32,
    /// What it is.
    pub kind: PointKind,
    /// What stands in it, or beside it where it is too small; may be empty.
    pub note: String,
    /// How it relates to the selection.
    pub state: MarkState,
}

/// A lane with its points in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What stands above it and those that follow; may be empty.
    pub heading: &'static str,
    /// Its name.
    pub label: String,
    /// How it relates to the selection.
    pub state: MarkState,
    /// What is on it.
    pub points: Vec<Point>,
}

/// Lanes in the order in which they are given, along years.
#[derive(Clone, Copy, Debug)]
pub struct Lanes<'a> {
    /// The lanes, top to bottom.
    pub lanes: &'a [Lane],
    /// The years of the axis with their first days; the last one only closes it.
    pub years: &'a [(i16, Day)],
    /// First and last day of the chosen range.
    pub chosen: Option<(Day, Day)>,
}

/// Where a point lies: its middle, and the region that it can be pointed at in.
struct Spot {
    x: f64,
    y: f64,
    radius: f64,
    note: Note,
    mark: Mark,
}

/// Where the note of a point stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Note {
    /// In its disc.
    Inside,
    /// Beside it, from here on.
    After(f64),
    /// Beside it, up to here: at the end of the axis.
    Before(f64),
    /// Nowhere: there is none, or no chart could be narrower.
    Nowhere,
}

/// Where days lie along the lanes. To be had once: names are measured for it.
struct Axis {
    /// Its first day.
    from: f64,
    /// How many days it has.
    days: f64,
    left: f64,
    room: f64,
}

impl Axis {
    fn x(&self, day: Day) -> f64 {
        let share = (f64::from(day) - self.from) / self.days;
        self.left + share.clamp(0.0, 1.0) * self.room
    }
}

/// The radius of a point among others, of which the heaviest has this weight.
fn radius(point: &Point, heaviest: f64) -> f64 {
    let (none, least, most) = RADII;
    match point.weight {
        0 => none,
        // The area says how much.
        weight => (most * (f64::from(weight) / heaviest).sqrt()).max(least),
    }
}

/// Where a lane lies.
struct Strip {
    /// Its heading's upper edge, if it has one.
    heading: Option<f64>,
    label: Mark,
    middle: f64,
    bottom: f64,
    spots: Vec<Spot>,
}

impl<'a> Lanes<'a> {
    /// The lanes laid out at a width in CSS pixels, for whatever is asked of that: names and notes are
    /// measured for it, and points find their levels.
    pub fn laid_out(&self, width_css: f64) -> LaidLanes<'a> {
        let width = measured(width_css);
        let axis = self.axis(width);
        let strips = self.layout(width, &axis);
        LaidLanes { lanes: *self, axis, strips }
    }

    /// Where the years begin.
    fn left(&self, width: f64) -> f64 {
        if width < WIDE {
            return LABEL_X.min(width);
        }
        let widest = self.lanes.iter().map(|lane| text::width(&lane.label, LABEL_SIZE, true));
        LABEL_X + widest.fold(0.0, f64::max).ceil().min(MOST_LABEL) + LABEL_GAP
    }

    /// The axis at a width.
    fn axis(&self, width: f64) -> Axis {
        let from = f64::from(self.years.first().map_or(0, |(_, day)| *day));
        let to = f64::from(self.years.last().map_or(0, |(_, day)| *day));
        let left = self.left(width);
        let room = (width - AIR - left).max(0.0);
        Axis { from, days: (to - from).max(1.0), left, room }
    }

    /// The greatest weight of all points, at least 1.
    fn heaviest(&self) -> f64 {
        let points = self.lanes.iter().flat_map(|lane| &lane.points);
        f64::from(points.map(|point| point.weight).max().unwrap_or_default().max(1))
    }

    fn layout(&self, width: f64, axis: &Axis) -> Vec<Strip> {
        let (left, heaviest) = (axis.left, self.heaviest());
        let narrow = width < WIDE;
        let mut y = AXIS;
        let strips = self.lanes.iter().map(|lane| {
            let heading = (!lane.heading.is_empty()).then_some(y);
            let top = y + if heading.is_some() { HEADING } else { 0.0 };
            let first = top + if narrow { LABEL_LINE } else { 0.0 };
            let mut spots: Vec<Spot> = Vec::new();
            // Where each level of the lane is taken up to.
            let mut levels: Vec<f64> = Vec::new();
            let mut level_of: Vec<usize> = Vec::new();
            for point in &lane.points {
                let (from, to) = point.days;
                let (begin, end) = (axis.x(from), axis.x(to.saturating_add(1)));
                let x = (begin + end) / 2.0;
                let radius = radius(point, heaviest);
                let line = if point.kind == PointKind::Cross { 0.0 } else { (end - begin) / 2.0 };
                let half = radius.max(line);
                // A note takes up room as well: where it would meet its neighbour, one of the two moves
                // to another level, so that no number is left out.
                let wide = text::width(&point.note, NOTE_SIZE, false);
                let is_disc = point.kind == PointKind::Disc && point.weight > 0;
                let beside = wide + NOTE_GAP;
                let (begin, end, note) = if point.note.is_empty() {
                    (x - half, x + half, Note::Nowhere)
                } else if is_disc && radius >= (wide / 2.0 + NOTE_AIR).max(LEAST_AROUND) {
                    (x - half, x + half, Note::Inside)
                } else if x + half + beside <= width {
                    (x - half, x + half + beside + NOTE_GAP, Note::After(x + half + NOTE_GAP))
                } else if x - half - beside >= left {
                    (x - half - beside, x + half, Note::Before(x - half - NOTE_GAP))
                } else {
                    (x - half, x + half, Note::Nowhere)
                };
                let free = levels.iter().position(|taken| begin >= *taken - 1.0);
                let level = free.unwrap_or_else(|| {
                    levels.push(0.0);
                    levels.len() - 1
                });
                if let Some(taken) = levels.get_mut(level) {
                    *taken = end;
                }
                level_of.push(level);
                let y = first + PITCH * (level as f64 + 0.5);
                let mark =
                    Mark { index: 0, x: left, y: y - PITCH / 2.0, width: 0.0, height: PITCH };
                spots.push(Spot { x, y, radius, note, mark });
            }
            // The regions of a level meet half way between its points.
            for level in 0..levels.len() {
                let on = |at: &usize| level_of.get(*at) == Some(&level);
                let all: Vec<usize> = (0..spots.len()).filter(on).collect();
                for (nth, &at) in all.iter().enumerate() {
                    let x = |nth: usize| all.get(nth).and_then(|at| spots.get(*at)).map(|s| s.x);
                    let here = x(nth).unwrap_or(left);
                    let before = nth.checked_sub(1).and_then(x);
                    let begin = before.map_or(left, |before| (before + here) / 2.0);
                    let end = x(nth + 1).map_or(width, |next| (here + next) / 2.0);
                    if let Some(spot) = spots.get_mut(at) {
                        spot.mark.x = begin.min(width);
                        spot.mark.width =
                            (end.max(begin) - begin).min(width - spot.mark.x).max(0.0);
                    }
                }
            }
            let bottom = first + PITCH * levels.len().max(1) as f64;
            let label = if narrow {
                Mark { index: 0, x: 0.0, y: top, width, height: LABEL_LINE }
            } else {
                Mark { index: 0, x: 0.0, y: top, width: left.min(width), height: bottom - top }
            };
            let middle = if narrow { top + LABEL_LINE / 2.0 + 1.0 } else { top + PITCH / 2.0 };
            y = bottom;
            Strip { heading, label, middle, bottom, spots }
        });
        strips.collect()
    }
}

/// Lanes where they lie at a width.
pub struct LaidLanes<'a> {
    lanes: Lanes<'a>,
    axis: Axis,
    strips: Vec<Strip>,
}

impl LaidLanes<'_> {
    /// Where the last lane ends.
    fn bottom(&self) -> f64 {
        self.strips.last().map_or(AXIS, |strip| strip.bottom)
    }

    /// The height that they need, in CSS pixels: points that would cover each other lie one below the other.
    pub fn height(&self) -> f64 {
        self.bottom() + AXIS
    }

    /// The regions: of each lane its name, then its points.
    pub fn marks(&self) -> Vec<Mark> {
        let marks = self.strips.iter().flat_map(|strip| {
            std::iter::once(strip.label).chain(strip.spots.iter().map(|spot| spot.mark))
        });
        marks.zip(0..).map(|(mark, index)| Mark { index, ..mark }).collect()
    }

    /// What is drawn of them on a frame of that width.
    pub fn scene(&self, frame: &Frame, palette: &Palette) -> Scene {
        let mut scene = Scene::new(frame, palette);
        let Self { lanes, axis, strips } = self;
        let chosen = lanes.chosen.map(|(first, last)| {
            let ends = [axis.x(first), axis.x(last.saturating_add(1))];
            ends.map(|css| frame.px(css))
        });
        let (top, end) = (frame.px(AXIS), frame.px(self.bottom()));
        if let Some([left, right]) = chosen {
            scene.rect(left, top, right, end, palette.band);
        }
        self.draw_years(&mut scene, frame, palette);
        if let Some([left, right]) = chosen {
            scene.vertical(left, top, end, palette.accent);
            scene.vertical(right - frame.hairline(), top, end, palette.accent);
        }
        for (lane, strip) in lanes.lanes.iter().zip(strips) {
            draw_lane(&mut scene, frame, palette, axis, lane, strip);
        }
        scene
    }

    /// The years, above and below, each with a line between.
    fn draw_years(&self, scene: &mut Scene, frame: &Frame, palette: &Palette) {
        let (axis, bottom, width) = (&self.axis, self.bottom(), frame.css_width());
        let Some((_, years)) = self.lanes.years.split_last() else { return };
        let pitch = axis.room / years.len().max(1) as f64;
        let short = pitch < text::width("2000", NOTE_SIZE, false) + 6.0;
        if pitch < 14.0 {
            return;
        }
        let look =
            Type { size: NOTE_SIZE, bold: false, color: palette.text_muted, align: Align::Middle };
        for (year, day) in years {
            let x = axis.x(*day);
            scene.vertical(frame.px(x), frame.px(AXIS), frame.px(bottom), palette.grid);
            let label = year.to_string();
            // Apostrophe and two digits, as on any narrow axis.
            let label = if short {
                label.get(2..).map_or(String::new(), |end| format!("’{end}"))
            } else {
                label
            };
            for y in [AXIS / 2.0, bottom + AXIS / 2.0] {
                scene.text(x + pitch / 2.0, y, &label, look);
            }
        }
        let right = frame.px(width - AIR);
        scene.vertical(right, frame.px(AXIS), frame.px(bottom), palette.grid);
    }
}

fn draw_lane(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    axis: &Axis,
    lane: &Lane,
    strip: &Strip,
) {
    let width = frame.css_width();
    if let Some(top) = strip.heading {
        let look =
            Type { size: HEADING_SIZE, bold: true, color: palette.text_muted, align: Align::Start };
        let heading = text::fit_weight(lane.heading, width - LABEL_X, HEADING_SIZE, true);
        scene.text(LABEL_X, top + HEADING / 2.0 + 4.0, &heading, look);
    }
    let bold = lane.state == MarkState::Included;
    let muted = matches!(lane.state, MarkState::Muted | MarkState::Excluded);
    let color = if muted { palette.text_muted } else { palette.text };
    let look = Type { size: LABEL_SIZE, bold, color, align: Align::Start };
    let room = strip.label.width - LABEL_X - if width < WIDE { 0.0 } else { LABEL_GAP };
    let label = text::fit_weight(&lane.label, room, LABEL_SIZE, bold);
    scene.text(LABEL_X, strip.middle, &label, look);
    if bold {
        let (top, bottom) = (frame.px(strip.middle - 8.0), frame.px(strip.middle + 8.0));
        scene.rect(0, top, frame.px(3.0), bottom, palette.accent);
    }
    // A hairline to follow from the name to its points.
    let left = frame.px(axis.left);
    scene.horizontal(left, frame.px(width - AIR), frame.px(strip.bottom), palette.grid);
    for (point, spot) in lane.points.iter().zip(&strip.spots) {
        draw_point(scene, frame, palette, axis, point, spot);
    }
}

fn draw_point(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    axis: &Axis,
    point: &Point,
    spot: &Spot,
) {
    let full: Rgb = match point.state {
        MarkState::Included => palette.accent,
        MarkState::Plain => palette.bar,
        MarkState::Excluded | MarkState::Muted => palette.muted,
    };
    let (from, to) = point.days;
    let y = frame.px(spot.y);
    if point.kind == PointKind::Cross {
        let arm = frame.px(4.0);
        let x = frame.px(spot.x);
        for (dx, dy) in [(arm, arm), (arm, -arm)] {
            let points = [(x - dx, y - dy), (x + dx, y + dy)];
            scene.shapes.push(Shape::Line {
                points: points.into(),
                width: frame.px(2.0).unsigned_abs(),
                color: palette.text_muted,
            });
        }
    } else {
        if to > from {
            let half = frame.hairline();
            let (left, right) = (axis.x(from), axis.x(to.saturating_add(1)));
            scene.rect(frame.px(left), y - half, frame.px(right), y + half, full);
        }
        let hollow = point.weight == 0;
        scene.shapes.push(Shape::Disc {
            at: (frame.px(spot.x), y),
            radius: frame.px(spot.radius).max(1),
            rim: if hollow { frame.px(1.5).max(1) } else { frame.hairline() },
            color: if hollow { palette.background } else { full },
            edge: if hollow { full } else { palette.background },
        });
    }
    let color = if point.state == MarkState::Muted { palette.text_muted } else { palette.text };
    let (x, align, color) = match spot.note {
        Note::Nowhere => return,
        Note::Inside => (spot.x, Align::Middle, palette.legible_on(full)),
        Note::After(x) => (x, Align::Start, color),
        Note::Before(x) => (x, Align::End, color),
    };
    scene.text(x, spot.y, &point.note, Type { size: NOTE_SIZE, bold: false, color, align });
}
