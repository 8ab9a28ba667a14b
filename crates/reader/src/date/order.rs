//! Which of two numbers is the month: one answer for a whole column.

use super::calendar::PartialDate;
use super::written::{Written, written};

/// The order of day and month in a column of dates like 3/4/2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As in the United States: 3/4/2024 is 4 March.
    MonthFirst,
    /// As in Europe: 3/4/2024 is 3 April.
    DayFirst,
    /// The column does not say. A date that could be either is not read until somebody chooses.
    #[default]
    Ambiguous,
}

/// What the dates of a column say about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence {
    /// Dates that exist only if the month comes first.
    pub month_first: u64,
    /// Dates that exist only if the day comes first.
    pub day_first: u64,
    /// Dates that could be either, and mean something else each time.
    pub either: u64,
}

impl Evidence {
    /// Takes one more value into account; what is no date says nothing.
    pub fn add(&mut self, text: &str) {
        let Some(Written::Either { month_first, day_first }) = written(text) else { return };
        let count = match (month_first, day_first) {
            (Some(_), None) => &mut self.month_first,
            (None, Some(_)) => &mut self.day_first,
            _ => &mut self.either,
        };
        *count = count.saturating_add(1);
    }

    /// The order that the column has: that of the dates that allow only one, if they agree, or if
    /// nine in ten do (the rest are slips, and problems). Otherwise ambiguous.
    pub fn order(self) -> Order {
        let (most, all) =
            (self.month_first.max(self.day_first), self.month_first.saturating_add(self.day_first));
        if all == 0 || most.saturating_mul(10) < all.saturating_mul(9) {
            Order::Ambiguous
        } else if most == self.month_first {
            Order::MonthFirst
        } else {
            Order::DayFirst
        }
    }

    /// Whether the reader has to be asked: there are dates that need an order, and none is clear.
    pub fn needs_choice(self) -> bool {
        let any = self.either > 0 || self.month_first > 0 || self.day_first > 0;
        any && self.order() == Order::Ambiguous
    }
}

/// How the dates of one column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DateForm {
    /// The order of day and month where both are numbers and the year comes last.
    pub order: Order,
    /// Numbers of five digits are days as spreadsheets count them, from 1899-12-30.
    pub serial: bool,
}

/// The day 0 of spreadsheets, in days since 1970-01-01. They think that 1900 was a leap year, so
/// this holds from March 1900 on.
const SERIAL_ZERO: i32 = -25_569;

impl DateForm {
    /// The date that a cell means.
    ///
    /// # Errors
    /// What was expected, in words.
    pub fn read(self, text: &str) -> Result<PartialDate, &'static str> {
        if self.serial
            && let Some(date) = serial(text)
        {
            return Ok(date);
        }
        match written(text) {
            Some(Written::Sure(date)) => Ok(date),
            Some(Written::Either { month_first, day_first }) => match self.order {
                Order::MonthFirst => month_first.ok_or("a date with the month first"),
                Order::DayFirst => day_first.ok_or("a date with the day first"),
                // Where only one order gives a day, nobody has to choose.
                Order::Ambiguous => match (month_first, day_first) {
                    (Some(date), None) | (None, Some(date)) => Ok(date),
                    _ => Err("a date that is clear once the order of day and month is chosen"),
                },
            },
            None => Err("a date, such as 2024-09-06, 6 Sept 2024, 2024-09 or 2024"),
        }
    }
}

/// A day of a spreadsheet: five digits, from 1927 to 2173; a fraction is the time of day.
pub fn serial(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let (days, time) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if days.len() != 5 || !digits(days) || !digits(time) {
        return None;
    }
    let days: i32 = days.parse().ok()?;
    if days < 10_000 { None } else { PartialDate::from_days(days + SERIAL_ZERO) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(texts: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        evidence
    }

    #[test]
    fn one_clear_date_settles_the_column() {
        let unclear = evidence(&["3/4/2024", "1/2/2024", "4/4/2024", "no date"]);
        assert_eq!((unclear.order(), unclear.either), (Order::Ambiguous, 2));
        assert!(unclear.needs_choice());
        assert_eq!(evidence(&["3/4/2024", "25/4/2024"]).order(), Order::DayFirst);
        assert_eq!(evidence(&["3/4/2024", "4/25/2024"]).order(), Order::MonthFirst);
        assert!(evidence(&["25/4/2024", "4/25/2024"]).needs_choice());
        assert!(!evidence(&["2024-04-03", "4 May 2024"]).needs_choice());
    }

    #[test]
    fn the_chosen_order_is_kept_to() {
        let read =
            |order, text| DateForm { order, serial: false }.read(text).map(|d| d.to_string());
        assert_eq!(read(Order::MonthFirst, "3/4/2024"), Ok("2024-03-04".into()));
        assert_eq!(read(Order::DayFirst, "3/4/2024"), Ok("2024-04-03".into()));
        assert!(read(Order::Ambiguous, "3/4/2024").is_err());
        assert_eq!(read(Order::Ambiguous, "25/4/2024"), Ok("2024-04-25".into()));
        assert!(read(Order::MonthFirst, "25/4/2024").is_err());
    }

    #[test]
    fn spreadsheets_count_days() {
        let form = DateForm { serial: true, ..DateForm::default() };
        for (text, date) in [("45541", "2024-09-06"), ("45541.75", "2024-09-06"), ("2024", "2024")]
        {
            assert_eq!(form.read(text).map(|d| d.to_string()), Ok(date.into()));
        }
        assert!(form.read("99").is_err() && form.read("4554x").is_err());
        assert!(DateForm::default().read("45541").is_err());
    }
}
