//! Which part of the map is in sight, as a link holds it.

use std::fmt;
use std::str::FromStr;

/// The part of the map that a reader has zoomed to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Zoom {
    /// All of it.
    #[default]
    World,
    /// A region's countries, by the region's id.
    Region(String),
    /// A place of the reader's own.
    Place(Place),
}

/// A point of the map in the middle of the window, and how much larger than the whole map it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Hundredths: 100 is the whole map.
    factor: u16,
    /// Ten-thousandths of the map's width, from the left.
    x: u16,
    /// Ten-thousandths of the map's height, from the top.
    y: u16,
}

/// How far in a reader can zoom, in hundredths.
pub const CLOSEST: u16 = 1600;
const WHOLE: u16 = 100;
const PARTS: f64 = 10_000.0;

impl Place {
    /// A place; what lies outside of the map is brought to its edge.
    /// `factor` is 1 for the whole map, `x` and `y` go from 0 to 1.
    pub fn new(factor: f64, x: f64, y: f64) -> Self {
        // Float casts saturate and take NaN to 0.
        let part = |share: f64| (share.clamp(0.0, 1.0) * PARTS).round() as u16;
        Self {
            factor: ((factor * f64::from(WHOLE)).round() as u16).clamp(WHOLE, CLOSEST),
            x: part(x),
            y: part(y),
        }
    }

    /// How many times larger than the whole map.
    pub fn factor(self) -> f64 {
        f64::from(self.factor) / f64::from(WHOLE)
    }

    /// The middle of the window, as shares of the map's width and height.
    pub fn middle(self) -> (f64, f64) {
        (f64::from(self.x) / PARTS, f64::from(self.y) / PARTS)
    }
}

/// `3.5,71.2,44`: the factor, then percent of the map's width and height.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [factor, x, y] = [self.factor, self.x, self.y].map(hundredths);
        write!(f, "{factor},{x},{y}")
    }
}

/// A number of hundredths without needless zeros. (Formatting a float would cost ten kilobytes.)
fn hundredths(number: u16) -> String {
    let (whole, rest) = (number / 100, number % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

impl FromStr for Place {
    type Err = ();

    /// # Errors
    /// If the text is not three plain decimal numbers: a factor from 1 to 16, and two from 0 to 100.
    fn from_str(text: &str) -> Result<Self, ()> {
        let numbers: Vec<u16> =
            text.split(',').map(in_hundredths).collect::<Option<_>>().ok_or(())?;
        match numbers.as_slice() {
            &[factor @ WHOLE..=CLOSEST, x @ 0..=10_000, y @ 0..=10_000] => {
                Ok(Self { factor, x, y })
            }
            _ => Err(()),
        }
    }
}

fn in_hundredths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    // Rust would also read a sign.
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let rest = match rest.len() {
        1 => rest.parse::<u16>().ok()? * 10,
        2 => rest.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_short_as_they_are_read() {
        for text in ["3.5,71.25,44", "1,0,100", "16,50,0.05", "2.01,9.9,0"] {
            assert_eq!(text.parse::<Place>().map(|p| p.to_string()).as_deref(), Ok(text));
        }
        for bad in [
            "", "3", "0.5,1,1", "17,1,1", "2,101,1", "2,1,-1", "2,1,1,1", "2,1e1,1", "2,1.,1",
            "2,+1,1",
        ] {
            assert_eq!(bad.parse::<Place>(), Err(()), "{bad}");
        }
    }

    #[test]
    fn a_place_outside_of_the_map_is_at_its_edge() {
        assert_eq!(Place::new(0.2, -1.0, 7.0).to_string(), "1,0,100");
        assert_eq!(Place::new(f64::NAN, f64::NAN, 0.5).to_string(), "1,0,50");
        assert_eq!(Place::new(99.0, 0.25, 0.123_456).to_string(), "16,25,12.35");
    }
}
