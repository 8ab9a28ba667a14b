//! Periods that are not equally long, and what that does to their numbers.

use super::comparison::Comparison;
use crate::time::coverage;
use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::filter::DateRange;
use explorer_explore::measure::Measure;
use explorer_number::grouped;

/// What is counted per so many days.
const DAYS: u64 = 30;

/// How many days of a range the records cover.
fn days(range: DateRange, (first, last): (i32, i32)) -> u32 {
    let from = range.from().map_or(first, PartialDate::first_day).max(first);
    let to = range.to().map_or(last, PartialDate::last_day).min(last);
    u32::try_from(i64::from(to) - i64::from(from) + 1).unwrap_or_default()
}

/// What the numbers of two periods are per day, where the records cover one of them longer than the
/// other by more than a tenth. Countries are no rate: the same one is met again.
pub fn lengths(explorer: &Explorer, comparison: &Comparison) -> Option<String> {
    let [a, b] = [0, 1].map(|at: usize| comparison.halves[at].scope.range);
    if a == b {
        return None;
    }
    let covered = coverage(explorer)?;
    let lengths = [a, b].map(|range| days(range, covered));
    let [long, short] = [lengths[0].max(lengths[1]), lengths[0].min(lengths[1])];
    if short == 0 || u64::from(long) * 10 <= u64::from(short) * 11 {
        return None;
    }
    let [of_a, of_b] = lengths.map(grouped);
    let unequal = format!("The records cover {of_a} days of A and {of_b} of B");
    if comparison.measure == Measure::Countries {
        return Some(format!("{unequal}."));
    }
    let counts = comparison.counts();
    let rates = [0, 1].map(|at: usize| rate(counts[at], lengths[at]));
    let noun = comparison.measure.noun(2);
    Some(format!("{unequal}: {} and {} {noun} in {DAYS} days.", rates[0], rates[1]))
}

/// A count per [`DAYS`] days, to a tenth.
fn rate(count: u32, days: u32) -> String {
    let (count, days) = (u64::from(count), u64::from(days).max(1));
    let tenths = (count * DAYS * 20 + days) / (days * 2);
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}
