//! Decodes the rings of `data/map.json`.
//!
//! The rings of an area are one text; `|` separates them. A ring is a closed line, drawn by a pen that
//! stands at the map's origin at first, and then where the ring before began, also that of the area
//! before. It is one or several *pieces* separated by a blank, each a stretch of coast or border:
//!
//! - `~` and a number N: the piece that was written out N pieces before the latest one, backwards. It is
//!   the border with the area that brought it in. A ring has such a piece first, if it has any.
//! - otherwise written out, as steps of the pen, x and y in turn, each a number whose lowest bit is its
//!   sign: 0, -1, 1, -2, 2 … are 0, 1, 2, 3, 4 … The first piece of a ring begins behind its first step,
//!   any other where the pen stands. The last piece of a ring ends where the ring begins, which is not
//!   written.
//!
//! Digits are the printable characters from `!` to `}` without `"`, `\` and `|`, 90 of them, so JSON needs
//! no escapes. The first 74 end a number, and the other 16 say that more follows: the value of a digit d
//! that others follow is d + 16 × the number that these make. So most steps are one character, whose
//! frequencies brotli makes use of: a tenth smaller than with digits of a fixed width.
//!
//! Rings around land run counterclockwise as seen. One that runs clockwise is a hole for an enclave.

use super::ring::{Bounds, Point, Ring, signed_area};

/// Digits that end a number.
const LAST: u32 = 74;

/// Digits that say that more follows.
const MORE: u32 = 16;

/// A stretch of coast or border.
pub struct Piece {
    /// Its points, both ends included.
    pub line: Vec<Point>,
    /// The area that it was written for.
    pub first: usize,
    /// The area on its other side.
    pub second: Option<usize>,
}

/// What decoding has brought to light so far.
pub struct Decoder {
    /// The pieces that were written out, in the order of the file.
    pub pieces: Vec<Piece>,
    /// The lower right corner of the map.
    corner: Point,
    pen: Point,
}

/// What an area has.
#[derive(Default)]
pub struct Land {
    /// Its rings, without holes.
    pub rings: Vec<Ring>,
    /// How large they are together.
    pub size: f64,
}

impl Decoder {
    /// Begins a map of a size.
    pub fn new(corner: Point) -> Self {
        Self { pieces: Vec::new(), corner, pen: (0, 0) }
    }

    /// Decodes the rings of the next area.
    pub fn area(&mut self, area: usize, text: &str) -> Result<Land, &'static str> {
        let mut land = Land::default();
        if text.is_empty() {
            return Ok(land);
        }
        for text in text.split('|') {
            let points = self.ring(area, text)?;
            let [first, _, _, ..] = points.as_slice() else {
                return Err("a ring has fewer than three points");
            };
            let bounds =
                points.iter().fold(Bounds::at(*first), |bounds, point| bounds.with(*point));
            let size = signed_area(&points);
            if size > 0.0 {
                land.size += size;
                land.rings.push(Ring { points, bounds });
            }
        }
        Ok(land)
    }

    fn ring(&mut self, area: usize, text: &str) -> Result<Vec<Point>, &'static str> {
        let mut points: Vec<Point> = Vec::new();
        let mut start = None;
        let mut rest = Some(text);
        while let Some(text) = rest {
            let piece;
            (piece, rest) = match text.split_once(' ') {
                Some((piece, rest)) => (piece, Some(rest)),
                None => (text, None),
            };
            let from = start.map(|_| self.pen);
            if let Some(number) = piece.strip_prefix('~') {
                let line = self.known(area, number)?;
                if from.is_some_and(|from| line.first() != Some(&from)) {
                    return Err("a border does not begin where the piece before it ends");
                }
                points.extend(line);
            } else {
                let mut line: Vec<Point> = from.into_iter().collect();
                self.steps(piece, &mut line)?;
                if rest.is_none() {
                    line.extend(start.or(line.first().copied()));
                }
                points.extend(&line);
                self.pieces.push(Piece { line, first: area, second: None });
            }
            start = start.or(points.first().copied());
            self.pen = points.last().copied().unwrap_or(self.pen);
        }
        if start != Some(self.pen) {
            return Err("a ring does not end where it begins");
        }
        // Where a piece ends, the next one begins, and the first behind the last.
        points.dedup();
        if points.len() > 1 {
            points.pop();
        }
        Ok(points)
    }

    /// A piece that another area has brought in, the other way around.
    fn known(&mut self, area: usize, text: &str) -> Result<Vec<Point>, &'static str> {
        let mut bytes = text.bytes();
        let back = number(&mut bytes)? as usize;
        if bytes.next().is_some() {
            return Err("more than a number follows a ~");
        }
        let index = self.pieces.len().checked_sub(back + 1);
        let Some(piece) = index.and_then(|index| self.pieces.get_mut(index)) else {
            return Err("a ~ refers to a piece that is not there");
        };
        if piece.second.replace(area).is_some() {
            return Err("three areas share a border");
        }
        Ok(piece.line.iter().rev().copied().collect())
    }

    fn steps(&mut self, text: &str, line: &mut Vec<Point>) -> Result<(), &'static str> {
        let mut bytes = text.bytes();
        while bytes.len() > 0 {
            let x = self.pen.0 + step(number(&mut bytes)?);
            let y = self.pen.1 + step(number(&mut bytes)?);
            if x < 0 || y < 0 || x > self.corner.0 || y > self.corner.1 {
                return Err("a ring leaves the map");
            }
            self.pen = (x, y);
            line.push(self.pen);
        }
        Ok(())
    }
}

