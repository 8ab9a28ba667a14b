//! A loaded file beside the records that the page carries.

use explorer_meaning::agency::Agencies;
use explorer_meaning::mapping::{Meaning, Role};
use explorer_meaning::side_by_side::{Interaction, compare};

use crate::loaded::Loaded;

/// A file and the known interactions side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SideBySide {
    /// Pairs of a table row and a position among the known. A row with several countries or agencies
    /// may be in several.
    pub both: Vec<(usize, usize)>,
    /// Table rows that are in no pair.
    pub only_here: Vec<usize>,
    /// Positions of the known that are in no pair.
    pub only_there: Vec<usize>,
    /// Rows without a date or a country.
    pub not_compared: usize,
}

/// Compares all rows of a file, in view or not, with known interactions, as
/// [`explorer_meaning::side_by_side::compare`] does: by date, agency and country. A row stands for an
/// interaction with each of its countries by each of its agencies.
pub fn side_by_side(loaded: &Loaded, agencies: &Agencies, known: &[Interaction<'_>]) -> SideBySide {
    let table = loaded.view.table();
    let dimension = |meaning| {
        let column = loaded.columns.get(loaded.column_of(meaning)?)?;
        matches!(column.role, Role::Category | Role::MultiValue(_) | Role::Text)
            .then_some(column.dimension)
    };
    // Where the known have no agencies, several of a row would be alike.
    let by_agency = known.iter().any(|known| !known.agency.is_empty());
    let country = dimension(Meaning::Country);
    let agency = dimension(Meaning::Agency).filter(|_| by_agency);
    let ids: Vec<&str> =
        agency.and_then(|column| table.dictionary(column)).map_or(Vec::new(), |names| {
            names.values().map(|name| agencies.find(name).unwrap_or_default()).collect()
        });
    let mut result = SideBySide::default();
    let (mut rows, mut here) = (Vec::new(), Vec::new());
    let mut of_row: Vec<&str> = Vec::new();
    for row in 0..table.len() {
        let codes = country.map(|column| (column, table.codes_of(column, row)));
        let before = here.len();
        if let (Some(date), Some((column, codes))) = (loaded.date(row), codes) {
            let agencies = agency.into_iter().flat_map(|column| table.codes_of(column, row));
            of_row.clear();
            for id in agencies.filter_map(|code| ids.get(code).copied()) {
                if !of_row.contains(&id) {
                    of_row.push(id);
                }
            }
            if of_row.is_empty() {
                of_row.push("");
            }
            let names = table.dictionary(column);
            for country in codes.filter_map(|code| names.map(|names| names.value(code))) {
                here.extend(of_row.iter().map(|agency| Interaction { date, agency, country }));
            }
        }
        rows.resize(here.len(), row);
        result.not_compared += usize::from(here.len() == before);
    }
    let compared = compare(&here, known);
    let row_of = |place: usize| rows.get(place).copied();
    result.both =
        compared.both.iter().filter_map(|&(place, known)| Some((row_of(place)?, known))).collect();
    // Pairs come in the order of the rows.
    let is_paired =
        |row: usize| result.both.binary_search_by_key(&row, |&(paired, _)| paired).is_ok();
    result.only_here = compared
        .only_here
        .iter()
        .filter_map(|&place| row_of(place))
        .filter(|&row| !is_paired(row))
        .collect();
    result.only_here.dedup();
    result.only_there = compared.only_there;
    result
}
