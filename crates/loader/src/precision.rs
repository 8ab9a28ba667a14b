//! How exactly the dates of a column are known.

use explorer_reader::date::PartialDate;

/// To the day, or to a longer part of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
    FiscalYear,
}

impl Precision {
    const ALL: [Self; 7] = [
        Self::Day,
        Self::Month,
        Self::Year,
        Self::FiscalYear,
        Self::Quarter,
        Self::HalfYear,
        Self::Week,
    ];

    /// That of the date with this first and last day.
    pub fn between(first: i32, last: i32) -> Self {
        // Most dates, and each of a million is asked.
        if first == last {
            return Self::Day;
        }
        // Parts of the calendar with the same first day differ in their last.
        let has_both = |precision: &Self| {
            let date = precision.date(first);
            date.is_some_and(|date| date.first_day() == first && date.last_day() == last)
        };
        Self::ALL.into_iter().find(has_both).unwrap_or(Self::Day)
    }

    /// The date of that precision whose first day is given, in days since 1970-01-01.
    pub fn date(self, first_day: i32) -> Option<PartialDate> {
        let day = PartialDate::from_days(first_day)?;
        let year = day.year();
        match self {
            Self::Day => Some(day),
            Self::Week => {
                // The year of a week is that of its Thursday.
                let thursday = PartialDate::from_days(first_day.checked_add(3)?)?;
                let january = PartialDate::from_year(thursday.year())?.first_day();
                let week = u8::try_from((thursday.first_day() - january) / 7 + 1).ok()?;
                PartialDate::from_week(thursday.year(), week)
            }
            Self::Month => PartialDate::from_month(year, day.month()?),
            Self::Quarter => PartialDate::from_quarter(year, day.month()?.div_ceil(3)),
            Self::HalfYear => PartialDate::from_half_year(year, day.month()?.div_ceil(6)),
            Self::Year => PartialDate::from_year(year),
            Self::FiscalYear => PartialDate::from_fiscal_year(year),
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

    /// How many dates are not known to the day.
    pub fn inexact(&self) -> usize {
        self.rows.iter().filter(|precision| **precision != Precision::Day).count()
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.rows.capacity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_comes_back_from_its_first_day_and_precision() {
        for year in [1, 1999, 2020, 2024, 2025, 9998, 9999] {
            let (mut dates, month) = (Vec::new(), 1..=12);
            dates.extend([PartialDate::from_year(year), PartialDate::from_fiscal_year(year)]);
            dates.extend((1..=2).map(|half| PartialDate::from_half_year(year, half)));
            dates.extend((1..=4).map(|quarter| PartialDate::from_quarter(year, quarter)));
            dates.extend(month.clone().map(|month| PartialDate::from_month(year, month)));
            dates.extend(month.map(|month| PartialDate::from_day(year, month, 1)));
            dates.extend((1..=53).map(|week| PartialDate::from_week(year, week)));
            for date in dates.into_iter().flatten() {
                let precision = Precision::between(date.first_day(), date.last_day());
                assert_eq!(precision.date(date.first_day()), Some(date), "{date}");
            }
        }
    }
}
