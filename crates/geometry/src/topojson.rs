//! The parts of a TopoJSON file that the map has, as <https://github.com/topojson/topojson-specification>
//! describes them.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::MapError;
use crate::topology::{self, Polygon, Topology};

/// A file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Tells a topology from other GeoJSON-like files.
    #[serde(rename = "type")]
    _type: TopologyType,
    /// Where the shapes are from. It is not a part of the format, which allows further members.
    source: String,
    /// What must be said of the boundaries.
    note: String,
    /// The projection as a PROJ string, for map tools.
    #[serde(rename = "projection")]
    _projection: IgnoredAny,
    /// How quantized positions become metres of the projection.
    transform: Transform,
    /// Lines that areas are made of. The first position of each is absolute, any other one is relative to
    /// the one before it.
    arcs: Vec<Vec<[i32; 2]>>,
    /// The layers.
    objects: Objects,
}

#[derive(Deserialize)]
enum TopologyType {
    Topology,
}

/// A position in metres is `scale` times the quantized one plus `translate`, for x and y.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Transform {
    /// Metres per step of the grid.
    scale: [f64; 2],
    /// The position of the lower left corner of the grid in metres.
    #[serde(rename = "translate")]
    _translate: [f64; 2],
}

/// The layers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Objects {
    /// Land. An area that is too small for the grid is not in it.
    areas: Layer<Land>,
    /// A point in each area, where a circle or a label goes.
    anchors: Layer<Anchor>,
    /// Disputed land.
    disputed: Layer<Disputed>,
    /// A rectangle around all land, with what is too small to be kept. Its arc makes the grid as large.
    #[serde(rename = "frame")]
    _frame: IgnoredAny,
}

/// A geometry collection.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Layer<T> {
    #[serde(rename = "type")]
    _type: LayerType,
    /// Its geometries.
    geometries: Vec<T>,
}

#[derive(Deserialize)]
enum LayerType {
    GeometryCollection,
}

/// The land of an area.
#[derive(Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
enum Land {
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

impl From<Land> for topology::Land {
    fn from(land: Land) -> Self {
        match land {
            Land::Polygon { id, arcs, .. } => Self { id, polygons: vec![arcs] },
            Land::MultiPolygon { id, arcs, .. } => Self { id, polygons: arcs },
        }
    }
}

/// The anchor of an area.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Anchor {
    #[serde(rename = "type")]
    _type: AnchorType,
    /// The identifier of the area: its ISO code, or its name if it has none.
    id: String,
    /// The quantized position.
    coordinates: [i32; 2],
    /// What is known of the area.
    properties: Properties,
}

#[derive(Deserialize)]
enum AnchorType {
    Point,
}

/// What is known of an area.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Properties {
    /// The identifier again: mapshaper makes it of this property.
    #[serde(rename = "key")]
    _key: IgnoredAny,
    /// ISO 3166-1 alpha-3, or `XKX`.
    iso3: Option<String>,
    /// What land is called that is no country of the dataset.
    name: Option<String>,
}

impl From<Anchor> for topology::Anchor {
    fn from(anchor: Anchor) -> Self {
        let Properties { iso3, name, .. } = anchor.properties;
        Self { id: anchor.id, position: anchor.coordinates, iso3, name }
    }
}

/// Disputed land, in one piece. What is an area of its own has a null geometry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Disputed {
    #[serde(rename = "type")]
    _type: Option<DisputedType>,
    /// The name again: mapshaper makes it of this property.
    #[serde(rename = "id")]
    _id: IgnoredAny,
    /// Its outline. A hole would be left out.
    #[serde(default)]
    arcs: Polygon,
    /// What is known of it.
    properties: DisputedProperties,
}

#[derive(Deserialize)]
enum DisputedType {
    Polygon,
}

/// What is known of disputed land.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisputedProperties {
    /// What it is called.
    key: String,
    /// Who administers it and who claims it.
    status: String,
    /// The identifiers of the areas that it is of.
    of: Vec<String>,
}

impl From<Disputed> for topology::Disputed {
    fn from(disputed: Disputed) -> Self {
        let DisputedProperties { key, status, of } = disputed.properties;
        Self { name: key, status, of, outline: disputed.arcs.into_iter().next() }
    }
}

impl From<File> for Topology {
    fn from(file: File) -> Self {
        let Objects { areas, anchors, disputed, .. } = file.objects;
        Self {
            source: file.source,
            note: file.note,
            scale: file.transform.scale,
            arcs: file.arcs,
            areas: areas.geometries.into_iter().map(Into::into).collect(),
            anchors: anchors.geometries.into_iter().map(Into::into).collect(),
            disputed: disputed.geometries.into_iter().map(Into::into).collect(),
        }
    }
}

/// Reads the text of a file.
pub fn parse(text: &str) -> Result<Topology, MapError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let file: File = serde_path_to_error::deserialize(&mut json)?;
    json.end().map_err(|error| MapError::new("", error.to_string()))?;
    Ok(file.into())
}
