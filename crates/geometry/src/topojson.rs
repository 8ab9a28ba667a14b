//! The parts of a TopoJSON file that the map has, as <https://github.com/topojson/topojson-specification>
//! describes them.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::MapError;
use crate::ring::Point;

/// The largest x or y of a quantized position. Within it no product of two coordinates overflows an `i64`.
const LARGEST: i32 = 65_535;

/// A quantized topology.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topology {
    /// Tells a topology from other GeoJSON-like files.
    #[serde(rename = "type")]
    _type: TopologyType,
    /// Where the shapes are from. It is not a part of the format, which allows further members.
    pub source: String,
    /// What must be said of the boundaries.
    pub note: String,
    /// The projection as a PROJ string, for map tools.
    #[serde(rename = "projection")]
    _projection: IgnoredAny,
    /// How quantized positions become metres of the projection.
    pub transform: Transform,
    /// Lines that areas are made of. The first position of each is absolute, any other one is relative to
    /// the one before it.
    arcs: Vec<Vec<[i32; 2]>>,
    /// The layers.
    pub objects: Objects,
}

#[derive(Deserialize)]
enum TopologyType {
    Topology,
}

/// A position in metres is `scale` times the quantized one plus `translate`, for x and y.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transform {
    /// Metres per step of the grid.
    pub scale: [f64; 2],
    /// The position of the lower left corner of the grid in metres.
    #[serde(rename = "translate")]
    _translate: [f64; 2],
}

/// The layers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objects {
    /// Land. An area that is too small for the grid is not in it.
    pub areas: Layer<Land>,
    /// A point in each area, where a circle or a label goes.
    pub anchors: Layer<Anchor>,
    /// A rectangle around all land, with what is too small to be kept. Its arc makes the grid as large.
    #[serde(rename = "frame")]
    _frame: IgnoredAny,
}

/// A geometry collection.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer<T> {
    #[serde(rename = "type")]
    _type: LayerType,
    /// Its geometries.
    pub geometries: Vec<T>,
}

#[derive(Deserialize)]
enum LayerType {
    GeometryCollection,
}

/// The rings of a polygon, the outer one first. A ring is a sequence of arcs by their positions in the list;
/// the bitwise complement of a position is the arc in the other direction.
pub type Polygon = Vec<Vec<i32>>;

/// The land of an area.
#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
pub enum Land {
    /// In one piece.
    Polygon {
        /// The identifier, which the area's anchor has too.
        id: String,
        /// The same as those of the anchor, for map tools.
        #[serde(rename = "properties")]
        _properties: IgnoredAny,
        /// The piece.
        arcs: Polygon,
    },
    /// In several pieces.
    MultiPolygon {
        /// The identifier, which the area's anchor has too.
        id: String,
        /// The same as those of the anchor, for map tools.
        #[serde(rename = "properties")]
        _properties: IgnoredAny,
        /// The pieces.
        arcs: Vec<Polygon>,
    },
}

impl Land {
    /// The identifier and the polygons.
    pub fn parts(&self) -> (&str, &[Polygon]) {
        match self {
            Self::Polygon { id, arcs, .. } => (id, std::slice::from_ref(arcs)),
            Self::MultiPolygon { id, arcs, .. } => (id, arcs),
        }
    }
}

/// The anchor of an area.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    #[serde(rename = "type")]
    _type: AnchorType,
    /// The identifier of the area: its ISO code, or its name if it has none.
    pub id: String,
    /// The quantized position.
    pub coordinates: [i32; 2],
    /// What is known of the area.
    pub properties: Properties,
}

#[derive(Deserialize)]
enum AnchorType {
    Point,
}

/// What is known of an area.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Properties {
    /// The identifier again: mapshaper makes it of this property.
    #[serde(rename = "key")]
    _key: IgnoredAny,
    /// ISO 3166-1 alpha-3, or `XKX`.
    pub iso3: Option<String>,
    /// What land is called that is no country of the dataset.
    pub name: Option<String>,
}

impl Topology {
    /// Reads the text of a file.
    pub fn parse(text: &str) -> Result<Self, MapError> {
        serde_json::from_str(text).map_err(|error| explain(text, &error))
    }

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
            let [x, y] = anchor.coordinates;
            let place = || format!("objects.anchors.geometries[{index}].coordinates");
            sum(0, x).zip(sum(0, y)).ok_or_else(|| off_the_grid(place()))
        };
        self.objects.anchors.geometries.iter().enumerate().map(point).collect()
    }
}

/// The sum of a coordinate and a step, if it lies on the grid.
fn sum(coordinate: i32, step: i32) -> Option<i32> {
    coordinate.checked_add(step).filter(|sum| (0..=LARGEST).contains(sum))
}

fn off_the_grid(place: String) -> MapError {
    MapError::new(place, format!("expected a position from 0 to {LARGEST} in x and y"))
}

/// Says where the error of a text is. Reads it again, because keeping the path is more code than the
/// reading itself.
#[cfg(not(target_arch = "wasm32"))]
fn explain(text: &str, error: &serde_json::Error) -> MapError {
    let mut json = serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, Topology>(&mut json) {
        Err(error) => MapError::from(error),
        // It is behind the map.
        Ok(_) => MapError::new("", error.to_string()),
    }
}

/// Says where the error of a text is: by line and column alone.
#[cfg(target_arch = "wasm32")]
fn explain(_text: &str, error: &serde_json::Error) -> MapError {
    MapError::new("", error.to_string())
}
