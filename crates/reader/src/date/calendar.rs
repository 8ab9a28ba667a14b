//! The calendar: days that exist, and dates known to the day, the month, the year or another part.

use std::cmp::{Ordering, Reverse};
use std::fmt;

use serde::{Deserialize, Serialize};

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before.
pub type Day = i32;

/// A date known to a part of the calendar. Always exists in it, its year being 1 to 9999. As the
/// page's own `PartialDate`, which knows years, months and days, and only one way to write them.
///
/// Ordered by first days, and of the same first day the longer part first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    year: i16,
    within: Within,
}

/// What is known of a date beside its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
enum Within {
    /// The year and the next one, of which the fiscal year or season is some twelve months.
    Fiscal,
    Year,
    /// 1 or 2.
    Half(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 to 12.
    Month(u8),
    /// 1 to 53, of a year of ISO 8601, whose first week has the first Thursday.
    Week(u8),
    /// Month and day.
    Day(u8, u8),
}

impl PartialDate {
    /// A year. `None` if not 1–9999.
    pub fn from_year(year: i16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, within: Within::Year })
    }

    /// A fiscal year or season that begins in `year` and ends in the next. `None` if not 1–9998.
    pub fn from_fiscal_year(year: i16) -> Option<Self> {
        (1..=9998).contains(&year).then_some(Self { year, within: Within::Fiscal })
    }

    /// Half a year. `None` if `half` is not 1 or 2, or `year` not 1–9999.
    pub fn from_half_year(year: i16, half: u8) -> Option<Self> {
        let known = Self::from_year(year)?;
        (1..=2).contains(&half).then_some(Self { within: Within::Half(half), ..known })
    }

    /// A quarter. `None` if `quarter` is not 1–4 or `year` not 1–9999.
    pub fn from_quarter(year: i16, quarter: u8) -> Option<Self> {
        let known = Self::from_year(year)?;
        (1..=4).contains(&quarter).then_some(Self { within: Within::Quarter(quarter), ..known })
    }

    /// A month. `None` if `month` is not 1–12 or `year` not 1–9999.
    pub fn from_month(year: i16, month: u8) -> Option<Self> {
        let known = Self::from_year(year)?;
        (1..=12).contains(&month).then_some(Self { within: Within::Month(month), ..known })
    }

    /// A week of ISO 8601. `None` if the year does not have it, or not all of it is in 1–9999.
    pub fn from_week(year: i16, week: u8) -> Option<Self> {
        let known = Self { within: Within::Week(week), ..Self::from_year(year)? };
        let monday = known.first_day();
        let thursday = Self::from_days(monday.checked_add(3)?)?;
        Self::from_days(monday)?;
        Self::from_days(monday.checked_add(6)?)?;
        ((1..=53).contains(&week) && thursday.year == year).then_some(known)
    }

    /// A day. `None` if the calendar does not have it or `year` is not 1–9999.
    pub fn from_day(year: i16, month: u8, day: u8) -> Option<Self> {
        let known = Self::from_month(year, month)?;
        let exists = (1..=month_length(year, month)).contains(&day);
        exists.then_some(Self { within: Within::Day(month, day), ..known })
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

    /// The year, 1–9999; of a fiscal year the one in which it begins, of a week that of ISO 8601.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month 1–12, if known.
    pub fn month(self) -> Option<u8> {
        match self.within {
            Within::Month(month) | Within::Day(month, _) => Some(month),
            _ => None,
        }
    }

    /// The day of the month 1–31, if known.
    pub fn day(self) -> Option<u8> {
        match self.within {
            Within::Day(_, day) => Some(day),
            _ => None,
        }
    }

    /// The first day this date can mean.
    pub fn first_day(self) -> Day {
        match self.within {
            Within::Year | Within::Fiscal => days_until(self.year, 1, 1),
            Within::Half(half) => days_until(self.year, half * 6 - 5, 1),
            Within::Quarter(quarter) => days_until(self.year, quarter * 3 - 2, 1),
            Within::Month(month) => days_until(self.year, month, 1),
            Within::Week(week) => {
                // The week of 4 January is the first. Day 0 was a Thursday.
                let fourth = days_until(self.year, 1, 4);
                fourth - (fourth + 3).rem_euclid(7) + (i32::from(week) - 1) * 7
            }
            Within::Day(month, day) => days_until(self.year, month, day),
        }
    }

    /// The last day this date can mean; equals [`Self::first_day`] for a day.
    pub fn last_day(self) -> Day {
        let end_of = |year, month| days_until(year, month, month_length(year, month));
        match self.within {
            Within::Year => end_of(self.year, 12),
            Within::Fiscal => end_of(self.year + 1, 12),
            Within::Half(half) => end_of(self.year, half * 6),
            Within::Quarter(quarter) => end_of(self.year, quarter * 3),
            Within::Month(month) => end_of(self.year, month),
            Within::Week(_) => self.first_day() + 6,
            Within::Day(..) => self.first_day(),
        }
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.first_day(), Reverse(date.last_day()), date.within);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Days from 1970-01-01 until a day, by Hinnant's `days_from_civil`.
fn days_until(year: i16, month: u8, day: u8) -> Day {
    let (month, day) = (i32::from(month), i32::from(day));
    let year = i32::from(year) - i32::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let shifted = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
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
        let year = self.year;
        match self.within {
            Within::Year => write!(f, "{year:04}"),
            Within::Fiscal => write!(f, "{year:04}/{:02}", (year + 1) % 100),
            Within::Half(half) => write!(f, "{year:04}-H{half}"),
            Within::Quarter(quarter) => write!(f, "{year:04}-Q{quarter}"),
            Within::Month(month) => write!(f, "{year:04}-{month:02}"),
            Within::Week(week) => write!(f, "{year:04}-W{week:02}"),
            Within::Day(month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
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

    #[test]
    fn weeks_quarters_and_fiscal_years_have_their_days() {
        let said = |date: Option<PartialDate>| {
            let day = |days| PartialDate::from_days(days).map(|day| day.to_string());
            let (from, to) = date.map(|date| (date.first_day(), date.last_day())).unzip();
            [date.map(|date| date.to_string()), from.and_then(day), to.and_then(day)]
                .map(Option::unwrap_or_default)
        };
        for (date, words) in [
            (PartialDate::from_week(2024, 36), ["2024-W36", "2024-09-02", "2024-09-08"]),
            (PartialDate::from_week(2025, 1), ["2025-W01", "2024-12-30", "2025-01-05"]),
            (PartialDate::from_week(2020, 53), ["2020-W53", "2020-12-28", "2021-01-03"]),
            (PartialDate::from_half_year(2024, 1), ["2024-H1", "2024-01-01", "2024-06-30"]),
            (PartialDate::from_half_year(2024, 2), ["2024-H2", "2024-07-01", "2024-12-31"]),
            (PartialDate::from_quarter(2024, 1), ["2024-Q1", "2024-01-01", "2024-03-31"]),
            (PartialDate::from_fiscal_year(1999), ["1999/00", "1999-01-01", "2000-12-31"]),
        ] {
            assert_eq!(said(date), words);
        }
        for none in [
            PartialDate::from_week(2024, 53),
            PartialDate::from_week(2024, 0),
            PartialDate::from_week(9999, 255),
            PartialDate::from_quarter(2024, 5),
            PartialDate::from_half_year(2024, 3),
            PartialDate::from_half_year(0, 1),
            PartialDate::from_fiscal_year(9999),
        ] {
            assert_eq!(none, None);
        }
        let sorted = [
            PartialDate::from_fiscal_year(2024),
            PartialDate::from_year(2024),
            PartialDate::from_half_year(2024, 1),
            PartialDate::from_quarter(2024, 1),
            PartialDate::from_month(2024, 1),
            PartialDate::from_week(2024, 1),
            PartialDate::from_day(2024, 1, 1),
            PartialDate::from_day(2024, 1, 2),
        ];
        assert!(sorted.is_sorted() && sorted.iter().all(Option::is_some));
    }
}
