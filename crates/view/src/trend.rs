//! Whether there are more or fewer from year to year, in words.

use super::time::TimeCount;
use explorer_number::grouped;

/// The counts of the years, for whoever does not see the columns rise and fall: `per year: 33 in 2022
/// (in part), 97 in 2023, 117 in 2024`. Nothing for fewer than two years. `years` are the bins of the
/// timeline by year; years without anything at both ends are left out.
pub fn per_year(years: &[TimeCount]) -> Option<String> {
    let has_any = |year: &TimeCount| year.count > 0;
    let first = years.iter().position(has_any)?;
    let last = years.iter().rposition(has_any)?;
    let years = years.get(first..=last).filter(|years| years.len() > 1)?;
    let words = years.iter().map(|year| {
        let part = if year.is_partial { " (in part)" } else { "" };
        format!("{} in {}{part}", grouped(year.count), year.bin.year())
    });
    Some(format!("per year: {}", words.collect::<Vec<_>>().join(", ")))
}
