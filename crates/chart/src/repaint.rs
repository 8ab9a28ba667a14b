//! What has to be painted anew where one picture takes the place of another.
//!
//! A step of a brush changes the colour of some ten countries of two hundred, and of two bars. To fill all coasts
//! of the world again is a quarter of such a step.

use super::frame::Frame;
use super::scene::{Scene, Shape};
use super::text::width;

/// How far ahead a shape is looked for that is not where it was: a country has hundreds of dots.
const AHEAD: usize = 400;
/// How many shapes may be looked for in vain: with more, pictures have little in common.
const OTHERS: usize = 10;
/// How many areas a picture is painted in, at most.
const AREAS: usize = 16;

/// A part of a picture in its units. Right and bottom are exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub left: i32,
    /// First row.
    pub top: i32,
    /// Column after the last.
    pub right: i32,
    /// Row after the last.
    pub bottom: i32,
}

impl Area {
    /// What a shape covers, with what a canvas adds at its edges. Of a text it is more: browsers have fonts that
    /// are wider than what is reckoned with.
    pub(super) fn of(shape: &Shape, frame: &Frame) -> Self {
        match shape {
            Shape::Rect { left, top, right, bottom, .. } => {
                Self { left: *left, top: *top, right: *right, bottom: *bottom }
            }
            Shape::Polygon { points, .. } => Self::around(points, 1),
            Shape::Line { points, width, .. } => Self::around(
                points,
                i32::try_from(*width).unwrap_or(i32::MAX / 4).saturating_add(1),
            ),
            Shape::Disc { at, radius, .. } => Self::around(&[*at], radius.saturating_add(1)),
            Shape::Text { x, y, text, look } => {
                let size = frame.px(look.size);
                let length = frame.px(width(text, look.size, look.bold) * 1.5).saturating_add(size);
                let (x, y) = (*x, *y);
                Self {
                    left: x.saturating_sub(length),
                    top: y.saturating_sub(size.saturating_mul(2)),
                    right: x.saturating_add(length),
                    bottom: y.saturating_add(size.saturating_mul(2)),
                }
            }
        }
    }

