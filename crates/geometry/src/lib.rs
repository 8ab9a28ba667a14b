//! The map of the world: areas, the borders between them, and what lies under a point.
//!
//! `data/map.json` is TopoJSON made by `cargo xtask geometry`. A build reads it and packs what the page needs
//! of it, which the page unpacks: neither has the other's code. Its quantized positions are the grid of the
//! map, except that y grows upward there.

mod assemble;
mod error;
pub mod ring;
#[cfg(not(target_arch = "wasm32"))]
mod topojson;
mod topology;

use std::collections::BTreeMap;

use explorer_order::ordered;

use assemble::Arcs;
pub use error::MapError;
use ring::{Bounds, Point, Ring, signed_area};
use topology::Topology;

/// The map in the repository.
#[cfg(not(target_arch = "wasm32"))]
const EMBEDDED: &str = include_str!("../../../data/map.json");

/// The map of the world, in the units of its grid. The origin is the upper left corner, and y grows
/// downward.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// Where the map is from.
    pub source: String,
    /// What must be said of its boundaries.
    pub note: String,
    /// The width of the grid.
    pub width: f64,
    /// The height of the grid.
    pub height: f64,
    /// Countries and territories from the largest to the smallest. A later one may lie within an earlier
    /// one, so they are drawn in this order.
    pub areas: Vec<Area>,
    /// Disputed land, by name.
    pub disputed: Vec<Disputed>,
    borders: Vec<Border>,
}

/// Disputed land: what of some areas lies within an outline, or all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Disputed {
    /// What it is called.
    pub name: String,
    /// Who administers it and who claims it: `administered by Russia, claimed by Ukraine`.
    pub status: String,
    /// The positions of the areas in [`World::areas`].
    pub areas: Vec<usize>,
    /// A coarse outline, which may go on beyond the areas; none if it is all of them.
    pub outline: Option<Ring>,
}

/// A country or territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// ISO 3166-1 alpha-3, or `XKX`; empty for land that no code stands for.
    pub id: String,
    /// What land is called that is no country of the dataset.
    pub name: Option<String>,
    /// Where a circle or a label goes. If there are rings, it is inside the largest of them, and in no
    /// other area.
    pub anchor: (f64, f64),
    /// Its land: the ring around the anchor, then the others from the largest to the smallest. Empty if it
    /// is too small to be seen. Land of others within it is not cut out.
    pub rings: Vec<Ring>,
    /// The rectangle around rings and anchor.
    pub bounds: Bounds,
    /// The area of its rings in square grid units, with land of others within it.
    pub size: f64,
}

/// A line between two areas.
#[derive(Debug, Clone, PartialEq)]
pub struct Border {
    /// The positions of the areas in [`World::areas`].
    pub areas: (usize, usize),
    /// Its points. Around an enclave the last one is the first one.
    pub line: Vec<Point>,
}

