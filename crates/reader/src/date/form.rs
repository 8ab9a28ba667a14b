//! How the dates of one column are read.

use serde::{Deserialize, Serialize};

use super::calendar::PartialDate;
use super::century::Century;
use super::order::Order;
use super::pair::Pairs;
use super::reading::Reading;
use super::written::{Written, written};

/// How the dates of one column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DateForm {
    /// The order of day, month and year where all are numbers.
    pub order: Order,
    /// What years of two digits mean.
    pub century: Century,
    /// What a year with the next one behind is.
    pub pairs: Pairs,
    /// What plain numbers count.
    pub count: Count,
}

/// What the numbers of a column count, if they are dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Count {
    /// Nothing: 2024, 202409 and 20240906 are dates, and other numbers are none.
    #[default]
    Nothing,
    /// Numbers of five digits are days as spreadsheets count them, from 1899-12-30.
    Days,
    /// Numbers of nine or ten digits are seconds since 1970-01-01.
    Seconds,
    /// Numbers of twelve or thirteen digits are milliseconds since 1970-01-01.
    Milliseconds,
    /// Numbers up to twelve are months of the year in the column of [`Century::Beside`].
    Months,
    /// Three digits behind a year are a day of it: 2024-250.
    DaysOfYear,
}

/// The day 0 of spreadsheets, in days since 1970-01-01. They think that 1900 was a leap year, so
/// this holds from March 1900 on.
const SERIAL_ZERO: i32 = -25_569;

impl DateForm {
    /// The form of an order.
    pub const fn of(order: Order) -> Self {
        let (century, pairs, count) = (Century::Ambiguous, Pairs::Months, Count::Nothing);
        Self { order, century, pairs, count }
    }

    /// The date that a cell means.
    ///
    /// # Errors
    /// What was expected, in words.
    pub fn read(self, text: &str) -> Result<PartialDate, &'static str> {
        self.read_beside(text, None)
    }

    /// The date that a cell means; `year` is that of [`Century::Beside`].
    ///
    /// # Errors
    /// What was expected, in words.
    pub fn read_beside(self, text: &str, year: Option<i16>) -> Result<PartialDate, &'static str> {
        let counted = match self.count {
            Count::Nothing => None,
            Count::Months => match month_number(text).and_then(Reading::yearless_month) {
                Some(month) => {
                    let date = month.date(self.century, year);
                    return date.ok_or("a month of the year that stands beside it");
                }
                None => None,
            },
            Count::Days => serial(text),
            Count::DaysOfYear => day_of_year(text),
            Count::Seconds | Count::Milliseconds => epoch(text, self.count),
        };
        if let Some(date) = counted {
            return Ok(date);
        }
        match written(text) {
            Some(Written::Sure(date)) => Ok(date),
            Some(Written::Open(open)) => {
                let reading = open.under(self.order).ok_or(match self.order {
                    Order::MonthFirst => "a date with the month first",
                    Order::DayFirst => "a date with the day first",
                    Order::YearFirst => "a date with the year first",
                    Order::Ambiguous => {
                        "a date that is clear once the order of day, month and year is chosen"
                    }
                })?;
                reading.date(self.century, year).ok_or(match self.century {
                    Century::Beside(_) if !reading.has_year() => "a day of the year beside it",
                    _ if !reading.has_year() => "a date with its year",
                    Century::Ambiguous => {
                        "a date whose year has four digits, or whose century is chosen"
                    }
                    Century::Until(_) => "a day that this year has",
                    Century::Beside(_) => "a date of the year that stands beside it",
                })
            }
            Some(Written::Pair { month, fiscal }) => match self.pairs {
                Pairs::Months => month.ok_or("a month, such as 2024-09"),
                Pairs::FiscalYears => fiscal.ok_or("a fiscal year, such as 2023-24"),
                Pairs::Ambiguous => Err("a year or a month that is clear once it is chosen which"),
            },
            None => Err("a date, such as 2024-09-06, 6 Sept 2024, 2024-09 or 2024"),
        }
    }
}

