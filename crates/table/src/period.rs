//! The days of a table as columns of a chart: days, months, quarters, years or more.

use explorer_explore::grain::month_name;
use explorer_loader::Loaded;
use explorer_reader::date::{Day, PartialDate};

use crate::axis::{Axis, Step, Vague};
use explorer_chart::columns::Tick;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Days,
    /// So many months, which make a year.
    Months(i32),
    Years(i32),
}

/// More columns than these are not seen apart.
const MOST: i32 = 120;

/// The axis from the first day to the last, without holes, of the shortest periods that are no more than
/// 120 and no shorter than what most rows are known to. `dates` are the bins, each with the first and the
/// last day that it can mean, in ascending order; `rows` says how many rows each has.
pub fn of_dates(dates: &[(Day, Day)], rows: &[u32]) -> Axis {
    let Some(&(first, _)) = dates.first() else { return Axis::default() };
    let last = dates.iter().map(|(_, last)| *last).fold(first, Day::max);
    let grains = [
        Grain::Days,
        Grain::Months(1),
        Grain::Months(3),
        Grain::Years(1),
        Grain::Years(10),
        Grain::Years(100),
    ];
    let count = |grain: Grain| i64::from(grain.number(last)) - i64::from(grain.number(first)) + 1;
    let rows_of = |bin: usize| u64::from(rows.get(bin).copied().unwrap_or(0));
    let all: u64 = (0..dates.len()).map(rows_of).sum();
    let is_known = |grain: &Grain| {
        let fits = |(_, (first, last)): &(usize, &(Day, Day))| last - first < grain.longest();
        let known: u64 = dates.iter().enumerate().filter(fits).map(|(bin, _)| rows_of(bin)).sum();
        known * 2 >= all
    };
    let fits = |grain: &Grain| count(*grain) <= i64::from(MOST) && is_known(grain);
    let grain = grains.into_iter().find(fits).unwrap_or(Grain::Years(100));
    let (mut bin, mut axis) = (0, Axis::default());
    let begins = grain.number(first);
    for number in begins..=grain.number(last) {
        let from = bin;
        while let Some((day, until)) =
            dates.get(bin).filter(|(day, _)| grain.number(*day) <= number)
        {
            let step = |day: Day| (grain.number(day) - begins).max(0) as usize;
            let (from, to) = (step(*day), step(*until));
            if from < to {
                axis.vague.push(Vague { bin, steps: from..to + 1 });
            }
            bin += 1;
        }
        let mark = grain.mark(number, axis.steps.is_empty());
        if !mark.is_empty() {
            axis.ticks.push(Tick { at: axis.steps.len() as f64, label: mark });
        }
        let (label, key) = (grain.label(number), grain.key(number));
        // What lies outside of the calendar is as far as there are rows.
        let days = (
            grain.first_day(number).unwrap_or(first),
            match grain.first_day(number + 1) {
                Some(next) => next - 1,
                None => last,
            },
        );
        axis.steps.push(Step { label, key, bins: from..bin, days: Some(days) });
    }
    axis
}

impl Grain {
    /// How many days the longest period has; in a year or more, everything fits that is known at all.
    fn longest(self) -> i32 {
        match self {
            Self::Days => 1,
            Self::Months(1) => 31,
            Self::Months(_) => 92,
            Self::Years(_) => i32::MAX,
        }
    }

    /// The first day of the period with a number; `None` outside of the calendar.
    fn first_day(self, number: i32) -> Option<Day> {
        let (year, month) = match self {
            Self::Days => return Some(number),
            Self::Months(months) => {
                let month = number.checked_mul(months)?;
                (month.div_euclid(12), month.rem_euclid(12) + 1)
            }
            Self::Years(years) => (number.checked_mul(years)?, 1),
        };
        let month = PartialDate::from_month(i16::try_from(year).ok()?, u8::try_from(month).ok()?)?;
        Some(month.first_day())
    }

    /// The number of the period that a day is in.
    fn number(self, day: Day) -> i32 {
        let (year, month, _) = calendar(day);
        match self {
            Self::Days => day,
            Self::Months(months) => (year * 12 + month - 1).div_euclid(months),
            Self::Years(years) => year.div_euclid(years),
        }
    }

