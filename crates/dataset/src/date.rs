//! Dates as sources give them: a day, or only a month, or (in filters) only a year.

use std::fmt;
use std::str::FromStr;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use time::{Date, Month};

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before.
pub type Day = i32;

/// Julian day number of 1970-01-01.
const UNIX_EPOCH_JULIAN: i32 = 2_440_588;

/// A date known to the year, the month or the day: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
///
/// Always exists in the calendar: 2023-02-29 cannot be made. Ordered by first day,
/// then the less precise first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    year: i16,
    month: Option<u8>,
    day: Option<u8>,
}

/// Why a text is not a [`PartialDate`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The text that was given.
    pub given: String,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\u{201c}{}\u{201d} is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD, a day that exists",
            self.given
        )
    }
}

impl std::error::Error for DateError {}

impl PartialDate {
    /// A month. `None` if `month` is not 1–12 or `year` not 1–9999.
    pub fn from_month(year: i16, month: u8) -> Option<Self> {
        calendar(year, month, 1)?;
        Some(Self { year, month: Some(month), day: None })
    }

    /// A day. `None` if it is not in the calendar or `year` not 1–9999.
    pub fn from_day(year: i16, month: u8, day: u8) -> Option<Self> {
        calendar(year, month, day)?;
        Some(Self { year, month: Some(month), day: Some(day) })
    }

    /// A year. `None` if not 1–9999.
    pub fn from_year(year: i16) -> Option<Self> {
        calendar(year, 1, 1)?;
        Some(Self { year, month: None, day: None })
    }

    /// The day that is so many after 1970-01-01. `None` if its year is not 1–9999.
    pub fn from_days(days: Day) -> Option<Self> {
        let date = Date::from_julian_day(days.checked_add(UNIX_EPOCH_JULIAN)?).ok()?;
        Self::from_day(i16::try_from(date.year()).ok()?, date.month().into(), date.day())
    }

    /// The year, 1–9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month 1–12, if known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month 1–31, if known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The first day this date can mean.
    pub fn first_day(self) -> Day {
        // Constructors admit only calendar dates, so the fallback is never taken.
        calendar(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).unwrap_or_default()
    }

    /// The last day this date can mean; equals [`Self::first_day`] for a day.
    pub fn last_day(self) -> Day {
        match (self.month, self.day) {
            (_, Some(_)) => self.first_day(),
            (Some(12), None) | (None, None) => calendar(self.year, 12, 31).unwrap_or_default(),
            (Some(month), None) => calendar(self.year, month + 1, 1).unwrap_or_default() - 1,
        }
    }
}

fn calendar(year: i16, month: u8, day: u8) -> Option<Day> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    let month = Month::try_from(month).ok()?;
    let date = Date::from_calendar_date(i32::from(year), month, day).ok()?;
    Some(date.to_julian_day() - UNIX_EPOCH_JULIAN)
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError { given: text.chars().take(40).collect() })
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(DateVisitor)
    }
}

/// Names what is expected where something else than a text stands.
struct DateVisitor;

impl Visitor<'_> for DateVisitor {
    type Value = PartialDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date, \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<PartialDate, E> {
        text.parse().map_err(E::custom)
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year: i16 = digits(parts.next()?, 4)?;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => PartialDate::from_year(year),
        (Some(month), None) => PartialDate::from_month(year, digits(month, 2)?),
        (Some(month), Some(day)) => PartialDate::from_day(year, digits(month, 2)?, digits(day, 2)?),
    }
}

/// A number of exactly `width` ASCII digits (`str::parse` would also take `+1`).
fn digits<T: FromStr>(text: &str, width: usize) -> Option<T> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        for good in ["2024", "2024-02", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(good.parse::<PartialDate>().map(|d| d.to_string()), Ok(good.to_string()));
        }
        for bad in [
            "",
            "24",
            "2023-02-29",
            "2024-13",
            "2024-00",
            "2024-1",
            "+024-01",
            "2024-01-01-01",
            "0000",
        ] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn days_lead_back_to_their_date() {
        for text in ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let date = text.parse::<PartialDate>().ok();
            assert_eq!(date.and_then(|date| PartialDate::from_days(date.first_day())), date);
        }
        let last = PartialDate::from_day(9999, 12, 31).map_or(0, PartialDate::last_day);
        for none in [last + 1, Day::MAX, Day::MIN] {
            assert_eq!(PartialDate::from_days(none), None);
        }
    }

    #[test]
    fn spans_its_whole_period() {
        let span = |text: &str| {
            let date = text.parse::<PartialDate>().ok();
            date.map(|date| (date.first_day(), date.last_day())).unwrap_or_default()
        };
        assert_eq!(span("1970-01-01"), (0, 0));
        assert_eq!(span("1970"), (0, 364));
        assert_eq!(span("2024-02").1 - span("2024-02").0, 28);
        assert_eq!(span("2024-12").1, span("2024-12-31").0);
    }
}
