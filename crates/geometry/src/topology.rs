//! What the map is made of: the parts of a topology that the page needs.

use serde::{Deserialize, Serialize};

use crate::MapError;
use crate::ring::Point;

/// The largest x or y of a quantized position. Within it no product of two coordinates overflows an `i64`.
const LARGEST: i32 = 65_535;

/// A quantized topology.
#[derive(Serialize, Deserialize)]
pub struct Topology {
    /// Where the shapes are from.
    pub source: String,
    /// What must be said of the boundaries.
    pub note: String,
    /// Metres per step of the grid.
    pub scale: [f64; 2],
    /// Lines that areas are made of. The first position of each is absolute, any other one is relative to
    /// the one before it.
    pub arcs: Vec<Vec<[i32; 2]>>,
    /// Land. An area that is too small for the grid is not in it.
    pub areas: Vec<Land>,
    /// A point in each area, where a circle or a label goes.
    pub anchors: Vec<Anchor>,
    /// Disputed land.
    pub disputed: Vec<Disputed>,
}

/// The rings of a polygon, the outer one first. A ring is a sequence of arcs by their positions in the list;
/// the bitwise complement of a position is the arc in the other direction.
pub type Polygon = Vec<Vec<i32>>;

/// The land of an area.
#[derive(Serialize, Deserialize)]
pub struct Land {
    /// The identifier, which the area's anchor has too.
    pub id: String,
    /// Its pieces.
    pub polygons: Vec<Polygon>,
}

/// The anchor of an area.
#[derive(Serialize, Deserialize)]
pub struct Anchor {
    /// The identifier of the area: its ISO code, or its name if it has none.
    pub id: String,
    /// The quantized position.
    pub position: [i32; 2],
    /// ISO 3166-1 alpha-3, or `XKX`.
    pub iso3: Option<String>,
    /// What land is called that is no country of the dataset.
    pub name: Option<String>,
}

/// Disputed land: what of some areas lies within an outline, or all of them.
#[derive(Serialize, Deserialize)]
pub struct Disputed {
    /// What it is called.
    pub name: String,
    /// Who administers it and who claims it.
    pub status: String,
    /// The identifiers of the areas.
    pub of: Vec<String>,
    /// The outline, which may go on beyond the areas; none if it is all of them.
    pub outline: Option<Vec<i32>>,
}

impl Topology {
    /// The arcs with absolute positions, each other than the one before it.
    pub fn absolute_arcs(&self) -> Result<Vec<Vec<Point>>, MapError> {
        let absolute = |(index, arc): (usize, &Vec<[i32; 2]>)| {
            let mut at = (0, 0);
            let mut line: Vec<Point> = Vec::with_capacity(arc.len());
            for (step, [x, y]) in arc.iter().enumerate() {
                at = sum(at.0, *x)
                    .zip(sum(at.1, *y))
                    .ok_or_else(|| off_the_grid(format!("arcs[{index}][{step}]")))?;
                if line.last() != Some(&at) {
                    line.push(at);
                }
            }
            Ok(line)
        };
        self.arcs.iter().enumerate().map(absolute).collect()
    }

    /// The positions of the anchors.
    pub fn anchor_points(&self) -> Result<Vec<Point>, MapError> {
        let point = |(index, anchor): (usize, &Anchor)| {
            let [x, y] = anchor.position;
            let place = || format!("objects.anchors.geometries[{index}].coordinates");
            sum(0, x).zip(sum(0, y)).ok_or_else(|| off_the_grid(place()))
        };
        self.anchors.iter().enumerate().map(point).collect()
    }
}

/// The sum of a coordinate and a step, if it lies on the grid.
fn sum(coordinate: i32, step: i32) -> Option<i32> {
    coordinate.checked_add(step).filter(|sum| (0..=LARGEST).contains(sum))
}

fn off_the_grid(place: String) -> MapError {
    MapError::new(place, format!("expected a position from 0 to {LARGEST} in x and y"))
}
