//! Small multiples: a timeline per value, all on one scale, side by side.

use super::frame::Frame;
use super::mark::{Mark, measured};
use super::palette::{Palette, Tint};
use super::scale::Scale;
use super::scene::{Align, Scene, Type};
use super::stripes::stripes;
use super::text;
use super::timeline::Bin;
use super::uncertain::uncertain;
use explorer_number::grouped;

/// A panel is at least so wide, in CSS pixels.
const LEAST_WIDTH: f64 = 210.0;
const GAP: f64 = 24.0;
const TITLE: f64 = 20.0;
const PLOT: f64 = 64.0;
const YEARS: f64 = 18.0;
const BETWEEN: f64 = 10.0;
const HEIGHT: f64 = TITLE + PLOT + YEARS + BETWEEN;
const SIZE: f64 = 12.0;
const SMALL: f64 = 11.0;
/// A count of one must be seen.
const LEAST_COLUMN: f64 = 2.0;

/// A small timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Its name.
    pub label: String,
    /// Counts per bin.
    pub counts: Vec<u32>,
    /// How much of each is uncertain: the upper end of the column. May be empty.
    pub uncertain: Vec<u32>,
    /// What stands beside the name: all of them together.
    pub sum: u32,
    /// The colour of its columns.
    pub tint: Tint,
}

/// A timeline per panel, in rows, all with the same bins and the same scale: what is higher is more, in
/// whichever panel it stands.
#[derive(Debug, Clone, Copy)]
pub struct Multiples<'a> {
    /// The panels in reading order.
    pub panels: &'a [Panel],
    /// The bins of all of them: only their years and whether they are partial is used.
    pub bins: &'a [Bin],
    /// The first and last brushed bin; the others are drawn muted.
    pub selected: Option<(usize, usize)>,
    /// The bin that is pointed at, in whichever panel: it is marked in all of them.
    pub pointed: Option<usize>,
}

