//! A chart as an SVG file, with all that it needs away from the page: what the numbers say, what is
//! drawn, the meaning of its colours, what has to be known of it, and where it comes from.

use super::Origin;
use explorer_chart::scene::{Align, Type};
use explorer_chart::text::width;
use explorer_chart::{Palette, Rgb, Scene, svg};

/// A chart to be taken away.
pub struct Picture<'p> {
    /// What the numbers say.
    pub title: &'p str,
    /// What is drawn. After each `; ` follows what has to be known of it: a note.
    pub subtitle: &'p str,
    /// The drawing.
    pub scene: &'p Scene,
    /// What its colours mean, where the drawing itself does not say. The words may be those of a note,
    /// which then needs no line of its own.
    pub legend: &'p [(Rgb, String)],
    /// What else has to be known of it.
    pub notes: &'p [&'p str],
    /// Its colours.
    pub palette: &'p Palette,
}

/// Who compiled the dataset, as `CITATION.cff` has it.
const AUTHOR: &str = "The Security Diplomacy Explorer contributors";

/// Room around everything, in CSS pixels.
pub const MARGIN: i32 = 24;
/// Narrowest picture: a source line needs some width.
const NARROWEST: f64 = 320.0;

const TITLE: f64 = 18.0;
const SUBTITLE: f64 = 13.0;
/// A picture of a newspaper's column is printed at less than half of its size.
const SMALL: f64 = 11.0;

/// What is stacked from the top down.
struct Stack {
    out: String,
    y: i32,
    width: f64,
}

impl Stack {
    /// A paragraph, broken into lines.
    fn paragraph(&mut self, words: &str, size: f64, bold: bool, color: Rgb) {
        let look = Type { size, bold, color, align: Align::Start };
        let broken = if bold { balanced } else { lines };
        for line in broken(words, size, bold, self.width) {
            let height = (size * 1.35).round() as i32;
            self.out += &svg::text(MARGIN, self.y + height / 2, &line, &look, 1.0);
            self.y += height;
        }
    }
}

/// Breaks a title at blanks, so that no line is much shorter than the others.
fn balanced(words: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut best = lines(words, size, bold, room);
    let mut room = room;
    while best.len() > 1 && room > 0.0 {
        room -= 8.0;
        let narrower = lines(words, size, bold, room);
        if narrower.len() > best.len() {
            break;
        }
        best = narrower;
    }
    best
}

/// Breaks a text at blanks that are not to be kept, or anywhere if there is none in time.
fn lines(words: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let fits = |line: &str| width(line, size, bold) <= room;
    for word in words.split_ascii_whitespace() {
        let longer = match lines.last() {
            Some(line) if !line.is_empty() => format!("{line} {word}"),
            _ => word.to_owned(),
        };
        if let (true, Some(line)) = (fits(&longer), lines.last_mut()) {
            *line = longer;
            continue;
        }
        if lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(String::new());
        }
        for c in word.chars() {
            let full =
                lines.last().is_some_and(|line| !line.is_empty() && !fits(&format!("{line}{c}")));
            if full {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(c);
            }
        }
    }
    lines
}

/// Words as a sentence: with a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let stop = if words.ends_with('.') { "" } else { "." };
    format!("{}{stop}", capital(words))
}

fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Where the numbers are from.
fn source(origin: &Origin) -> String {
    let Origin { dataset, version, retrieved, .. } = origin;
    if origin.is_own_table() {
        return format!("Source: {dataset}. Drawn with the Security Diplomacy Explorer.");
    }
    let taken = match retrieved.as_str() {
        "" => String::new(),
        day => format!(" Retrieved {day}."),
    };
    format!("Source: {AUTHOR}, {dataset}, version {version}, CC BY 4.0.{taken}")
}

