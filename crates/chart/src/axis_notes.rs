//! Numbered lines across columns over time: at each something happened that stands in a list beside.

use super::frame::Frame;
use super::mark::Mark;
use super::palette::Palette;
use super::scene::{Align, Scene, Type};
use super::text;

const SIZE: f64 = 11.0;
/// A line is made of dashes, so that it is no grid line and no edge of a brush.
const DASH: f64 = 3.0;
/// Numbers closer than this would touch.
const APART: f64 = 4.0;

/// A numbered line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisNote {
    /// Where it stands, in columns from the beginning of the axis.
    pub at: f64,
    /// Its number.
    pub number: usize,
}

/// Draws the lines over the columns of `plot`, and their numbers right above; `notes` stand in the order of
/// the axis. Where they would touch, one number is written for several: `3–4`.
pub(super) fn draw(
    scene: &mut Scene,
    frame: &Frame,
    palette: &Palette,
    plot: &Mark,
    columns: usize,
    notes: &[AxisNote],
) {
    let pitch = plot.width / columns.max(1) as f64;
    let place = |note: &AxisNote| plot.x + pitch * note.at;
    for note in notes {
        let x = frame.px(place(note));
        let mut top = plot.y;
        while top < plot.y + plot.height {
            let bottom = (top + DASH).min(plot.y + plot.height);
            scene.vertical(x, frame.px(top), frame.px(bottom), palette.text_muted);
            top += 2.0 * DASH;
        }
    }
    let look = Type { size: SIZE, bold: true, color: palette.text, align: Align::Middle };
    for group in groups(notes, place) {
        let words = words(group);
        let half = text::width(&words, SIZE, true) / 2.0;
        let (first, last) = (group.first().map_or(0.0, place), group.last().map_or(0.0, place));
        let most = (frame.css_width() - half).max(half);
        scene.text(((first + last) / 2.0).clamp(half, most), plot.y - 8.0, &words, look);
    }
}

/// What is written for a group.
fn words(group: &[AxisNote]) -> String {
    match group {
        [] => String::new(),
        [only] => only.number.to_string(),
        [first, .., last] => format!("{}\u{2013}{}", first.number, last.number),
    }
}

/// Neighbours that get one number, as each would touch the next.
fn groups(notes: &[AxisNote], place: impl Fn(&AxisNote) -> f64) -> Vec<&[AxisNote]> {
    let mut groups = Vec::new();
    let mut start = 0;
    while start < notes.len() {
        let mut end = start + 1;
        while let (Some(next), Some(group)) = (notes.get(end), notes.get(start..end)) {
            let middle = (place(&notes[start]) + place(&notes[end - 1])) / 2.0;
            let width = |notes: &[AxisNote]| text::width(&words(notes), SIZE, true);
            let free = (width(group) + width(&notes[end..=end])) / 2.0 + APART;
            if place(next) - middle >= free {
                break;
            }
            end += 1;
        }
        groups.push(&notes[start..end]);
        start = end;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written for notes at these places.
    fn written(at: &[f64]) -> Vec<String> {
        let notes: Vec<AxisNote> =
            at.iter().zip(1..).map(|(at, number)| AxisNote { at: *at, number }).collect();
        groups(&notes, |note| note.at).into_iter().map(words).collect()
    }

    #[test]
    fn numbers_that_would_touch_are_written_as_one() {
        assert_eq!(written(&[]), [""; 0]);
        assert_eq!(written(&[10.0, 60.0]), ["1", "2"]);
        assert_eq!(written(&[10.0, 11.0, 60.0]), ["1\u{2013}2", "3"]);
        assert_eq!(written(&[10.0, 11.0, 12.0]), ["1\u{2013}3"]);
    }
}