    fn label(self, number: i32) -> String {
        match self {
            Self::Days => {
                let (year, month, day) = calendar(number);
                format!("{day} {} {year}", name(month))
            }
            Self::Months(3) => format!("Q{} {}", number.rem_euclid(4) + 1, number.div_euclid(4)),
            Self::Months(months) => {
                let month = number * months;
                format!("{} {}", name(month.rem_euclid(12) + 1), month.div_euclid(12))
            }
            Self::Years(1) => number.to_string(),
            Self::Years(years) => {
                format!("{}\u{2013}{}", number * years, number * years + years - 1)
            }
        }
    }

    fn key(self, number: i32) -> String {
        match self {
            Self::Days => {
                let (year, month, day) = calendar(number);
                format!("{year:04}-{month:02}-{day:02}")
            }
            Self::Months(3) => {
                format!("{:04}-Q{}", number.div_euclid(4), number.rem_euclid(4) + 1)
            }
            Self::Months(months) => {
                let month = number * months;
                format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
            }
            Self::Years(years) => format!("{:04}", number * years),
        }
    }

    /// What is written below, if anything. Years are marked where they begin, among days the months are.
    fn mark(self, number: i32, is_first: bool) -> String {
        match self {
            Self::Days => match calendar(number) {
                (year, 1, 1) => year.to_string(),
                (year, month, _) if is_first => format!("{} {year}", name(month)),
                (_, month, 1) => name(month).to_owned(),
                _ => String::new(),
            },
            Self::Months(months) => {
                let month = number * months;
                let begins = month.rem_euclid(12) == 0 || is_first;
                if begins { month.div_euclid(12).to_string() } else { String::new() }
            }
            Self::Years(years) => (number * years).to_string(),
        }
    }
}

fn name(month: i32) -> &'static str {
    month_name(u8::try_from(month).unwrap_or_default())
}

/// Year, month and day; a day outside of the calendar, which no reader of dates gives, is its first.
fn calendar(day: Day) -> (i32, i32, i32) {
    let date = PartialDate::from_days(day);
    let part = |part: Option<u8>| part.map_or(1, i32::from);
    date.map_or((1, 1, 1), |date| (date.year().into(), part(date.month()), part(date.day())))
}

