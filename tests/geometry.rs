//! The map of the world as the page carries it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, Instant};

use explorer_embedded::{MAP, embedded};
use explorer_geometry::World;
use proptest::prelude::*;
use serde_json::Value;

/// The most that the map may cost the first load, in bytes after brotli.
const BUDGET: usize = 17_000;

const TEXT: &str = include_str!("../data/map.json");

fn world() -> World {
    World::embedded().unwrap()
}

/// Longitude and latitude on the grid, by Equal Earth and what the file says of its placement.
struct Projection {
    /// The central meridian in degrees.
    central: f64,
    /// The radius of the Earth in metres.
    radius: f64,
    /// Metres per step of the grid.
    scale: [f64; 2],
    /// The lower left corner of the grid in metres.
    translate: [f64; 2],
    /// The height of the grid.
    height: f64,
}

impl Projection {
    fn of_the_file() -> Self {
        let file: Value = serde_json::from_str(TEXT).unwrap();
        let projection = file["projection"].as_str().unwrap();
        let parameter = |name: &str| {
            let of = |word: &str| word.strip_prefix(name)?.strip_prefix('=')?.parse().ok();
            projection.split(['+', ' ']).find_map(of).unwrap()
        };
        let pair = |key: &str| [0, 1].map(|axis| file["transform"][key][axis].as_f64().unwrap());
        assert!(projection.starts_with("+proj=eqearth "));
        Self {
            central: parameter("lon_0"),
            radius: parameter("R"),
            scale: pair("scale"),
            translate: pair("translate"),
            height: world().height,
        }
    }

    fn at(&self, lon: f64, lat: f64) -> (f64, f64) {
        // The map is cut in the Atlantic; what is west of it is in the far east.
        let lon = if lon < self.central - 180.0 { lon + 360.0 } else { lon };
        const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
        let root = 3f64.sqrt();
        let t = (root / 2.0 * lat.to_radians().sin()).asin();
        let y = A[0] * t + A[1] * t.powi(3) + A[2] * t.powi(7) + A[3] * t.powi(9);
        let d = A[0] + 3.0 * A[1] * t.powi(2) + 7.0 * A[2] * t.powi(6) + 9.0 * A[3] * t.powi(8);
        let x = 2.0 * root * (lon - self.central).to_radians() * t.cos() / (3.0 * d);
        let on_grid = |metres: f64, axis: usize| (metres - self.translate[axis]) / self.scale[axis];
        (on_grid(self.radius * x, 0), self.height - on_grid(self.radius * y, 1))
    }
}

fn id_at(world: &World, lon: f64, lat: f64) -> Option<&str> {
    let (x, y) = Projection::of_the_file().at(lon, lat);
    world.area_at(x, y).map(|index| &*world.areas[index].id)
}

#[test]
fn every_country_is_on_the_map() {
    let world = world();
    for country in embedded().unwrap().countries {
        assert!(world.index_of(&country.iso3).is_some(), "{}", country.iso3);
    }
    for id in ["CHN", "TWN", "HKG", "MAC", "XKX", "GRL", "PRI", "NCL", "PYF", "ESH", "FLK"] {
        assert!(world.index_of(id).is_some(), "{id}");
    }
}

#[test]
fn codes_are_unique_and_what_is_no_country_has_a_name() {
    let world = world();
    let dataset = embedded().unwrap();
    for (index, area) in world.areas.iter().enumerate() {
        let is_known = area.id == "CHN" || dataset.country(&area.id).is_some();
        assert_eq!(is_known, area.name.is_none(), "{area:?}");
        assert!(area.id.is_empty() || world.index_of(&area.id) == Some(index), "{}", area.id);
    }
    let named = |name: &str| world.areas.iter().any(|area| area.name.as_deref() == Some(name));
    assert!(
        ["Northern Cyprus", "Somaliland", "Siachen Glacier", "Greenland"]
            .iter()
            .all(|name| named(name))
    );
}

