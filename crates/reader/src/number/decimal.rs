//! Which mark stands before the fraction: one answer for a whole column.

use serde::{Deserialize, Serialize};

use super::read;

/// What stands before the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Decimal {
    /// 1,234.5
    #[default]
    Point,
    /// 1.234,5
    Comma,
    /// The column does not say. A number that could be either is not read until somebody chooses.
    Ambiguous,
}

/// What the numbers of a column say about their mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DecimalEvidence {
    /// Numbers that exist only with a point before the fraction.
    pub point: u64,
    /// Numbers that exist only with a comma before the fraction.
    pub comma: u64,
    /// Numbers that are another one with each mark, such as `1,234` and `1.234`.
    pub either: u64,
    /// Those of them whose mark is a comma.
    commas: u64,
    /// Those of them that end in a zero, as a fraction rarely does.
    round: u64,
    /// Numbers below 1000 without any mark.
    small: u64,
    /// Those of them from 100.
    hundreds: u64,
    /// Numbers from 1000 without any mark.
    large: u64,
}

impl DecimalEvidence {
    /// Takes one more value into account; what is no number says nothing.
    pub fn add(&mut self, text: &str) {
        let (point, comma) = (read(text, Decimal::Point), read(text, Decimal::Comma));
        let count = match (point, comma) {
            (Some(_), None) => &mut self.point,
            (None, Some(_)) => &mut self.comma,
            (Some(point), Some(comma)) if point != comma => {
                self.commas += u64::from(text.contains([',', '\u{ff0c}']));
                self.round += u64::from(text.trim_end().ends_with('0'));
                &mut self.either
            }
            (Some(number), Some(_)) if number.abs() >= 1000.0 => &mut self.large,
            (Some(number), Some(_)) if number != 0.0 => {
                self.hundreds += u64::from(number.abs() >= 100.0);
                &mut self.small
            }
            _ => return,
        };
        *count = count.saturating_add(1);
    }

    /// The mark that the column has. That of the numbers that allow only one, if they agree or if
    /// nine in ten do (the rest are slips, and problems). Without such, numbers like `1,500` are
    /// thousands if others are whole, have no mark up to 999, and come near that: fractions would not
    /// all have three digits or none, but of 2, 5 and 2.125 nobody knows. If numbers are left that can
    /// be read in two ways, it is ambiguous.
    pub fn decimal(self) -> Decimal {
        let (most, all) = (self.point.max(self.comma), self.point.saturating_add(self.comma));
        if all > 0 {
            return if most.saturating_mul(10) < all.saturating_mul(9) {
                // Each number that has but one reading is read by it.
                Decimal::Ambiguous
            } else if most == self.point {
                Decimal::Point
            } else {
                Decimal::Comma
            };
        }
        if self.either == 0 {
            return Decimal::Point;
        }
        if self.hundreds > 0 { self.of_thousands() } else { Decimal::Ambiguous }
    }

    /// The mark if numbers such as `1,500` are thousands, as whole numbers beside them suggest.
    fn of_thousands(self) -> Decimal {
        let whole = self.large == 0
            && (self.small >= 3 && self.small >= self.either || self.small > 0 && self.round > 0);
        match self.commas {
            commas if whole && commas == self.either => Decimal::Point,
            0 if whole => Decimal::Comma,
            _ => Decimal::Ambiguous,
        }
    }

    /// The mark that the column has in a text with that delimiter, if its numbers leave it open. Where commas
    /// separate cells, one within a number had to be put in quotes: nobody does that for a fraction.
    pub fn beside(self, delimiter: Option<u8>) -> Decimal {
        match self.of_thousands() {
            Decimal::Point if delimiter == Some(b',') => Decimal::Point,
            _ => Decimal::Ambiguous,
        }
    }

    /// The mark of numbers that a program has written, which knows no thousands.
    pub fn of_program(self) -> Decimal {
        match self.commas {
            0 => Decimal::Point,
            commas if commas == self.either => Decimal::Comma,
            _ => Decimal::Ambiguous,
        }
    }

    /// Whether no number of the column allows but one mark.
    pub fn is_open(self) -> bool {
        self.point == 0 && self.comma == 0
    }

    /// Whether the reader has to be asked: there are numbers that can be read in two ways, and the
    /// column does not say in which.
    pub fn needs_choice(self) -> bool {
        self.either > 0 && self.decimal() == Decimal::Ambiguous
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_says_which_mark_it_has() {
        use Decimal::{Ambiguous, Comma, Point};
        for (texts, decimal) in [
            (&["1,5", "1.234"][..], Comma),
            (&["1.5", "1,234"], Point),
            // No thousand begins with a zero.
            (&["0,125", "1,500"], Comma),
            (&["-0,125"], Comma),
            (&["0.125", "1.500"], Point),
            (&["3.755.251", "1.250"], Comma),
            (&["3,755,251", "1,250"], Point),
            (&["1234.567", "1.234"], Point),
            (&["1.234"], Ambiguous),
            (&["1,234", "21,028"], Ambiguous),
            (&["1,234", "2.345"], Ambiguous),
            (&["1,234.50", "1.234,50", "1.234"], Ambiguous),
            // Whole numbers beside them.
            (&["7", "1.200", "950"], Comma),
            (&["7", "1,200", "950"], Point),
            (&["10", "20", "300", "(1,234)"], Point),
            // Rates or thousands.
            (&["10", "20", "30", "(1,234)"], Ambiguous),
            (&["2", "3", "5", "2.125"], Ambiguous),
            (&["5.125", "10", "7.250"], Ambiguous),
            (&["2", "3", "5", "2,125"], Ambiguous),
            (&["1200", "1.200"], Ambiguous),
            (&["7", "1.234"], Ambiguous),
            (&["1", "2"], Point),
            (&[], Point),
            (&["many", ""], Point),
        ] {
            let mut evidence = DecimalEvidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            assert_eq!(evidence.decimal(), decimal, "{texts:?}");
            let asked = decimal == Ambiguous;
            assert_eq!(evidence.needs_choice(), asked, "{texts:?}");
        }
    }

    #[test]
    fn who_wrote_the_numbers_may_say_it() {
        let evidence = |texts: &[&str]| {
            let mut evidence = DecimalEvidence::default();
            texts.iter().for_each(|text| evidence.add(text));
            evidence
        };
        let quoted = evidence(&["2", "3", "5", "2,125"]);
        assert_eq!(quoted.beside(Some(b',')), Decimal::Point);
        assert_eq!(quoted.beside(Some(b';')), Decimal::Ambiguous);
        let pointed = evidence(&["2", "3", "5", "2.125"]);
        assert_eq!(pointed.beside(Some(b',')), Decimal::Ambiguous);
        assert_eq!(pointed.beside(Some(b';')), Decimal::Ambiguous);
        assert_eq!(pointed.of_program(), Decimal::Point);
        assert_eq!(quoted.of_program(), Decimal::Comma);
        assert_eq!(evidence(&["2.125", "2,125"]).of_program(), Decimal::Ambiguous);
    }
}