/// The dates of a dimension, one per bin: the first and the last day that each can mean.
pub fn dates(loaded: &Loaded, dimension: usize) -> Vec<(Day, Day)> {
    let table = loaded.view.table();
    let days = table.days(dimension).unwrap_or_default().iter().enumerate();
    days.map(|(bin, day)| (*day, table.last_day(dimension, bin).unwrap_or(*day))).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i16, month: u8, day: u8) -> Day {
        PartialDate::from_day(year, month, day).unwrap().first_day()
    }

    /// The axis of dates that are all known to the day.
    fn of_days(days: &[Day]) -> Axis {
        let dates: Vec<(Day, Day)> = days.iter().map(|day| (*day, *day)).collect();
        of_dates(&dates, &vec![1; dates.len()])
    }

    fn span(date: Option<PartialDate>) -> (Day, Day) {
        let date = date.unwrap();
        (date.first_day(), date.last_day())
    }

    #[test]
    fn years_among_days_may_be_of_any_month_and_are_in_none() {
        let dates = [
            span(PartialDate::from_day(2023, 11, 2)),
            span(PartialDate::from_year(2024)),
            span(PartialDate::from_month(2024, 5)),
            span(PartialDate::from_day(2024, 5, 17)),
            span(PartialDate::from_day(2024, 11, 20)),
        ];
        let axis = of_dates(&dates, &[1, 2, 1, 1, 1]);
        // Until the last day that the year can mean.
        assert_eq!(axis.steps.len(), 14);
        assert_eq!(axis.steps[2].key, "2024-01");
        assert_eq!(axis.vague, [Vague { bin: 1, steps: 2..14 }]);
        assert_eq!(axis.steps[2].bins, 1..2);
        assert_eq!((axis.certain(2).count(), axis.possible(2).collect::<Vec<_>>()), (0, vec![1]));
        assert_eq!(axis.certain(6).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(axis.possible(0).count(), 0);
        let month = |month| span(PartialDate::from_month(2024, month));
        assert_eq!(axis.days_between(4, 4), Some(month(3)));
        assert_eq!(axis.days_between(1, 1), None, "in December 2023 there can be no row");
        assert_eq!(axis.touched_days(month(3)), Some((4, 4)));
        assert_eq!(axis.touched_days((day(2020, 1, 1), day(2030, 1, 1))), None);
    }

    #[test]
    fn periods_are_no_shorter_than_most_dates_are_known() {
        let (year, first, second) = (
            span(PartialDate::from_year(2024)),
            span(PartialDate::from_month(2024, 1)),
            span(PartialDate::from_month(2024, 2)),
        );
        let keys = |dates: &[(Day, Day)], rows: &[u32]| -> Vec<String> {
            of_dates(dates, rows).steps.into_iter().map(|step| step.key).collect()
        };
        assert_eq!(keys(&[year], &[5]), ["2024"]);
        assert_eq!(keys(&[first, second], &[1, 1]), ["2024-01", "2024-02"]);
        assert_eq!(keys(&[year, first], &[9, 1]), ["2024"]);
        assert_eq!(keys(&[year, first], &[1, 9]).len(), 12);
        let weeks = [36, 37].map(|week| span(PartialDate::from_week(2024, week)));
        assert_eq!(keys(&weeks, &[1, 1]), ["2024-09"]);
        // A fiscal year may be of both of its years.
        let fiscal = [2023, 2024].map(|year| span(PartialDate::from_fiscal_year(year)));
        let axis = of_dates(&fiscal, &[1, 1]);
        assert_eq!(axis.steps.len(), 3);
        assert_eq!((axis.possible(1).count(), axis.certain(1).count()), (2, 0));
        let far = [(day(1, 1, 1), day(1, 1, 1)), span(PartialDate::from_year(9999))];
        let axis = of_dates(&far, &[1, 1]);
        assert_eq!(axis.steps.last().unwrap().days.unwrap().1, day(9999, 12, 31));
        assert_eq!(axis.steps[0].days.unwrap().0, day(1, 1, 1));
    }

    #[test]
    fn three_years_are_months() {
        let days = [day(2022, 6, 30), day(2022, 7, 1), day(2022, 9, 6), day(2025, 6, 1)];
        let axis = of_days(&days);
        assert_eq!(axis.steps.len(), 37);
        assert_eq!((&*axis.steps[0].label, &*axis.steps[7].key), ("Jun 2022", "2023-01"));
        let ticks: Vec<(f64, &str)> =
            axis.ticks.iter().map(|tick| (tick.at, tick.label.as_str())).collect();
        assert_eq!(ticks, [(0.0, "2022"), (7.0, "2023"), (19.0, "2024"), (31.0, "2025")]);
        assert_eq!(axis.steps[3].bins, 2..3);
        assert_eq!(axis.steps[2].bins, 2..2);
        assert_eq!(axis.touched(2..3), Some((3, 3)));
        assert_eq!(axis.touched(0..4), None);
        assert_eq!(axis.touched(1..4), Some((1, 36)));
    }

    #[test]
    fn other_spans() {
        let labels = |from: Day, to: Day| {
            let periods = of_days(&[from, to]).steps;
            (periods.len(), periods[0].label.clone(), periods.last().unwrap().key.clone())
        };
        let named = |count, first: &str, last: &str| (count, first.to_owned(), last.to_owned());
        assert_eq!(
            labels(day(2024, 2, 28), day(2024, 3, 1)),
            named(3, "28 Feb 2024", "2024-03-01")
        );
        assert_eq!(labels(day(2000, 5, 1), day(2020, 5, 1)), named(81, "Q2 2000", "2020-Q2"));
        assert_eq!(labels(day(1950, 5, 1), day(2020, 5, 1)), named(71, "1950", "2020"));
        assert_eq!(labels(day(1201, 5, 1), day(2020, 5, 1)).0, 83);
        assert_eq!(labels(day(1, 1, 1), day(9999, 12, 31)), named(100, "0\u{2013}99", "9900"));
        assert_eq!(of_days(&[]), Axis::default());
    }

    proptest! {
        #[test]
        fn every_day_is_in_the_period_of_its_name(mut days in prop::collection::btree_set(-700_000..2_900_000, 1..40)) {
            let days: Vec<Day> = std::mem::take(&mut days).into_iter().collect();
            let periods = of_days(&days).steps;
            prop_assert!(periods.len() <= 120);
            let mut next = 0;
            for period in &periods {
                prop_assert_eq!(period.bins.start, next);
                next = period.bins.end;
                let (first, last) = period.days.unwrap();
                prop_assert!(days[period.bins.clone()].iter().all(|day| (first..=last).contains(day)));
            }
            for pair in periods.windows(2) {
                prop_assert_eq!(pair[0].days.unwrap().1 + 1, pair[1].days.unwrap().0);
            }
            prop_assert_eq!(next, days.len());
        }
    }
}
