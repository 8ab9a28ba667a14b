//! Where a drawing that is higher than a sheet of paper comes apart.

use super::mark::Mark;

/// Drawings up to this height in CSS pixels stay whole: they fit below the margins of A4 and Letter.
const SHEET: f64 = 880.0;
/// The highest part of a drawing that does not: what fits below the head of the page, too.
const PART: f64 = 640.0;

/// Edges that meet may differ by a rounding.
const NEAR: f64 = 0.01;

/// The upper and lower edges of the parts in which a drawing is printed, from its top: one if it fits on
/// a sheet. No part ends within a mark, unless that is itself higher than a part.
pub fn parts(height: f64, marks: &[Mark]) -> Vec<(f64, f64)> {
    let mut parts = Vec::new();
    let mut top = 0.0;
    while height - top > if parts.is_empty() { SHEET } else { PART } {
        let within =
            |y: f64| marks.iter().any(|mark| mark.y + NEAR < y && y < mark.y + mark.height - NEAR);
        let ends = marks.iter().map(|mark| mark.y + mark.height);
        let end = ends.filter(|end| (top..=top + PART).contains(end) && !within(*end));
        let end = end.fold(top, f64::max);
        let bottom = if end > top { end } else { top + PART };
        parts.push((top, bottom));
        top = bottom;
    }
    parts.push((top, height));
    parts
}
