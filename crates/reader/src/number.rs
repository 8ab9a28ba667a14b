//! Numbers as tables have them.

/// What stands before the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Decimal {
    /// 1,234.5
    #[default]
    Point,
    /// 1.234,5
    Comma,
}

/// Which of the two a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecimalEvidence {
    point: u64,
    comma: u64,
}

impl DecimalEvidence {
    /// Takes one more value into account. `1,234` and `1.234` say nothing, as either can be a
    /// thousand or a fraction.
    pub fn add(&mut self, text: &str) {
        let (point, comma) = (read(text, Decimal::Point), read(text, Decimal::Comma));
        match (point, comma) {
            (Some(_), None) => self.point = self.point.saturating_add(1),
            (None, Some(_)) => self.comma = self.comma.saturating_add(1),
            _ => {}
        }
    }

    /// A comma if more values need one than need a point.
    pub fn decimal(self) -> Decimal {
        if self.comma > self.point { Decimal::Comma } else { Decimal::Point }
    }
}

/// Reads a number: with a sign, thousands in groups of three (separated by the other mark, a blank
/// or an apostrophe), a fraction, an exponent. `None` for everything else, percent signs and
/// currencies too, and for what is no finite number.
pub fn read(text: &str, decimal: Decimal) -> Option<f64> {
    let text = text.trim();
    if text.is_empty() || text.len() > 64 {
        return None;
    }
    let (fraction, group) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    if let Some(number) = plain_number(text.as_bytes(), fraction) {
        return Some(number);
    }
    let mut plain = String::with_capacity(text.len());
    let unsigned = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => {
            plain.push('-');
            rest
        }
        None => text.strip_prefix('+').unwrap_or(text),
    };
    let (number, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, behind) = match number.split_once(fraction) {
        Some((whole, behind)) => (whole, Some(behind)),
        None => (number, None),
    };
    whole_part(whole, group, &mut plain)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(behind) = behind {
        if !digits(behind) {
            return None;
        }
        plain.push('.');
        plain.push_str(behind);
    }
    if let Some(exponent) = exponent {
        if !digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent)) {
            return None;
        }
        plain.push('e');
        plain.push_str(exponent);
    }
    plain.parse().ok().filter(|number: &f64| number.is_finite())
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

fn whole_part(text: &str, group: char, plain: &mut String) -> Option<()> {
    let marks = [group, ' ', '\u{a0}', '\u{202f}', '\'', '\u{2019}'];
    let mut count = 0;
    let mut mark = None;
    for part in text.split_inclusive(marks) {
        let digits = part.trim_end_matches(marks);
        let fits = if count == 0 { (1..=3).contains(&digits.len()) } else { digits.len() == 3 };
        let alone = count == 0 && digits.len() == part.len() && !digits.is_empty();
        if !(fits || alone) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let behind = part.chars().nth(digits.len());
        // All marks are the same, and none is last.
        if behind.is_some() && mark.is_some() && mark != behind {
            return None;
        }
        mark = behind.or(mark);
        plain.push_str(digits);
        count += 1;
    }
    (count > 0 && !text.ends_with(marks)).then_some(())
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
            "12,34,567",
            "1.2.3",
            "1e",
            "NaN",
            "inf",
            "1e999",
            "5 %",
            "0x10",
            "1 234,567",
        ] {
            assert_eq!(read(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn a_column_says_which_mark_it_has() {
        let decimal = |texts: &[&str]| {
            let mut evidence = DecimalEvidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            evidence.decimal()
        };
        assert_eq!(decimal(&["1,5", "1.234"]), Decimal::Comma);
        assert_eq!(decimal(&["1.5", "1,234"]), Decimal::Point);
        assert_eq!(decimal(&["1,234"]), Decimal::Point);
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
        for text in ["1.", ".5", "-.5", "--1", "1.2.3", "1-2", "1..2"] {
            assert_eq!(read(text, Decimal::Point), None, "{text}");
        }
    }
}