/// A day of a spreadsheet: five digits, from 1927 to 2173; a fraction is the time of day.
pub fn serial(text: &str) -> Option<PartialDate> {
    let days = counted(text, 5, 5)?;
    if days < 10_000 {
        return None;
    }
    PartialDate::from_days(i32::try_from(days).ok()? + SERIAL_ZERO)
}

/// A point in time as computers count: from 1973 until 2286, in the time zone of Greenwich. What is a date with
/// its hour as it stands, such as 2024090610, counts nothing.
pub fn epoch(text: &str, count: Count) -> Option<PartialDate> {
    let (seconds, most) = match count {
        Count::Seconds => (counted(text, 9, 10)?, 9_999_999_999),
        Count::Milliseconds => (counted(text, 12, 13)? / 1_000, 9_999_999_999),
        Count::Nothing | Count::Days | Count::Months | Count::DaysOfYear => return None,
    };
    if written(text).is_some() {
        return None;
    }
    let days = i32::try_from(seconds / 86_400).ok()?;
    (100_000_000..=most).contains(&seconds).then(|| PartialDate::from_days(days)).flatten()
}

/// A day by its number in the year: 2024-250. Elsewhere, such are numbers of documents, too.
pub fn day_of_year(text: &str) -> Option<PartialDate> {
    let (year, day) = text.trim().split_once('-')?;
    if year.len() != 4 || day.len() != 3 || !are_digits(year) || !are_digits(day) {
        return None;
    }
    let year = PartialDate::from_year(year.parse().ok()?)?;
    let date = year.first_day() + day.parse::<i32>().ok()? - 1;
    let is_of_it = (year.first_day()..=year.last_day()).contains(&date);
    PartialDate::from_days(date).filter(|_| is_of_it)
}

/// The number of a month: 9, 09 or 9.0.
pub fn month_number(text: &str) -> Option<u8> {
    let digits = text.trim();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let is_short = digits.len() <= 2 && are_digits(digits);
    digits.parse().ok().filter(|month| is_short && (1..=12).contains(month))
}

