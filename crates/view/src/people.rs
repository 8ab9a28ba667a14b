//! The table of officials: what the records say of each, agency by agency.

use std::cmp::Reverse;

use super::seniority;
use explorer_dataset::date::PartialDate;
use explorer_dataset::tables::Official;
use explorer_explore::Explorer;
use explorer_explore::coding::NONE;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_order::order;

/// What the table says of an official. A joint meeting counts for each who took part.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficialRow<'e> {
    /// Who; `None` stands for the interactions in which no source names anyone.
    pub official: Option<&'e Official>,
    /// The measure of the official's interactions under all filters but that of officials.
    pub count: u32,
    /// Parts of that per calendar year of the data's span.
    pub years: Vec<u32>,
    /// Parts of that per format, in the codebook's order.
    pub formats: Vec<u32>,
    /// The regions with the largest parts, from the top, at most [`MOST_REGIONS`].
    pub regions: Vec<(Code, u32)>,
    /// The measure per quarter of the data's span, at any time.
    pub quarters: Vec<u32>,
    /// Highest foreign office met, by its code; `None` if none is known.
    pub office: Option<Code>,
}

/// How many regions a row names.
pub const MOST_REGIONS: usize = 2;

impl OfficialRow<'_> {
    /// The id in links.
    pub fn id(&self) -> &str {
        self.official.map_or(NONE, |official| &official.id)
    }
}

/// All officials, by agency in the order of the data, in it by count from the top; equal ones by
/// their count over all records. What names nobody comes last.
///
/// They are counted as the values of a facet are, under all filters but their own: who is beside
/// the chosen one can still be compared, and each number is that of its link. `base` is what the
/// page is about.
pub fn officials<'e>(
    explorer: &'e Explorer,
    base: &Filters,
    filters: &Filters,
    measure: Measure,
) -> Vec<OfficialRow<'e>> {
    let (table, dataset) = (explorer.table(), explorer.dataset());
    let mut open = filters.clone();
    open.clear(Facet::Official);
    let outcome = explorer.explore(&open.within(base), measure);
    let by_year = outcome.by_year(table, Facet::Official);
    let by_quarter = outcome.over_time(table, Grain::Quarter, Facet::Official);
    let formats = outcome.cross(table, Facet::Official, Facet::Format);
    let regions = outcome.cross(table, Facet::Official, Facet::Region);
    let (people, offices) = (table.column(Facet::Official), table.column(Facet::Office));
    let mut highest = vec![None; people.dictionary().entries().len()];
    for row in outcome.rows.iter() {
        for &code in offices.codes(row) {
            let Some(place) = seniority::place(offices.dictionary(), code) else { continue };
            for &person in people.codes(row) {
                let best = &mut highest[usize::from(person)];
                if best.is_none_or(|(least, _)| place < least) {
                    *best = Some((place, code));
                }
            }
        }
    }
    let totals = explorer.totals(measure).facet(Facet::Official);
    let mut rows = Vec::new();
    let mut keys = Vec::new();
    for (at, entry) in people.dictionary().entries().iter().enumerate() {
        let official = dataset.officials.iter().find(|official| official.id == entry.id);
        let agency = official
            .and_then(|official| dataset.agencies.iter().position(|a| a.id == official.agency));
        let of = |bins: &[Vec<u32>]| bins.iter().map(|counts| counts[at]).collect();
        let count = outcome.facet(Facet::Official)[at];
        keys.push((agency.unwrap_or(usize::MAX), Reverse(count), Reverse(totals[at])));
        rows.push(OfficialRow {
            official,
            count,
            years: of(&by_year),
            formats: formats[at].clone(),
            regions: largest(&regions[at]),
            quarters: of(&by_quarter),
            office: highest[at].map(|(_, code)| code),
        });
    }
    let sorted = order(rows.len(), &|a, b| keys[a].cmp(&keys[b]));
    sorted.into_iter().map(|at| rows[at].clone()).collect()
}

/// The largest counts with their codes, from the top.
fn largest(counts: &[u32]) -> Vec<(Code, u32)> {
    let sorted = order(counts.len(), &|a, b| counts[b].cmp(&counts[a]));
    let first = sorted.into_iter().take(MOST_REGIONS).filter(|at| counts[*at] > 0);
    first.filter_map(|at| Some((Code::try_from(at).ok()?, counts[at]))).collect()
}

/// What of a range lies in a calendar year; the year itself where they have nothing in common.
pub fn within_year(range: DateRange, year: i32) -> DateRange {
    let year = i16::try_from(year).ok().and_then(PartialDate::from_year);
    let from = range.from().filter(|from| year.is_none_or(|y| from.first_day() > y.first_day()));
    let to = range.to().filter(|to| year.is_none_or(|y| to.last_day() < y.last_day()));
    DateRange::new(from.or(year), to.or(year))
}
