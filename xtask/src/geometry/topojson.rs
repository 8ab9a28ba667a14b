//! Reads the countries of a TopoJSON file as rings of points on the file's own grid.
//!
//! The points stay integers here: neighbours share a border exactly, so it can be found by equality.

use serde_json::Value;

use crate::failure::{Failure, Outcome};

/// A point on the grid of the file.
pub type Point = (i32, i32);

/// The countries of a file, and how its grid lies on the globe.
pub struct Atlas {
    /// Degrees per grid unit, eastward and northward.
    pub scale: (f64, f64),
    /// Longitude and latitude of the grid's origin.
    pub translate: (f64, f64),
    /// Its countries and territories, in the order of the file.
    pub shapes: Vec<Shape>,
}

/// One country or territory.
pub struct Shape {
    /// The three digits of UN M49, where it has any.
    pub m49: Option<String>,
    /// The name that Natural Earth gives it.
    pub name: String,
    /// Its rings without the repeated last point: outer ones counterclockwise as seen from above, with
    /// north up, and holes clockwise.
    pub rings: Vec<Vec<Point>>,
}

impl Atlas {
    /// Reads the object `countries` of a quantized TopoJSON file.
    pub fn read(text: &str) -> Outcome<Self> {
        let file: Value = serde_json::from_str(text).map_err(|error| broken(&error.to_string()))?;
        let arcs: Vec<Vec<Point>> =
            list(&file["arcs"])?.iter().map(read_arc).collect::<Outcome<_>>()?;
        let shapes = list(&file["objects"]["countries"]["geometries"])?
            .iter()
            .map(|geometry| read_shape(geometry, &arcs))
            .collect::<Outcome<_>>()?;
        Ok(Self {
            scale: pair(&file["transform"]["scale"])?,
            translate: pair(&file["transform"]["translate"])?,
            shapes,
        })
    }

    /// Longitude and latitude of a point, in degrees.
    pub fn lon_lat(&self, (x, y): Point) -> (f64, f64) {
        (
            self.translate.0 + self.scale.0 * f64::from(x),
            self.translate.1 + self.scale.1 * f64::from(y),
        )
    }

    /// Grid units in a full turn.
    pub fn turn(&self) -> i32 {
        (360.0 / self.scale.0).round() as i32
    }
}

/// Twice the area of a ring; positive if it is counterclockwise with the second axis upward.
pub fn doubled_area(ring: &[Point]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
        .sum()
}

fn read_arc(arc: &Value) -> Outcome<Vec<Point>> {
    let mut at = (0, 0);
    let step = |position: &Value| {
        let (x, y) = pair(position)?;
        at = (at.0 + x as i32, at.1 + y as i32);
        Ok(at)
    };
    list(arc)?.iter().map(step).collect()
}

fn read_shape(geometry: &Value, arcs: &[Vec<Point>]) -> Outcome<Shape> {
    let polygons = match geometry["type"].as_str() {
        Some("Polygon") => std::slice::from_ref(&geometry["arcs"]),
        Some("MultiPolygon") => list(&geometry["arcs"])?,
        _ => return Err(broken("a country is neither a Polygon nor a MultiPolygon")),
    };
    let mut rings = Vec::new();
    for polygon in polygons {
        for (index, uses) in list(polygon)?.iter().enumerate() {
            let mut ring = read_ring(uses, arcs)?;
            if ring.len() < 3 {
                continue;
            }
            if (doubled_area(&ring) > 0) != (index == 0) {
                ring.reverse();
            }
            rings.push(ring);
        }
    }
    Ok(Shape {
        m49: geometry["id"].as_str().map(str::to_owned),
        name: geometry["properties"]["name"].as_str().unwrap_or_default().to_owned(),
        rings,
    })
}

/// Arcs one after the other; a negative number is the complement of an arc taken backwards.
fn read_ring(uses: &Value, arcs: &[Vec<Point>]) -> Outcome<Vec<Point>> {
    let mut ring: Vec<Point> = Vec::new();
    for number in list(uses)? {
        let number = number.as_i64().ok_or_else(|| broken("the number of an arc is none"))?;
        let backwards = number < 0;
        let index = if backwards { !number } else { number };
        let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
        let mut points =
            arc.ok_or_else(|| broken("a ring names an arc that is not there"))?.clone();
        if backwards {
            points.reverse();
        }
        ring.extend(points);
    }
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Ok(ring)
}

fn list(value: &Value) -> Outcome<&[Value]> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| broken("a list is missing"))
}

fn pair(value: &Value) -> Outcome<(f64, f64)> {
    match (value[0].as_f64(), value[1].as_f64()) {
        (Some(x), Some(y)) => Ok((x, y)),
        _ => Err(broken("a pair of numbers is missing")),
    }
}

fn broken(why: &str) -> Failure {
    Failure::new(format!("The TopoJSON file cannot be used: {why}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_become_rings_of_the_right_direction() -> Outcome<()> {
        let atlas = Atlas::read(
            r#"{"transform": {"scale": [2, 1], "translate": [-180, -90]},
                "arcs": [[[0, 0], [0, 4], [4, 0]], [[0, 0], [4, 0], [0, 4]]],
                "objects": {"countries": {"geometries": [
                    {"type": "Polygon", "id": "004", "properties": {"name": "A"}, "arcs": [[0, -2]]}
                ]}}}"#,
        )?;
        assert_eq!(atlas.shapes[0].rings, [[(4, 0), (4, 4), (0, 4), (0, 0)]]);
        assert_eq!(atlas.lon_lat((4, 1)), (-172.0, -89.0));
        assert_eq!(atlas.turn(), 180);
        Ok(())
    }

    #[test]
    fn a_file_of_another_kind_is_refused() {
        for text in ["", "[]", "{\"arcs\": [[[0]]]}", "{\"arcs\": [], \"objects\": {}}"] {
            assert!(Atlas::read(text).is_err(), "{text}");
        }
    }
}
