//! Where the map is cut open.
//!
//! The atlas ends at 180°, and rings of Chukotka, Wrangel Island and Fiji jump from one end to the other.
//! The map is cut at another meridian, in the Atlantic, that crosses no land but Greenland: rings
//! that jump are unrolled, and each ring then is on one side of the new cut as a whole. An island on
//! the cut reaches over the edge, which is better than half an island on either side; that far north
//! there is room.

use super::topojson::{Atlas, Point};
use crate::failure::{Failure, Outcome};

/// How far a ring may reach over the edge of the map, in degrees.
const OVERHANG: f64 = 20.0;

/// Unrolls every ring and moves it to its side of the meridian opposite to `central`.
pub fn move_cut(atlas: &mut Atlas, central: f64) -> Outcome<()> {
    let turn = atlas.turn();
    let edge = ((central - 180.0 - atlas.translate.0) / atlas.scale.0).round() as i32;
    let overhang = (OVERHANG / atlas.scale.0) as i32;
    for shape in &mut atlas.shapes {
        for ring in &mut shape.rings {
            unroll(ring, turn);
            let (west, east) = extent(ring);
            let turns = ((west + east) / 2 - edge).div_euclid(turn);
            ring.iter_mut().for_each(|point| point.0 -= turns * turn);
            let (west, east) = extent(ring);
            if west < edge - overhang || east > edge + turn + overhang {
                return Err(Failure::new(format!(
                    "The map would be cut through {}: choose another central meridian.",
                    shape.name
                )));
            }
        }
    }
    Ok(())
}

/// Makes each step of a ring the shorter way around the globe.
fn unroll(ring: &mut [Point], turn: i32) {
    let mut turns = 0;
    let mut before = ring.first().map_or(0, |point| point.0);
    for point in ring {
        let step = point.0 - before;
        before = point.0;
        turns -= i32::from(step > turn / 2) - i32::from(step < -turn / 2);
        point.0 += turns * turn;
    }
}

fn extent(ring: &[Point]) -> (i32, i32) {
    let x = || ring.iter().map(|point| point.0);
    (x().min().unwrap_or(0), x().max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::topojson::Shape;
    use super::*;

    fn moved(ring: &[Point]) -> Outcome<Vec<Point>> {
        let shape = Shape { m49: None, name: "Chukotka".to_owned(), rings: vec![ring.to_vec()] };
        let mut atlas =
            Atlas { scale: (1.0, 1.0), translate: (-180.0, -90.0), shapes: vec![shape] };
        move_cut(&mut atlas, 11.0)?;
        Ok(atlas.shapes.remove(0).rings.remove(0))
    }

    #[test]
    fn a_ring_that_jumps_is_unrolled() -> Outcome<()> {
        let whole = [(350, 0), (358, 2), (364, 5), (358, 10)];
        assert_eq!(moved(&[(350, 0), (358, 2), (4, 5), (358, 10)])?, whole);
        assert_eq!(moved(&[(4, 5), (358, 10), (350, 0), (358, 2)])?[0], (364, 5));
        Ok(())
    }

    #[test]
    fn a_ring_goes_to_its_side_and_none_is_torn() -> Outcome<()> {
        assert_eq!(moved(&[(5, 0), (6, 0), (6, 1)])?[0], (365, 0));
        assert_eq!(moved(&[(12, 0), (13, 0), (13, 1)])?[0], (12, 0));
        assert!(moved(&[(-20, 0), (40, 0), (40, 1)]).is_err());
        Ok(())
    }
}
