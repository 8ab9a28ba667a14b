//! The calendar years of the data, as the columns of a table.

use super::time::coverage;
use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::grain::month_name;

/// A year of which there are records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataYear {
    /// The year.
    pub year: i16,
    /// What the records cover of it, `from Aug` or `until Mar`; empty for a whole year.
    pub part: String,
}

/// The calendar years of the data, in order, without gaps. A year that the records cover in part
/// says so: it must not look like one with few meetings. What a reader's own records cover is not known.
pub fn years(explorer: &Explorer) -> Vec<DataYear> {
    let table = explorer.table();
    let Some((first, last)) = table.months() else { return Vec::new() };
    let covered = coverage(explorer);
    let name = |month: i32| u8::try_from(month.rem_euclid(12) + 1).map_or("", month_name);
    let years = table.years().filter_map(|year| {
        let date = PartialDate::from_year(i16::try_from(year).ok()?)?;
        let mut part = Vec::new();
        if covered.is_some_and(|(from, _)| date.first_day() < from) {
            part.push(format!("from {}", name(first)));
        }
        if covered.is_some_and(|(_, to)| date.last_day() > to) {
            part.push(format!("until {}", name(last)));
        }
        Some(DataYear { year: date.year(), part: part.join(" ") })
    });
    years.collect()
}