/// A number with so many digits before its fraction.
fn counted(text: &str, least: usize, most: usize) -> Option<u64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if !(least..=most).contains(&whole.len()) || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    whole.parse().ok()
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(form: DateForm, text: &str) -> Result<String, &'static str> {
        form.read(text).map(|date| date.to_string())
    }

    #[test]
    fn the_chosen_order_is_kept_to() {
        let read = |order, text| said(DateForm::of(order), text);
        assert_eq!(read(Order::MonthFirst, "3/4/2024"), Ok("2024-03-04".into()));
        assert_eq!(read(Order::DayFirst, "3/4/2024"), Ok("2024-04-03".into()));
        assert!(read(Order::Ambiguous, "3/4/2024").is_err());
        assert_eq!(read(Order::Ambiguous, "25/4/2024"), Ok("2024-04-25".into()));
        assert!(read(Order::MonthFirst, "25/4/2024").is_err());
        assert_eq!(read(Order::MonthFirst, "03.02.2024"), Ok("2024-03-02".into()));
        assert_eq!(read(Order::Ambiguous, "03.02.2024"), Ok("2024-02-03".into()));
    }

    #[test]
    fn two_digits_are_a_year_once_the_century_is_known() {
        let form = |order, century| DateForm { century, ..DateForm::of(order) };
        let until = Century::Until(2026);
        for (order, century, text, date) in [
            (Order::YearFirst, until, "24-09-06", Some("2024-09-06")),
            (Order::DayFirst, until, "24-09-06", Some("2006-09-24")),
            (Order::MonthFirst, until, "24-09-06", None),
            (Order::Ambiguous, until, "24-09-06", None),
            (Order::DayFirst, until, "18/04/55", Some("1955-04-18")),
            (Order::DayFirst, Century::Until(2060), "18/04/55", Some("2055-04-18")),
            (Order::DayFirst, Century::Ambiguous, "18/04/55", None),
            (Order::Ambiguous, until, "18-Apr-55", Some("1955-04-18")),
            (Order::DayFirst, Century::Until(1999), "29/02/00", None),
            (Order::DayFirst, Century::Until(2026), "29/02/00", Some("2000-02-29")),
        ] {
            let read = said(form(order, century), text).ok();
            assert_eq!(read.as_deref(), date, "{text} {order:?} {century:?}");
        }
        let beside = form(Order::DayFirst, Century::Beside(3));
        let date = PartialDate::from_day(1906, 9, 24);
        assert_eq!(beside.read_beside("24/09/06", Some(1906)).ok(), date);
        assert!(beside.read_beside("24/09/06", Some(1907)).is_err());
        assert!(beside.read("24/09/06").is_err());
    }

    #[test]
    fn a_year_and_the_next_are_what_the_column_has() {
        let read = |pairs, text| said(DateForm { pairs, ..DateForm::default() }, text).ok();
        assert_eq!(read(Pairs::Months, "2008-09").as_deref(), Some("2008-09"));
        assert_eq!(read(Pairs::FiscalYears, "2008-09").as_deref(), Some("2008/09"));
        assert_eq!(read(Pairs::FiscalYears, "2012/13").as_deref(), Some("2012/13"));
        assert_eq!(read(Pairs::Months, "2012/13"), None);
        assert_eq!(read(Pairs::Ambiguous, "2008-09"), None);
        assert_eq!(read(Pairs::FiscalYears, "2008-11").as_deref(), Some("2008-11"));
    }

    #[test]
    fn three_digits_are_days_of_the_year() {
        let read = |text| day_of_year(text).map(|date| date.to_string());
        for (text, date) in [
            ("2024-001", "2024-01-01"),
            ("2024-250", "2024-09-06"),
            ("2024-366", "2024-12-31"),
            ("2023-365", "2023-12-31"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        for text in ["2023-366", "2024-000", "2024-367", "2024-25", "2024-2500", "0000-001", "-"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_months_of_the_year_beside() {
        let form =
            DateForm { count: Count::Months, century: Century::Beside(0), ..DateForm::default() };
        let read = |text, year| form.read_beside(text, year).map(|date| date.to_string()).ok();
        for text in ["9", "09", "9.0", "Sept", "2024-09"] {
            assert_eq!(read(text, Some(2024)).as_deref(), Some("2024-09"), "{text}");
        }
        assert_eq!(read("9", None), None);
        for text in ["13", "0", "-9", "+9", "", "9.5"] {
            assert_eq!(read(text, Some(2024)), None, "{text}");
        }
    }

    #[test]
    fn numbers_count_days_and_seconds() {
        let days = DateForm { count: Count::Days, ..DateForm::default() };
        for (text, date) in [("45541", "2024-09-06"), ("45541.75", "2024-09-06"), ("2024", "2024")]
        {
            assert_eq!(said(days, text), Ok(date.into()));
        }
        assert!(days.read("99").is_err() && days.read("4554x").is_err());
        assert!(DateForm::default().read("45541").is_err());
        let read = |count, text| said(DateForm { count, ..DateForm::default() }, text).ok();
        assert_eq!(read(Count::Seconds, "1725580800").as_deref(), Some("2024-09-06"));
        assert_eq!(read(Count::Seconds, "1725667199.5").as_deref(), Some("2024-09-06"));
        assert_eq!(read(Count::Milliseconds, "1725580800000").as_deref(), Some("2024-09-06"));
        assert_eq!(read(Count::Nothing, "1725580800"), None);
        assert_eq!(read(Count::Seconds, "1725580800000"), None);
        for text in ["2024090610", "202409061015", "20240906101500"] {
            for count in [Count::Nothing, Count::Seconds, Count::Milliseconds] {
                assert_eq!(read(count, text).as_deref(), Some("2024-09-06"), "{text}");
            }
        }
        assert_eq!(read(Count::Nothing, "2024130610"), None);
        assert_eq!(read(Count::Nothing, "2024090625"), None);
    }
}
