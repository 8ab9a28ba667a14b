//! The command line of mapshaper that makes the map. Its commands are described at
//! <https://github.com/mbloch/mapshaper/blob/master/REFERENCE.md>.

use std::ffi::OsString;
use std::path::Path;

/// The projection: areas keep their proportions (Šavrič, Patterson and Jenny 2018,
/// doi:10.1080/13658816.2018.1504949). With 150° E in the middle the Pacific is in one piece and China near
/// the middle; the map is cut at 30° W, in the Atlantic. The radius is that of a sphere with the surface of the
/// Earth.
pub const PROJECTION: &str = "+proj=eqearth +lon_0=150 +R=6371007";

/// The same for Greenland, which the cut would tear: it lies east of America as a whole, and reaches over the
/// edge. So far north there is room.
const PROJECTION_OF_GREENLAND: &str = "+proj=eqearth +lon_0=-210 +R=6371007 +over";

/// Longitude and latitude in degrees as a plane. Rings of Chukotka, Wrangel Island and Fiji jump from 180° to
/// -180° in the atlas. mapshaper would take the jumps for edges across the whole map and cut them; from a plane
/// it projects point by point, which joins what belongs together.
const PLANE: &str = "+proj=eqc +R=57.29577951308232";

/// Side of a cell of the grid in metres: half a pixel on a map 1,000 pixels wide.
const CELL: &str = "17000";

/// The far north and south, from 69° N and 47° S on, where `this` is a piece of land. Its fjords and skerries
/// would weigh as much as all borders, and hardly anybody zooms in on them here.
macro_rules! remote {
    () => {
        "(this.centroidY > 7.6e6 || this.centroidY < -5.7e6)"
    };
}

/// Keeps the largest piece of each area, and of the others those that can be seen: 700 km², in the far north
/// and south 1,800 km². The pieces come from the largest to the smallest.
const LARGE_PIECES: &str =
    concat!("!seen[key] && (seen[key] = true) || this.area > (", remote!(), " ? 18e8 : 7e8)");

/// Detail in metres: a point is left out if its triangle with its neighbours is as small as this. The smaller
/// an island is, the more of its points count.
const DETAIL: &str =
    concat!("interval=Math.min(", remote!(), " ? 44000 : 24000, Math.sqrt(this.area) / 7)");

/// Codes and names. Countries of the dataset have their names there, and so has China.
const CODES: &str = "
    const kosovo = name === 'Kosovo';
    name = name === 'N. Cyprus' ? 'Northern Cyprus' : name;
    name = iso3 || kosovo || territory === 'CHN' ? null : name;
    iso3 = iso3 || territory || (kosovo ? 'XKX' : null);
    key = iso3 || name";

/// Crimea, which the atlas gives to the one who holds it, as a part of Ukraine: so the General Assembly of the
/// United Nations has it (resolution 68/262, 27 March 2014), and most newsrooms print no other map. It is the
/// only piece of Russia (M49 code 643) whose middle lies there, in degrees; Ukraine is 804. The strait of Kerch
/// and the isthmus are its borders in the atlas already.
const CRIMEA: &str = "
    FID = FID === '643' && this.centroidX > 33 && this.centroidX < 36
        && this.centroidY > 44.5 && this.centroidY < 46 ? '804' : FID";

/// States too small for the atlas, with longitude and latitude of their capitals.
const ABSENT: &str = r#"[{"key":"TUV","iso3":"TUV","name":null,"lon":179.2,"lat":-8.52}]"#;

/// The outlines of disputed land, in longitude and latitude. An outline may go on beyond the area that it is
/// of, and one that is an area of its own has none.
const DISPUTED: &str = "xtask/src/geometry/disputed.json";

/// The arguments that make `map` of the `countries` of world-atlas. mapshaper is to run in the root of the
/// repository.
pub fn arguments(countries: &Path, map: &Path) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = Vec::new();
    let mut command = |line: &[&str]| arguments.extend(line.iter().map(OsString::from));
    let countries = countries.to_string_lossy();
    let map = map.to_string_lossy();

    // The layers, projected: Greenland (M49 code 304), what the atlas lacks, and all else but Antarctica (010).
    command(&["-i", &countries, "-drop", "target=land"]);
    command(&["-rename-layers", "greenland", "-filter", "FID === '304'"]);
    command(&["-proj", PLANE, "-proj", PROJECTION_OF_GREENLAND]);
    command(&["-i", ABSENT, "name=absent", "-points", "x=lon", "y=lat", "-proj", PROJECTION]);
    command(&["-i", &countries, "-drop", "target=land"]);
    command(&["-filter", "FID !== '304' && FID !== '010'", "target=countries"]);
    command(&["-proj", PLANE, "-explode", "-each", CRIMEA, "-proj", PROJECTION]);
    command(&["-merge-layers", "target=countries,greenland", "name=areas", "-clean"]);

    // ISO codes by M49 codes, first of the dataset's countries, then of the rest of the world.
    command(&["-join", "data/countries.json", "keys=FID,m49", "fields=iso3"]);
    command(&["-join", "xtask/src/geometry/territories.csv", "keys=FID,m49"]);
    command(&["string-fields=m49", "fields=territory", "-each", CODES]);
    // Some states are several shapes of the atlas.
    command(&["-dissolve", "key", "copy-fields=iso3,name"]);

    // The map is as large as the land that it is made of, whatever of it is too small to be kept.
    command(&["-rectangle", "source=areas", "name=frame"]);
    command(&["-target", "areas"]);
    // Islands and detail that cannot be seen go. Each piece is a feature meanwhile, so that none vanishes.
    command(&["-explode", "-sort", "this.area", "descending"]);
    command(&["-define", "seen = {}", "-filter", LARGE_PIECES]);
    command(&["-simplify", "weighted", "variable", DETAIL, "keep-shapes"]);

    // A point in the largest piece of each area. Areas whose largest piece has hardly more than a few cells
    // are points only.
    command(&["-sort", "this.area", "descending", "-define", "largest = {}"]);
    command(&["-filter", "!largest[key] && (largest[key] = this.area) > 0", "+", "name=anchors"]);
    command(&["-points", "inner", "target=anchors"]);
    command(&["-filter", "largest[key] > 9e8", "target=areas"]);
    command(&["-dissolve", "key", "copy-fields=iso3,name", "target=areas"]);
    command(&["-merge-layers", "target=anchors,absent", "force", "name=anchors"]);
    command(&["-filter-fields", "key,iso3,name", "target=anchors"]);
    command(&["-filter-fields", "key,iso3,name", "target=areas"]);
    // What is drawn over the areas, which cut it: it has no share in their arcs.
    command(&["-i", DISPUTED, "name=disputed", "-proj", PROJECTION]);
    command(&["-o", &map, "format=topojson", "target=areas,anchors,frame,disputed"]);
    command(&["id-field=key"]);
    let cell = format!("precision={CELL}");
    command(&[&cell, "force"]);
    arguments
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_code_stands_for_two() {
        let countries = include_str!("../../../data/countries.json");
        let mut codes: Vec<&str> = countries
            .split("\"iso3\": \"")
            .skip(1)
            .chain(include_str!("territories.csv").lines().skip(1).map(|line| &line[4..]))
            .map(|text| &text[..3])
            .collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
    }
}
