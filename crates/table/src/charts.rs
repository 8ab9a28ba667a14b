//! The charts of a table: the date and the countries first, then the columns in the order of the file.

use crate::column_kind::ColumnKind;

/// Charts, and facets, that are shown at first. A thousand of them take seconds.
pub const FIRST: usize = 40;

/// A chart of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnChart {
    /// Over its dates or numbers.
    Axis(usize),
    /// On the map.
    Map(usize),
    /// Its values as bars.
    Bars(usize),
}

impl ColumnChart {
    /// What tells it from the others.
    pub fn key(&self) -> String {
        match self {
            Self::Axis(column) => format!("axis {column}"),
            Self::Map(column) => format!("map {column}"),
            Self::Bars(column) => format!("bars {column}"),
        }
    }
}

/// The charts of a table whose columns are shown in these ways.
pub fn charts_of(kinds: &[ColumnKind]) -> Vec<ColumnChart> {
    let of = |wanted: ColumnKind| {
        let columns = kinds.iter().enumerate();
        columns.filter(move |(_, kind)| **kind == wanted).map(|(column, _)| column)
    };
    let first = of(ColumnKind::Dates).map(ColumnChart::Axis);
    let maps = of(ColumnKind::Countries).map(ColumnChart::Map);
    let others = kinds.iter().enumerate().filter_map(|(column, kind)| match kind {
        ColumnKind::Values | ColumnKind::Countries => Some(ColumnChart::Bars(column)),
        ColumnKind::Numbers => Some(ColumnChart::Axis(column)),
        ColumnKind::Dates | ColumnKind::Text => None,
    });
    first.chain(maps).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_and_the_map_come_first() {
        use ColumnKind::{Countries, Dates, Numbers, Text, Values};
        assert_eq!(
            charts_of(&[Values, Text, Countries, Numbers, Dates]),
            [
                ColumnChart::Axis(4),
                ColumnChart::Map(2),
                ColumnChart::Bars(0),
                ColumnChart::Bars(2),
                ColumnChart::Axis(3)
            ]
        );
    }
}