#[test]
fn an_anchor_is_in_the_largest_ring_and_under_it_is_its_area() {
    let world = world();
    for (index, area) in world.areas.iter().enumerate() {
        let (x, y) = area.anchor;
        assert!((0.0..=world.width).contains(&x) && (0.0..=world.height).contains(&y));
        assert!(area.bounds.contains(x, y), "{}", area.id);
        if let Some(largest) = area.rings.first() {
            assert!(largest.contains(x, y), "{}", area.id);
            assert_eq!(world.area_at(x, y), Some(index), "{}", area.id);
        } else {
            assert_eq!(area.size, 0.0);
        }
    }
}

#[test]
fn an_anchor_without_land_is_where_the_state_is() {
    let world = world();
    let projection = Projection::of_the_file();
    for (id, lon, lat) in [("TUV", 179.2, -8.5), ("MCO", 7.4, 43.7), ("VAT", 12.45, 41.9)] {
        let (x, y) = projection.at(lon, lat);
        let (ax, ay) = world.areas[world.index_of(id).unwrap()].anchor;
        assert!((x - ax).hypot(y - ay) < 10.0, "{id}");
    }
}

#[test]
fn crimea_is_a_part_of_ukraine_and_the_note_says_so() {
    let world = world();
    // Simferopol, Sevastopol's hinterland, the isthmus; Krasnodar and Rostov across the strait.
    for (lon, lat, id) in [
        (34.1, 45.1, "UKR"),
        (34.0, 45.6, "UKR"),
        (33.6, 46.4, "UKR"),
        (39.0, 45.0, "RUS"),
        (40.0, 47.3, "RUS"),
    ] {
        assert_eq!(id_at(&world, lon, lat), Some(id), "{lon} {lat}");
    }
    // No line is drawn across the isthmus.
    let [ukraine, russia] = ["UKR", "RUS"].map(|id| world.index_of(id).unwrap());
    let crimea = Projection::of_the_file().at(34.0, 45.5);
    let near =
        |&(x, y): &(i32, i32)| (f64::from(x) - crimea.0).hypot(f64::from(y) - crimea.1) < 12.0;
    let between = |areas: (usize, usize)| areas == (ukraine, russia) || areas == (russia, ukraine);
    let borders = world.borders().iter().filter(|border| between(border.areas));
    assert_eq!(borders.filter(|border| border.line.iter().any(near)).count(), 0);
    assert!(world.note.contains("68/262") && world.note.contains("no position on sovereignty"));
}

#[test]
fn disputed_land_has_a_name_and_lies_in_its_areas() {
    let world = world();
    assert!(world.disputed.is_sorted_by(|a, b| a.name < b.name), "by name, each once");
    for land in &world.disputed {
        assert!(land.name.is_ascii() && land.name.len() > 4, "{}", land.name);
        assert!(land.status.contains("claimed by "), "{}: {}", land.name, land.status);
        assert!(!land.areas.is_empty(), "{}", land.name);
        let bounds = land.outline.as_ref().map_or(world.areas[land.areas[0]].bounds, |o| o.bounds);
        let frame = (world.width as i32, world.height as i32);
        assert!(bounds.left >= 0 && bounds.top >= 0, "{}", land.name);
        assert!(bounds.right <= frame.0 && bounds.bottom <= frame.1, "{}", land.name);
        // Of every area some land is in it.
        for area in &land.areas {
            let points = (bounds.left * 4..bounds.right * 4).flat_map(|x| {
                let at = move |y| (f64::from(x) / 4.0 + 0.1, f64::from(y) / 4.0 + 0.1);
                (bounds.top * 4..bounds.bottom * 4).map(at)
            });
            let is_in = |&(x, y): &(f64, f64)| {
                world.area_at(x, y) == Some(*area)
                    && world.disputed_at(*area, x, y).is_some_and(|at| at.name == land.name)
            };
            assert!(points.filter(is_in).count() > 16, "{} is too small", land.name);
        }
    }
}

