//! Whether what looks like numbers is something else, that would lose its form as numbers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::spelling::{Spelling, is_digits};

/// The most digits that a number keeps whatever they are.
const EXACT: usize = 15;

/// From so many digits on, a number that begins with a plus is one of a telephone.
const TELEPHONE: usize = 7;

/// More different values than these are no versions.
const VERSIONS: usize = 100;

/// What speaks against reading the values of a column as numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    /// There is a value whose number does not lead back to it: an id of more than fifteen digits, a
    /// code that begins with zeros, a telephone number, a code such as 1E5, a version such as 1.10.
    pub codes: bool,
    /// A good part has a percent sign, and some have none.
    pub part_percent: bool,
    /// The currencies that the values name.
    pub currencies: BTreeSet<Cow<'static, str>>,
}

impl Forms {
    /// Judges the different values of a column.
    pub fn of<'v>(values: impl Iterator<Item = &'v str>) -> Self {
        let mut forms = Self::default();
        let (mut exponents, mut measured) = (false, false);
        let (mut percent, mut bare) = (0_usize, 0_usize);
        let mut versions = Versions::default();
        for value in values {
            if let Some(spelling) = Spelling::of(value.trim()) {
                forms.codes |= is_code(&spelling);
                exponents |= is_exponent_code(&spelling);
                measured |= spelling.negative
                    || spelling.exponent.is_none() && spelling.body.contains(['.', ','])
                    || spelling.exponent.is_some() && !is_exponent_code(&spelling);
                let is_zero = spelling.body.trim_matches('0').is_empty();
                percent += usize::from(spelling.percent);
                bare += usize::from(!spelling.percent && !is_zero);
                forms.currencies.extend(spelling.currency.map(Cow::Borrowed));
                versions.add(&spelling);
            }
        }
        forms.codes |= exponents && !measured || versions.are_versions();
        // One in many is a slip, which is told.
        forms.part_percent = bare > 0 && percent > 0 && percent.saturating_mul(10) >= bare;
        forms
    }
}

fn is_code(spelling: &Spelling) -> bool {
    if spelling.whole_part() > EXACT {
        return true;
    }
    let Some(digits) = spelling.whole_digits() else { return false };
    let zeros = digits.len() > 1 && digits.starts_with('0') && is_digits(&spelling.body);
    zeros || spelling.plus && digits.len() >= TELEPHONE
}

/// `1E5` and `12E1`: programs that mean a power write a fraction before it, or a sign in it.
fn is_exponent_code(spelling: &Spelling) -> bool {
    let exponent = spelling.exponent.as_deref();
    exponent.is_some_and(is_digits) && is_digits(&spelling.body) && !spelling.negative
}

/// The values of a column as versions: two numbers with a point between, of which 1.10 is not 1.1 and
/// comes after 1.9.
#[derive(Debug, Default)]
struct Versions {
    /// There is something else.
    others: bool,
    pairs: BTreeSet<(String, String)>,
}

impl Versions {
    fn add(&mut self, spelling: &Spelling) {
        let plain = spelling.exponent.is_none()
            && !spelling.negative
            && !spelling.percent
            && spelling.currency.is_none();
        let (whole, behind) = spelling.body.split_once('.').unwrap_or((&spelling.body, ""));
        let short = whole.len() <= 2 && is_digits(whole) && behind.len() <= 2;
        if !plain || !short || !(behind.is_empty() || is_digits(behind)) {
            self.others = true;
        } else if self.pairs.len() <= VERSIONS {
            self.pairs.insert((whole.to_owned(), behind.to_owned()));
        }
    }

    fn are_versions(&self) -> bool {
        if self.others || self.pairs.len() > VERSIONS {
            return false;
        }
        let has =
            |whole: &str, behind: &str| self.pairs.contains(&(whole.to_owned(), behind.to_owned()));
        self.pairs.iter().any(|(whole, behind)| {
            let twice = behind.len() == 2
                && behind.strip_suffix('0').is_some_and(|short| short != "0" && has(whole, short));
            twice || behind == "10" && has(whole, "9")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, read};
    use proptest::prelude::*;

    fn leads_back(text: &str) -> bool {
        read(text, Decimal::Point).is_some_and(|number| number.to_string() == text)
    }

    fn codes(values: &[&str]) -> bool {
        Forms::of(values.iter().copied()).codes
    }

    #[test]
    fn codes_are_told_from_numbers() {
        for values in [
            &["1234567890123456789", "5"][..],
            &["1,234,567,890,123,456,789"],
            &["1.234.567.890.123.456.789"],
            &["1234567890123456789.0"],
            &["12345678901234567.25"],
            &["00501", "10001"],
            &["004", "704"],
            &["036", "190"],
            &["1E5", "2E3", "12E1"],
            &["10e2"],
            &["1.1", "1.10"],
            &["1.8", "1.9", "1.10"],
            &["+8613800138000", "+4915112345678"],
            &["+86 138 001 380"],
            &["\u{ff10}\u{ff10}\u{ff17}"],
        ] {
            assert!(codes(values), "{values:?}");
        }
        for values in [
            &["0", "5", "10"][..],
            &["0.5", "0.25"],
            &["1.10", "1.20", "2.00"],
            &["1", "1.0", "2.5"],
            &["0.1", "1e15", "-1e15"],
            &["1.5E5", "2E5"],
            &["1e+05", "200"],
            &["+2", "-3"],
            &["123456789012345"],
            &["0.30000000000000004"],
            &["$1.5", "$1.50"],
            &["many", ""],
        ] {
            assert!(!codes(values), "{values:?}");
        }
    }

    #[test]
    fn units_are_told() {
        let forms = Forms::of(["12%", "0.5"].into_iter());
        assert!(forms.part_percent);
        let numbers: Vec<String> = (1..30).map(|number| number.to_string()).collect();
        let slip = numbers.iter().map(String::as_str).chain(["3%"]);
        assert!(!Forms::of(slip).part_percent);
        assert!(!Forms::of(["12%", "0", "5 %"].into_iter()).part_percent);
        let forms = Forms::of(["$5", "\u{20ac}7", "US$ 3"].into_iter());
        assert_eq!(forms.currencies.into_iter().collect::<Vec<_>>(), ["$", "US$", "\u{20ac}"]);
    }

    proptest! {
        #[test]
        fn whole_numbers_that_lead_back_are_no_codes(text in "[0-9]{1,20}") {
            if text.len() <= EXACT {
                prop_assert_eq!(!codes(&[&text]), leads_back(&text), "{}", text);
            } else if !codes(&[&text]) {
                prop_assert!(leads_back(&text), "{}", text);
            }
        }
    }
}
