//! The integer grid of the map: the origin is the upper left corner, and y grows downward.

use super::equal_earth;
use super::topojson::{Atlas, Point};

/// How the projected globe lies on the grid.
pub struct Grid {
    /// Width in grid units.
    pub width: i32,
    /// Height in grid units.
    pub height: i32,
    central: f64,
    left: f64,
    top: f64,
    unit: f64,
}

impl Grid {
    /// The grid of a given width around all that is on the map.
    pub fn around(atlas: &Atlas, central: f64, width: i32) -> Self {
        let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut bottom, mut top) = (f64::INFINITY, f64::NEG_INFINITY);
        for point in atlas.shapes.iter().flat_map(|shape| &shape.rings).flatten() {
            let (lon, lat) = atlas.lon_lat(*point);
            let (x, y) = equal_earth::project(lon, lat, central);
            (left, right) = (left.min(x), right.max(x));
            (bottom, top) = (bottom.min(y), top.max(y));
        }
        let unit = (right - left) / f64::from(width);
        let height = ((top - bottom) / unit).ceil() as i32;
        Self { width, height, central, left, top, unit }
    }

    /// The point of the grid that is nearest to a longitude and latitude in degrees.
    pub fn point(&self, (lon, lat): (f64, f64)) -> Point {
        let (x, y) = equal_earth::project(lon, lat, self.central);
        (((x - self.left) / self.unit).round() as i32, ((self.top - y) / self.unit).round() as i32)
    }

    /// What turns longitude and latitude into grid units, in words for the file.
    pub fn placement(&self) -> String {
        format!(
            "central meridian {}°; x = {:.3} + {:.3} X, y = {:.3} - {:.3} Y",
            self.central,
            -self.left / self.unit,
            1.0 / self.unit,
            self.top / self.unit,
            1.0 / self.unit,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::topojson::Shape;
    use super::*;

    #[test]
    fn what_is_on_the_map_fills_it() {
        let rings = vec![vec![(0, 0), (120, 0), (60, 50)]];
        let shapes = vec![Shape { m49: None, name: String::new(), rings }];
        let atlas = Atlas { scale: (1.0, 1.0), translate: (-60.0, 0.0), shapes };
        let grid = Grid::around(&atlas, 0.0, 1000);
        assert_eq!(grid.point((-60.0, 0.0)).0, 0);
        assert_eq!(grid.point((60.0, 0.0)), (1000, grid.height));
        assert_eq!(grid.point((0.0, 50.0)), (500, 0));
    }
}