#[test]
fn disputed_land_is_where_it_is() {
    let world = world();
    let projection = Projection::of_the_file();
    let at = |lon: f64, lat: f64| {
        let (x, y) = projection.at(lon, lat);
        let area = world.area_at(x, y)?;
        world.disputed_at(area, x, y).map(|land| land.name.as_str())
    };
    for (place, lon, lat, name) in [
        ("Simferopol", 34.1, 45.0, Some("Crimea")),
        ("Kherson's hinterland", 33.0, 46.8, None),
        ("Srinagar", 74.8, 34.1, Some("Jammu and Kashmir")),
        ("Leh", 77.6, 34.2, Some("Jammu and Kashmir")),
        ("Amritsar", 74.9, 31.6, None),
        ("Shimla", 77.2, 31.1, None),
        ("Gilgit", 74.3, 35.9, Some("Gilgit-Baltistan and Azad Kashmir")),
        ("Islamabad", 73.0, 33.6, None),
        ("the plain of Aksai Chin", 79.5, 35.0, Some("Aksai Chin")),
        ("Itanagar's north", 93.8, 27.8, Some("Arunachal Pradesh")),
        ("Assam", 93.0, 26.3, None),
        ("Lhasa", 91.1, 29.7, None),
        ("Sukhumi's hinterland", 41.2, 43.1, Some("Abkhazia")),
        ("Tskhinvali", 43.9, 42.3, Some("South Ossetia")),
        ("Tbilisi", 44.8, 41.7, None),
        ("Donetsk", 38.0, 48.0, Some("Donetsk and Luhansk, in part")),
        ("Kramatorsk", 37.3, 48.9, None),
        ("Rostov", 39.9, 47.3, None),
        ("Abyei", 28.4, 9.6, Some("Abyei")),
        ("Hargeisa", 44.1, 9.6, Some("Somaliland")),
        ("Smara", -11.7, 26.7, Some("Western Sahara")),
        ("Dakhla's hinterland", -14.5, 23.8, Some("Western Sahara")),
        ("Marrakesh", -8.0, 31.6, None),
        ("Atar", -13.0, 20.5, None),
        ("Sandakan's hinterland", 117.6, 5.6, Some("North Borneo (Sabah), in part")),
        ("Kuching", 110.4, 1.5, None),
        ("Iturup", 147.8, 45.05, Some("Southern Kuril Islands")),
        ("Kushiro", 144.3, 43.2, None),
    ] {
        assert_eq!(at(lon, lat), name, "{place}");
    }
}

#[test]
fn areas_keep_their_proportions() {
    let world = world();
    let size = |id: &str| world.areas[world.index_of(id).unwrap()].size;
    let china = 9_600_000.0 / size("CHN");
    for (id, km2) in [
        ("RUS", 17_100_000.0),
        ("AUS", 7_690_000.0),
        ("KAZ", 2_725_000.0),
        ("GRL", 2_166_000.0),
        ("VNM", 331_000.0),
        ("LSO", 30_350.0),
    ] {
        let share = size(id) * china / km2;
        assert!((0.93..1.07).contains(&share), "{id}: {share}");
    }
}

#[test]
fn known_places_are_hit() {
    let world = world();
    for (lon, lat, id) in [
        (71.43, 51.13, "KAZ"),
        (105.85, 21.03, "VNM"),
        (28.6, -29.52, "LSO"),
        (116.4, 39.9, "CHN"),
        (104.92, 11.56, "KHM"),
        (102.6, 18.1, "LAO"),
        (74.6, 42.87, "KGZ"),
        (68.78, 38.56, "TJK"),
        (44.4, 33.3, "IRQ"),
        (20.46, 44.8, "SRB"),
        (21.1, 42.6, "XKX"),
        (-172.0, 65.5, "RUS"),
        (178.0, 67.0, "RUS"),
        (-150.0, 64.0, "USA"),
        (178.0, -17.8, "FJI"),
        (121.0, 24.0, "TWN"),
        (28.05, -26.2, "ZAF"),
    ] {
        assert_eq!(id_at(&world, lon, lat), Some(id), "{lon}, {lat}");
    }
    for (lon, lat) in [(-30.0, 30.0), (80.0, -30.0), (-150.0, 20.0), (51.0, 42.0)] {
        assert_eq!(id_at(&world, lon, lat), None, "{lon}, {lat}");
    }
}

