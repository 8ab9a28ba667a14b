//! How exactly the dates of a column are known.

use explorer_reader::date::PartialDate;

/// To the day, the month or the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Day,
    Month,
    Year,
}

impl Precision {
    /// That of a date.
    pub fn of(date: PartialDate) -> Self {
        match (date.month(), date.day()) {
            (_, Some(_)) => Self::Day,
            (Some(_), None) => Self::Month,
            (None, None) => Self::Year,
        }
    }

    /// The date of that precision whose first day is given, in days since 1970-01-01.
    pub fn date(self, first_day: i32) -> Option<PartialDate> {
        let day = PartialDate::from_days(first_day)?;
        match self {
            Self::Day => Some(day),
            Self::Month => PartialDate::from_month(day.year(), day.month()?),
            Self::Year => PartialDate::from_year(day.year()),
        }
    }
}

/// The precision of each row's date, in the order of the file. The engine sorts and counts by first
/// days; most files have nothing but days, and then this takes no memory.
#[derive(Debug, Default)]
pub struct Precisions {
    /// A byte per row up to the last date that is no day; the rest are days.
    rows: Vec<Precision>,
}

impl Precisions {
    /// Notes the precision of a row; rows come in ascending order.
    pub fn push(&mut self, row: usize, precision: Precision) {
        if precision != Precision::Day {
            self.rows.resize(row, Precision::Day);
            self.rows.push(precision);
        }
    }

    /// The precision of a row.
    pub fn of(&self, row: usize) -> Precision {
        self.rows.get(row).copied().unwrap_or(Precision::Day)
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.rows.capacity()
    }
}
