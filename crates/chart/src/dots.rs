//! Dots all over land: a sign that is neither a colour nor the hatching of disputed land.

use super::frame::Frame;
use super::scene::Points;

/// How far two dots of a row are apart, and how wide one is, in CSS pixels. Every second row lies between.
pub const PITCH: f64 = 7.0;
const DOT: f64 = 1.5;

/// The side of a dot in device pixels.
pub fn dot(frame: &Frame) -> i32 {
    frame.px(DOT).max(1)
}

/// The middles of the dots within rings, which are in device pixels as the dots are. The dots go with the
/// map, of which the upper left corner is `origin`.
pub fn dots(rings: &[Points], frame: &Frame, origin: (i32, i32)) -> Vec<(i32, i32)> {
    let pitch = frame.px(PITCH).max(2);
    let row_height = (pitch / 2).max(1);
    let above = |length: i32, step: i32| -(-length).div_euclid(step);
    let first = above(-origin.1, row_height);
    let last = above(frame.height as i32 - origin.1, row_height);
    let mut rows: Vec<Vec<f64>> = vec![Vec::new(); usize::try_from(last - first).unwrap_or(0)];
    for ring in rings {
        let next = ring.iter().skip(1).chain(ring.first());
        for (a, b) in ring.iter().zip(next) {
            let (a, b) = if a.1 <= b.1 { (a, b) } else { (b, a) };
            // Each end of an edge belongs to one of the two edges that meet there.
            let from = above(a.1 - origin.1, row_height).max(first);
            let to = above(b.1 - origin.1, row_height).min(last);
            for row in from..to {
                let y = origin.1 + row * row_height;
                let share = f64::from(y - a.1) / f64::from(b.1 - a.1);
                let x = f64::from(a.0) + share * f64::from(b.0 - a.0);
                if let Some(row) = rows.get_mut((row - first) as usize) {
                    row.insert(row.partition_point(|other| *other < x), x);
                }
            }
        }
    }
    let mut dots = Vec::new();
    for (row, crossings) in (first..last).zip(&rows) {
        let begin = origin.0 + if row % 2 == 0 { 0 } else { pitch / 2 };
        for [from, to] in crossings.as_chunks().0 {
            let from = (from.ceil() as i32).max(0);
            let to = (to.floor() as i32).min(frame.width as i32);
            let x = begin + above(from - begin, pitch) * pitch;
            let xs = (x..to).step_by(pitch as usize);
            dots.extend(xs.map(|x| (x, origin.1 + row * row_height)));
        }
    }
    dots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_lie_on_land_and_in_no_lake() {
        let square = |from: i32, to: i32| -> Points {
            [(from, from), (to, from), (to, to), (from, to)].into()
        };
        let frame = Frame::canvas(100.0, 100.0, 1.0);
        let all = dots(&[square(10, 90), square(40, 60)], &frame, (3, -5));
        assert!(all.len() > 100, "{}", all.len());
        for (x, y) in &all {
            assert!((10..=90).contains(x) && (10..=90).contains(y), "{x} {y}");
            assert!(!((41..59).contains(x) && (41..59).contains(y)), "{x} {y} is in the lake");
        }
        let moved = dots(&[square(17, 97), square(47, 67)], &frame, (10, 2));
        let by_seven: Vec<_> = all.iter().map(|(x, y)| (x + 7, y + 7)).collect();
        assert_eq!(moved, by_seven, "dots go with the map");
    }

    #[test]
    fn what_lies_beyond_the_frame_has_none() {
        let frame = Frame::canvas(50.0, 40.0, 2.0);
        let land: Points = [(-900, -900), (900, -900), (900, 900), (-900, 900)].into();
        for (x, y) in dots(&[land], &frame, (-333, -222)) {
            assert!((0..100).contains(&x) && (0..80).contains(&y), "{x} {y}");
        }
        assert!(dots(&[], &frame, (0, 0)).is_empty());
        assert!(dots(&[Points::from([])], &Frame::canvas(0.0, 0.0, 1.0), (0, 0)).is_empty());
    }
}
