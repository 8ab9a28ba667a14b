//! Columns over an axis of dates or numbers, for any measure.
//!
//! Answers how much there is where along the axis. Unlike the timeline of the records, its values may
//! be sums and means: they need not be whole, and may be below zero.

use serde::{Deserialize, Serialize};

use crate::frame::Frame;
use crate::mark::Mark;
use crate::palette::Palette;
use crate::scene::{Align, Scene, Type};
use crate::stripes::stripes;
use crate::text::width;

/// The height it is designed for, in CSS pixels.
pub const HEIGHT: f64 = 200.0;

const SIZE: f64 = 12.0;
/// Room for the number that sits on the uppermost grid line.
const TOP_ROOM: f64 = 17.0;
const LINE_HEIGHT: f64 = 20.0;
const LEAST_GUTTER: f64 = 30.0;
const LEAST_COLUMN: f64 = 2.0;
/// A single column must not become a wall.
const MOST_COLUMN: f64 = 72.0;
const TICKS: f64 = 4.0;
const LABEL_GAP: f64 = 10.0;

/// One column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its value under the filters; NaN is none.
    pub value: f64,
    /// Its value together with what may be part of it and may not, which is drawn hatched; NaN is none.
    pub possible: f64,
    /// Its value without filters, with what may be part of it, drawn faintly behind; NaN is none.
    pub total: f64,
}

impl Column {
    /// As far as it reaches.
    fn reach(&self) -> f64 {
        if self.possible.is_finite() { self.possible } else { self.value }
    }
}

/// A mark of the axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tick {
    /// Where it is, in columns from the left edge.
    pub at: f64,
    /// What is written there.
    pub label: String,
}

/// Columns in the order in which they are given, at equal distances.
#[derive(Clone, Copy)]
pub struct Columns<'c> {
    /// The columns, left to right.
    pub columns: &'c [Column],
    /// The marks of the axis below, left to right.
    pub ticks: &'c [Tick],
    /// The first and last chosen column; the others are drawn muted.
    pub selected: Option<(usize, usize)>,
    /// How a value is written.
    pub words: &'c dyn Fn(f64) -> String,
    /// Whether the values are counts: there is no half of a row, so no line stands between two.
    pub whole: bool,
}

/// Where values lie: the ends of the scale and the distance of its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    low: f64,
    high: f64,
    step: f64,
    /// Whether totals are drawn.
    totals: bool,
}