/// The next number of a text. It is less than 2^20, so that no sum of steps overflows.
fn number(bytes: &mut std::str::Bytes<'_>) -> Result<u32, &'static str> {
    let (mut number, mut unit) = (0, 1);
    loop {
        let digit = match bytes.next() {
            Some(byte @ b'!') => byte - b'!',
            Some(byte @ b'#'..=b'[') => byte - b'!' - 1,
            Some(byte @ b']'..=b'{') => byte - b'!' - 2,
            Some(byte @ b'}') => byte - b'!' - 3,
            Some(_) => return Err("a character is no digit"),
            None => return Err("a number has no end"),
        };
        let digit = u32::from(digit);
        number += digit * unit;
        unit *= MORE;
        if digit < LAST {
            return Ok(number);
        }
        if unit > 1 << 12 {
            return Err("a number is too large");
        }
    }
}

/// The step of either sign that a number stands for.
fn step(number: u32) -> i32 {
    let half = (number >> 1) as i32;
    if number & 1 == 1 { -half - 1 } else { half }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square, its right side a piece of its own.
    const LEFT: &str = ",,!00! !/ ";
    /// Its neighbour on the right, which begins with that side.
    const RIGHT: &str = "~# 2!!/";

    #[test]
    fn numbers_have_one_digit_or_more() {
        let read = |text: &str| number(&mut text.bytes());
        assert_eq!(read("!"), Ok(0));
        assert_eq!(read("#"), Ok(1));
        assert_eq!(read("l"), Ok(73));
        assert_eq!(read("m!"), Ok(74));
        assert_eq!(read("n!"), Ok(75));
        assert_eq!(read("m#"), Ok(90));
        assert!(read("}").is_err() && read("}}}}}}}}").is_err() && read("\"").is_err());
        assert_eq!([0, 1, 2, 3, 4].map(step), [0, -1, 1, -2, 2]);
    }

    #[test]
    fn a_neighbour_takes_a_piece_backwards() -> Result<(), &'static str> {
        let mut decoder = Decoder::new((20, 20));
        let left = decoder.area(0, LEFT)?;
        assert_eq!(left.size, 49.0);
        assert_eq!(left.rings[0].points, [(5, 5), (5, 12), (12, 12), (12, 5)]);
        let right = decoder.area(1, RIGHT)?;
        assert_eq!(right.size, 56.0);
        assert_eq!(right.rings[0].points, [(12, 5), (12, 12), (20, 12), (20, 5)]);
        let sides: Vec<_> = decoder.pieces.iter().map(|piece| piece.second).collect();
        assert_eq!(sides, [None, Some(1), None, None]);
        Ok(())
    }

    #[test]
    fn a_hole_is_no_land() -> Result<(), &'static str> {
        let mut decoder = Decoder::new((20, 20));
        assert_eq!(decoder.area(0, ",,0!!0")?.rings.len(), 0);
        let enclave = decoder.area(1, "~!")?;
        assert_eq!(enclave.size, 24.5);
        assert_eq!(decoder.pieces[0].line.len(), 4);
        Ok(())
    }

    #[test]
    fn what_makes_no_ring_is_refused() {
        for (text, why) in [
            ("~!", "not there"),
            ("!", "no end"),
            ("!!", "fewer than three"),
            (",,!0", "fewer than three"),
            (",,##\u{fc}", "no digit"),
            ("++", "leaves"),
            (",,!00! ~!!", "more than a number"),
            (",,!00! !/ |~! ~#", "does not end"),
            (",,!00! !/ |~# ~!", "does not begin"),
            (",,!00! !/ |~! ~# ~$|~!", "three areas"),
            ("|", "does not end"),
        ] {
            let result = Decoder::new((20, 20)).area(0, text).err();
            assert!(result.is_some_and(|error| error.contains(why)), "{text}: {result:?}");
        }
    }
}