impl Multiples<'_> {
    /// The height that they take at a width, in CSS pixels.
    pub fn height(&self, width_css: f64) -> f64 {
        let rows = self.panels.len().div_ceil(columns(measured(width_css)));
        (rows as f64 * HEIGHT).max(HEIGHT)
    }

    /// The regions of the bins, panel by panel: `index` is panel × number of bins + bin. A region reaches
    /// from the name to the years.
    pub fn marks(&self, width_css: f64) -> Vec<Mark> {
        let bins = self.bins.len();
        let of_panel = |panel: usize| {
            let area = self.area(panel, measured(width_css));
            let edge = move |bin: usize| area.x + area.width * (bin as f64 / bins as f64);
            (0..bins).map(move |bin| Mark {
                index: panel * bins + bin,
                x: edge(bin),
                y: area.y,
                width: (edge(bin + 1) - edge(bin)).max(0.0),
                height: HEIGHT - BETWEEN,
            })
        };
        (0..self.panels.len()).flat_map(of_panel).collect()
    }

    /// What is drawn.
    pub fn scene(&self, frame: &Frame, palette: &Palette) -> Scene {
        let mut scene = Scene::new(frame, palette);
        for (at, panel) in self.panels.iter().enumerate() {
            self.draw_panel(&mut scene, frame, palette, panel, &self.area(at, frame.css_width()));
        }
        scene
    }

    fn draw_panel(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        palette: &Palette,
        panel: &Panel,
        area: &Mark,
    ) {
        let look = Type { size: SIZE, bold: true, color: palette.text, align: Align::Start };
        let sum = grouped(panel.sum);
        let room = area.width - text::width(&sum, SIZE, false) - 12.0;
        let name = text::fit_weight(&panel.label, room, SIZE, true);
        scene.text(area.x, area.y + TITLE / 2.0, &name, look);
        let look = Type { bold: false, color: palette.text_muted, align: Align::End, ..look };
        scene.text(area.x + area.width, area.y + TITLE / 2.0, &sum, look);

        let scale = self.scale();
        let (top, base) = (area.y + TITLE, area.y + TITLE + PLOT);
        let bins = self.bins.len().max(1) as f64;
        let edge = |bin: usize| frame.px(area.x + area.width * (bin as f64 / bins));
        let (left, right) = (frame.px(area.x), frame.px(area.x + area.width));
        // One line is enough to compare panels by: the highest number of the scale.
        let line = scale.ticks().last().filter(|tick| *tick > 0);
        if let Some(tick) = line {
            let y = base - scale.share(tick) * (PLOT - 12.0);
            scene.horizontal(left, right, frame.px(y), palette.grid);
            let look = Type { size: SMALL, align: Align::Start, ..look };
            scene.text(area.x, y - 7.0, &text::tick_number(tick), look);
        }
        if let Some(bin) = self.pointed {
            scene.rect(edge(bin), frame.px(top), edge(bin + 1), frame.px(base), palette.band);
        }
        for (bin, &count) in panel.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (scale.share(u64::from(count)) * (PLOT - 12.0)).max(LEAST_COLUMN);
            let (from, next) = (edge(bin), edge(bin + 1));
            let to = (next - frame.hairline()).max(from + 1);
            let inside = self.selected.is_none_or(|(a, b)| (a..=b).contains(&bin));
            let color =
                if inside { palette.tint(panel.tint) } else { palette.tint_muted(panel.tint) };
            let area = [from, frame.px(base - height), to, frame.px(base)];
            let rest = panel.uncertain.get(bin).copied().unwrap_or(0).min(count);
            let high = height * (f64::from(rest) / f64::from(count));
            let middle = frame.px(base - (height - high));
            scene.rect(area[0], middle, area[2], area[3], color);
            if rest > 0 {
                uncertain(scene, frame, [area[0], area[1], area[2], middle], color, palette);
            }
            if self.bins.get(bin).is_some_and(|bin| bin.is_partial) {
                stripes(scene, frame, area, palette);
            }
        }
        scene.horizontal(left, right, frame.px(base), palette.axis);
        self.draw_years(scene, frame, palette, area, base);
    }

    fn draw_years(
        &self,
        scene: &mut Scene,
        frame: &Frame,
        palette: &Palette,
        area: &Mark,
        base: f64,
    ) {
        let bins = self.bins.len().max(1) as f64;
        let look =
            Type { size: SMALL, bold: false, color: palette.text_muted, align: Align::Start };
        let mut free = area.x;
        let end = area.x + area.width;
        for (at, bin) in self.bins.iter().enumerate().filter(|(_, bin)| bin.first_of_year) {
            let x = area.x + area.width * (at as f64 / bins);
            let words = format!("\u{2019}{:02}", bin.year.rem_euclid(100));
            let width = text::width(&words, SMALL, false);
            scene.vertical(frame.px(x), frame.px(base), frame.px(base + 4.0), palette.axis);
            if x >= free && x + 3.0 + width <= end {
                scene.text(x + 3.0, base + YEARS / 2.0, &words, look);
                free = x + 3.0 + width + 4.0;
            }
        }
    }

    /// The scale of all panels.
    fn scale(&self) -> Scale {
        let counts = self.panels.iter().flat_map(|panel| &panel.counts);
        Scale::new(counts.copied().max().map_or(0, u64::from), 2)
    }

    /// Where a panel lies, from its name to the space below it.
    fn area(&self, at: usize, width_css: f64) -> Mark {
        let across = columns(width_css);
        let width = (width_css - GAP * (across - 1) as f64) / across as f64;
        let (row, column) = (at / across, at % across);
        Mark {
            index: at,
            x: column as f64 * (width + GAP),
            y: row as f64 * HEIGHT,
            width: width.max(0.0),
            height: HEIGHT,
        }
    }
}

