//! Writes `data/map.json`. The format is explained where it is read, in `src/geometry/decode.rs`.

use serde_json::{Value, json};

use super::topojson::Point;
use super::topology::{Arc, Use};
use crate::failure::{Failure, Outcome};

/// An area as it goes into the file.
pub struct Area {
    /// ISO 3166-1 alpha-3, or empty.
    pub id: String,
    /// What it is called, if it has no code.
    pub name: Option<String>,
    /// Where a circle or a label goes.
    pub anchor: Point,
    /// Its rings.
    pub rings: Vec<Vec<Use>>,
}

/// The digits of a number: printable ASCII without what JSON escapes and what separates numbers.
fn digits() -> impl Iterator<Item = char> {
    (b'!'..=b'}').map(char::from).filter(|c| !matches!(c, '"' | '\\' | '|'))
}

/// How many digits end a number; the others say that more follows.
const LAST: u32 = 74;

/// The text of the file: a head, and one line for each area.
pub fn map(head: &[(&str, String)], arcs: &[Arc], areas: &[Area]) -> Outcome<String> {
    let mut writer = Writer { arcs, digits: digits().collect(), written: Vec::new(), pen: (0, 0) };
    let mut text = String::from("{\n");
    for (key, value) in head {
        text.push_str(&format!("{}:{},\n", json!(key), json!(value)));
    }
    text.push_str("\"areas\":[\n");
    for (index, area) in areas.iter().enumerate() {
        let mut fields = vec![("id", Value::from(&*area.id))];
        if let Some(name) = &area.name {
            fields.push(("name", Value::from(&**name)));
        }
        fields.push(("anchor", format!("{},{}", area.anchor.0, area.anchor.1).into()));
        fields.push(("rings", writer.rings(area)?.into()));
        let fields: Vec<String> =
            fields.iter().map(|(key, value)| format!("{}:{value}", json!(key))).collect();
        let end = if index + 1 < areas.len() { "," } else { "" };
        text.push_str(&format!("{{{}}}{end}\n", fields.join(",")));
    }
    text.push_str("]}\n");
    Ok(text)
}

/// The points of a ring; the last one is not the first one again.
pub fn points(ring: &[Use], arcs: &[Arc]) -> Vec<Point> {
    let mut points = Vec::new();
    for one in ring {
        let arc = arcs[one.arc].points.iter().copied();
        if one.backwards { points.extend(arc.rev()) } else { points.extend(arc) }
    }
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

struct Writer<'a> {
    arcs: &'a [Arc],
    digits: Vec<char>,
    /// The arcs in the order in which they were written, with the direction.
    written: Vec<Use>,
    /// Where the last ring began and ended.
    pen: Point,
}

