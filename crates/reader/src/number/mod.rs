//! Numbers as tables have them.

mod decimal;
mod form;
mod missing;
mod spelling;

pub use decimal::{Decimal, DecimalEvidence};
pub use form::Forms;
pub use missing::is_missing;

use spelling::Spelling;

/// The longest text that is a number, in bytes.
const LONGEST: usize = 96;

/// Reads a number: with a sign before or behind it or in brackets, thousands in groups of three
/// (separated by the other mark, a blank or an apostrophe) or as in India, a fraction, an exponent, a
/// percent sign (5 % is 5), a currency; in the digits of several scripts. `None` for everything else,
/// and for what is no finite number. With [`Decimal::Ambiguous`] what has one reading.
pub fn read(text: &str, decimal: Decimal) -> Option<f64> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let (fraction, group) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
        Decimal::Ambiguous => return either(text),
    };
    if let Some(number) = plain_number(text.as_bytes(), fraction) {
        return Some(number);
    }
    // Most cells that are no numbers begin with a letter and are not looked at further.
    if !may_be_number(text) {
        return None;
    }
    Spelling::of(text)?.value(fraction, group)
}

/// As [`read`], with either mark: with the point if it can be read with both.
pub fn read_with_either(text: &str) -> Option<f64> {
    read(text, Decimal::Point).or_else(|| read(text, Decimal::Comma))
}

fn either(text: &str) -> Option<f64> {
    match (read(text, Decimal::Point), read(text, Decimal::Comma)) {
        (Some(point), Some(comma)) => Some(point).filter(|point| *point == comma),
        (point, comma) => point.or(comma),
    }
}

/// Whether there is a digit of any script.
fn may_be_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        || text.chars().any(|c| !c.is_ascii() && c.is_numeric())
}

/// The number that most cells have: up to fifteen digits with or without a minus and a fraction.
/// The digits and the power of ten are exact as floats, so that their quotient is rounded once, as it
/// has to be (W. D. Clinger, “How to Read Floating Point Numbers Accurately”, PLDI 1990).
fn plain_number(text: &[u8], fraction: char) -> Option<f64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > 16 || !digits.first()?.is_ascii_digit() || !digits.last()?.is_ascii_digit() {
        return None;
    }
    let (mut number, mut power, mut behind) = (0_u64, 1_u64, false);
    for &byte in digits {
        match byte {
            b'0'..=b'9' => {
                number = number * 10 + u64::from(byte - b'0');
                power *= if behind { 10 } else { 1 };
            }
            mark if char::from(mark) == fraction && !behind => behind = true,
            _ => return None,
        }
    }
    if digits.len() - usize::from(behind) > 15 {
        return None;
    }
    let number = number as f64 / power as f64;
    Some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_of_both_kinds() {
        for (text, number) in [
            ("0", 0.0),
            ("-12", -12.0),
            ("+1.5", 1.5),
            ("1234567", 1_234_567.0),
            ("1,234,567.25", 1_234_567.25),
            ("1 234", 1234.0),
            ("12'500", 12_500.0),
            ("1.5e3", 1500.0),
            ("\u{2212}3", -3.0),
            (" 7 ", 7.0),
            ("12,34,567", 1_234_567.0),
            ("5 %", 5.0),
            ("15.5%", 15.5),
            (".25", 0.25),
            ("-.5", -0.5),
            ("(1,234)", -1234.0),
            ("($1,234.50)", -1234.5),
            ("$(7)", -7.0),
            ("$1,200.50", 1200.5),
            ("-$5", -5.0),
            ("$-5", -5.0),
            ("US$ 1,000", 1000.0),
            ("20\u{20ac}", 20.0),
            ("20 EUR", 20.0),
            ("\u{a5}5,000", 5000.0),
            ("\u{2013}5", -5.0),
            ("5-", -5.0),
            ("1\u{2009}234\u{2009}567", 1_234_567.0),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234.5", 1234.5),
            ("\u{ff11}\u{ff0c}\u{ff12}\u{ff13}\u{ff14}", 1234.0),
            ("\u{661}\u{662}\u{663}", 123.0),
            ("\u{661}\u{66c}\u{662}\u{663}\u{664}\u{66b}\u{665}", 1234.5),
            ("\u{6f4}\u{6f5}", 45.0),
            ("\u{967}\u{968}", 12.0),
        ] {
            assert_eq!(read(text, Decimal::Point), Some(number), "{text}");
        }
        assert_eq!(read("1.234,5", Decimal::Comma), Some(1234.5));
        for text in [
            "",
            "-",
            ".",
            "1,23",
            "1,,234",
            "1,234,",
            "1.2.3",
            "1e",
            "NaN",
            "inf",
            "1e999",
            "(5",
            "-(5)",
            "--5",
            "+-5",
            "5%%",
            "$5$",
            "2019-",
            "2019\u{2013}",
            "3\u{2013}5",
            "0,125",
            "0 800 123",
            "A5",
            "5 apples",
            "0x10",
            "1 234,567",
        ] {
            assert_eq!(read(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_waits_for_a_choice() {
        for (text, number) in [
            ("1.234", None),
            ("1,234", None),
            ("0,125", Some(0.125)),
            ("1,5", Some(1.5)),
            ("7", Some(7.0)),
        ] {
            assert_eq!(read(text, Decimal::Ambiguous), number, "{text}");
        }
    }

    #[test]
    fn plain_numbers_are_what_the_standard_library_reads() {
        for text in [
            "0",
            "7",
            "-7",
            "007",
            "-0",
            "0.1",
            "-0.3",
            "123456789012345",
            "0.00000000000001",
            "1.10",
            "99999999.9999999",
            "12345.678901234",
            "5e-324",
            "1234567890123456",
            "0.000000000000001",
        ] {
            let expected: f64 = text.parse().unwrap_or(f64::NAN);
            assert_eq!(
                read(text, Decimal::Point).map(f64::to_bits),
                Some(expected.to_bits()),
                "{text}"
            );
        }
        assert_eq!(read("-1234,5", Decimal::Comma), Some(-1234.5));
        for text in ["1.", "--1", "1.2.3", "1-2", "1..2"] {
            assert_eq!(read(text, Decimal::Point), None, "{text}");
        }
    }
}