impl World {
    /// Reads the text of a map.
    ///
    /// # Errors
    ///
    /// If the text is not TopoJSON with the layers of the map, has positions off the grid, or has rings
    /// that its arcs do not close.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn parse(text: &str) -> Result<Self, MapError> {
        Self::of(topojson::parse(text)?)
    }

    /// Reads a map that [`pack`] has packed.
    ///
    /// # Errors
    ///
    /// If the bytes are not those of a map.
    pub fn unpack(packed: &[u8]) -> Result<Self, MapError> {
        let topology = postcard::from_bytes(packed);
        Self::of(topology.map_err(|error| MapError::new("", error.to_string()))?)
    }

    fn of(topology: Topology) -> Result<Self, MapError> {
        let [x, y] = topology.scale;
        if !(x > 0.0 && (y / x - 1.0).abs() < SQUARE) {
            return Err(MapError::new("transform.scale", "expected a grid of squares"));
        }
        let mut lines = topology.absolute_arcs()?;
        let mut anchors = topology.anchor_points()?;
        let points = || lines.iter().flatten().chain(&anchors);
        let width = points().map(|point| point.0).max().unwrap_or(0);
        let height = points().map(|point| point.1).max().unwrap_or(0);
        if width == 0 || height == 0 {
            return Err(MapError::new("arcs", "expected a map with an extent"));
        }
        for point in lines.iter_mut().flatten().chain(&mut anchors) {
            point.1 = height - point.1;
        }

        let mut places = BTreeMap::new();
        for (index, anchor) in topology.anchors.iter().enumerate() {
            if places.insert(anchor.id.as_str(), index).is_some() {
                let place = format!("objects.anchors.geometries[{index}].id");
                return Err(MapError::new(place, "an area has this identifier already"));
            }
        }
        let mut arcs = Arcs::new(lines);
        let mut rings: Vec<Vec<Ring>> = vec![Vec::new(); anchors.len()];
        for (index, land) in topology.areas.iter().enumerate() {
            let refuse = |why| MapError::new(format!("objects.areas.geometries[{index}]"), why);
            let place =
                *places.get(land.id.as_str()).ok_or_else(|| refuse("the area has no anchor"))?;
            rings[place].extend(arcs.outlines(place, &land.polygons).map_err(refuse)?);
            // Two islands may be as large as each other. The sort is stable.
            let (x, y) = (f64::from(anchors[place].0), f64::from(anchors[place].1));
            let far = |ring: &Ring| !ring.contains(x, y);
            rings[place] = ordered(std::mem::take(&mut rings[place]), &|a, b| far(a).cmp(&far(b)));
        }

        let mut disputed = Vec::with_capacity(topology.disputed.len());
        for (index, row) in topology.disputed.into_iter().enumerate() {
            let refuse =
                |key, why| MapError::new(format!("objects.disputed.geometries[{index}]{key}"), why);
            let places = row.of.iter().map(|id| places.get(id.as_str()).copied());
            let areas: Option<Vec<usize>> = places.collect();
            let areas = areas.ok_or_else(|| refuse(".properties.of", "there is no such area"))?;
            let points = row.outline.map(|ring| arcs.points(&ring)).transpose();
            let points = points.map_err(|why| refuse("", why))?;
            let outline = points.and_then(Ring::of);
            disputed.push(Disputed { name: row.name, status: row.status, areas, outline });
        }

        let rows = topology.anchors.into_iter().zip(anchors).zip(rings);
        let area = |((row, anchor), rings): ((topology::Anchor, Point), Vec<Ring>)| Area {
            id: row.iso3.unwrap_or_default(),
            name: row.name,
            anchor: (f64::from(anchor.0), f64::from(anchor.1)),
            bounds: rings.iter().fold(Bounds::at(anchor), |all, ring| all.around(ring.bounds)),
            size: rings.iter().map(|ring| signed_area(&ring.points)).sum(),
            rings,
        };
        let areas: Vec<(usize, Area)> = rows.map(area).enumerate().collect();
        let areas = ordered(areas, &|a, b| b.1.size.total_cmp(&a.1.size));
        // The position in the sorted list by the position in the file.
        let mut sorted = vec![0; areas.len()];
        for (position, (place, _)) in areas.iter().enumerate() {
            sorted[*place] = position;
        }
        for area in disputed.iter_mut().flat_map(|land| &mut land.areas) {
            *area = sorted[*area];
        }
        let border = |arc: assemble::Arc| match (arc.first, arc.second) {
            // A border may be too short to be more than a point.
            (Some(first), Some(second)) if arc.line.len() > 1 => {
                Some(Border { areas: (sorted[first], sorted[second]), line: arc.line })
            }
            _ => None,
        };
        Ok(Self {
            source: topology.source,
            note: topology.note,
            width: f64::from(width),
            height: f64::from(height),
            borders: arcs.into_inner().into_iter().filter_map(border).collect(),
            areas: areas.into_iter().map(|(_, area)| area).collect(),
            disputed,
        })
    }

    /// Reads the map in the repository, which the page carries packed.
    ///
    /// # Errors
    ///
    /// If the file is damaged.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn embedded() -> Result<Self, MapError> {
        Self::parse(EMBEDDED)
    }

    /// The lines between areas; coasts are not among them.
    pub fn borders(&self) -> &[Border] {
        &self.borders
    }

    /// The position in [`World::areas`] of what lies under a point: of an enclave, not of the area
    /// around it.
    pub fn area_at(&self, x: f64, y: f64) -> Option<usize> {
        self.areas.iter().rposition(|area| {
            area.bounds.contains(x, y) && area.rings.iter().any(|ring| ring.contains(x, y))
        })
    }

    /// The disputed land under a point of an area.
    pub fn disputed_at(&self, area: usize, x: f64, y: f64) -> Option<&Disputed> {
        let under = |land: &&Disputed| {
            land.areas.contains(&area)
                && land.outline.as_ref().is_none_or(|ring| ring.contains(x, y))
        };
        self.disputed.iter().find(under)
    }

    /// The position in [`World::areas`] of the area with a code.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.areas.iter().position(|area| !id.is_empty() && area.id == id)
    }
}

/// The text of a map as the page carries it.
///
/// # Errors
///
/// As for [`World::parse`].
#[cfg(not(target_arch = "wasm32"))]
pub fn pack(text: &str) -> Result<Vec<u8>, MapError> {
    World::parse(text)?;
    let packed = postcard::to_allocvec(&topojson::parse(text)?);
    packed.map_err(|error| MapError::new("", error.to_string()))
}

/// How much the cells of the grid may differ from squares: mapshaper rounds the number of cells up.
const SQUARE: f64 = 0.01;

#[cfg(test)]
mod tests {
    use super::*;