/// As much of a link as fits into a line: it is cut before the version, which stands beside it, before the
/// filters, before the view, never in the middle of one. `None` if it leads only the reader anywhere.
fn short_link(link: &str, room: f64) -> Option<&str> {
    let link = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    let version = ["?data=", "&data="].iter().find_map(|key| link.rfind(key));
    let ends = [version.or(Some(link.len())), link.rfind('?'), link.find('#'), link.find('/')];
    let mut cut = ends.into_iter().flatten().filter_map(|end| link.get(..end));
    cut.find(|text| width(text, SMALL, false) <= room)
}

impl Picture<'_> {
    /// The file.
    pub fn svg(&self, origin: &Origin) -> String {
        let frame = self.scene.frame();
        // Whole numbers: no float is written by the standard library (ARCHITECTURE.md, Weight).
        let (width, height) = (frame.css_width().ceil() as i32, frame.css_height().ceil() as i32);
        let room = f64::from(width).max(NARROWEST);
        let mut stack = Stack { out: String::new(), y: MARGIN, width: room };
        let (ink, muted) = (self.palette.text, self.palette.text_muted);
        let mut clauses = self.subtitle.split("; ");
        stack.paragraph(self.title, TITLE, true, ink);
        stack.y += 4;
        stack.paragraph(clauses.next().unwrap_or_default(), SUBTITLE, false, ink);
        stack.paragraph(&origin.filters, SUBTITLE, false, muted);
        stack.y += 12;
        // A map goes on beyond its frame, and not every program cuts what is within another `svg`.
        let (top, wide, high) = (stack.y, frame.width, frame.height);
        stack.out += &format!(
            "<svg x=\"{MARGIN}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\"><clipPath id=\"frame\"><path d=\"M0 0H{wide}V{high}H0z\"/></clipPath><g clip-path=\"url(#frame)\">{}</g></svg>",
            svg::elements(self.scene)
        );
        stack.y += height + 8;
        self.legend(&mut stack);
        stack.y += 8;
        let is_free = |note: &&str| !self.legend.iter().any(|(_, words)| words == note);
        let notes: Vec<String> =
            clauses.filter(is_free).chain(self.notes.iter().copied()).map(sentence).collect();
        if !notes.is_empty() {
            stack.paragraph(&notes.join(" "), SMALL, false, muted);
        }
        let source = source(origin);
        stack.paragraph(&source, SMALL, false, muted);
        if let Some(text) = short_link(&origin.link, room) {
            // Whoever opens the file can follow all of it.
            stack.out += &format!("<a href=\"{}\">", svg::escaped(&origin.link));
            stack.paragraph(text, SMALL, false, muted);
            stack.out += "</a>";
        }
        let (all, tall) = (stack.width as i32 + 2 * MARGIN, stack.y + MARGIN);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"{tall}\" viewBox=\"0 0 {all} {tall}\"><title>{}</title><desc>{}</desc>{}{}</svg>",
            svg::escaped(self.title),
            svg::escaped(self.description(origin, &source).trim_end()),
            svg::rect(0, 0, all, tall, self.palette.background),
            stack.out
        )
    }

    /// What a program that does not draw says.
    fn description(&self, origin: &Origin, source: &str) -> String {
        format!("{} {} {source} {}", self.subtitle, origin.filters, origin.link)
    }

    fn legend(&self, stack: &mut Stack) {
        let look =
            Type { size: 12.0, bold: false, color: self.palette.text_muted, align: Align::Start };
        let mut x = 0.0;
        for (color, words) in self.legend {
            let room = 24.0 + width(words, look.size, false) + 16.0;
            if x > 0.0 && x + room > stack.width {
                x = 0.0;
                stack.y += 20;
            }
            let left = MARGIN + x as i32;
            stack.out += &svg::rect(left, stack.y + 2, 16, 12, *color);
            stack.out += &svg::text(left + 22, stack.y + 8, &capital(words), &look, 1.0);
            x += room;
        }
        if !self.legend.is_empty() {
            stack.y += 20;
        }
    }
}