    fn around(points: &[(i32, i32)], more: i32) -> Self {
        let mut area = Self { left: i32::MAX, top: i32::MAX, right: i32::MIN, bottom: i32::MIN };
        for (x, y) in points {
            area.left = area.left.min(*x);
            area.right = area.right.max(*x);
            area.top = area.top.min(*y);
            area.bottom = area.bottom.max(*y);
        }
        Self {
            left: area.left.saturating_sub(more),
            top: area.top.saturating_sub(more),
            right: area.right.saturating_add(more),
            bottom: area.bottom.saturating_add(more),
        }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What of it is within a frame, with all of each pixel that it touches, a pixel being so many units wide.
    fn in_pixels(&self, frame: &Frame, pixel: i32) -> Option<Self> {
        let end = |at: i32, size: u32| {
            let size = i32::try_from(size).unwrap_or(i32::MAX);
            at.clamp(0, size).saturating_add(pixel - 1) / pixel * pixel
        };
        let area = Self {
            left: self.left.max(0) / pixel * pixel,
            top: self.top.max(0) / pixel * pixel,
            right: end(self.right, frame.width),
            bottom: end(self.bottom, frame.height),
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    fn size(&self) -> u64 {
        u64::from(self.left.abs_diff(self.right)) * u64::from(self.top.abs_diff(self.bottom))
    }
}

/// The areas in which two pictures of a frame differ, none of which meets another; each pixel is `pixel` units
/// wide. `None` if more than a quarter does, or they are of different frames: all of it has to be painted. To be
/// limited to areas slows a canvas, and where half of a picture changes, that takes longer than it saves.
pub fn changed(before: &Scene, now: &Scene, pixel: i32) -> Option<Vec<Area>> {
    let frame = now.frame();
    if before.frame() != frame || !before.has_ground_of(now) || pixel < 1 {
        return None;
    }
    let whole = u64::from(frame.width) * u64::from(frame.height);
    let mut areas = Vec::new();
    each_other(&before.shapes, &now.shapes, &mut |shape| {
        if let Some(area) = Area::of(shape, frame).in_pixels(frame, pixel) {
            add(&mut areas, area);
        }
        areas.len() <= AREAS && areas.iter().map(Area::size).sum::<u64>() * 4 <= whole
    })?;
    Some(areas)
}

/// Adds an area, in one with those that it meets.
fn add(areas: &mut Vec<Area>, mut area: Area) {
    while let Some(at) = areas.iter().position(|other| other.meets(&area)) {
        area = area.with(&areas.swap_remove(at));
    }
    areas.push(area);
}

/// Goes through the shapes that only one of two lists has, or that are not in the same order. `None` if `other`
/// wants no more, or the lists have little in common.
fn each_other(
    mut before: &[Shape],
    mut now: &[Shape],
    other: &mut dyn FnMut(&Shape) -> bool,
) -> Option<()> {
    let mut in_vain = 0;
    let mut all = |shapes: &[Shape]| shapes.iter().all(&mut *other).then_some(());
    loop {
        let same = before.iter().zip(now).take_while(|(one, other)| one == other).count();
        (before, now) = (before.get(same..)?, now.get(same..)?);
        let (Some(old), Some(new)) = (before.first(), now.first()) else {
            all(before)?;
            return all(now);
        };
        let ahead = |shape: &Shape, list: &[Shape]| {
            list.iter().take(AHEAD).position(|other| other == shape)
        };
        let (gone, came) = if have_one_place(old, new) {
            (1, 1)
        } else {
            match (ahead(new, before), ahead(old, now)) {
                (Some(gone), Some(came)) if gone > came => (0, came),
                (Some(gone), _) => (gone, 0),
                (None, Some(came)) => (0, came),
                (None, None) => {
                    in_vain += 1;
                    (1, 1)
                }
            }
        };
        if in_vain > OTHERS {
            return None;
        }
        let ((went, left), (came, rest)) =
            (before.split_at_checked(gone)?, now.split_at_checked(came)?);
        all(went)?;
        all(came)?;
        (before, now) = (left, rest);
    }
}

/// Whether two shapes differ in their colour at most. Neither is looked for elsewhere.
fn have_one_place(one: &Shape, other: &Shape) -> bool {
    match (one, other) {
        (Shape::Polygon { points: one, .. }, Shape::Polygon { points: other, .. }) => one == other,
        (
            Shape::Rect { left, top, right, bottom, .. },
            Shape::Rect { left: l, top: t, right: r, bottom: b, .. },
        ) => (left, top, right, bottom) == (l, t, r, b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::palette::{Palette, Rgb};

    const SIZE: i32 = 24;

    fn frame() -> Frame {
        Frame::canvas(f64::from(SIZE), f64::from(SIZE), 1.0)
    }

    fn scene(rects: &[(i32, i32, i32, i32, u8)]) -> Scene {
        let mut scene = Scene::new(&frame(), &Palette::light());
        for (left, top, width, height, color) in rects {
            scene.rect(*left, *top, left + width, top + height, Rgb(*color, 0, 0));
        }
        scene
    }

    /// Paints rectangles in pixels, in some areas alone.
    fn paint(scene: &Scene, pixels: &mut [Option<Rgb>], within: &[Area]) {
        let mut put = |left: i32, top: i32, right: i32, bottom: i32, color: Option<Rgb>| {
            for (x, y) in (left..right).flat_map(|x| (top..bottom).map(move |y| (x, y))) {
                let here = Area { left: x, top: y, right: x + 1, bottom: y + 1 };
                if within.iter().any(|area| area.meets(&here)) {
                    pixels[(y * SIZE + x) as usize] = color;
                }
            }
        };
        put(0, 0, SIZE, SIZE, None);
        for shape in scene.shapes_within(within) {
            if let (Shape::Rect { left, top, right, bottom, color }, true) = shape {
                put(*left, *top, *right, *bottom, Some(*color));
            }
        }
    }

    fn rects() -> impl Strategy<Value = Vec<(i32, i32, i32, i32, u8)>> {
        proptest::collection::vec((-2..SIZE, -2..SIZE, 1..6_i32, 1..6_i32, 0..4_u8), 0..12)
    }

    proptest! {
        #[test]
        fn what_is_painted_anew_makes_the_picture(
            before in rects(),
            now in rects(),
            kept in proptest::collection::vec(any::<(bool, bool)>(), 12),
            pixel in 1..4_i32,
        ) {
            // They have something in common, as two steps of a brush do.
            let common = before.iter().zip(&kept).filter(|(_, (kept, _))| *kept).map(|(rect, _)| *rect);
            let mut new: Vec<_> = common.collect();
            for (rect, (_, early)) in now.iter().zip(&kept) {
                new.insert(if *early { 0 } else { new.len() }, *rect);
            }
            let (before, now) = (scene(&before), scene(&new));
            let whole = [Area { left: 0, top: 0, right: SIZE, bottom: SIZE }];
            let (mut painted, mut wanted) = (vec![None; (SIZE * SIZE) as usize], vec![None; (SIZE * SIZE) as usize]);
            paint(&before, &mut painted, &whole);
            paint(&now, &mut wanted, &whole);
            match changed(&before, &now, pixel) {
                Some(areas) => {
                    for area in &areas {
                        prop_assert!([area.left, area.top].iter().all(|edge| edge % pixel == 0), "{area:?}");
                        prop_assert!([area.right, area.bottom].iter().all(|edge| edge % pixel == 0), "{area:?}");
                    }
                    paint(&now, &mut painted, &areas);
                }
                None => paint(&now, &mut painted, &whole),
            }
            prop_assert_eq!(painted, wanted);
        }
    }

    #[test]
    fn little_is_painted_anew_where_little_changes() {
        let many: Vec<_> = (0..10).map(|at| (at * 2, 3, 1, 1, 1)).collect();
        let before = scene(&many);
        assert_eq!(changed(&before, &before, 1), Some(Vec::new()));
        let mut other = many.clone();
        other[4].4 = 2;
        let place = Area { left: 8, top: 3, right: 9, bottom: 4 };
        assert_eq!(changed(&before, &scene(&other), 1), Some(vec![place]));
        other.insert(7, (20, 20, 2, 2, 3));
        let areas = changed(&before, &scene(&other), 2);
        let size = |areas: &Vec<Area>| areas.iter().map(Area::size).sum::<u64>();
        assert_eq!(areas.as_ref().map(size), Some(4 + 4), "{areas:?}");
        let all: Vec<_> = many.iter().map(|(x, y, width, _, _)| (*x, *y, *width, 9, 2)).collect();
        assert_eq!(changed(&before, &scene(&[(0, 0, SIZE, SIZE, 1)]), 1), None);
        assert!(changed(&before, &scene(&all), 1).is_some());
        assert_eq!(changed(&before, &before, 0), None);
        let wider = Scene::new(&Frame::canvas(99.0, 9.0, 1.0), &Palette::light());
        assert_eq!(changed(&before, &wider, 1), None);
    }
}
