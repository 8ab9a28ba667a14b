//! How exactly the dates of a column are known.

use explorer_reader::date::PartialDate;

/// To the day, or to a longer part of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    FiscalYear,
}

impl Precision {
    const ALL: [Self; 6] =
        [Self::Day, Self::Month, Self::Year, Self::FiscalYear, Self::Quarter, Self::Week];

    /// That of a date.
    pub fn of(date: PartialDate) -> Self {
        let first_day = date.first_day();
        // Parts of the calendar differ for each of their first days, so one is the date.
        let of_it = |precision: &Self| precision.date(first_day) == Some(date);
        Self::ALL.into_iter().find(of_it).unwrap_or(Self::Day)
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
            dates.extend((1..=4).map(|quarter| PartialDate::from_quarter(year, quarter)));
            dates.extend(month.clone().map(|month| PartialDate::from_month(year, month)));
            dates.extend(month.map(|month| PartialDate::from_day(year, month, 1)));
            dates.extend((1..=53).map(|week| PartialDate::from_week(year, week)));
            for date in dates.into_iter().flatten() {
                assert_eq!(Precision::of(date).date(date.first_day()), Some(date), "{date}");
            }
        }
    }
}
