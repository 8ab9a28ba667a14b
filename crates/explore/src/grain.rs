//! Bins of time: months, quarters and years.

use explorer_dataset::date::PartialDate;

/// Width of a time bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Grain {
    /// Calendar months.
    #[default]
    Month,
    /// Calendar quarters.
    Quarter,
    /// Calendar years.
    Year,
}

/// Months since year 0: `12 × year + (month − 1)`.
pub type MonthNumber = i32;

/// The month that a date falls in; a year falls in its January.
pub fn month_number(date: PartialDate) -> MonthNumber {
    i32::from(date.year()) * 12 + i32::from(date.month().unwrap_or(1)) - 1
}

const WHOLE_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const NAMES: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Three-letter English name of month 1–12; empty otherwise.
pub fn month_name(month: u8) -> &'static str {
    NAMES.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// One bin: consecutive whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeBin {
    /// First month of the bin.
    pub first: MonthNumber,
    /// Number of months: 1, 3 or 12.
    pub months: i32,
}

impl TimeBin {
    /// The date that, as the start of a range, begins with this bin.
    pub fn from(self) -> Option<PartialDate> {
        date(self.first)
    }

    /// The date that, as the end of a range, ends with this bin.
    pub fn to(self) -> Option<PartialDate> {
        date(self.first + self.months - 1)
    }

    /// Calendar year.
    pub fn year(self) -> i16 {
        i16::try_from(self.first.div_euclid(12)).unwrap_or_default()
    }

    /// Whether it is the first bin of its year.
    pub fn starts_year(self) -> bool {
        self.first.rem_euclid(12) == 0
    }

    /// Stable key: `2024-09`, `2024-Q3` or `2024`.
    pub fn key(self) -> String {
        let month = self.first.rem_euclid(12);
        match self.months {
            3 => format!("{:04}-Q{}", self.year(), month / 3 + 1),
            12 => format!("{:04}", self.year()),
            _ => format!("{:04}-{:02}", self.year(), month + 1),
        }
    }

    /// As a reader reads it: `Sep 2024`, `Q3 2024` or `2024`.
    pub fn label(self) -> String {
        self.named(&NAMES)
    }

    /// As a sentence says it: `September 2024`, `Q3 2024` or `2024`.
    pub fn words(self) -> String {
        self.named(&WHOLE_NAMES)
    }

    fn named(self, months: &[&str; 12]) -> String {
        let month = self.first.rem_euclid(12) as usize;
        match self.months {
            3 => format!("Q{} {}", month / 3 + 1, self.year()),
            12 => self.year().to_string(),
            _ => format!("{} {}", months[month], self.year()),
        }
    }
}

fn date(month: MonthNumber) -> Option<PartialDate> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    PartialDate::from_month(year, u8::try_from(month.rem_euclid(12) + 1).ok()?)
}

impl Grain {
    /// All grains, from the finest.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// The word in links, and what one bin is called.
    pub fn id(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The bins that cover the months `first..=last`, in order, without gaps.
    pub fn bins(self, first: MonthNumber, last: MonthNumber) -> Vec<TimeBin> {
        let months = self.months();
        let start = first.div_euclid(months) * months;
        (start..=last).step_by(months as usize).map(|first| TimeBin { first, months }).collect()
    }

    /// The position of `month` in `self.bins(first, …)`.
    pub fn bin_of(self, first: MonthNumber, month: MonthNumber) -> usize {
        let months = self.months();
        usize::try_from(month.div_euclid(months) - first.div_euclid(months)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_cover_without_gaps_and_name_themselves() {
        let (first, last) = (2022 * 12 + 7, 2026 * 12 + 2);
        for grain in Grain::ALL {
            let bins = grain.bins(first, last);
            assert!(bins.windows(2).all(|w| w[0].first + w[0].months == w[1].first));
            for month in first..=last {
                let bin = bins[grain.bin_of(first, month)];
                assert!((bin.first..bin.first + bin.months).contains(&month));
            }
        }
        let quarters = Grain::Quarter.bins(first, last);
        assert_eq!(quarters[0].key(), "2022-Q3");
        assert_eq!(quarters[0].from().map(|d| d.to_string()).as_deref(), Some("2022-07"));
        assert_eq!(quarters[0].to().map(|d| d.to_string()).as_deref(), Some("2022-09"));
        assert_eq!(Grain::Month.bins(first, last)[0].label(), "Aug 2022");
        assert_eq!(Grain::Month.bins(first, last)[0].words(), "August 2022");
        let years = Grain::Year.bins(first, last);
        assert_eq!(
            years.iter().map(|y| y.key()).collect::<Vec<_>>(),
            ["2022", "2023", "2024", "2025", "2026"]
        );
        assert_eq!(years[4].to().map(|d| d.to_string()).as_deref(), Some("2026-12"));
    }
}