impl Writer<'_> {
    fn rings(&mut self, area: &Area) -> Outcome<String> {
        let mut rest: Vec<&Vec<Use>> = area.rings.iter().collect();
        let mut texts = Vec::new();
        // The first is the largest. Of the others, the nearest: short ways are short numbers.
        let mut next = (!rest.is_empty()).then(|| rest.remove(0));
        while let Some(ring) = next {
            texts.push(self.ring(ring).map_err(|why| {
                let name = area.name.as_deref().unwrap_or(&area.id);
                Failure::new(format!("{name} cannot be written: {why}."))
            })?);
            let nearest = (0..rest.len()).min_by_key(|&index| {
                let (x, y) = self.start(rest[index]);
                (x - self.pen.0).abs() + (y - self.pen.1).abs()
            });
            next = nearest.map(|index| rest.remove(index));
        }
        Ok(texts.join("|"))
    }

    fn start(&self, ring: &[Use]) -> Point {
        points(ring, self.arcs).first().copied().unwrap_or(self.pen)
    }

    fn ring(&mut self, ring: &[Use]) -> Result<String, &'static str> {
        let is_known = |one: &Use| self.written.iter().any(|known| known.arc == one.arc);
        // A ring that begins with an arc written before needs not say where it begins.
        let first = ring.iter().position(is_known).unwrap_or(0);
        let mut pieces = Vec::new();
        let mut start = None;
        for at in 0..ring.len() {
            let one = ring[(first + at) % ring.len()];
            let arc = &self.arcs[one.arc];
            let mut line = arc.points.clone();
            if arc.is_loop {
                line.extend(arc.points.first());
            }
            if one.backwards {
                line.reverse();
            }
            let known = self.written.iter().position(|known| known.arc == one.arc);
            if let Some(known) = known {
                if self.written[known].backwards == one.backwards {
                    return Err("two areas are on the same side of one arc");
                }
                self.pen = line.last().copied().unwrap_or(self.pen);
                start = start.or(line.first().copied());
                let mut piece = "~".to_owned();
                self.number((self.written.len() - 1 - known) as u32, &mut piece);
                pieces.push(piece);
                continue;
            }
            self.written.push(one);
            // The first point is where the pen is, unless the ring begins here; the last point of the
            // ring is where it began.
            let skipped = usize::from(start.is_some());
            start = start.or(line.first().copied());
            if at + 1 == ring.len() {
                line.pop();
            }
            let mut piece = String::new();
            for (x, y) in line.into_iter().skip(skipped) {
                self.step(x - self.pen.0, &mut piece);
                self.step(y - self.pen.1, &mut piece);
                self.pen = (x, y);
            }
            pieces.push(piece);
        }
        self.pen = start.unwrap_or(self.pen);
        Ok(pieces.join(" "))
    }

    /// A number of either sign: 0, -1, 1, -2, 2 … are 0, 1, 2, 3, 4 …
    fn step(&self, step: i32, text: &mut String) {
        self.number(if step < 0 { 2 * step.unsigned_abs() - 1 } else { 2 * step as u32 }, text);
    }

    fn number(&self, mut number: u32, text: &mut String) {
        let more = self.digits.len() as u32 - LAST;
        while number >= LAST {
            number -= LAST;
            text.push(self.digits[(LAST + number % more) as usize]);
            number /= more;
        }
        text.push(self.digits[number as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_digits_that_json_does_not_escape() {
        let writer = Writer { arcs: &[], digits: digits().collect(), written: vec![], pen: (0, 0) };
        assert_eq!(writer.digits.len(), 90);
        let mut text = String::new();
        for step in [0, -1, 1, -37, 37, 38, -5000] {
            writer.step(step, &mut text);
        }
        assert_eq!(json!(text).to_string().len(), text.len() + 2);
        assert!(text.starts_with("!#$"));
    }

    #[test]
    fn an_arc_is_written_once() -> Outcome<()> {
        let arc = |points: &[Point]| Arc { points: points.to_vec(), is_loop: false };
        let arcs = [
            arc(&[(2, 2), (2, 0)]),
            arc(&[(2, 0), (0, 0), (0, 2), (2, 2)]),
            arc(&[(2, 2), (4, 2), (4, 0), (2, 0)]),
        ];
        let one = |arc, backwards| Use { arc, backwards };
        let area = |id: &str, ring| Area {
            id: id.to_owned(),
            name: None,
            anchor: (1, 1),
            rings: vec![ring],
        };
        let areas = [
            area("AAA", vec![one(0, false), one(1, false)]),
            area("BBB", vec![one(2, false), one(0, true)]),
        ];
        let text = map(&[("source", "test".to_owned())], &arcs, &areas)?;
        assert_eq!(text.matches('~').count(), 1);
        let json: Value = serde_json::from_str(&text).map_err(|e| Failure::new(e.to_string()))?;
        assert_eq!(json["areas"][1]["id"], "BBB");
        let twice = [area("AAA", vec![one(0, false)]), area("BBB", vec![one(0, false)])];
        assert!(map(&[], &arcs, &twice).is_err());
        Ok(())
    }
}
