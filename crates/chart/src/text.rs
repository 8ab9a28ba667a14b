//! How wide text will be, without asking a browser.
//!
//! Measuring on the page forces a layout per label, and measuring differently
//! in tests than on screen makes charts that were never seen. So widths come
//! from a table of a Helvetica-like face, with some slack because the reader's
//! system font is another one.

use std::borrow::Cow;

use explorer_number::grouped;

/// Advance widths of ASCII from space to tilde, in thousandths of an em (Helvetica).
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The widest system font in common use (DejaVu Sans) runs this much wider than the table.
const SLACK: f64 = 1.14;
const BOLD: f64 = 1.1;
const ELLIPSIS: char = '…';

fn advance(c: char) -> f64 {
    match c {
        ' '..='~' => {
            let index = (c as usize) - (' ' as usize);
            f64::from(ASCII.get(index).copied().unwrap_or(556)) / 1000.0 * SLACK
        }
        c if c.is_control() => 0.278 * SLACK,
        // Combining marks, joiners and variation selectors sit on the letter before them.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        // Han, kana, hangul, full-width forms and emoji fill an em in every face.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 1.0,
        '‘' | '’' => 0.3 * SLACK,
        ELLIPSIS | '—' | '™' | '‰' => 1.0,
        _ => 0.6 * SLACK,
    }
}

/// The width of a line of text in em; multiply by the font size.
pub fn width_em(text: &str, bold: bool) -> f64 {
    let width: f64 = text.chars().map(advance).sum();
    if bold { width * BOLD } else { width }
}

/// The width of a line of text at a font size, in the font size's unit.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    width_em(text, bold) * size
}

/// The text, or as much of its beginning as fits with an ellipsis.
///
/// Where not even the ellipsis fits, nothing is left.
pub fn fit(text: &str, max_width: f64, size: f64) -> Cow<'_, str> {
    fit_weight(text, max_width, size, false)
}

/// [`fit`] for regular or bold text.
pub fn fit_weight(text: &str, max_width: f64, size: f64, bold: bool) -> Cow<'_, str> {
    if width(text, size, bold) <= max_width {
        return Cow::Borrowed(text);
    }
    let room = max_width / size / if bold { BOLD } else { 1.0 } - advance(ELLIPSIS);
    if room.is_nan() || room < 0.0 {
        return Cow::Borrowed("");
    }
    let mut used = 0.0;
    let end = text
        .char_indices()
        .find(|(_, c)| {
            used += advance(*c);
            used > room
        })
        .map_or(text.len(), |(at, _)| at);
    let kept = text.get(..end).unwrap_or("");
    // "Protection of …" reads as if a word were missing; cut the space and comma with it.
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || c == ',' || c == '-');
    Cow::Owned(format!("{kept}{ELLIPSIS}"))
}

/// A tick's number, shortened from ten thousand on: 20k, 1.5m, 4bn.
pub fn tick_number(number: u64) -> String {
    let (unit, suffix) = match number {
        0..10_000 => return grouped(number),
        10_000..1_000_000 => (1_000, "k"),
        1_000_000..1_000_000_000 => (1_000_000, "m"),
        _ => (1_000_000_000, "bn"),
    };
    let tenths = number / (unit / 10);
    let whole = grouped(tenths / 10);
    match tenths % 10 {
        0 => format!("{whole}{suffix}"),
        tenth => format!("{whole}.{tenth}{suffix}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fitting_text_is_left_alone() {
        assert!(matches!(fit("Laos", 100.0, 13.0), Cow::Borrowed("Laos")));
        assert_eq!(fit("", 0.0, 13.0), "");
    }

    #[test]
    fn long_text_is_cut_at_a_character_and_fits() {
        for text in [
            "Protection of Chinese nationals and projects",
            "湄公河执法安全合作机制会议",
            "Türkiye é́é́é́é́é́é́é́é́",
        ] {
            for room in [0.0, 5.0, 14.0, 40.0, 41.5, 90.0, 130.0] {
                for bold in [false, true] {
                    let cut = fit_weight(text, room, 13.0, bold);
                    assert!(width(&cut, 13.0, bold) <= room, "{cut} in {room}");
                    let kept = cut.trim_end_matches('…');
                    assert!(text.starts_with(kept));
                }
            }
        }
        assert_eq!(fit("Protection of Chinese nationals", 108.0, 13.0), "Protection of…");
        assert_eq!(fit("湄公河执法安全合作", 65.0, 13.0), "湄公河执…");
        assert_eq!(fit("Vietnam", 4.0, 13.0), "");
        assert_eq!(fit("Vietnam", f64::NAN, 13.0), "");
    }

    #[test]
    fn widths() {
        assert_eq!(width_em("公安部", false), 3.0);
        assert!(width_em("MPS", true) > width_em("MPS", false));
        assert!(width_em("ill", false) < width_em("MMM", false));
        assert_eq!(width_em("e\u{301}", false), width_em("e", false));
    }

    #[test]
    fn numbers() {
        assert_eq!(tick_number(9_999), "9,999");
        assert_eq!(tick_number(20_000), "20k");
        assert_eq!(tick_number(1_500_000), "1.5m");
        assert_eq!(tick_number(4_000_000_000), "4bn");
    }
}