    /// A square A, a smaller square B in it, and C without land, 20 wide and high. B comes first.
    const TEXT: &str = r#"{
        "type": "Topology", "source": "S", "note": "N", "projection": "+proj=eqearth",
        "transform": {"scale": [2, 2.01], "translate": [-20, -20]},
        "arcs": [[[0, 0], [20, 0], [0, 20], [-20, 0], [0, -20]], [[5, 8], [7, 0], [0, 7], [-7, 0], [0, -7]],
            [[15, 15], [5, 0], [0, 5], [-5, -5]]],
        "objects": {
            "frame": {},
            "disputed": {"type": "GeometryCollection", "geometries": [
                {"type": "Polygon", "id": "D", "arcs": [[2]], "properties": {"key": "D", "status": "S", "of": ["AAA"]}},
                {"type": null, "id": "E", "properties": {"key": "E", "status": "S", "of": ["B"]}}
            ]},
            "areas": {"type": "GeometryCollection", "geometries": [
                {"type": "MultiPolygon", "id": "B", "properties": {}, "arcs": [[[1]]]},
                {"type": "Polygon", "id": "AAA", "properties": {}, "arcs": [[0], [-2]]}
            ]},
            "anchors": {"type": "GeometryCollection", "geometries": [
                {"type": "Point", "id": "B", "coordinates": [8, 12], "properties": {"key": "", "iso3": null, "name": "B"}},
                {"type": "Point", "id": "CCC", "coordinates": [0, 20], "properties": {"key": "", "iso3": "CCC", "name": null}},
                {"type": "Point", "id": "AAA", "coordinates": [2, 2], "properties": {"key": "", "iso3": "AAA", "name": null}}
            ]}
        }
    }"#;

    #[test]
    fn an_area_lies_under_a_point_and_an_enclave_wins() -> Result<(), MapError> {
        let world = World::parse(TEXT)?;
        let ids: Vec<&str> = world.areas.iter().map(|area| area.id.as_str()).collect();
        assert_eq!(ids, ["AAA", "", "CCC"], "from the largest to the smallest");
        assert_eq!((world.width, world.height), (20.0, 20.0));
        assert_eq!(world.areas[1].bounds, Bounds { left: 5, top: 5, right: 12, bottom: 12 });
        assert_eq!(world.areas[1].anchor, (8.0, 8.0));
        assert_eq!((world.areas[0].size, world.areas[1].size), (400.0, 49.0));
        assert_eq!(world.area_at(2.0, 2.0), Some(0));
        assert_eq!(world.area_at(8.5, 11.5), Some(1));
        assert_eq!(world.area_at(20.5, 0.5), None);
        assert_eq!(world.area_at(f64::NAN, f64::INFINITY), None);
        assert_eq!((world.index_of("CCC"), world.index_of("")), (Some(2), None));
        let disputed = |x, y| {
            let area = world.area_at(x, y)?;
            world.disputed_at(area, x, y).map(|land| land.name.as_str())
        };
        assert_eq!(disputed(19.5, 4.0), Some("D"));
        assert_eq!(disputed(15.5, 0.5), None);
        assert_eq!(disputed(8.5, 11.5), Some("E"), "all of the area");
        let borders: Vec<_> = world.borders().iter().map(|border| border.areas).collect();
        assert_eq!(borders, [(1, 0)]);
        Ok(())
    }

    #[test]
    fn errors_name_the_place() {
        for (from, to, place) in [
            ("Topology", "FeatureCollection", "map.json: type: "),
            (r#""note": "N","#, "", "map.json: missing field `note`"),
            (r#""note""#, r#""notes""#, "map.json: notes: unknown field"),
            ("[2, 2.01]", "[2, 3]", "map.json: transform.scale: "),
            ("[2, 2.01]", "[0, 0]", "map.json: transform.scale: "),
            ("[0, -20]", "[0, -21]", "map.json: arcs[0][4]: "),
            ("[0, -20]", "[0, -2147483648]", "map.json: arcs[0][4]: "),
            ("[0, -20]", "[0, -99999999999]", "map.json: arcs[0][4][1]: "),
            ("[0, -20]", "[0, -19]", "map.json: objects.areas.geometries[1]: "),
            ("[[0], [-2]]", "[[0], [-4]]", "map.json: objects.areas.geometries[1]: "),
            (r#"["B"]"#, r#"["F"]"#, "map.json: objects.disputed.geometries[1].properties.of: "),
            ("[[2]]", "[[3]]", "map.json: objects.disputed.geometries[0]: "),
            (r#"n", "id": "B""#, r#"n", "id": "D""#, "map.json: objects.areas.geometries[0]: "),
            (r#""id": "CCC""#, r#""id": "B""#, "map.json: objects.anchors.geometries[1].id: "),
            ("[8, 12]", "[8, -12]", "map.json: objects.anchors.geometries[0].coordinates: "),
            ("[8, 12]", "[8]", "map.json: objects.anchors.geometries[0].coordinates: "),
            ("{", "", "map.json: "),
        ] {
            assert!(TEXT.contains(from), "{from}");
            let problem = World::parse(&TEXT.replacen(from, to, 1));
            let problem = problem.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(problem.starts_with(place), "{from} → {to}: {problem}");
        }
        assert!(World::parse(&format!("{TEXT}]")).is_err() && World::parse("").is_err());
    }
}
