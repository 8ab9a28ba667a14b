//! Dates that are a part of a year, or a year that is not the calendar's.

use super::calendar::PartialDate;
use super::month::{Unit, unit};
use super::reading::{Open, Part as PartOfYear, Reading};
use super::written::{Part, Written, is_gap, modern, small, year_of};

/// Half-years, quarters, months and weeks by their number, before or behind their year: `2024-H1`,
/// `Q1 2024`, `2010M01`, `1. Quartal 2024`, and with two digits of the year `Q4'24`.
pub(super) fn part_of_year(parts: &[Part<'_>]) -> Option<Written> {
    use Part::{Blank, Mark, Number, Word};
    let sure = |date: Option<PartialDate>| date.map(Written::Sure);
    match *parts {
        // 2024-W36-5 has a day of the week.
        [Number(year, 4), Mark('-'), Word("w"), Number(week, 2), Mark('-'), Number(day, 1)] => {
            return sure(day_of_week(year, week, day));
        }
        [Word(word @ ("q" | "h")), Number(number, 1), Mark('-' | '/' | '\''), Number(year, 2)]
        | [Word(word @ ("q" | "h")), Number(number, 1), Blank, Mark('\''), Number(year, 2)] => {
            let number = small(number)?;
            let part = match word {
                "h" => PartOfYear::Half(number),
                _ => PartOfYear::Quarter(number),
            };
            return Reading::short(small(year)?, part).map(Open::one_way).map(Written::Open);
        }
        _ => {}
    }
    let mut kept = [Blank; 3];
    let mut count = 0;
    for part in parts.iter().filter(|part| !is_gap(**part)) {
        *kept.get_mut(count)? = *part;
        count += 1;
    }
    let (year, word, number) = match *kept.get(..count)? {
        [Number(year, 4), Word("w"), Number(week, 3)] => {
            return sure(day_of_week(year, week / 10, week % 10));
        }
        [Number(year, 4), Word(word), Number(number, 1..=2)]
        | [Word(word), Number(number, 1..=2), Number(year, 4)] => (year, word, small(number)?),
        // 1Q 2024, 1. Quartal 2024; but 3 t is a weight.
        [Number(number, 1), Word(word), Number(year, 4)]
            if word.len() > 1 || matches!(word, "q" | "h") =>
        {
            (year, word, small(number)?)
        }
        _ => return None,
    };
    sure(match unit(word)? {
        Unit::Half => PartialDate::from_half_year(year_of(year)?, number),
        Unit::Quarter => PartialDate::from_quarter(year_of(year)?, number),
        Unit::Week => PartialDate::from_week(year_of(year)?, number),
        // 1500 m 12 is a length.
        Unit::Month => PartialDate::from_month(modern(year)?, number),
    })
}

fn day_of_week(year: u32, week: u32, day: u32) -> Option<PartialDate> {
    let monday = PartialDate::from_week(year_of(year)?, small(week)?)?.first_day();
    let day = i32::try_from(day).ok().filter(|day| (1..=7).contains(day))?;
    PartialDate::from_days(monday + day - 1)
}

/// Fiscal years without the next year, or with two digits: `FY2008`, `FY24`, `FY08/09`.
///
/// FY2008 begins in 2008 for some and ends in it for others. It is taken for the year it is named by, as
/// nothing tells which; the cell stays as it is written.
pub(super) fn fiscal_year(parts: &[Part<'_>]) -> Option<Written> {
    use Part::{Blank, Mark, Number, Word};
    let short =
        |year: u32, part| Reading::short(small(year)?, part).map(Open::one_way).map(Written::Open);
    let [Word("fy"), year @ ..] = parts else { return None };
    let year = match year {
        [Blank | Mark('-' | '\''), year @ ..] => year,
        year => year,
    };
    match *year {
        [Number(year, 4)] => PartialDate::from_year(modern(year)?).map(Written::Sure),
        [Number(year, 2)] => short(year, PartOfYear::Whole),
        [Number(year, 2), Mark('-' | '/'), Number(next, 2)] if (year + 1) % 100 == next => {
            short(year, PartOfYear::Fiscal)
        }
        _ => None,
    }
}
