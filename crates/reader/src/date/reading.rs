//! A date whose century or whose order is still open.

use super::calendar::PartialDate;
use super::century::Century;
use super::order::Order;

/// One way to read a date: its numbers in an order that was decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    year: Year,
    part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    Full(i16),
    Short(u8),
    /// It is not said.
    Missing,
}

/// The part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// All of it and the next, of which the fiscal year is some twelve months.
    Fiscal,
    Half(u8),
    Quarter(u8),
    Month(u8),
    /// Month and day.
    Day(u8, u8),
}

impl Reading {
    /// A day whose year has four digits; `None` if it does not exist.
    pub(super) fn full(year: i16, month: u8, day: u8) -> Option<Self> {
        PartialDate::from_day(year, month, day)?;
        Some(Self { year: Year::Full(year), part: Part::Day(month, day) })
    }

    /// A part of a year of two digits; `None` if it exists in no century.
    pub(super) fn short(year: u8, part: Part) -> Option<Self> {
        let reading = (year < 100).then_some(Self { year: Year::Short(year), part })?;
        // Of four centuries one has a 29 February in its year 00.
        let exists = |last| reading.date(Century::Until(last), None).is_some();
        (exists(1999) || exists(2099)).then_some(reading)
    }

    /// A day without its year; `None` if it exists in no year.
    pub(super) fn yearless(month: u8, day: u8) -> Option<Self> {
        PartialDate::from_day(2000, month, day)?;
        Some(Self { year: Year::Missing, part: Part::Day(month, day) })
    }

    /// A month without its year; `None` if it is none.
    pub(super) fn yearless_month(month: u8) -> Option<Self> {
        PartialDate::from_month(2000, month)?;
        Some(Self { year: Year::Missing, part: Part::Month(month) })
    }

    /// Whether its year is said.
    pub(super) fn has_year(self) -> bool {
        self.year != Year::Missing
    }

    /// Its year, if that has two digits.
    pub(super) fn short_year(self) -> Option<u8> {
        match self.year {
            Year::Short(year) => Some(year),
            Year::Full(_) | Year::Missing => None,
        }
    }

    /// The date, once the century is known; `None` if it is not, or has no such day.
    pub(super) fn date(self, century: Century, beside: Option<i16>) -> Option<PartialDate> {
        let year = match self.year {
            Year::Full(year) => year,
            Year::Short(digits) => century.year(digits, beside)?,
            Year::Missing => match century {
                Century::Beside(_) => beside?,
                Century::Ambiguous | Century::Until(_) => return None,
            },
        };
        match self.part {
            Part::Whole => PartialDate::from_year(year),
            Part::Fiscal => PartialDate::from_fiscal_year(year),
            Part::Half(half) => PartialDate::from_half_year(year, half),
            Part::Quarter(quarter) => PartialDate::from_quarter(year, quarter),
            Part::Month(month) => PartialDate::from_month(year, month),
            Part::Day(month, day) => PartialDate::from_day(year, month, day),
        }
    }
}

/// A date that depends on the order of its numbers, or on the century of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Open {
    /// The date if the month comes first; `None` if there is no such day.
    pub(super) month_first: Option<Reading>,
    /// The date if the day comes first; `None` if there is no such day.
    pub(super) day_first: Option<Reading>,
    /// The date if the year comes first; `None` if there is no such day.
    pub(super) year_first: Option<Reading>,
    /// Whether dots stand between, with which the day usually comes first.
    pub(super) is_dotted: bool,
}

impl Open {
    /// A date that is the same in every order, and of which only the century or the year is not known.
    pub(super) fn one_way(reading: Reading) -> Self {
        let reading = Some(reading);
        Self { month_first: reading, day_first: reading, year_first: reading, is_dotted: false }
    }

    /// Its year, if it stands there with four digits.
    pub fn full_year(self) -> Option<i16> {
        let dates = self.readings().filter_map(|reading| reading.date(Century::default(), None));
        dates.map(PartialDate::year).next()
    }

    fn readings(self) -> impl Iterator<Item = Reading> {
        [self.month_first, self.day_first, self.year_first].into_iter().flatten()
    }

    /// Whether it has its year, if dates are in that order. Where it is none in that order, it does.
    pub fn has_year(self, order: Order) -> bool {
        self.under(order).is_none_or(Reading::has_year)
    }

    /// Whether it is a year, or a fiscal year.
    pub fn is_year(self) -> bool {
        self.readings().all(|reading| matches!(reading.part, Part::Whole | Part::Fiscal))
    }

    /// The date in an order. Where none is chosen: the one that exists in a single order; or with
    /// dots and a year of four digits, the day first.
    pub(super) fn under(self, order: Order) -> Option<Reading> {
        match order {
            Order::MonthFirst => self.month_first,
            Order::DayFirst => self.day_first,
            Order::YearFirst => self.year_first,
            Order::Ambiguous => {
                let mut readings =
                    [self.day_first, self.month_first, self.year_first].into_iter().flatten();
                let first = readings.next()?;
                let is_only = readings.all(|other| other == first);
                let is_usual = self.is_dotted && first.short_year().is_none();
                (is_only || is_usual).then_some(first)
            }
        }
    }

    /// Whether day and month can be the other way around.
    pub fn has_two_days(self) -> bool {
        self.month_first.is_some() && self.day_first.is_some()
    }

    /// Whether it is known to the day.
    pub(super) fn has_day(self) -> bool {
        self.readings().any(|reading| matches!(reading.part, Part::Day(..)))
    }

    /// Whether it has no year if it begins with the day: 24-Jan.
    pub fn may_be_yearless(self) -> bool {
        self.day_first.is_some_and(|reading| !reading.has_year())
    }

    /// The two digits that are the year if it stands first, and if it stands last.
    pub fn short_years(self) -> [Option<u8>; 2] {
        let last = self.day_first.or(self.month_first);
        [self.year_first, last].map(|reading| reading.and_then(Reading::short_year))
    }

    /// Whether it is the same in every order.
    pub(super) fn has_one_order(self) -> bool {
        self.month_first == self.day_first && self.day_first == self.year_first
    }
}
