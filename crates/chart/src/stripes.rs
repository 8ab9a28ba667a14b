//! Columns that are hatched: there may be more or less than is known.

use crate::frame::Frame;
use crate::palette::Palette;
use crate::scene::Scene;

/// How far the lines of a hatched column are apart, and how wide they are, in CSS pixels.
const PITCH: f64 = 4.0;
const LINE: f64 = 1.0;

/// Lines of the ground over a column.
pub fn stripes(
    scene: &mut Scene,
    frame: &Frame,
    [left, top, right, bottom]: [i32; 4],
    palette: &Palette,
) {
    let (line, pitch) = (frame.px(LINE).max(1), frame.px(PITCH).max(2));
    let mut y = bottom - pitch;
    while y > top {
        scene.rect(left, y, right, y + line, palette.background);
        y -= pitch;
    }
}
