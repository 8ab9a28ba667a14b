//! Titles that state what a chart shows, computed from the counts in view.

use super::chart::Chart;
use explorer_explore::measure::Measure;
use explorer_number::{grouped, percent};

/// A value of a chart with its count, for a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The value in words.
    pub label: String,
    /// Its count.
    pub count: u32,
}

/// What stands above a chart that has nothing to show.
pub const NOTHING: &str = "Nothing in view";

/// The finding of a ranked chart; `values` from the largest count down, `whole` the measure of
/// everything that they are counted in.
pub fn ranked(chart: Chart, values: &[Counted], whole: u32, measure: Measure) -> String {
    let Some(first) = values.first().filter(|first| first.count > 0) else {
        return NOTHING.to_owned();
    };
    if chart == Chart::Countries && measure == Measure::Countries {
        // Each country is one country: there is nothing to rank.
        return format!("{} {}, each counted once", grouped(whole), measure.noun(whole));
    }
    let ties = values.iter().take_while(|v| v.count == first.count).count();
    let share = percent(first.count, whole);
    let of_all = format!("{} of {} {}", grouped(first.count), grouped(whole), measure.noun(whole));
    if ties == 2 {
        return format!(
            "{} and {} lead with {} {} each",
            first.label,
            values[1].label,
            grouped(first.count),
            measure.noun(first.count)
        );
    }
    if ties > 2 {
        return format!(
            "No leader: {ties} share the top count of {} {}",
            grouped(first.count),
            measure.noun(first.count)
        );
    }
    let label = &first.label;
    if first.count == whole && values.iter().skip(1).all(|v| v.count == 0) {
        return format!("{label}: all {} {}", grouped(whole), measure.noun(whole));
    }
    match chart {
        Chart::Countries => {
            let followers: Vec<_> =
                values.iter().skip(1).take(2).filter(|v| v.count > 0).map(|v| &v.label).collect();
            match followers.as_slice() {
                [second, third] => format!("{label} leads, before {second} and {third}"),
                [second] => format!("{label} leads, before {second}"),
                _ => format!("{label} leads: {of_all}"),
            }
        }
        Chart::Agencies => format!("The {label} accounts for {share} of {}", measure.noun(whole)),
        Chart::Officials => format!("{label} takes part in {of_all}"),
        Chart::Topics => format!("{label} is on the table in {of_all}"),
        Chart::Formats => format!("{label}: {of_all}"),
        _ => {
            format!("{label} leads: {of_all}, {share}")
        }
    }
}

/// The finding of the timeline: its highest bin. `bins` in order of time.
pub fn over_time(bins: &[Counted], whole: u32, measure: Measure) -> String {
    let top = bins.iter().map(|bin| bin.count).max().unwrap_or_default();
    let mut highest = bins.iter().filter(|bin| bin.count == top);
    let (Some(first), true) = (highest.next(), top > 0) else { return NOTHING.to_owned() };
    let others = highest.count();
    let noun = measure.noun(top);
    let count = grouped(top);
    match (others, measure) {
        (0, Measure::Countries) => format!("{} reaches furthest, with {count} {noun}", first.label),
        (0, _) => format!(
            "{} is the busiest, with {count} of {} {}",
            first.label,
            grouped(whole),
            measure.noun(whole)
        ),
        (_, _) => format!("{} peaks of {count} {noun}, the first in {}", others + 1, first.label),
    }
}
