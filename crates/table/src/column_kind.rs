//! How a column of a reader's table is shown, and how its values are called.

use explorer_loader::{Loaded, LoadedColumn};
use explorer_meaning::country::{Countries, Country};
use explorer_meaning::mapping::{Meaning, Role};
use serde::{Deserialize, Serialize};

/// What stands for rows without a value.
pub const NONE: &str = "(none)";

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// As bars of its values.
    Values,
    /// As bars and on the map.
    Countries,
    /// As columns over time.
    Dates,
    /// As columns over its range.
    Numbers,
    /// Only in the list of rows.
    Text,
}

impl ColumnKind {
    /// How a column of a table is shown.
    pub fn of(loaded: &Loaded, column: usize) -> Self {
        let Some(column) = loaded.columns.get(column) else { return Self::Text };
        match column.role {
            Role::Category | Role::MultiValue(_) if has_countries(column) => Self::Countries,
            Role::Category | Role::MultiValue(_) => Self::Values,
            Role::Date(_) if loaded.view.table().days(column.dimension).is_some() => Self::Dates,
            Role::Date(_) | Role::Number(_) => Self::Numbers,
            Role::Text | Role::Link | Role::Ignored => Self::Text,
        }
    }

    /// Whether a reader chooses among its values.
    pub fn has_values(self) -> bool {
        matches!(self, Self::Values | Self::Countries)
    }
}

/// Whether a column's values are codes of countries.
pub fn has_countries(column: &LoadedColumn) -> bool {
    matches!(column.meaning, Some(Meaning::Country | Meaning::Venue))
}

/// The country with an ISO code.
pub fn country<'c>(countries: &'c Countries, iso3: &str) -> Option<&'c Country> {
    countries.list().iter().find(|country| country.iso3 == iso3)
}

/// The name of a value: of a country its English name.
pub fn label(loaded: &Loaded, countries: &Countries, column: usize, bin: usize) -> String {
    let Some(column) = loaded.columns.get(column) else { return String::new() };
    let Some(values) = loaded.view.table().dictionary(column.dimension) else {
        return String::new();
    };
    if bin >= values.len() {
        return NONE.to_owned();
    }
    let text = values.value(bin);
    let country = if has_countries(column) { country(countries, text) } else { None };
    country.map_or(text, |country| &country.name_en).to_owned()
}
