//! A scene as the elements of an SVG picture.
//!
//! plotters' own SVG backend draws the pictures of the tests. This one is for the files that
//! people download: it costs the page a fifth of the code, and keeps the device pixels that the
//! canvas has, so that the file is what was on the screen.

use std::fmt::Write;

use super::palette::Rgb;
use super::scene::{Align, Scene, Shape, Type};

/// The fonts of a file, which other machines and programs open: those that graphics programs have. They know no
/// `system-ui`, and would ask for a replacement.
pub const FILE_FONTS: &str = "Arial, Helvetica, sans-serif";

/// A text for XML: markup escaped, and what XML 1.0 forbids left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A line of text whose capitals are centred on `y`; sizes and places in the same unit.
pub fn text(x: i32, y: i32, words: &str, look: &Type, scale: f64) -> String {
    let size = (look.size * scale).round() as i32;
    // Half the height of capitals in most typefaces of the list.
    let baseline = y + (look.size * scale * 0.36).round() as i32;
    let anchor = match look.align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    };
    let weight = if look.bold { "700" } else { "400" };
    format!(
        "<text x=\"{x}\" y=\"{baseline}\" font-family=\"{FILE_FONTS}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" fill=\"{}\">{}</text>",
        look.color.css(),
        escaped(words)
    )
}

/// A filled rectangle.
pub fn rect(x: i32, y: i32, width: i32, height: i32, color: Rgb) -> String {
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        color.css()
    )
}

fn points(of: &[(i32, i32)]) -> String {
    let mut out = String::with_capacity(of.len() * 10);
    for (x, y) in of {
        // Writing to a string does not fail.
        let _ = write!(out, "{x},{y} ");
    }
    out
}

/// The elements of a scene, in its device pixels.
pub fn elements(scene: &Scene) -> String {
    let scale = scene.frame().scale;
    let mut out = String::new();
    for shape in &scene.shapes {
        out += &match shape {
            Shape::Rect { left, top, right, bottom, color } => {
                rect(*left, *top, right - left, bottom - top, *color)
            }
            Shape::Polygon { points: of, color } => {
                format!("<polygon points=\"{}\" fill=\"{}\"/>", points(of), color.css())
            }
            Shape::Line { points: of, width, color } => format!(
                "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"/>",
                points(of),
                color.css()
            ),
            Shape::Disc { at: (x, y), radius, rim, color, edge } => {
                // The rim lies inside the radius; a stroke lies half on either side of its line.
                let (middle, rim) = (radius * 2 - rim, *rim);
                format!(
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{rim}\"/>",
                    middle / 2,
                    color.css(),
                    edge.css()
                )
            }
            Shape::Text { x, y, text: words, look } => text(*x, *y, words, look, scale),
        };
    }
    out
}
