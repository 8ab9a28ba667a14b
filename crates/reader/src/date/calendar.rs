//! The calendar: days that exist, and dates known to the year, the month or the day.

use std::fmt;

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before.
pub type Day = i32;

/// A date known to the year, the month or the day. Always exists in the calendar, its year being
/// 1 to 9999. The same as the page's own `PartialDate`, which knows only one way to write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    /// 1 to 12, or 0 if not known.
    month: u8,
    /// 1 to 31, or 0 if not known.
    day: u8,
}

impl PartialDate {
    /// A year. `None` if not 1–9999.
    pub fn from_year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// A month. `None` if `month` is not 1–12 or `year` not 1–9999.
    pub fn from_month(year: i16, month: u8) -> Option<Self> {
        let known = Self::from_year(year)?;
        (1..=12).contains(&month).then_some(Self { month, ..known })
    }

    /// A day. `None` if the calendar does not have it or `year` is not 1–9999.
    pub fn from_day(year: i16, month: u8, day: u8) -> Option<Self> {
        let known = Self::from_month(year, month)?;
        (1..=month_length(year, month)).contains(&day).then_some(Self { day, ..known })
    }

    /// The day that is so many after 1970-01-01. `None` if its year is not 1–9999.
    ///
    /// The inverse of [`Self::first_day`], by Howard Hinnant's `civil_from_days`
    /// (<https://howardhinnant.github.io/date_algorithms.html>).
    pub fn from_days(days: Day) -> Option<Self> {
        let days = i64::from(days) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Self::from_day(i16::try_from(year).ok()?, month, day)
    }

    /// The year, 1–9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month 1–12, if known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month 1–31, if known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The first day this date can mean. By Hinnant's `days_from_civil`.
    pub fn first_day(self) -> Day {
        let (month, day) = (i32::from(self.month.max(1)), i32::from(self.day.max(1)));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let shifted = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * shifted + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The last day this date can mean; equals [`Self::first_day`] for a day.
    pub fn last_day(self) -> Day {
        let month = self.month().unwrap_or(12);
        let day = self.day().unwrap_or(month_length(self.year, month));
        Self { month, day, ..self }.first_day()
    }
}

fn month_length(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_leads_back_to_itself_and_to_the_next() {
        let first = PartialDate::from_day(1, 1, 1).map_or(0, PartialDate::first_day);
        assert_eq!(first, -719_162);
        assert_eq!(PartialDate::from_day(1970, 1, 1).map(PartialDate::first_day), Some(0));
        let mut days = first;
        while let Some(date) = PartialDate::from_days(days) {
            assert_eq!((date.first_day(), date.last_day()), (days, days), "{date}");
            days += 1;
        }
        assert_eq!(
            PartialDate::from_days(days - 1).map(|d| d.to_string()),
            Some("9999-12-31".into())
        );
        for none in [first - 1, Day::MIN, Day::MAX] {
            assert_eq!(PartialDate::from_days(none), None);
        }
    }

    #[test]
    fn only_days_of_the_calendar_exist() {
        assert!(PartialDate::from_day(2024, 2, 29).is_some());
        assert!(PartialDate::from_day(2000, 2, 29).is_some());
        for (year, month, day) in
            [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (0, 1, 1), (1, 0, 1)]
        {
            assert_eq!(PartialDate::from_day(year, month, day), None);
        }
        let month = PartialDate::from_month(2024, 2);
        assert_eq!(month.map(|month| month.last_day() - month.first_day()), Some(28));
    }
}
