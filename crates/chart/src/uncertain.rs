//! The part of a bar or a column that is uncertain: pale, with an edge of its full colour. So it is
//! neither one of the pale marks outside of a selection nor a hatched period, in any theme and on paper.

use super::frame::Frame;
use super::palette::{Palette, Rgb};
use super::scene::Scene;

/// Draws it between its edges, in device pixels; `color` is that of what is certain beside it.
pub fn uncertain(
    scene: &mut Scene,
    frame: &Frame,
    [left, top, right, bottom]: [i32; 4],
    color: Rgb,
    palette: &Palette,
) {
    let least = 3 * frame.hairline();
    // Where edges would be all of it, it lies between pale and full.
    if right - left < least || bottom - top < least {
        scene.rect(left, top, right, bottom, color.mix(palette.background, 0.5));
        return;
    }
    scene.rect(left, top, right, bottom, palette.pale(color));
    scene.outline(left, top, right, bottom, color);
}