#[test]
fn neighbours_share_a_border_and_others_do_not() {
    let world = world();
    let share = |a: &str, b: &str| {
        let pair = (world.index_of(a).unwrap(), world.index_of(b).unwrap());
        world
            .borders()
            .iter()
            .any(|border| border.areas == pair || (border.areas.1, border.areas.0) == pair)
    };
    for (a, b) in [
        ("CHN", "VNM"),
        ("LAO", "THA"),
        ("KAZ", "KGZ"),
        ("ZAF", "LSO"),
        ("SRB", "XKX"),
        ("USA", "CAN"),
        ("FRA", "SUR"),
        ("IDN", "TLS"),
    ] {
        assert!(share(a, b), "{a} {b}");
    }
    assert!(!share("CHN", "THA") && !share("IND", "LKA"));
    for border in world.borders() {
        assert!(border.line.len() > 1 && border.areas.0 != border.areas.1, "{border:?}");
    }
}

#[test]
fn what_the_page_carries_is_the_map_of_the_repository() {
    assert_eq!(World::unpack(MAP).unwrap(), world());
    assert!(World::unpack(&MAP[..MAP.len() / 2]).is_err());
}

#[test]
fn the_map_is_small() {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: MAP.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*MAP, &mut compressed, &parameters).unwrap();
    println!("{} bytes, {} after brotli", MAP.len(), compressed.len());
    assert!(compressed.len() <= BUDGET, "{} of {BUDGET} bytes", compressed.len());
}

/// Far above what it takes, so that it only fails when something has gone wrong.
#[test]
fn reading_and_hitting_are_quick() {
    let start = Instant::now();
    let world = world();
    let parse = start.elapsed();
    let start = Instant::now();
    let mut hits = 0;
    for step in 0..2000u32 {
        let x = f64::from(step * 7919 % 10_007) / 10_007.0 * world.width;
        let y = f64::from(step * 104_729 % 10_009) / 10_009.0 * world.height;
        hits += u32::from(world.area_at(x, y).is_some());
    }
    let each = start.elapsed() / 2000;
    let points: usize = world.areas.iter().flat_map(|a| &a.rings).map(|r| r.points.len()).sum();
    let rings: usize = world.areas.iter().map(|a| a.rings.len()).sum();
    println!(
        "parse {parse:?}, area_at {each:?}, {hits} hits; {} areas, {rings} rings, {points} points, {} borders",
        world.areas.len(),
        world.borders().len(),
    );
    assert!(parse < Duration::from_secs(1) && each < Duration::from_millis(1));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn damage_never_panics(
        changes in prop::collection::vec((0..TEXT.len(), any::<prop::sample::Index>()), 1..8),
        cut in prop::option::weighted(0.2, 0..TEXT.len()),
    ) {
        const BYTES: &[u8] = b"0129-.e,\"{}[]:x \\\n";
        let mut bytes = TEXT.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = BYTES[byte.index(BYTES.len())];
        }
        bytes.truncate(cut.unwrap_or(bytes.len()));
        let text = String::from_utf8_lossy(&bytes);
        match World::parse(&text) {
            Ok(world) => {
                for area in &world.areas {
                    world.area_at(area.anchor.0, area.anchor.1);
                }
            }
            Err(error) => {
                prop_assert!(error.to_string().starts_with("map.json: "));
                prop_assert!(!error.message.is_empty());
            }
        }
    }

    #[test]
    fn damaged_bytes_never_panic(
        changes in prop::collection::vec((0..MAP.len(), any::<u8>()), 1..8),
        cut in prop::option::weighted(0.2, 0..MAP.len()),
    ) {
        let mut bytes = MAP.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes.truncate(cut.unwrap_or(bytes.len()));
        if let Ok(world) = World::unpack(&bytes) {
            for area in &world.areas {
                world.area_at(area.anchor.0, area.anchor.1);
            }
        }
    }
}
