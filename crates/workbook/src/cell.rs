//! A value of a cell as text.

use std::fmt::Write as _;

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};

/// Milliseconds of a day, which is what spreadsheets know of times.
const DAY: i64 = 86_400_000;

/// The days before which dates of the two epochs end: 10000-01-01.
const LAST_DAY: [i64; 2] = [2_958_466, 2_957_004];

/// The text of a cell, in memory that is used again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The text; empty for a cell without a value.
    pub text: String,
    /// Whether it is a text in the workbook, too: then it is quoted.
    pub is_text: bool,
}

impl Cell {
    /// Without a value.
    pub fn clear(&mut self) {
        self.text.clear();
        self.is_text = false;
    }

    /// Whether it has a value.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Has the same text as another one.
    pub fn copy(&mut self, other: &Self) {
        self.text.clone_from(&other.text);
        self.is_text = other.is_text;
    }

    /// Has the text of a value, whose days are counted from 1904 or from 1900.
    pub fn set(&mut self, value: &DataRef<'_>, is_1904: bool) {
        self.clear();
        let text = &mut self.text;
        // Writing to a string never fails.
        _ = match value {
            DataRef::Empty => Ok(()),
            DataRef::String(words) => {
                self.is_text = true;
                text.write_str(words)
            }
            DataRef::SharedString(words) => {
                self.is_text = true;
                text.write_str(words)
            }
            DataRef::Int(number) => write!(text, "{number}"),
            DataRef::Float(number) => write_number(text, *number),
            DataRef::Bool(true) => text.write_str("TRUE"),
            DataRef::Bool(false) => text.write_str("FALSE"),
            DataRef::Error(error) => write!(text, "{error}"),
            DataRef::DateTime(moment) => write_moment(text, moment, is_1904),
            DataRef::DateTimeIso(moment) => text.write_str(without_midnight(moment)),
            DataRef::DurationIso(duration) => match clock(duration) {
                Some(milliseconds) => write_clock(text, milliseconds),
                None => text.write_str(duration),
            },
        };
    }
}

/// Whether a value leaves a cell empty.
pub(crate) fn is_empty(value: &DataRef<'_>) -> bool {
    match value {
        DataRef::Empty => true,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.is_empty()
        }
        DataRef::SharedString(text) => text.is_empty(),
        _ => false,
    }
}

/// The shortest form that leads back to the number; with a power of ten where it would have a row of
/// zeros otherwise.
fn write_number(text: &mut String, number: f64) -> std::fmt::Result {
    let size = number.abs();
    if size != 0.0 && !(1e-7..1e21).contains(&size) {
        write!(text, "{number:e}")
    } else if number == 0.0 {
        // Without the sign that a spreadsheet does not show.
        text.write_str("0")
    } else {
        write!(text, "{number}")
    }
}

/// A date, a time or both; a duration; and as a number what is none of them.
fn write_moment(text: &mut String, moment: &ExcelDateTime, is_1904: bool) -> std::fmt::Result {
    let number = moment.as_f64();
    let milliseconds = number * DAY as f64;
    // The cast saturates, and numbers without end become the largest.
    let rounded = milliseconds.round() as i64;
    if moment.is_duration() {
        return match milliseconds.is_finite() {
            true => write_clock(text, rounded),
            false => write_number(text, number),
        };
    }
    let (day, time) = (rounded.div_euclid(DAY), rounded.rem_euclid(DAY));
    let [of_1900, of_1904] = LAST_DAY;
    if !(0..if is_1904 { of_1904 } else { of_1900 }).contains(&day) {
        return write_number(text, number);
    }
    // Of the epoch 1900, day 0 is before all days: a time of day without a day. Of 1904 it is a day, which
    // nobody means who writes a time.
    if day == 0 && (time > 0 || !is_1904) {
        return write_clock(text, time);
    }
    // Of the day alone: calamine would cut the time, and not round it.
    let whole = ExcelDateTime::new(day as f64, ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, ..) = whole.to_ymd_hms_milli();
    write!(text, "{year:04}-{month:02}-{day:02}")?;
    if time == 0 {
        return Ok(());
    }
    text.write_char('T')?;
    write_clock(text, time)
}

