//! What a chart says of the values that a reader has chosen in it.
//!
//! A chart counts its own values under all other filters, so that they can be compared. Its headline
//! is about what is in view: how much of that the chosen values are.

use std::fmt::Write;

use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};
use explorer_explore::ids::Ids;
use explorer_explore::measure::Measure;
use explorer_number::grouped;

use super::sentence::{label, range_words};

/// The headline about the chosen values of facets: `Southeast Asia: 12 of the 97 MPS interactions of
/// 2024`. `in_view` is the measure of what is in view, `whole` that under all filters but those of the
/// facets. `None` if nothing is chosen in them.
pub fn selected(
    explorer: &Explorer,
    filters: &Filters,
    facets: &[Facet],
    measure: Measure,
    [in_view, whole]: [u32; 2],
) -> Option<String> {
    let chosen: Vec<String> =
        facets.iter().filter_map(|facet| chosen(explorer, filters, *facet)).collect();
    if chosen.is_empty() {
        return None;
    }
    let mut others = filters.clone();
    facets.iter().for_each(|facet| others.clear(*facet));
    Some(of(&chosen.join(", "), explorer, &others, measure, [in_view, whole]))
}

/// The same about a chosen period.
pub fn selected_period(
    explorer: &Explorer,
    filters: &Filters,
    measure: Measure,
    [in_view, whole]: [u32; 2],
) -> Option<String> {
    let period = range_words(filters.range)?;
    let mut others = filters.clone();
    others.range = DateRange::default();
    Some(of(&capital(&period), explorer, &others, measure, [in_view, whole]))
}

fn of(
    subject: &str,
    explorer: &Explorer,
    others: &Filters,
    measure: Measure,
    [in_view, whole]: [u32; 2],
) -> String {
    let all = counted(explorer, others, measure, whole);
    match (in_view == whole, whole) {
        (true, 1) => format!("{subject}: the one {all}"),
        (true, _) => format!("{subject}: all {} {all}", grouped(whole)),
        (false, _) => format!("{subject}: {} of the {} {all}", grouped(in_view), grouped(whole)),
    }
}

/// The chosen values of a facet in words: `Southeast Asia`, `MPS or MSS`, `4 regions`, `without Africa`.
fn chosen(explorer: &Explorer, filters: &Filters, facet: Facet) -> Option<String> {
    let selection = filters.selection(facet);
    let (included, excluded) = (selection.included(), selection.excluded());
    let names = |ids: &Ids, between: &str| match ids.len() {
        1 | 2 => {
            let labels: Vec<_> = ids.iter().map(|id| label(explorer, facet, id)).collect();
            labels.join(between)
        }
        many => format!("{many} {}", facet.noun(many)),
    };
    match (included.is_empty(), excluded.is_empty()) {
        (true, true) => None,
        (true, false) => Some(format!("Without {}", names(excluded, " and "))),
        (false, true) => Some(names(included, " or ")),
        (false, false) => {
            Some(format!("{} without {}", names(included, " or "), names(excluded, " and ")))
        }
    }
}

/// What is counted under filters, after its number: `MPS interactions of 2024`, `countries met by the
/// MPS in 2024 under the other filters`. Agency and period are named, the rest stands beside every
/// chart.
fn counted(explorer: &Explorer, filters: &Filters, measure: Measure, count: u32) -> String {
    let mut rest = filters.clone();
    let agencies = filters.selection(Facet::Agency);
    let agencies = (agencies.excluded().is_empty() && agencies.included().len() == 1)
        .then(|| agencies.included().iter().next())
        .flatten()
        .map(|id| label(explorer, Facet::Agency, id));
    if agencies.is_some() {
        rest.clear(Facet::Agency);
    }
    let noun = measure.noun(count);
    let mut words = match (agencies, measure) {
        (None, Measure::Countries) => format!("{noun} met"),
        (Some(agency), Measure::Countries) => format!("{noun} met by the {agency}"),
        (None, _) => noun.to_owned(),
        (Some(agency), _) => format!("{agency} {noun}"),
    };
    if let Some(period) = range_words(filters.range) {
        let year = filters.range.from().is_some_and(|from| {
            filters.range.to().is_some_and(|to| from.year() == to.year())
                && PartialDate::from_year(from.year()).is_some_and(|y| period == y.to_string())
        });
        _ = match (year, measure, filters.range.from(), filters.range.to()) {
            (true, Measure::Countries, _, _) => write!(words, " in {period}"),
            (true, ..) => write!(words, " of {period}"),
            (false, _, Some(_), Some(_)) => write!(words, " in {period}"),
            _ => write!(words, " {period}"),
        };
        rest.range = DateRange::default();
    }
    if !rest.is_empty() {
        words.push_str(" under the other filters");
    }
    words
}

fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