impl Columns<'_> {
    /// Whether the values without filters can be seen behind: a subtitle should then say so.
    pub fn totals_shown(&self) -> bool {
        let differs = |column: &Column| column.total.is_finite() && column.total != column.reach();
        self.scale().totals && self.columns.iter().any(differs)
    }

    /// The scale: as for all charts, totals are left out where they would dwarf the values (more
    /// than 4 to 1).
    fn scale(&self) -> Scale {
        let ends = |of: fn(&Column) -> f64| {
            let values = self.columns.iter().map(of).filter(|value| value.is_finite());
            values.fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)))
        };
        let (value, possible) = (ends(|column| column.value), ends(|column| column.possible));
        let (low, high) = (value.0.min(possible.0), value.1.max(possible.1));
        let (total_low, total_high) = ends(|column| column.total);
        let reach = f64::max(-low, high);
        let totals = f64::max(-total_low, total_high);
        let has_totals = totals > 0.0 && (reach == 0.0 || totals <= reach * 4.0);
        let (low, high) = match has_totals {
            true => (low.min(total_low), high.max(total_high)),
            false => (low, high),
        };
        let high = if high == 0.0 && low == 0.0 { 1.0 } else { high };
        let step = round_step((high - low) / TICKS);
        let step = if self.whole { step.max(1.0) } else { step };
        // A closing line is worth a little room.
        let closed = (high / step).ceil() * step;
        let high = if closed <= high + (high - low) * 0.15 { closed } else { high };
        Scale { low, high, step, totals: has_totals }
    }

    fn lines(&self, scale: Scale) -> Vec<f64> {
        let (first, last) = ((scale.low / scale.step).ceil(), (scale.high / scale.step).floor());
        // A handful: the step was chosen for that.
        (0..=20)
            .map(|at| first + f64::from(at))
            .take_while(|at| *at <= last)
            .map(|at| at * scale.step)
            .collect()
    }

    /// The rectangle of the columns, in CSS pixels. Its index is 0 and says nothing.
    pub fn plot_rect(&self, width_css: f64, height_css: f64) -> Mark {
        let (all, height) = (width_css.max(0.0), height_css.max(0.0));
        let widest = self
            .lines(self.scale())
            .into_iter()
            .map(|value| width(&(self.words)(value), SIZE, false));
        let gutter = (widest.fold(0.0, f64::max) + 8.0).max(LEAST_GUTTER).min(all * 0.4).round();
        let y = TOP_ROOM.min(height);
        Mark {
            index: 0,
            x: gutter,
            y,
            width: (all - gutter).max(0.0),
            height: (height - y - LINE_HEIGHT).max(0.0),
        }
    }

    /// The regions of the columns, from the plot's upper edge down through the axis.
    pub fn marks(&self, width_css: f64, height_css: f64) -> Vec<Mark> {
        let plot = self.plot_rect(width_css, height_css);
        let count = self.columns.len().max(1) as f64;
        let edge = |index: usize| plot.x + plot.width * (index as f64 / count);
        let height = (height_css - plot.y).max(0.0);
        (0..self.columns.len())
            .map(|index| Mark {
                index,
                x: edge(index),
                y: plot.y,
                width: (edge(index + 1) - edge(index)).max(0.0),
                height,
            })
            .collect()
    }

    /// The drawing.
    pub fn scene(&self, frame: &Frame, palette: &Palette) -> Scene {
        let mut scene = Scene::new(frame, palette);
        let plot = self.plot_rect(frame.css_width(), frame.css_height());
        let scale = self.scale();
        let y_of = |value: f64| {
            let share = (scale.high - value) / (scale.high - scale.low);
            plot.y + plot.height * share.clamp(0.0, 1.0)
        };
        let (left, right) = (frame.px(plot.x), (frame.width as i32).max(frame.px(plot.x)));
        let (top, bottom, zero) =
            (frame.px(plot.y), frame.px(plot.y + plot.height), frame.px(y_of(0.0)));
        let count = i64::try_from(self.columns.len().max(1)).unwrap_or(i64::MAX);
        // Whole pixels are dealt out evenly: no two columns differ by more than one.
        let edge = |index: usize| {
            let index = i64::try_from(index).unwrap_or(count).min(count);
            left + i32::try_from(i64::from(right - left) * index / count).unwrap_or(0)
        };
        let selected = self.selected.and_then(|(a, b)| {
            let last = self.columns.len().checked_sub(1)?;
            Some((a.min(b).min(last), a.max(b).min(last)))
        });
        if let Some((first, last)) = selected {
            scene.rect(edge(first), top, edge(last + 1), bottom, palette.band);
        }
        let look = Type { size: SIZE, bold: false, color: palette.text_muted, align: Align::Start };
        for value in self.lines(scale) {
            let y = y_of(value);
            if value != 0.0 {
                scene.horizontal(0, frame.width as i32, frame.px(y), palette.grid);
            }
            scene.text(0.0, y - 8.0, &(self.words)(value), look);
        }
        let least = frame.px(LEAST_COLUMN).max(1);
        let most = frame.px(MOST_COLUMN);
        for (index, column) in self.columns.iter().enumerate() {
            let (from, to) = (edge(index), edge(index + 1));
            let gap = if to - from >= 4 * frame.hairline() { frame.hairline() } else { 0 };
            let to = (to - gap).max(from + 1).min(right);
            let spare = (to - from - most).max(0);
            let (from, to) = (from + spare / 2, to - (spare - spare / 2));
            let full = selected.is_none_or(|(first, last)| (first..=last).contains(&index));
            let (left_edge, right_edge) = (from, to);
            let mut bar = |value: f64, color| {
                if !value.is_finite() || value == 0.0 {
                    return;
                }
                let end = frame.px(y_of(value));
                match value > 0.0 {
                    true => scene.rect(from, end.min(zero - least), to, zero, color),
                    false => scene.rect(from, zero, to, end.max(zero + least), color),
                }
            };
            let reach = column.reach();
            if scale.totals && (reach.is_nan() || column.total.abs() > reach.abs()) {
                let track = if full && selected.is_some() {
                    palette.track.mix(palette.axis, 0.12)
                } else {
                    palette.track
                };
                bar(column.total, track);
            }
            let color = if full { palette.bar } else { palette.muted };
            bar(column.value, color);
            if let Some((from, to)) = hatched(column) {
                let (a, b) = (frame.px(y_of(from)), frame.px(y_of(to)));
                let (top, bottom) = (a.min(b), a.max(b).max(a.min(b) + least));
                let pale = color.mix(palette.background, 0.4);
                scene.rect(left_edge, top, right_edge, bottom, pale);
                stripes(&mut scene, frame, [left_edge, top, right_edge, bottom], palette);
            }
        }
        if let Some((first, last)) = selected {
            let end = (edge(last + 1) - frame.hairline()).max(left);
            for x in [edge(first), end] {
                scene.vertical(x, top, bottom, palette.accent);
            }
        }
        scene.horizontal(0, right, zero, palette.axis);
        self.draw_ticks(&mut scene, frame, palette, &plot);
        scene
    }

    /// The marks of the axis, those left out that would touch the one before.
    fn draw_ticks(&self, scene: &mut Scene, frame: &Frame, palette: &Palette, plot: &Mark) {
        let pitch = plot.width / self.columns.len().max(1) as f64;
        let base = frame.px(plot.y + plot.height);
        let look = Type { size: SIZE, bold: false, color: palette.text, align: Align::Start };
        let line = plot.y + plot.height + LINE_HEIGHT * 0.5 + 2.0;
        let mut free = plot.x - LABEL_GAP;
        for tick in self.ticks {
            let x = plot.x + pitch * tick.at;
            let room = width(&tick.label, SIZE, false);
            // The last one may end at the edge rather than begin at its place.
            let start =
                if x + 4.0 + room > frame.css_width() { frame.css_width() - room } else { x + 4.0 };
            if start < free + LABEL_GAP || start < plot.x {
                continue;
            }
            scene.vertical(
                frame.px(x).min(frame.width as i32 - frame.hairline()),
                base,
                base + frame.px(6.0),
                palette.axis,
            );
            scene.text(start, line, &tick.label, look);
            free = start + room;
        }
    }
}