/// `36:30:00`, with milliseconds if there are any.
fn write_clock(text: &mut String, milliseconds: i64) -> std::fmt::Result {
    let sign = if milliseconds < 0 { "-" } else { "" };
    let rest = milliseconds.unsigned_abs();
    let (hours, minutes) = (rest / 3_600_000, rest / 60_000 % 60);
    write!(text, "{sign}{hours:02}:{minutes:02}:{:02}", rest / 1000 % 60)?;
    match rest % 1000 {
        0 => Ok(()),
        part => write!(text, ".{part:03}"),
    }
}

/// A date of ODS without the time that stands for none.
fn without_midnight(moment: &str) -> &str {
    match moment.split_once('T') {
        Some((day, time)) if time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.')) => day,
        _ => moment,
    }
}

/// The milliseconds of a time of ODS: `PT10H30M00S`, `PT36H00M00.5S`.
fn clock(duration: &str) -> Option<i64> {
    let (sign, rest) = match duration.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, duration),
    };
    let mut rest = rest.strip_prefix("PT")?;
    let mut all = 0.0;
    for (unit, milliseconds) in [('H', 3_600_000.0), ('M', 60_000.0), ('S', 1000.0)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            all += number.replace(',', ".").parse::<f64>().ok()? * milliseconds;
            rest = behind;
        }
    }
    (rest.is_empty() && all.is_finite() && all < 1e15).then_some(sign * all.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: DataRef<'_>) -> String {
        let mut cell = Cell::default();
        cell.set(&value, false);
        cell.text
    }

    fn moment(number: f64, is_1904: bool) -> String {
        let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, is_1904);
        let mut cell = Cell::default();
        cell.set(&DataRef::DateTime(moment), is_1904);
        cell.text
    }

    #[test]
    fn a_number_is_as_short_as_can_be() {
        for (number, words) in [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (12.5, "12.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (-1e6, "-1000000"),
            (1e20, "100000000000000000000"),
            (1.5e300, "1.5e300"),
            (2.5e-9, "2.5e-9"),
            (0.000_001, "0.000001"),
        ] {
            assert_eq!(text(DataRef::Float(number)), words);
            assert_eq!(words.parse(), Ok(number));
        }
    }

    #[test]
    fn a_date_follows_its_epoch() {
        for (number, of_1900, of_1904) in [
            (45541.0, "2024-09-06", "2028-09-07"),
            (44079.0, "2020-09-05", "2024-09-06"),
            (45541.4375, "2024-09-06T10:30:00", "2028-09-07T10:30:00"),
            (1.0, "1900-01-01", "1904-01-02"),
            (59.0, "1900-02-28", "1904-02-29"),
            // A day that never was, and that spreadsheets have.
            (60.0, "1900-02-29", "1904-03-01"),
            (61.0, "1900-03-01", "1904-03-02"),
            (0.4375, "10:30:00", "10:30:00"),
            (0.0, "00:00:00", "1904-01-01"),
            // The last hundredth of a millisecond belongs to the next day.
            (45_540.999_999_999_9, "2024-09-06", "2028-09-07"),
            (45541.5 + 0.25 / 86400.0, "2024-09-06T12:00:00.250", "2028-09-07T12:00:00.250"),
            (2_958_465.0, "9999-12-31", "2958465"),
            (-1.0, "-1", "-1"),
            (4e9, "4000000000", "4000000000"),
        ] {
            assert_eq!(moment(number, false), of_1900, "{number} of 1900");
            assert_eq!(moment(number, true), of_1904, "{number} of 1904");
        }
        for number in [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE] {
            assert!(!moment(number, false).is_empty());
        }
    }

    #[test]
    fn a_duration_has_more_hours_than_a_day() {
        let duration = |number| {
            text(DataRef::DateTime(ExcelDateTime::new(number, ExcelDateTimeType::TimeDelta, false)))
        };
        assert_eq!(duration(1.520_833_333_333_333_3), "36:30:00");
        assert_eq!(duration(-0.5), "-12:00:00");
        let iso = |words: &str| text(DataRef::DurationIso(words.to_owned()));
        assert_eq!(iso("PT10H30M00S"), "10:30:00");
        assert_eq!(iso("-PT36H00M00.5S"), "-36:00:00.500");
        for strange in ["P3D", "PTH", "PT1e300S", "PT1HxM", "", "PT"] {
            _ = iso(strange);
        }
        let date = |words: &str| text(DataRef::DateTimeIso(words.to_owned()));
        assert_eq!(date("2024-09-06T00:00:00"), "2024-09-06");
        assert_eq!(date("2024-09-06T10:30:00"), "2024-09-06T10:30:00");
    }
}
