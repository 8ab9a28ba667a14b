//! `cargo xtask geometry`: makes `data/map.json` anew from Natural Earth.
//!
//! The file is in the repository, so neither a build nor a test needs this. The same atlas gives the
//! same file to the byte.

mod anchor;
mod antimeridian;
mod encode;
mod equal_earth;
mod grid;
mod names;
mod simplify;
mod topojson;
mod topology;

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::setup::{self, Need, WorldAtlas};
use encode::Area;
use grid::Grid;
use names::Codes;
use topojson::{Atlas, Point, doubled_area};
use topology::{Arc, Topology, Use};

/// The meridian in the middle of the map: the Pacific is in one piece, China near the middle. The cut
/// is opposite, in the Atlantic.
const CENTRAL: f64 = 150.0;

/// Width of the map in grid units.
const WIDTH: i32 = 2400;

/// The area in square grid units below which a point is left out of its line.
const TOLERANCE: f64 = 3.0;

/// The area in square grid units below which an island is left out, unless it is the largest of its state.
const SMALLEST_ISLAND: f64 = 2.0;

/// How much more is left out in the far north and south. The fjords and skerries there would cost another
/// kilobyte, and hardly anybody zooms in on them here.
const REMOTE: f64 = 3.5;

/// What the file says of itself.
const NOTE: &str = "Boundaries are Natural Earth's, which shows who holds the land, simplified for a small map. \
They are no statement about whose it is.";

/// Fetches the atlas if it is missing, and writes the map.
pub fn geometry(repository: &Repository) -> Outcome<()> {
    setup::set_up(repository, &[Need::WorldAtlas])?;
    let atlas = read(&WorldAtlas::new(repository).countries())?;
    let codes = Codes::read(&read(&repository.data("countries.json"))?)?;
    let map = map(Atlas::read(&atlas)?, &codes)?;
    let path = repository.data("map.json");
    fs::write(&path, &map)
        .map_err(|error| Failure::io(format_args!("write {}", path.display()), &error))?;
    println!("{}: {} bytes.", path.display(), map.len());
    Ok(())
}

fn read(path: &std::path::Path) -> Outcome<String> {
    fs::read_to_string(path)
        .map_err(|error| Failure::io(format_args!("read {}", path.display()), &error))
}

/// The text of the map.
fn map(mut atlas: Atlas, codes: &Codes) -> Outcome<String> {
    atlas.shapes.retain(|shape| !names::is_left_out(shape));
    antimeridian::move_cut(&mut atlas, CENTRAL)?;
    let grid = Grid::around(&atlas, CENTRAL, WIDTH);
    let mut topology = Topology::of(atlas.shapes.iter().map(|shape| &shape.rings[..]));
    for arc in &mut topology.arcs {
        for point in &mut arc.points {
            *point = grid.point(atlas.lon_lat(*point));
        }
        arc.points.dedup();
    }
    drop_small(&mut topology);
    let remoteness = remoteness(&grid);
    simplify::simplify(&mut topology.arcs, |point| TOLERANCE * remoteness(point));

    let mut areas = Vec::new();
    for (shape, rings) in atlas.shapes.iter().zip(topology.shapes) {
        let id = codes.of(shape)?;
        let whole = shape.rings.iter().max_by_key(|ring| doubled_area(ring));
        let middle = whole.map_or((0, 0), |ring| grid.point(atlas.lon_lat(middle(ring))));
        // Countries have their names in the dataset, and so has China.
        let is_known = id == "CHN" || codes.countries().contains(&id);
        let name = (!is_known).then(|| shape.name.clone());
        // Some states are several shapes of the atlas.
        match areas.iter_mut().find(|area: &&mut Area| !id.is_empty() && area.id == id) {
            Some(area) => area.rings.extend(rings),
            None => areas.push(Area { id, name, anchor: middle, rings }),
        }
    }
    for (id, position) in names::ABSENT {
        areas.push(Area {
            id: id.to_owned(),
            name: None,
            anchor: grid.point(position),
            rings: Vec::new(),
        });
    }
    if let Some(missing) =
        codes.countries().iter().find(|iso3| !areas.iter().any(|area| area.id == **iso3))
    {
        return Err(Failure::new(format!("The atlas lacks {missing}: add it to `ABSENT`.")));
    }
    arrange(&mut areas, &topology.arcs);

    let head = [
        ("source", format!("Natural Earth 1:50m by way of {}", WorldAtlas::LABEL)),
        ("note", NOTE.to_owned()),
        ("projection", format!("Equal Earth, {}", grid.placement())),
        ("width", grid.width.to_string()),
        ("height", grid.height.to_string()),
    ];
    encode::map(&head, &topology.arcs, &areas)
}

/// How much more may be left out at a point of the grid.
fn remoteness(grid: &Grid) -> impl Fn(Point) -> f64 {
    let (north, south) = (grid.point((CENTRAL, 62.0)).1, grid.point((CENTRAL, -42.0)).1);
    move |(_, y)| if y < north || y > south { REMOTE } else { 1.0 }
}

