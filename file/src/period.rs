//! The days of a table as columns of a chart: days, months, quarters, years or more.

use explorer_explore::grain::month_name;
use explorer_reader::date::{Day, PartialDate};

use crate::axis::{Axis, Step};
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

/// The axis from the first of `days` to the last, without holes, of the shortest periods that are no
/// more than 120. `days` are distinct and in ascending order, a bin each.
pub fn of_days(days: &[Day]) -> Axis {
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else { return Axis::default() };
    let grains = [
        Grain::Days,
        Grain::Months(1),
        Grain::Months(3),
        Grain::Years(1),
        Grain::Years(10),
        Grain::Years(100),
    ];
    let count = |grain: Grain| i64::from(grain.number(last)) - i64::from(grain.number(first)) + 1;
    let fits = |grain: &Grain| count(*grain) <= i64::from(MOST);
    let grain = grains.into_iter().find(fits).unwrap_or(Grain::Years(100));
    let (mut bin, mut axis) = (0, Axis::default());
    for number in grain.number(first)..=grain.number(last) {
        let from = bin;
        while days.get(bin).is_some_and(|day| grain.number(*day) <= number) {
            bin += 1;
        }
        let mark = grain.mark(number, axis.steps.is_empty());
        if !mark.is_empty() {
            axis.ticks.push(Tick { at: axis.steps.len() as f64, label: mark });
        }
        let (label, key) = (grain.label(number), grain.key(number));
        axis.steps.push(Step { label, key, bins: from..bin });
    }
    axis
}

impl Grain {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i16, month: u8, day: u8) -> Day {
        PartialDate::from_day(year, month, day).unwrap().first_day()
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
            }
            prop_assert_eq!(next, days.len());
        }
    }
}
