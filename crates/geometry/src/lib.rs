//! The map of the world: areas, the borders between them, and what lies under a point.
//!
//! `data/map.json` is made by `cargo xtask geometry` and read here. `decode.rs` says how it is written.

mod decode;
pub mod ring;

use decode::Decoder;
use explorer_dataset::ParseError;
use explorer_dataset::parse::{At, Files};
use explorer_dataset::reader::Reader;
use ring::{Bounds, Point, Ring};

/// The name of the file in errors.
const FILE: &str = "map.json";

/// The map that the page carries.
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
    borders: Vec<Border>,
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
    /// Its land, the largest ring first. Empty if it is too small to be seen. Land of others within it
    /// is not cut out.
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
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let mut files = Files { error: None };
        let file = files.record(FILE, text, File::read);
        if let Some(error) = files.error {
            return Err(error);
        }
        let size = |key: &str, text: &str| match text.parse() {
            Ok(size @ 1..=MOST) => Ok(size),
            _ => Err(error(key.to_owned(), "expected a whole number up to 65535")),
        };
        let corner = (size("width", &file.width)?, size("height", &file.height)?);
        let mut decoder = Decoder::new(corner);
        let mut areas: Vec<Area> = Vec::with_capacity(file.areas.len());
        for (index, row) in file.areas.into_iter().enumerate() {
            let refuse = |key: &str, why| error(format!("areas[{index}]{key}"), why);
            let anchor = point(&row.anchor, corner)
                .ok_or_else(|| refuse(".anchor", "expected x,y on the map"))?;
            let land = decoder.area(index, &row.rings).map_err(|why| refuse(".rings", why))?;
            if areas.last().is_some_and(|before| before.size < land.size) {
                return Err(refuse("", "an area is larger than the one before"));
            }
            let bounds =
                land.rings.iter().fold(Bounds::at(anchor), |all, ring| all.around(ring.bounds));
            areas.push(Area {
                id: row.id,
                name: row.name,
                anchor: (f64::from(anchor.0), f64::from(anchor.1)),
                rings: land.rings,
                bounds,
                size: land.size,
            });
        }
        let mut borders = Vec::new();
        for piece in decoder.pieces {
            // A border may be too short to be more than a point, and one within an area is none.
            let second = piece.second.filter(|second| *second != piece.first);
            if let (Some(second), [_, _, ..]) = (second, piece.line.as_slice()) {
                borders.push(Border { areas: (piece.first, second), line: piece.line });
            }
        }
        Ok(Self {
            source: file.source,
            note: file.note,
            width: f64::from(corner.0),
            height: f64::from(corner.1),
            areas,
            borders,
        })
    }

    /// Reads the map that the page carries. A test reads it too, so an error means that the file was
    /// damaged after the build.
    pub fn embedded() -> Result<Self, ParseError> {
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

    /// The position in [`World::areas`] of the area with a code.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.areas.iter().position(|area| !id.is_empty() && area.id == id)
    }
}

/// The largest width or height. Steps within it fit into the digits of a number.
const MOST: i32 = 65_535;

/// The file, before its rings are decoded.
struct File {
    source: String,
    note: String,
    width: String,
    height: String,
    areas: Vec<Row>,
}

impl File {
    fn read(reader: &mut Reader<'_, '_>) -> Self {
        let file = Self {
            source: reader.text("source"),
            note: reader.text("note"),
            width: reader.text("width"),
            height: reader.text("height"),
            areas: reader.list("areas", Row::read),
        };
        // For whoever reads the file; the page has no use for it.
        reader.text("projection");
        file
    }
}

/// An area in the file.
struct Row {
    id: String,
    name: Option<String>,
    anchor: String,
    rings: String,
}

impl Row {
    fn read(reader: &mut Reader<'_, '_>) -> Self {
        Self {
            id: reader.text("id"),
            name: reader.optional_text("name"),
            anchor: reader.text("anchor"),
            rings: reader.text("rings"),
        }
    }
}

/// A point of the map, written `x,y`.
fn point(text: &str, corner: Point) -> Option<Point> {
    let (x, y) = text.split_once(',')?;
    let (x, y) = (x.parse().ok()?, y.parse().ok()?);
    ((0..=corner.0).contains(&x) && (0..=corner.1).contains(&y)).then_some((x, y))
}

fn error(place: String, message: &str) -> ParseError {
    ParseError { file: FILE, at: At::Place(place), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(areas: &str) -> String {
        format!(
            r#"{{"source": "", "note": "", "projection": "", "width": "20", "height": "20",
                "areas": [{areas}]}}"#
        )
    }

    fn problem(areas: &str) -> String {
        World::parse(&text(areas)).map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn an_area_lies_under_a_point_and_an_enclave_wins() -> Result<(), ParseError> {
        let world = World::parse(&text(
            r#"{"id": "AAA", "anchor": "6,6", "rings": "$$!DD!!C"},
               {"id": "", "name": "B", "anchor": "8,8", "rings": "**!00!!/"}, {"id": "CCC", "anchor": "0,0", "rings": ""}"#,
        ))?;
        assert_eq!(world.areas[1].bounds, Bounds { left: 5, top: 5, right: 12, bottom: 12 });
        assert_eq!(world.area_at(2.0, 2.0), Some(0));
        assert_eq!(world.area_at(8.5, 11.5), Some(1));
        assert_eq!(world.area_at(0.5, 0.5), None);
        assert_eq!(world.area_at(f64::NAN, f64::INFINITY), None);
        assert_eq!((world.index_of("CCC"), world.index_of("")), (Some(2), None));
        Ok(())
    }

    #[test]
    fn errors_name_the_place() {
        let row = |anchor: &str, rings: &str| {
            format!(r#"{{"id": "AAA", "anchor": "{anchor}", "rings": "{rings}"}}"#)
        };
        for (areas, place) in [
            (row("6", ""), "map.json: areas[0].anchor: "),
            (row("6,21", ""), "map.json: areas[0].anchor: "),
            (row("-1,2", ""), "map.json: areas[0].anchor: "),
            (row("6,6", "~"), "map.json: areas[0].rings: "),
            (format!("{},{}", row("6,6", ""), row("6,6", ",,!00!!/")), "map.json: areas[1]: "),
            (r#"{"id": "AAA"}"#.to_owned(), "map.json: areas[0]: "),
            ("[".to_owned(), "map.json, line 2, "),
        ] {
            let problem = problem(&areas);
            assert!(problem.starts_with(place), "{problem}");
        }
        let sizes = text("").replace("20", "0");
        let problem = World::parse(&sizes).err().map(|error| error.to_string());
        assert!(problem.is_some_and(|problem| problem.starts_with("map.json: width: ")));
    }
}