/// From where to where a column is hatched: where what is possible goes beyond its value.
fn hatched(column: &Column) -> Option<(f64, f64)> {
    let Column { value, possible, .. } = *column;
    let value = if value.is_finite() { value } else { 0.0 };
    if !possible.is_finite() || possible == 0.0 {
        return None;
    }
    let is_same_side = value * possible > 0.0;
    match is_same_side {
        true if possible.abs() <= value.abs() => None,
        true => Some((value, possible)),
        false => Some((0.0, possible)),
    }
}

/// The least step that is 1, 2 or 5 times a power of ten and not less than `rough`, which is above 0.
pub fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * power);
    steps.into_iter().find(|step| *step >= rough).unwrap_or(rough)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scene::Shape;

    fn words(value: f64) -> String {
        format!("{value:.1}")
    }

    fn columns(values: &[f64]) -> Vec<Column> {
        values
            .iter()
            .map(|value| Column { value: *value, possible: value * 1.5, total: value * 2.0 })
            .collect()
    }

    #[test]
    fn values_below_zero_hang_from_the_axis() {
        let mut columns = columns(&[10.0, -5.0]);
        columns.iter_mut().for_each(|column| column.possible = f64::NAN);
        let chart =
            Columns { columns: &columns, ticks: &[], selected: None, words: &words, whole: false };
        let palette = Palette::light();
        let scene = chart.scene(&Frame::svg(400.0, HEIGHT, 1.0), &palette);
        let bars: Vec<(i32, i32)> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Rect { top, bottom, color, .. } if *color == palette.bar => {
                    Some((*top, *bottom))
                }
                _ => None,
            })
            .collect();
        assert_eq!(bars.len(), 2);
        assert_eq!(bars[0].1, bars[1].0, "both begin at zero");
        assert!(bars[0].1 - bars[0].0 > bars[1].1 - bars[1].0);
    }

    #[test]
    fn what_may_be_part_of_a_column_is_hatched_above_it() {
        let column = |value: f64, possible: f64| Column { value, possible, total: possible };
        let columns = [column(1.0, 3.0), column(0.0, 2.0), column(2.0, 2.0), column(4.0, f64::NAN)];
        let spans: Vec<_> = columns.iter().map(hatched).collect();
        assert_eq!(spans, [Some((1.0, 3.0)), Some((0.0, 2.0)), None, None]);
        assert_eq!(hatched(&column(2.0, -1.0)), Some((0.0, -1.0)));
        assert_eq!(hatched(&column(f64::NAN, -1.0)), Some((0.0, -1.0)));
        let words = |value: f64| format!("{value}");
        let chart =
            Columns { columns: &columns, ticks: &[], selected: None, words: &words, whole: true };
        assert!(!chart.totals_shown(), "all of what is possible is no other total");
        let palette = Palette::light();
        let scene = chart.scene(&Frame::svg(400.0, HEIGHT, 1.0), &palette);
        let lines = scene.shapes.iter().filter(|shape| match shape {
            Shape::Rect { color, .. } => *color == palette.background,
            _ => false,
        });
        assert!(lines.count() > 10);
    }

    #[test]
    fn an_axis_of_counts_has_whole_numbers_once_each() {
        let written = |most: f64, whole: bool| -> Vec<String> {
            let columns = [Column { value: most, possible: f64::NAN, total: most }];
            let words = |value: f64| format!("{}", value as u32);
            let chart =
                Columns { columns: &columns, ticks: &[], selected: None, words: &words, whole };
            let scene = chart.scene(&Frame::svg(400.0, HEIGHT, 1.0), &Palette::light());
            let texts = scene.shapes.iter().filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(text.clone()),
                _ => None,
            });
            texts.collect()
        };
        assert_eq!(written(1.0, true), ["0", "1"]);
        assert_eq!(written(2.0, true), ["0", "1", "2"]);
        assert_eq!(written(3.0, true), ["0", "1", "2", "3"]);
        assert_eq!(written(0.0, true), ["0", "1"]);
        assert_eq!(written(1.0, false).len(), 3, "a sum may be a fraction");
    }

    proptest! {
        #[test]
        fn marks_tile_and_nothing_leaves_the_frame(
            values in prop::collection::vec(prop_oneof![Just(f64::NAN), -1e6..1e9, Just(0.0)], 0..150),
            width in 0.0..1500.0_f64, a in 0_usize..150, b in 0_usize..150, whole in any::<bool>(),
        ) {
            let columns = columns(&values);
            let ticks = [Tick { at: 0.0, label: "first".to_owned() }, Tick { at: values.len() as f64, label: "last".to_owned() }];
            let selected = Some((a, b));
            let chart = Columns { columns: &columns, ticks: &ticks, selected, words: &words, whole };
            let marks = chart.marks(width, HEIGHT);
            prop_assert_eq!(marks.len(), values.len());
            for pair in marks.windows(2) {
                prop_assert!((pair[0].x + pair[0].width - pair[1].x).abs() < 1e-6);
            }
            let scene = chart.scene(&Frame::svg(width, HEIGHT, 1.5), &Palette::dark());
            for shape in &scene.shapes {
                if let Shape::Rect { left, right, top, bottom, .. } = shape {
                    prop_assert!(*left >= 0 && right > left && bottom > top);
                }
            }
        }
    }
}
