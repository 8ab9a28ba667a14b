//! Where a chart can be pointed at.

/// The region of one mark, in CSS pixels from the frame's upper left corner.
///
/// The page lays a transparent button over each, which gives pointer, keyboard
/// and assistive technology the same targets. Regions of a chart tile: they
/// leave no gap a pointer could fall into, and never overlap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Index of the bar or bin it belongs to.
    pub index: usize,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Mark {
    /// Whether a point lies in the region; its right and lower edges belong to the next one.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

/// The position of the mark at `x` among marks that stand side by side, or of the nearest one if
/// `x` lies outside of all; 0 without any.
pub fn column_at(marks: &[Mark], x: f64) -> usize {
    let before = marks.iter().filter(|mark| mark.x + mark.width <= x).count();
    before.min(marks.len().saturating_sub(1))
}

/// A size that came from measuring an element: never negative, never NaN.
pub(super) fn measured(css: f64) -> f64 {
    if css.is_finite() { css.max(0.0) } else { 0.0 }
}

/// `count` regions side by side, which differ in width only by rounding of `f64`.
pub(super) fn tile_columns(x: f64, width: f64, y: f64, height: f64, count: usize) -> Vec<Mark> {
    let edge = |index: usize| x + width * (index as f64 / count as f64);
    (0..count)
        .map(|index| Mark {
            index,
            x: edge(index),
            y,
            width: (edge(index + 1) - edge(index)).max(0.0),
            height,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_tile() {
        let marks = tile_columns(10.0, 100.0, 0.0, 5.0, 7);
        assert_eq!(marks.len(), 7);
        assert!((0..1000).all(|step| {
            let x = 10.0 + f64::from(step) * 0.1;
            marks.iter().filter(|mark| mark.contains(x, 1.0)).count() == 1
        }));
        assert!(tile_columns(0.0, 100.0, 0.0, 5.0, 0).is_empty());
    }

    #[test]
    fn sizes_of_hidden_elements() {
        assert_eq!(measured(f64::NAN), 0.0);
        assert_eq!(measured(-3.0), 0.0);
        assert_eq!(measured(f64::INFINITY), 0.0);
        assert_eq!(measured(12.5), 12.5);
    }
}
