//! Which century a year of two digits is of: one answer for a whole column.

use serde::{Deserialize, Serialize};

/// What a year of two digits means in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Century {
    /// The column does not say. Such a date is not read until somebody chooses.
    #[default]
    Ambiguous,
    /// A year of the hundred that end with this one: until 2026, 26 is 2026 and 27 is 1927.
    Until(i16),
    /// The year that stands in that column of the same row, by its position.
    Beside(u16),
}

impl Century {
    /// The year that two digits mean. `beside` is the year in the column that is told by
    /// [`Century::Beside`], if there is one. `None` if the century is not known.
    pub fn year(self, digits: u8, beside: Option<i16>) -> Option<i16> {
        let digits = i16::from(digits);
        match self {
            Self::Ambiguous => None,
            Self::Until(last) => {
                let past = (i32::from(last) - i32::from(digits)).rem_euclid(100);
                let year = i16::try_from(i32::from(last) - past).ok()?;
                (1..=9999).contains(&year).then_some(year)
            }
            Self::Beside(_) => beside.filter(|year| year.rem_euclid(100) == digits),
        }
    }
}

/// The last year that a date is expected to be of: that of this release, as the reader knows no
/// clock. Years soon behind it are asked, so it does no harm that it grows old.
pub const PRESENT: i16 = 2026;

/// Dates of plans are so many years ahead at most.
const AHEAD: i16 = 25;

/// Dates of one table that lie on both sides of a century's turn are so many years apart at most, as
/// far as nobody says otherwise.
const APART: i16 = 60;

/// The years of two digits in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShortYears {
    /// A bit for each of 00–99.
    seen: u128,
}

impl ShortYears {
    /// Takes one more year into account.
    pub fn add(&mut self, digits: u8) {
        self.seen |= 1_u128.checked_shl(digits.into()).unwrap_or(0);
    }

    /// These and others.
    pub(super) fn and(self, others: Self) -> Self {
        Self { seen: self.seen | others.seen }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.seen == 0
    }

    /// One of them, to be shown: the first.
    pub fn example(self) -> Option<u8> {
        (0..100).find(|digits| self.has(*digits))
    }

    fn has(self, digits: u8) -> bool {
        self.seen >> digits & 1 == 1
    }

    /// The first and the last year, all read until `last`.
    fn range(self, last: i16) -> Option<(i16, i16)> {
        let years = || {
            let seen = (0..100).filter(|digits| self.has(*digits));
            seen.filter_map(|digits| Century::Until(last).year(digits, None))
        };
        Some((years().min()?, years().max()?))
    }

    /// The century that the column says. Years are not after the present one; what is left open then
    /// is asked: years soon to come, which may be plans, and years on both sides of a century's
    /// turn that are far apart.
    pub fn century(self) -> Century {
        let (this, before) = (PRESENT / 100 * 100 + 99, PRESENT / 100 * 100 - 1);
        let until_present = Century::Until(PRESENT);
        match (self.range(PRESENT), self.range(this), self.range(before)) {
            (Some(present), Some(this), _) if present == this => until_present,
            (Some(present), Some(this), Some(before)) => {
                let is_plan = this.0 <= PRESENT + AHEAD && this.1 <= PRESENT + AHEAD;
                let is_near = present == before || present.1 - present.0 < APART;
                if is_near && !is_plan { until_present } else { Century::Ambiguous }
            }
            _ => Century::Ambiguous,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_says_its_century_or_is_asked() {
        let century = |years: &[u8]| {
            let mut short = ShortYears::default();
            years.iter().for_each(|year| short.add(*year));
            short.century()
        };
        let present = Century::Until(PRESENT);
        for years in [&[24, 25][..], &[0, 26], &[55, 61, 79], &[99], &[98, 99, 0, 1, 24], &[70, 24]]
        {
            assert_eq!(century(years), present, "{years:?}");
        }
        for years in [&[30][..], &[24, 27], &[6, 45, 98], &[6, 12, 31], &[]] {
            assert_eq!(century(years), Century::Ambiguous, "{years:?}");
        }
    }

    #[test]
    fn two_digits_are_a_year_of_the_hundred() {
        for last in [1999, 2026, 2068] {
            for digits in 0..100 {
                let year = Century::Until(last).year(digits, None).unwrap_or_default();
                assert!(year <= last && year > last - 100 && year % 100 == i16::from(digits));
            }
        }
        assert_eq!(Century::Until(i16::MIN).year(99, None), None);
        assert_eq!(Century::Until(50).year(99, None), None);
        assert_eq!(Century::Beside(1).year(6, Some(1906)), Some(1906));
        assert_eq!(Century::Beside(1).year(6, Some(1907)), None);
        assert_eq!(Century::Beside(1).year(6, None), None);
    }
}
