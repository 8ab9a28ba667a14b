//! A chart as an SVG file, with all that it needs away from the page: title, what is drawn, the
//! meaning of its colours, and where it comes from.

use super::Origin;
use explorer_chart::scene::{Align, Type};
use explorer_chart::text::width;
use explorer_chart::{Palette, Rgb, Scene, svg};

/// A chart to be taken away.
pub struct Picture<'p> {
    /// What the numbers say.
    pub title: &'p str,
    /// What is drawn.
    pub subtitle: &'p str,
    /// The drawing.
    pub scene: &'p Scene,
    /// What its colours mean, where the drawing itself does not say.
    pub legend: &'p [(Rgb, String)],
    /// Its colours.
    pub palette: &'p Palette,
}

/// Room around everything, in CSS pixels.
const MARGIN: i32 = 24;
/// Narrowest picture: a source line needs some width.
const NARROWEST: f64 = 320.0;

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
        for line in lines(words, size, bold, self.width) {
            let height = (size * 1.35).round() as i32;
            self.out += &svg::text(MARGIN, self.y + height / 2, &line, &look, 1.0);
            self.y += height;
        }
    }
}

/// Breaks a text at blanks, or anywhere if there is none in time.
fn lines(words: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let fits = |line: &str| width(line, size, bold) <= room;
    for word in words.split_whitespace() {
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

impl Picture<'_> {
    /// The file.
    pub fn svg(&self, origin: &Origin) -> String {
        let frame = self.scene.frame();
        // Whole numbers: no float is written by the standard library (ARCHITECTURE.md, Small Wasm).
        let (width, height) = (frame.css_width().ceil() as i32, frame.css_height().ceil() as i32);
        let room = f64::from(width).max(NARROWEST);
        let mut stack = Stack { out: String::new(), y: MARGIN, width: room };
        let (ink, muted) = (self.palette.text, self.palette.text_muted);
        stack.paragraph(self.title, 18.0, true, ink);
        stack.paragraph(&format!("{}. {}", self.subtitle, origin.filters), 12.0, false, muted);
        stack.y += 12;
        stack.out += &format!(
            "<svg x=\"{MARGIN}\" y=\"{}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\">{}</svg>",
            stack.y,
            frame.width,
            frame.height,
            svg::elements(self.scene)
        );
        stack.y += height + 8;
        self.legend(&mut stack);
        stack.y += 8;
        stack.paragraph(&origin.line(), 11.0, false, muted);
        let licence = "Licence of the data: CC BY 4.0.";
        let taken = match origin.retrieved.as_str() {
            "" => licence.to_owned(),
            day => format!("{licence} Retrieved {day}."),
        };
        stack.paragraph(&taken, 11.0, false, muted);
        let (all, tall) = (stack.width as i32 + 2 * MARGIN, stack.y + MARGIN);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all}\" height=\"{tall}\" viewBox=\"0 0 {all} {tall}\"><title>{}</title><desc>{}</desc>{}{}</svg>",
            svg::escaped(self.title),
            svg::escaped(&format!("{}. {}", origin.filters, origin.line())),
            svg::rect(0, 0, all, tall, self.palette.background),
            stack.out
        )
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
            stack.out += &svg::text(left + 22, stack.y + 8, words, &look, 1.0);
            x += room;
        }
        if !self.legend.is_empty() {
            stack.y += 20;
        }
    }
}
