//! Small multiples of a map: one per value, all of the same world with the same classes, side by side.

use std::sync::Arc;

use super::frame::Frame;
use super::map::{AreaLook, MapChart, MapLayout};
use super::mark::{Mark, measured};
use super::palette::Palette;
use super::scene::{Align, Points, Scene, Shape, Type};
use super::text;

/// A panel is at least so wide, in CSS pixels.
const LEAST_WIDTH: f64 = 280.0;
const GAP: f64 = 24.0;
const TITLE: f64 = 22.0;
const BETWEEN: f64 = 12.0;
const SIZE: f64 = 12.0;
/// The height of the world for its width.
const PROPORTION: f64 = 0.456;
/// No more maps stand side by side than this: of two rows, the second should not be one map.
const MOST_ACROSS: usize = 3;

/// A small map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPanelView {
    /// Its name.
    pub label: String,
    /// What stands beside the name.
    pub note: String,
    /// How each area of the world is drawn, in its order.
    pub looks: Vec<AreaLook>,
}

/// The places of small maps in a width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapGrid {
    panels: usize,
    across: usize,
    /// Of a map, without its name.
    size: (f64, f64),
}

impl MapGrid {
    /// For a number of panels in a width in CSS pixels.
    pub fn new(panels: usize, width_css: f64) -> Self {
        let width = measured(width_css);
        let most = (((width + GAP) / (LEAST_WIDTH + GAP)).floor() as usize).max(1);
        let across = most.min(MOST_ACROSS).min(panels.max(1));
        let wide = ((width - GAP * (across - 1) as f64) / across as f64).max(0.0).floor();
        Self { panels, across, size: (wide, (wide * PROPORTION).round()) }
    }

    /// The size of each map, in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// The height of all, in CSS pixels.
    pub fn height(&self) -> f64 {
        self.panels.div_ceil(self.across).max(1) as f64 * self.row()
    }

    fn row(&self) -> f64 {
        TITLE + self.size.1 + BETWEEN
    }

    /// Where the map of a panel lies, in CSS pixels.
    pub fn map(&self, panel: usize) -> Mark {
        let (row, column) = (panel / self.across, panel % self.across);
        Mark {
            index: panel,
            x: column as f64 * (self.size.0 + GAP),
            y: row as f64 * self.row() + TITLE,
            width: self.size.0,
            height: self.size.1,
        }
    }

    /// The panel whose map is at a point, and where in that.
    pub fn at(&self, (x, y): (f64, f64)) -> Option<(usize, (f64, f64))> {
        let mut maps = (0..self.panels).map(|panel| self.map(panel));
        let map = maps.find(|map| {
            (map.x..=map.x + map.width).contains(&x) && (map.y..=map.y + map.height).contains(&y)
        })?;
        Some((map.index, (x - map.x, y - map.y)))
    }
}

/// A map per panel, in rows.
#[derive(Debug, Clone, Copy)]
pub struct MapMultiples<'a> {
    /// Where they stand.
    pub grid: &'a MapGrid,
    /// The world as it lies in each of them.
    pub layout: &'a MapLayout,
    /// The panels in reading order.
    pub panels: &'a [MapPanelView],
    /// The area that is pointed at, in whichever panel: it is marked in all of them.
    pub pointed: Option<usize>,
}

impl MapMultiples<'_> {
    /// The marks of an area in a panel, as [`MapLayout::mark`] has it; `index` is that of the area.
    pub fn mark(&self, panel: usize, area: usize) -> Option<Mark> {
        let (map, mark) = (self.grid.map(panel), self.layout.mark(area)?);
        Some(Mark { x: map.x + mark.x, y: map.y + mark.y, ..mark })
    }

    /// What is drawn.
    pub fn scene(&self, frame: &Frame, palette: &Palette) -> Scene {
        let mut scene = Scene::new(frame, palette);
        for (at, panel) in self.panels.iter().enumerate() {
            let map = self.grid.map(at);
            let look = Type { size: SIZE, bold: true, color: palette.text, align: Align::Start };
            let middle = map.y - TITLE / 2.0;
            let room = map.width - text::width(&panel.note, SIZE, false) - 12.0;
            let name = text::fit_weight(&panel.label, room, SIZE, true);
            scene.text(map.x, middle, &name, look);
            let look = Type { bold: false, color: palette.text_muted, align: Align::End, ..look };
            scene.text(map.x + map.width, middle, &panel.note, look);
            let (layout, looks) = (self.layout, panel.looks.as_slice());
            // There is no room for the name of the subject.
            let chart = MapChart { layout, looks, pointed: self.pointed, subject: "" };
            let by = (frame.px(map.x), frame.px(map.y));
            let shapes = chart.scene(palette).shapes.into_iter();
            scene.shapes.extend(shapes.map(|shape| moved(shape, by)));
        }
        scene
    }
}

/// A shape at another place.
fn moved(shape: Shape, (dx, dy): (i32, i32)) -> Shape {
    let all = |points: &Points| -> Points {
        points.iter().map(|(x, y)| (x + dx, y + dy)).collect::<Arc<[_]>>()
    };
    match shape {
        Shape::Rect { left, top, right, bottom, color } => Shape::Rect {
            left: left + dx,
            top: top + dy,
            right: right + dx,
            bottom: bottom + dy,
            color,
        },
        Shape::Polygon { points, color } => Shape::Polygon { points: all(&points), color },
        Shape::Line { points, width, color } => Shape::Line { points: all(&points), width, color },
        Shape::Disc { at, radius, rim, color, edge } => {
            Shape::Disc { at: (at.0 + dx, at.1 + dy), radius, rim, color, edge }
        }
        Shape::Text { x, y, text, look } => Shape::Text { x: x + dx, y: y + dy, text, look },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_stand_apart_whatever_the_width() {
        for panels in [0, 1, 3, 5, 12] {
            for width in [0.0, 300.0, 390.0, 720.0, 1000.0, 1440.0] {
                let grid = MapGrid::new(panels, width);
                let maps: Vec<Mark> = (0..panels).map(|panel| grid.map(panel)).collect();
                for (at, map) in maps.iter().enumerate() {
                    assert!(map.x >= 0.0 && map.x + map.width <= width + 1e-6, "{map:?}");
                    assert!(map.y >= TITLE && map.y + map.height <= grid.height(), "{map:?}");
                    for other in &maps[at + 1..] {
                        let aside = map.x + map.width < other.x;
                        assert!(aside || map.y + map.height < other.y, "{map:?} {other:?}");
                    }
                    let middle = (map.x + map.width / 2.0, map.y + map.height / 2.0);
                    if map.width > 0.0 {
                        let inside = (map.width / 2.0, map.height / 2.0);
                        assert_eq!(grid.at(middle), Some((at, inside)));
                    }
                }
                assert_eq!(grid.at((-5.0, 5.0)), None);
            }
        }
    }
}
