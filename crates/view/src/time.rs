//! The timeline's bins, and the way between a brushed stretch of bins and a date range.

use super::whole::whole;
use explorer_dataset::date::Day;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};
use explorer_explore::grain::{Grain, TimeBin};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, less};

/// One bin of the timeline, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeCount {
    /// The months it covers.
    pub bin: TimeBin,
    /// The count of the whole bin, under all filters but the date range.
    pub count: u32,
    /// The same by agency, in the order of the agencies' codes.
    pub by_agency: Vec<u32>,
    /// How much of the whole bin is uncertain.
    pub uncertain: u32,
    /// The same by agency.
    pub uncertain_by_agency: Vec<u32>,
    /// The count over all records.
    pub total: u32,
    /// Whether the records cover only a part of it: it is the first or the last period.
    pub is_partial: bool,
}

impl TimeCount {
    /// Whether it is drawn hatched: it has something, and the records cover only a part of it.
    pub fn is_hatched(&self) -> bool {
        self.is_partial && self.count > 0
    }
}

/// The timeline under a set of filters; empty only for an empty dataset.
pub fn timeline(explorer: &Explorer, outcome: &Outcome, grain: Grain) -> Vec<TimeCount> {
    timeline_on(&Filters::default(), explorer, outcome, grain)
}

/// As [`timeline`]; all records are those that `base` leaves.
pub fn timeline_on(
    base: &Filters,
    explorer: &Explorer,
    outcome: &Outcome,
    grain: Grain,
) -> Vec<TimeCount> {
    let table = explorer.table();
    let Some((first, last)) = table.months() else { return Vec::new() };
    let totals = whole(explorer, base, outcome.measure).over_time_unsplit(table, grain);
    let by_agency = outcome.over_time(table, grain, Facet::Agency);
    let counts = outcome.over_time_unsplit(table, grain);
    let certain = outcome.certain();
    let certain_by_agency = certain.over_time(table, grain, Facet::Agency);
    let uncertain = less(&counts, &certain.over_time_unsplit(table, grain));
    let covered = coverage(explorer);
    let bins = grain.bins(first, last).into_iter();
    let mut bins: Vec<TimeCount> = bins
        .zip(counts.into_iter().zip(uncertain))
        .zip(by_agency.into_iter().zip(certain_by_agency).zip(totals))
        .map(|((bin, (count, uncertain)), ((by_agency, certain), total))| {
            let is_partial = is_partial(bin, covered);
            let uncertain_by_agency = less(&by_agency, &certain);
            TimeCount { bin, count, by_agency, uncertain, uncertain_by_agency, total, is_partial }
        })
        .collect();
    // The axis of what is about the paper's window ends with it.
    if !base.selection(Facet::Window).is_empty() {
        while bins.pop_if(|bin| bin.total == 0).is_some() {}
        let before = bins.iter().take_while(|bin| bin.total == 0).count();
        bins.drain(..before);
    }
    bins
}

/// The first and the last day that the records cover: those of the first and the last record. What a
/// reader's own file covers is known to its owner alone.
pub fn coverage(explorer: &Explorer) -> Option<(Day, Day)> {
    if explorer.is_own() {
        return None;
    }
    let table = explorer.table();
    // A record of a month is no record of that month's last day.
    let days = || (0..table.len()).map(|row| table.days(row).0);
    Some((days().min()?, days().max()?))
}

/// Whether the records cover only a part of a bin.
pub(crate) fn is_partial(bin: TimeBin, covered: Option<(Day, Day)>) -> bool {
    match (bin.from(), bin.to(), covered) {
        (Some(from), Some(to), Some((first, last))) => {
            from.first_day() < first || to.last_day() > last
        }
        _ => false,
    }
}

/// Whether the agencies' counts add up to the bin's: a country that two agencies meet in a month
/// is one country, so countries cannot be stacked.
pub fn stacks(measure: Measure) -> bool {
    measure != Measure::Countries
}

/// The range of the bins `a` to `b`, both inclusive, in either order. All bins: an open range.
pub fn range_of_bins(bins: &[TimeCount], a: usize, b: usize) -> DateRange {
    let (first, last) = (a.min(b), a.max(b).min(bins.len().saturating_sub(1)));
    if first == 0 && last + 1 >= bins.len() {
        return DateRange::default();
    }
    match (bins.get(first), bins.get(last)) {
        (Some(first), Some(last)) => DateRange::new(first.bin.from(), last.bin.to()),
        _ => DateRange::default(),
    }
}

/// The first and last bin that a range overlaps; `None` for an open range, or outside all bins.
pub fn bins_of_range(bins: &[TimeCount], range: DateRange) -> Option<(usize, usize)> {
    if range.is_open() {
        return None;
    }
    let overlaps = |count: &TimeCount| match (count.bin.from(), count.bin.to()) {
        (Some(from), Some(to)) => range.overlaps(from.first_day(), to.last_day()),
        _ => false,
    };
    Some((bins.iter().position(overlaps)?, bins.iter().rposition(overlaps)?))
}