/// A point in the middle of a ring that may be too small to have one inside.
fn middle(ring: &[Point]) -> Point {
    let count = i64::try_from(ring.len()).unwrap_or(1).max(1);
    let sum = ring.iter().fold((0, 0), |sum, p| (sum.0 + i64::from(p.0), sum.1 + i64::from(p.1)));
    ((sum.0 / count) as i32, (sum.1 / count) as i32)
}

/// Leaves out islands that nobody would see, and enclaves with the holes for them, except the largest
/// ring of each shape. The enclaves of a state that has other land are small, and some of them belong to
/// a larger state than the one around them, below which they would be drawn.
fn drop_small(topology: &mut Topology) {
    let arcs = &topology.arcs;
    let mut uses = vec![0; arcs.len()];
    for one in topology.shapes.iter().flatten().flatten() {
        uses[one.arc] += 1;
    }
    let size = |ring: &[Use]| doubled_area(&encode::points(ring, arcs)).abs();
    let largest = |rings: &Vec<Vec<Use>>| rings.iter().max_by_key(|ring| size(ring)).cloned();
    let kept: Vec<usize> =
        topology.shapes.iter().filter_map(largest).flatten().map(|one| one.arc).collect();
    for rings in &mut topology.shapes {
        rings.retain(|ring| match ring.as_slice() {
            [one] if arcs[one.arc].is_loop && !kept.contains(&one.arc) => {
                uses[one.arc] == 1 && size(ring) as f64 >= 2.0 * SMALLEST_ISLAND
            }
            _ => true,
        });
    }
}

/// Finds the anchors, drops what has collapsed, and puts the areas in the order in which they are drawn.
fn arrange(areas: &mut [Area], arcs: &[Arc]) {
    // Counterclockwise as seen is negative where y grows downward.
    let size = |ring: &[Use]| -doubled_area(&encode::points(ring, arcs));
    for area in areas.iter_mut() {
        area.rings.retain(|ring| size(ring) != 0);
        area.rings.sort_by_key(|ring| std::cmp::Reverse(size(ring)));
    }
    let total = |area: &Area| -> i64 { area.rings.iter().map(|ring| size(ring).max(0)).sum() };
    areas.sort_by_cached_key(|area| {
        (std::cmp::Reverse(total(area)), area.id.clone(), area.name.clone())
    });
    let shapes: Vec<Vec<Vec<Point>>> = areas
        .iter()
        .map(|area| area.rings.iter().map(|ring| encode::points(ring, arcs)).collect())
        .collect();
    for (index, area) in areas.iter_mut().enumerate() {
        let Some(largest) = shapes[index].first() else { continue };
        let within = |ring: &&Vec<Point>| ring.iter().any(|p| anchor::is_inside(*p, largest));
        let others: Vec<&[Point]> = shapes[index + 1..]
            .iter()
            .flat_map(|rings| rings.iter().filter(within).map(Vec::as_slice))
            .collect();
        match anchor::anchor(largest, &others) {
            Some(point) => area.anchor = point,
            None => area.rings.clear(),
        }
    }
    // What has lost its rings just now belongs behind those that have some.
    areas.sort_by_key(|area| area.rings.is_empty());
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Two neighbours, an islet of the first, and Antarctica.
    const ATLAS: &str = r#"{
        "transform": {"scale": [0.1, 0.1], "translate": [-180, -90]},
        "arcs": [
            [[1000, 900], [0, 100]],
            [[1000, 1000], [-100, 0], [0, -100], [100, 0]],
            [[1000, 900], [100, 0], [0, 100], [-100, 0]],
            [[800, 900], [1, 0], [0, 1], [-1, -1]],
            [[1000, 100], [100, 0], [0, 100], [-100, -100]]
        ],
        "objects": {"countries": {"geometries": [
            {"type": "MultiPolygon", "id": "156", "properties": {"name": "China"},
             "arcs": [[[0, 1]], [[3]]]},
            {"type": "Polygon", "properties": {"name": "Somaliland"}, "arcs": [[2, -1]]},
            {"type": "Polygon", "id": "010", "properties": {"name": "Antarctica"}, "arcs": [[4]]}
        ]}}
    }"#;

    #[test]
    fn an_atlas_becomes_a_map_and_always_the_same() -> Outcome<()> {
        let codes = Codes::read("[{\"iso3\": \"TUV\", \"m49\": \"798\"}]")?;
        let text = map(Atlas::read(ATLAS)?, &codes)?;
        assert_eq!(text, map(Atlas::read(ATLAS)?, &codes)?);
        let map: Value =
            serde_json::from_str(&text).map_err(|error| Failure::new(error.to_string()))?;
        let field = |index: usize, key: &str| map["areas"][index][key].as_str().unwrap_or("-");
        assert_eq!([0, 1, 2].map(|index| field(index, "id")).concat().len(), 6);
        assert_eq!((field(2, "id"), field(2, "rings")), ("TUV", ""));
        // The islet is a ring of its own, and the border is written once.
        assert_eq!(text.matches('|').count(), 1);
        assert_eq!(text.matches('~').count(), 1);
        let lacking = Codes::read("[{\"iso3\": \"VNM\", \"m49\": \"704\"}]")?;
        assert!(super::map(Atlas::read(ATLAS)?, &lacking).is_err());
        Ok(())
    }
}
