//! The paper's page: its sections, and the numbers of its tables.

use super::profile::only;
use super::ranking::ranking;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Summary;

/// The section of what the paper concludes.
pub const CLAIMS: &str = "claims";

/// The section of the numbers that the paper prints.
pub const NUMBERS: &str = "numbers";

/// The ids of the page's sections, in their order.
pub fn sections(explorer: &Explorer) -> impl Iterator<Item = &str> {
    let exhibits = explorer.dataset().exhibits.iter().map(|exhibit| exhibit.id.as_str());
    [CLAIMS].into_iter().chain(exhibits).chain([NUMBERS])
}

/// An agency with its counts in the paper's first table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyRow {
    /// Its id; empty for all agencies together.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The filters of its records.
    pub filters: Filters,
    /// Its numbers.
    pub summary: Summary,
    /// Its interactions by format, in the order of the codebook.
    pub formats: Vec<u32>,
}

/// The agencies, and all of them together.
pub fn agency_rows(explorer: &Explorer, scope: &Filters) -> Vec<AgencyRow> {
    let entries = explorer.table().dictionary(Facet::Agency).entries();
    let row = |id: &str, label: &str, filters: Filters| {
        let outcome = explorer.explore(&filters, Measure::Interactions);
        AgencyRow {
            id: id.to_owned(),
            label: label.to_owned(),
            formats: outcome.in_view(explorer.table(), Facet::Format),
            summary: outcome.summary,
            filters,
        }
    };
    let agencies = entries
        .iter()
        .map(|entry| row(&entry.id, &entry.label, only(scope, Facet::Agency, &entry.id)));
    agencies.chain([row("", "All", scope.clone())]).collect()
}

/// A country with its count in one of the lists of the paper's third table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// English name.
    pub label: String,
    /// Interactions.
    pub count: u32,
    /// 1 and how many countries have more.
    pub place: usize,
}

/// The countries that filters leave, by interactions from the top.
pub fn most_met(explorer: &Explorer, filters: &Filters) -> Vec<Met> {
    let outcome = explorer.explore(filters, Measure::Interactions);
    let in_view = outcome.in_view(explorer.table(), Facet::Country);
    let ranked = ranking(explorer, filters, &outcome, Facet::Country);
    let ranked = ranked.into_iter().filter_map(|value| {
        let count = in_view.get(usize::from(value.code)).copied()?;
        (count > 0 && !value.is_absence()).then_some((value, count))
    });
    let mut countries: Vec<Met> = Vec::new();
    for (value, count) in ranked {
        let place = match countries.last() {
            Some(before) if before.count == count => before.place,
            _ => countries.len() + 1,
        };
        countries.push(Met { iso3: value.id, label: value.label, count, place });
    }
    countries
}