/// How many panels stand side by side.
fn columns(width_css: f64) -> usize {
    (((width_css + GAP) / (LEAST_WIDTH + GAP)).floor() as usize).max(1)
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::super::scene::Shape;
    use super::*;

    fn bins(count: usize) -> Vec<Bin> {
        let bin = |at: usize| Bin {
            year: 2022 + i16::try_from(at / 12).unwrap_or_default(),
            first_of_year: at.is_multiple_of(12),
            ..Bin::default()
        };
        (0..count).map(bin).collect()
    }

    fn panels(count: usize, bins: usize) -> Vec<Panel> {
        let panel = |at: usize| {
            let counts: Vec<u32> = (0..bins).map(|bin| (at * bin % 7) as u32).collect();
            let sum = counts.iter().sum();
            Panel {
                label: format!("Value {at}"),
                counts,
                uncertain: Vec::new(),
                sum,
                tint: Tint::Neutral,
            }
        };
        (0..count).map(panel).collect()
    }

    #[test]
    fn marks_lie_inside_panel_by_panel_whatever_the_width() {
        for (count, length) in [(0, 5), (1, 1), (3, 45), (13, 15), (100, 5)] {
            let (bins, panels) = (bins(length), panels(count, length));
            let chart = Multiples { panels: &panels, bins: &bins, selected: None, pointed: None };
            for width in [0.0, 90.0, 320.0, 720.0, 1400.0] {
                let marks = chart.marks(width);
                assert_eq!(marks.len(), count * length);
                let height = chart.height(width);
                for (at, mark) in marks.iter().enumerate() {
                    assert_eq!(mark.index, at);
                    assert!(mark.x >= 0.0 && mark.x + mark.width <= width + 1e-6, "{mark:?}");
                    assert!(mark.y >= 0.0 && mark.y + mark.height <= height, "{mark:?}");
                }
                for panel in marks.chunks(length) {
                    let touch =
                        |pair: &[Mark]| (pair[0].x + pair[0].width - pair[1].x).abs() < 1e-6;
                    assert!(panel.windows(2).all(touch));
                }
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_and_the_period_that_is_pointed_at_is_marked_in_every_panel() {
        let (bins, panels) = (bins(45), panels(5, 45));
        let palette = Palette::light();
        for width in [60.0, 320.0, 1000.0] {
            let chart = Multiples {
                panels: &panels,
                bins: &bins,
                selected: Some((3, 9)),
                pointed: Some(7),
            };
            let frame = Frame::canvas(width, chart.height(width), 2.0);
            let scene = chart.scene(&frame, &palette);
            let rects = scene.shapes.iter().filter_map(|shape| match shape {
                Shape::Rect { left, top, right, bottom, color } => {
                    Some(([*left, *top, *right, *bottom], *color))
                }
                _ => None,
            });
            let rects: Vec<_> = rects.collect();
            for ([left, top, right, bottom], _) in &rects {
                assert!(*left >= 0 && *right <= frame.width as i32, "{width}: {left} {right}");
                assert!(*top >= 0 && *bottom <= frame.height as i32, "{width}: {top} {bottom}");
            }
            let bands = rects.iter().filter(|(_, color)| *color == palette.band).count();
            assert_eq!(bands, panels.len());
        }
    }

    #[test]
    fn equal_counts_are_equally_high_in_all_panels() {
        let bins = bins(2);
        let panel = |counts: [u32; 2]| Panel {
            label: String::new(),
            counts: counts.to_vec(),
            uncertain: Vec::new(),
            sum: 0,
            tint: Tint::Neutral,
        };
        let panels = [panel([10, 0]), panel([0, 10]), panel([5, 1])];
        let chart = Multiples { panels: &panels, bins: &bins, selected: None, pointed: None };
        let frame = Frame::canvas(900.0, chart.height(900.0), 1.0);
        let palette = Palette::light();
        let scene = chart.scene(&frame, &palette);
        let heights: Vec<i32> = scene
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Rect { top, bottom, color, .. } if *color == palette.tint(Tint::Neutral) => {
                    Some(bottom - top)
                }
                _ => None,
            })
            .collect();
        let [first, second, half, one] = heights.as_slice() else { panic!("{heights:?}") };
        assert_eq!(first, second);
        assert!((first - 2 * half).abs() <= 1, "{heights:?}");
        assert!(*one >= 2, "{heights:?}");
    }

    #[test]
    fn what_the_records_cover_in_part_is_hatched() {
        let panels = [Panel {
            label: String::new(),
            counts: vec![9],
            uncertain: Vec::new(),
            sum: 9,
            tint: Tint::Neutral,
        }];
        let palette = Palette::light();
        let hatches = |is_partial: bool| {
            let bins = [Bin { is_partial, ..Bin::default() }];
            let chart = Multiples { panels: &panels, bins: &bins, selected: None, pointed: None };
            let scene = chart.scene(&Frame::canvas(300.0, 112.0, 1.0), &palette);
            let is_hatch = |shape: &&Shape| matches!(shape, Shape::Rect { color, .. } if *color == palette.background);
            scene.shapes.iter().filter(is_hatch).count()
        };
        assert_eq!(hatches(false), 0);
        assert!(hatches(true) > 3);
    }
}
